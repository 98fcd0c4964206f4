package store

import (
	"errors"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

func TestAnEventThatTheIndexNamesIsMissed(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	commit(t, s, one(4))
	closeStore(t, s)
	meddle(t, dir, func(txn *badger.Txn) error { return txn.Delete(eventKey(id(1), 4)) })
	s = open(t, dir)
	defer s.Close()
	err := s.EventsOf(id(104), func([16]byte, uint64, []byte) error { return nil })
	if damage := new(*Damage); !errors.As(err, damage) || (*damage).Kind != "event" {
		t.Errorf("the thing has lost an event, and: %v", err)
	}
}

func TestAGapBeforeTheHeadIsFound(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, n := range []int{1, 2, 4} { // 3 was never committed: no count misses it
		commit(t, s, one(n))
	}
	closeStore(t, s)
	err := openAndCheck(dir)
	if damage := new(*Damage); !errors.As(err, damage) || (*damage).Kind != "event" {
		t.Errorf("event 3 is missing, and: %v", err)
	}
}
