// Package store is what the whole desk reads from: the events, one compact row
// for each thing from which it is loaded at the start, and small named values.
// What a thing is, is nowhere: it is the fold of its events. The store can always
// be made again from the journal, the inbox and a backup.
//
// It is a Badger folder. Keys hold only a letter and random ids; every value,
// also an empty one, is sealed by us with XChaCha20-Poly1305 to its key. So
// nothing about a person is readable, and a value that was changed or moved is
// a *[Damage] that names its kind. Badger can lose a whole value without a word,
// so the store counts what it holds in the same transaction: rows and events that
// are fewer than counted are damage too.
//
//	e desk number           event        h desk   head
//	s subject desk number   of a thing   r id     row
//	m name                  named value  t        version line and counts
//
// [Store.Commit] is one transaction, synced: the named value that says how far
// the journal has been taken over goes with its effect. Of unsynced ones a power
// cut can take some from the middle, where Badger changed its memory table, which
// no position shows. [Store.Remake] is for a rebuild: it makes another store
// beside this one, sorted from the first, and puts it in its place when it is
// whole.
package store

import (
	"bytes"
	"crypto/cipher"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"golang.org/x/crypto/chacha20poly1305"

	"siaga/model"
)

// What a commit of many events holds at most. With all that belongs to them they
// fit well into one transaction; each has its price, so they are not smaller.
const (
	ChunkEvents = 1000
	chunkBytes  = 1 << 20
)

// Fits reports whether one commit can hold so many events of so many bytes; a
// single one always fits.
func Fits(events, bytes int) bool {
	return events <= 1 || events <= ChunkEvents && bytes <= chunkBytes
}

// Store is an open store; it may be used from several goroutines.
type Store struct {
	dir    string
	db     *badger.DB
	cipher cipher.AEAD

	writing sync.Mutex // one commit at a time
	mu      sync.Mutex
	counts  Counts
}

// beginning is Badger's complaint about a file that it had created but not
// begun when the program was killed. Such a file holds nothing; the complaint
// itself begins it, so the second try opens.
const beginning = "Create a new file"

// Open opens the store in the folder or begins one there. It refuses when
// another program has the folder open; the error is a *[Damage] when the key is
// another one or the store is not what was written.
func Open(dir string, key [32]byte) (*Store, error) {
	c, err := chacha20poly1305.NewX(key[:])
	if err != nil {
		return nil, fmt.Errorf("store: key: %w", err)
	}
	s := &Store{dir: dir, cipher: c}
	if err := finishSwap(dir); err != nil {
		return nil, err
	}
	if err := s.openBadger(tuned(dir)); err != nil {
		return nil, err
	}
	if err := s.begin(); err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	return s, nil
}

// A program that has just closed the store may still hold its lock for a moment,
// by a child that it was starting then: it is asked for again before it counts as
// in use.
const (
	lockTries = 10
	lockPause = 50 * time.Millisecond
)

func (s *Store) openBadger(options badger.Options) error {
	db, err := badger.Open(options)
	for n := 1; n < lockTries && inUse(err); n++ {
		time.Sleep(lockPause)
		db, err = badger.Open(options)
	}
	if err != nil && strings.Contains(err.Error(), beginning) {
		db, err = badger.Open(options)
	}
	if err != nil {
		return whyClosed(err)
	}
	s.db = db
	return nil
}

func inUse(err error) bool {
	return err != nil && strings.Contains(err.Error(), "Another process is using this Badger database")
}

// whyClosed tells a store in use and a disk that is full or not ours, which
// leave the store as it was, from one that does not open any more.
func whyClosed(err error) error {
	if inUse(err) {
		return model.Refuse("refuse.desk-in-use")
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("store: open: %w", err)
	}
	return &Damage{Kind: "folder", What: err.Error()}
}

// tuned are the options measured to fit a desktop: 13 ms to open and 26 MB
// resident with a million events.
func tuned(dir string) badger.Options {
	return badger.DefaultOptions(dir).
		WithLogger(nil).
		WithMetricsEnabled(false).
		WithSyncWrites(true).
		WithDetectConflicts(false). // one commit at a time: none can conflict
		WithMemTableSize(16 << 20).
		WithNumMemtables(2).
		WithNumLevelZeroTables(5).
		WithNumLevelZeroTablesStall(12).
		WithNumCompactors(2).
		WithBaseTableSize(4 << 20).
		WithBlockCacheSize(32 << 20).
		WithIndexCacheSize(16 << 20).
		WithValueLogFileSize(64 << 20).
		WithCompression(options.None). // what is sealed does not shrink
		WithChecksumVerificationMode(options.OnBlockRead).
		WithCompactL0OnClose(true)
}

// Close ends the use of the store and puts its tables in order.
func (s *Store) Close() error { return s.db.Close() }

// begin reads the counts, removes what an earlier version of the program kept
// besides, and what a remake left behind.
func (s *Store) begin() error {
	value, err := s.one(tallyKey)
	if err != nil {
		return err
	}
	if value == nil {
		err = s.db.View(wantEmpty)
	} else {
		s.counts, err = decodeCounts(value)
	}
	if err == nil && bytes.HasPrefix(value, []byte(firstLine)) {
		err = s.raise()
	}
	return errors.Join(err, remove(freshDir(s.dir)), remove(formerDir(s.dir)))
}

// wantEmpty: a store without its counts has lost them, unless it is new.
func wantEmpty(txn *badger.Txn) error {
	it := txn.NewIterator(badger.IteratorOptions{})
	defer it.Close()
	if it.Rewind(); it.Valid() {
		return &Damage{Kind: kindTally, What: "missing"}
	}
	return nil
}
