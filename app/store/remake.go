package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/dgraph-io/badger/v4"
)

// Remake makes the store anew: fill gives every event and every row, and then
// rest, which may read them, commits what else there is. The named values stay,
// but for the position, which says how far the journal has been taken over.
// Nothing else may use the store meanwhile.
//
// It is made beside this one, and takes its place when it is whole; when fill or
// rest fails the store is the one it was.
func (s *Store) Remake(position string, fill func(*Remaking) error, rest func() error) error {
	named, err := s.named(position)
	if err != nil {
		return err
	}
	if err := s.reopen(tuned(s.dir)); err != nil { // lets go of all that was read
		return err
	}
	if err := remove(freshDir(s.dir)); err != nil {
		return err
	}
	former, counts := s.db, s.Counts() // stays open: its lock guards the folder
	if err := s.openBadger(hasty(freshDir(s.dir))); err != nil {
		return err
	}
	err = s.remake(named, fill, rest)
	fresh := s.db
	s.db = former
	if err != nil {
		s.setCounts(counts)
		return errors.Join(err, fresh.Close(), remove(freshDir(s.dir)))
	}
	return s.swap(fresh)
}

func (s *Store) remake(named []Meta, fill func(*Remaking) error, rest func() error) error {
	r := s.newRemaking()
	err := r.stream.Prepare()
	if err == nil {
		err = fill(r)
	}
	if err == nil {
		err = r.finish()
	}
	if err != nil {
		r.stream.Cancel()
		return err
	}
	s.setCounts(r.counts)
	if err := s.Commit(Batch{Meta: named}); err != nil {
		return err
	}
	return rest()
}

// hasty are the options of a remake: nothing is synced before its end, and the
// tables are small, because those being made are in memory.
func hasty(dir string) badger.Options {
	return tuned(dir).WithSyncWrites(false).WithBaseTableSize(128 << 10)
}

// swap puts what was made in the place of the store. One that is broken off is
// finished by the next [Open].
func (s *Store) swap(fresh *badger.DB) error {
	if err := errors.Join(fresh.Close(), s.db.Close()); err != nil {
		return fmt.Errorf("store: close: %w", err)
	}
	if err := os.Rename(s.dir, formerDir(s.dir)); err != nil {
		return fmt.Errorf("store: put the former aside: %w", err)
	}
	if err := finishSwap(s.dir); err != nil {
		return err
	}
	return errors.Join(s.openBadger(tuned(s.dir)), remove(formerDir(s.dir)))
}

// The folders beside the store: the one that is being made, and the one whose
// place it takes.
func freshDir(dir string) string  { return dir + "-new" }
func formerDir(dir string) string { return dir + "-former" }

// finishSwap gives the store that was made its name, where the former one was
// put aside already: then it is whole. Otherwise the former gets its name back.
func finishSwap(dir string) error {
	if exists(dir) || !exists(formerDir(dir)) {
		return nil
	}
	whole := freshDir(dir)
	if !exists(whole) {
		whole = formerDir(dir)
	}
	if err := os.Rename(whole, dir); err != nil {
		return fmt.Errorf("store: take the place of the former: %w", err)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// reopen closes Badger, which brings all that it holds to the disk.
func (s *Store) reopen(options badger.Options) error {
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("store: close: %w", err)
	}
	return s.openBadger(options)
}

// named reads all named values but one.
func (s *Store) named(but string) (named []Meta, err error) {
	err = s.each([]byte{markMeta}, func(key, value []byte) error {
		if name := string(key[1:]); name != but {
			named = append(named, Meta{name, append([]byte{}, value...)})
		}
		return nil
	})
	return named, err
}

// Discard removes the whole folder of a closed store that does not open any
// more, with its drafts and all; the next [Open] begins an empty one.
func Discard(dir string) error {
	return errors.Join(remove(dir), remove(freshDir(dir)), remove(formerDir(dir)))
}

func remove(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("store: remove a folder: %w", err)
	}
	return nil
}
