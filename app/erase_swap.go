package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"siaga/app/journal"
	"siaga/app/whole"
)

// An erasure writes another journal beside the one there is, without what is
// erased. When it is whole a mark is set beside it: from then on it counts, and
// whatever breaks off is finished at the next opening. Before, it is thrown away.
func (d *Desk) freshJournal() string { return d.journalPath() + "-new" }

func (d *Desk) swapMark() string { return filepath.Join(d.folder, "erasing") }

// swapMarkLine is all that the mark holds.
const swapMarkLine = "siaga-erasing 1\n"

func (d *Desk) swapping() bool { return fileExists(d.swapMark()) }

// rewriting are the steps by which journal and store are made without what is
// erased; x are the notes that stand at the end of it.
func (d *Desk) rewriting(x exchanged, progress Progress) []func() error {
	told := func(n uint64) bool { return progress.goOn(n, d.chains.vector().Events()) == nil }
	return []func() error{
		func() error { return d.writeFresh(x, told) },
		func() error { return whole.WriteBytes(d.swapMark(), []byte(swapMarkLine)) },
		func() error {
			d.broken = errors.New("the erasure was not finished")
			err := d.journal.Close()
			d.journal = nil
			return err
		},
		d.finishSwap,
		d.openJournal,
		d.takeSwapped,
	}
}

// writeFresh writes the other journal; one that does not become whole is thrown
// away.
func (d *Desk) writeFresh(x exchanged, told func(uint64) bool) (err error) {
	if err := os.RemoveAll(d.freshJournal()); err != nil {
		return fmt.Errorf("remove what an erasure left: %w", err)
	}
	folder, err := journal.Dir(d.freshJournal())
	if err != nil {
		return err
	}
	j, _, err := journal.Open(folder, journal.Options{Key: d.vault.Key("journal")})
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, j.Close()); err != nil {
			err = errors.Join(err, os.RemoveAll(d.freshJournal()))
		}
	}()
	if err := d.copyInto(j, told); err != nil {
		return err
	}
	b, err := json.Marshal(x)
	if err != nil {
		return fmt.Errorf("encode the notes: %w", err)
	}
	_, err = j.Append([][]byte{append([]byte{noteMark}, b...)})
	return err
}

// finishSwap puts the other journal in its place when it is whole. It can be
// broken off at any point and done again.
func (d *Desk) finishSwap() error {
	fresh := d.freshJournal()
	switch {
	case !fileExists(fresh):
		return nil
	case !d.swapping():
		return os.RemoveAll(fresh)
	}
	if err := os.RemoveAll(d.journalPath()); err != nil {
		return fmt.Errorf("remove the former journal: %w", err)
	}
	if err := os.Rename(fresh, d.journalPath()); err != nil {
		return fmt.Errorf("put the journal in its place: %w", err)
	}
	return d.syncFolder()
}

// takeSwapped makes the store anew of the journal that was put in place: the
// former store is removed as a whole.
func (d *Desk) takeSwapped() error {
	if d.journal == nil {
		return d.broken
	}
	if _, err := d.rebuild(nil); err != nil {
		return err
	}
	if err := os.Remove(d.swapMark()); err != nil {
		return fmt.Errorf("end an erasure: %w", err)
	}
	return d.syncFolder()
}

func (d *Desk) syncFolder() error {
	folder, err := journal.Dir(d.folder)
	if err != nil {
		return err
	}
	return folder.Sync()
}
