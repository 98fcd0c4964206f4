package store

import (
	"errors"
	"fmt"
	"os"

	"github.com/dgraph-io/badger/v4"
)

// remakingName marks a remake that has begun, and names the value that goes
// with it; one that was broken off leaves an empty store when it is next opened.
const remakingName = "store.remaking"

// Remake removes all that can be made again, and the named value position that
// says how far the journal has been taken over; the other named values stay.
// Then fill makes it again with commits that are synced together at the end.
// Nothing else may use the store meanwhile. When fill fails, the store is empty
// when it is next opened.
func (s *Store) Remake(position string, fill func() error) error {
	if err := s.Commit(Batch{Meta: []Meta{{remakingName, []byte(position)}, {Name: position}}}); err != nil {
		return err
	}
	if err := s.reopen(hasty(s.dir)); err != nil {
		return err
	}
	err := s.empty()
	if err == nil {
		err = fill()
	}
	if err := errors.Join(err, s.reopen(tuned(s.dir))); err != nil {
		return err
	}
	return s.Commit(Batch{Meta: []Meta{{Name: remakingName}}})
}

// reopen closes Badger, which brings all that it holds to the disk.
func (s *Store) reopen(options badger.Options) error {
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("store: close: %w", err)
	}
	return s.openBadger(options)
}

func (s *Store) empty() error {
	prefixes := make([][]byte, len(derived))
	for n := range derived {
		prefixes[n] = derived[n : n+1]
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.db.DropPrefix(prefixes...); err != nil {
		return fmt.Errorf("store: empty: %w", err)
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
