package store

import (
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// EventsOfDesk gives a desk's events from one number to another, both included,
// in order; one that is missing is damage. The bytes are good only until found
// returns.
func (s *Store) EventsOfDesk(desk [16]byte, from, to uint64, found func(n uint64, event []byte) error) error {
	return s.db.View(func(txn *badger.Txn) error {
		o := badger.DefaultIteratorOptions
		o.Prefix = idKey(markEvent, desk)
		o.PrefetchValues = false // values lie beside their keys: nothing is to be fetched
		it := txn.NewIterator(o)
		defer it.Close()
		next := from
		var value []byte
		for it.Seek(eventKey(desk, from)); it.Valid() && next <= to; it.Next() {
			_, n := deskAndNumber(it.Item().Key())
			if n != next {
				break
			}
			var err error
			if value, err = s.value(value[:0], it.Item()); err != nil {
				return err
			}
			if err := found(n, value); err != nil {
				return err
			}
			next++
		}
		if next <= to {
			return &Damage{Kind: kinds[markEvent], What: fmt.Sprintf("number %d is missing", next)}
		}
		return nil
	})
}
