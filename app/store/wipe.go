package store

import (
	"fmt"
	"os"
)

// wipingName marks a wipe that has begun; it ends when the store is next opened.
const wipingName = "store.wiping"

// Wipe removes all that can be made again, and the named values to forget (how
// far the journal has been taken over); the other named values stay. One that
// is broken off ends when the store is next opened.
func (s *Store) Wipe(forget ...string) error {
	begun := Batch{Meta: []Meta{{wipingName, []byte{1}}}}
	for _, name := range forget {
		begun.Meta = append(begun.Meta, Meta{Name: name})
	}
	if err := s.Commit(begun); err != nil {
		return err
	}
	return s.endWipe()
}

func (s *Store) endWipe() error {
	prefixes := make([][]byte, len(derived))
	for n := range derived {
		prefixes[n] = derived[n : n+1]
	}
	if err := s.drop(prefixes); err != nil {
		return fmt.Errorf("store: wipe: %w", err)
	}
	return s.Commit(Batch{Meta: []Meta{{Name: wipingName}}})
}

func (s *Store) drop(prefixes [][]byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.db.DropPrefix(prefixes...); err != nil {
		return err
	}
	s.setCounts(Counts{})
	return nil
}

// Discard removes the whole folder of a closed store that does not open any
// more, with its drafts and all; the next [Open] begins an empty one.
func Discard(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("store: discard: %w", err)
	}
	return nil
}
