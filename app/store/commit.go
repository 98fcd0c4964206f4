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

// Entry is a row: bytes kept under a random id.
type Entry struct {
	ID    [16]byte
	Bytes []byte
}

// Meta is a named value; the name is readable on the disk and must say nothing
// about a person. Nil Bytes remove it.
type Meta struct {
	Name  string
	Bytes []byte
}

// Batch is what is written together or not at all; see [Store.Commit] for rows.
type Batch struct {
	Events []Event
	Heads  []Head
	Rows   []Entry
	Meta   []Meta
}

// Commit writes the batch in one synced transaction. Rows for which there is no
// room in it go before, in transactions of their own: they are made of events,
// and made again where the program dies between. It returns [ErrTooBig] when the
// rest does not fit; then nothing of that was written.
func (s *Store) Commit(b Batch) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	err := s.transact(b)
	if !errors.Is(err, ErrTooBig) || len(b.Rows) == 0 {
		return err
	}
	if err := s.transactRows(b.Rows); err != nil {
		return err
	}
	b.Rows = nil
	return s.transact(b)
}

func (s *Store) transactRows(rows []Entry) error {
	err := s.transact(Batch{Rows: rows})
	if !errors.Is(err, ErrTooBig) || len(rows) == 1 {
		return err
	}
	half := len(rows) / 2
	if err := s.transactRows(rows[:half]); err != nil {
		return err
	}
	return s.transactRows(rows[half:])
}

func (s *Store) transact(b Batch) error {
	w := writer{store: s, txn: s.db.NewTransaction(true), counts: s.Counts()}
	defer w.txn.Discard()
	w.batch(b)
	w.put(tallyKey, w.counts.encode())
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
	store  *Store
	txn    *badger.Txn
	counts Counts
	room   []byte // for the next sealed values
	err    error
}

func (w *writer) batch(b Batch) {
	w.counts.Events += uint64(len(b.Events)) // each comes once: numbers follow each other
	for _, e := range b.Events {
		w.put(eventKey(e.Desk, e.N), e.Bytes)
		w.put(subjectKey(e.Subject, e.Desk, e.N), nil)
	}
	for _, h := range b.Heads {
		w.put(idKey(markHead, h.Desk), h.encode())
	}
	for _, r := range b.Rows {
		w.putCounted(idKey(markRow, r.ID), r.Bytes, &w.counts.Rows)
	}
	for _, m := range b.Meta {
		if m.Bytes == nil {
			w.remove(metaKey(m.Name))
		} else {
			w.put(metaKey(m.Name), m.Bytes)
		}
	}
}

func (w *writer) put(key, value []byte) {
	if w.err == nil {
		w.err = w.txn.Set(key, w.sealed(key, value))
	}
}

// sealed seals into a room for many values, because each of its own is more
// work for the garbage collector than sealing it.
func (w *writer) sealed(key, value []byte) []byte {
	size := sealSize + len(value)
	if cap(w.room) < size {
		w.room = make([]byte, 0, max(size, 1<<14))
	}
	sealed := w.store.sealInto(w.room[:0:size], key, value)
	w.room = w.room[size:size:cap(w.room)]
	return sealed
}

func (w *writer) remove(key []byte) {
	if w.err == nil {
		w.err = w.txn.Delete(key)
	}
}

// putCounted counts a value that was not there before.
func (w *writer) putCounted(key, value []byte, count *uint64) {
	if w.err != nil {
		return
	}
	known, err := has(w.txn, key)
	if !known {
		*count++
	}
	w.err = err
	w.put(key, value)
}
