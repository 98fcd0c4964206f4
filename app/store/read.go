package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// Event returns the bytes of event n of a desk, nil when it is not here.
func (s *Store) Event(desk [16]byte, n uint64) ([]byte, error) { return s.one(eventKey(desk, n)) }

// has reports whether something stands under the key, without reading it.
func has(txn *badger.Txn, key []byte) (bool, error) {
	switch _, err := txn.Get(key); {
	case err == nil:
		return true, nil
	case errors.Is(err, badger.ErrKeyNotFound):
		return false, nil
	default:
		return false, damaged(key, err.Error())
	}
}

// Meta returns the named value, nil when there is none.
func (s *Store) Meta(name string) ([]byte, error) { return s.one(metaKey(name)) }

// Head returns the head of a desk, and whether there is one.
func (s *Store) Head(desk [16]byte) (Head, bool, error) {
	key := idKey(markHead, desk)
	value, err := s.one(key)
	if err != nil || value == nil {
		return Head{}, false, err
	}
	h, err := decodeHead(key, value)
	return h, err == nil, err
}

// Heads returns the heads of all desks, in the order of their ids.
func (s *Store) Heads() ([]Head, error) {
	var heads []Head
	err := s.each([]byte{markHead}, func(key, value []byte) error {
		h, err := decodeHead(key, value)
		heads = append(heads, h)
		return err
	})
	return heads, err
}

// EventsOf gives the events about one thing, by desk and number.
func (s *Store) EventsOf(subject [16]byte, found func(desk [16]byte, n uint64, event []byte) error) error {
	return s.each(idKey(markSubject, subject), func(key, _ []byte) error {
		desk, n := deskAndNumber(key)
		event, err := s.Event(desk, n)
		if err != nil {
			return err
		}
		if event == nil {
			return damaged(eventKey(desk, n), "missing, but in the index")
		}
		return found(desk, n, event)
	})
}

// EachEvent gives every event, by desk and number; fewer than were written are
// damage. The bytes are good only until found returns.
func (s *Store) EachEvent(found func(desk [16]byte, n uint64, event []byte) error) error {
	return s.counted(markEvent, s.Counts().Events, func(key, value []byte) error {
		desk, n := deskAndNumber(key)
		return found(desk, n, value)
	})
}

// EachRow gives the row of every thing in the order of ids; fewer than were
// written are damage. The bytes are good only until found returns.
func (s *Store) EachRow(found func(id [16]byte, row []byte) error) error {
	return s.counted(markRow, s.Counts().Rows, func(key, value []byte) error {
		return found([16]byte(key[1:]), value)
	})
}

// counted is each, and says so when values were lost without a word.
func (s *Store) counted(mark byte, want uint64, found func(key, value []byte) error) error {
	got := uint64(0)
	err := s.each([]byte{mark}, func(key, value []byte) error {
		got++
		return found(key, value)
	})
	if err == nil && got < want {
		return &Damage{Kind: kinds[mark], What: fmt.Sprintf("%d of %d are missing", want-got, want)}
	}
	return err
}

func (s *Store) one(key []byte) (value []byte, err error) {
	err = s.db.View(func(txn *badger.Txn) error {
		value, err = s.get(txn, key)
		return err
	})
	return value, err
}

func decodeHead(key, value []byte) (Head, error) {
	if len(value) != numberSize+hashSize {
		return Head{}, damaged(key, "of another length")
	}
	return Head{[16]byte(key[1:]), binary.BigEndian.Uint64(value), [32]byte(value[numberSize:])}, nil
}
