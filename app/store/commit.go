package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// ErrTooBig says that a batch does not fit into one transaction, and has to be
// given in smaller parts.
var ErrTooBig = errors.New("store: the batch is too big for one transaction")

// Event is one event of a desk, exactly as first written, with the thing it is about.
type Event struct {
	Desk    [16]byte
	N       uint64
	Subject [16]byte
	Bytes   []byte
}

// Head is the last event of a desk that was taken in, and its chain hash.
type Head struct {
	Desk [16]byte
	N    uint64
	Hash [32]byte
}

func (h Head) encode() []byte { return append(binary.BigEndian.AppendUint64(nil, h.N), h.Hash[:]...) }

// Entry is a row: bytes kept under a random id. First says that there is no row
// under it yet; otherwise the store looks that up to count it.
type Entry struct {
	ID    [16]byte
	Bytes []byte
	First bool
}

// Meta is a named value; the name is readable on the disk and must say nothing
// about a person. Nil Bytes remove it.
type Meta struct {
	Name  string
	Bytes []byte
}

// Batch is what is written together or not at all; see [Sealed.Commit] for rows.
type Batch struct {
	Events []Event
	Heads  []Head
	Rows   []Entry
	Meta   []Meta
}

// Commit writes the batch in one synced transaction, see [Sealed.Commit].
func (s *Store) Commit(b Batch) error { return s.Seal(b).Commit() }

// Sealed is a batch as it will lie in the store. Sealing it is a good part of the
// work, and can go on while another batch is committed.
type Sealed struct {
	store  *Store
	events uint64
	rows   []pair
	rest   []pair
	room   []byte // for the next values
}

// pair is a key with its sealed value; without one it is to be removed.
type pair struct {
	key, value []byte
	first      bool // nothing is there yet
}

// Seal seals all that the batch says.
func (s *Store) Seal(b Batch) *Sealed {
	sealed := &Sealed{store: s, events: uint64(len(b.Events))} // each comes once: numbers follow each other
	sealed.rest = make([]pair, 0, 2*len(b.Events)+len(b.Heads)+len(b.Meta)+1)
	for _, e := range b.Events {
		sealed.put(&sealed.rest, eventKey(e.Desk, e.N), e.Bytes)
		sealed.put(&sealed.rest, subjectKey(e.Subject, e.Desk, e.N), nil)
	}
	for _, h := range b.Heads {
		sealed.put(&sealed.rest, idKey(markHead, h.Desk), h.encode())
	}
	for _, r := range b.Rows {
		sealed.put(&sealed.rows, idKey(markRow, r.ID), r.Bytes)
		sealed.rows[len(sealed.rows)-1].first = r.First
	}
	for _, m := range b.Meta {
		sealed.Name(m)
	}
	return sealed
}

// Name adds a named value.
func (b *Sealed) Name(m Meta) {
	if m.Bytes == nil {
		b.rest = append(b.rest, pair{key: metaKey(m.Name)})
	} else {
		b.put(&b.rest, metaKey(m.Name), m.Bytes)
	}
}

// put seals into a room for many values, because each of its own is more work for
// the garbage collector than sealing it.
func (b *Sealed) put(to *[]pair, key, value []byte) {
	size := sealSize + len(value)
	if cap(b.room) < size {
		b.room = make([]byte, 0, max(size, 1<<14))
	}
	*to = append(*to, pair{key: key, value: b.store.sealInto(b.room[:0:size], key, value)})
	b.room = b.room[size:size:cap(b.room)]
}

// Commit writes the batch in one synced transaction. Rows for which there is no
// room in it go before, in transactions of their own: they are made of events,
// and made again where the program dies between. It returns [ErrTooBig] when the
// rest does not fit; then nothing of that was written.
func (b *Sealed) Commit() error {
	b.store.writing.Lock()
	defer b.store.writing.Unlock()
	err := b.store.transact(b.events, b.rows, b.rest)
	if !errors.Is(err, ErrTooBig) || len(b.rows) == 0 {
		return err
	}
	if err := b.store.transactRows(b.rows); err != nil {
		return err
	}
	return b.store.transact(b.events, nil, b.rest)
}

func (s *Store) transactRows(rows []pair) error {
	err := s.transact(0, rows, nil)
	if !errors.Is(err, ErrTooBig) || len(rows) == 1 {
		return err
	}
	half := len(rows) / 2
	if err := s.transactRows(rows[:half]); err != nil {
		return err
	}
	return s.transactRows(rows[half:])
}

func (s *Store) transact(events uint64, rows, rest []pair) error {
	w := writer{txn: s.db.NewTransaction(true), counts: s.Counts()}
	defer w.txn.Discard()
	w.counts.Events += events
	for _, r := range rows {
		w.count(r, &w.counts.Rows)
		w.write(r)
	}
	for _, r := range rest {
		w.write(r)
	}
	w.write(pair{key: tallyKey, value: s.sealInto(nil, tallyKey, w.counts.encode())})
	if w.err == nil {
		w.err = w.txn.Commit()
	}
	if errors.Is(w.err, badger.ErrTxnTooBig) {
		return ErrTooBig
	}
	if w.err != nil {
		return fmt.Errorf("store: commit: %w", w.err)
	}
	s.setCounts(w.counts)
	return nil
}

// Counts is how much the store holds.
func (s *Store) Counts() Counts {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.counts
}

func (s *Store) setCounts(c Counts) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counts = c
}

// writer fills one transaction and stops at the first error.
type writer struct {
	txn    *badger.Txn
	counts Counts
	err    error
}

func (w *writer) write(p pair) {
	switch {
	case w.err != nil:
	case p.value == nil:
		w.err = w.txn.Delete(p.key)
	default:
		w.err = w.txn.Set(p.key, p.value)
	}
}

// count counts what was not there before.
func (w *writer) count(p pair, count *uint64) {
	known := false
	if !p.first && w.err == nil {
		known, w.err = has(w.txn, p.key)
	}
	if !known {
		*count++
	}
}
