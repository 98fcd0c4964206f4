package store

import (
	"crypto/rand"
	"errors"
	"slices"

	"github.com/dgraph-io/badger/v4"
	"golang.org/x/crypto/chacha20poly1305"
)

const (
	nonceSize = chacha20poly1305.NonceSizeX
	sealSize  = nonceSize + chacha20poly1305.Overhead
)

// sealInto ties a value to its key, sealed into empty room.
func (s *Store) sealInto(room, key, value []byte) []byte {
	sealed := slices.Grow(room, nonceSize)[:nonceSize]
	_, _ = rand.Read(sealed) // never fails: crypto/rand stops the program instead
	return s.cipher.Seal(sealed, sealed, value, key)
}

// open unseals into the room behind into.
func (s *Store) open(into, key, sealed []byte) ([]byte, error) {
	if len(sealed) < sealSize {
		return nil, damaged(key, "too short")
	}
	value, err := s.cipher.Open(into, sealed[:nonceSize], sealed[nonceSize:], key)
	if err != nil {
		return nil, damaged(key, "does not open: changed, or another key")
	}
	return value, nil
}

// get returns nil when nothing stands under the key.
func (s *Store) get(txn *badger.Txn, key []byte) ([]byte, error) {
	item, err := txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, damaged(key, err.Error())
	}
	return s.value([]byte{}, item)
}

func (s *Store) value(into []byte, item *badger.Item) (value []byte, err error) {
	key := item.Key()
	read := item.Value(func(sealed []byte) error {
		value, err = s.open(into, key, sealed)
		return nil
	})
	if read != nil {
		return nil, damaged(key, read.Error())
	}
	return value, err
}

// each unseals everything under a prefix in key order; key and value are good
// only until found returns.
func (s *Store) each(prefix []byte, found func(key, value []byte) error) error {
	return s.db.View(func(txn *badger.Txn) error {
		o := badger.DefaultIteratorOptions
		o.Prefix, o.PrefetchValues = prefix, false // values lie beside their keys: nothing is to be fetched
		it := txn.NewIterator(o)
		defer it.Close()
		var value []byte
		for it.Rewind(); it.Valid(); it.Next() {
			var err error
			if value, err = s.value(value[:0], it.Item()); err != nil {
				return err
			}
			if err := found(it.Item().Key(), value); err != nil {
				return err
			}
		}
		return nil
	})
}
