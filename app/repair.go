package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// Repair ends a recovery: a store that is damaged or does not fit is made
// again from the journal; a journal that is damaged, or lacks what the store
// holds, is put aside and written again from the store. It returns how many
// events stand afterwards. It refuses when neither is whole by itself.
func (d *Desk) Repair(onProgress func(events uint64) bool) (uint64, error) {
	trouble := d.Recovery()
	if trouble == nil || trouble.Key == "recovery.store" || trouble.Key == "recovery.chain" {
		return d.Rebuild(onProgress)
	}
	d.mu.Lock()
	events, err := d.rewriteJournal(onProgress)
	d.mu.Unlock()
	if err == nil {
		d.tellChanged()
	}
	return events, err
}

// rewriteJournal makes a new journal of the store's events; the old one stays
// beside it under another name.
func (d *Desk) rewriteJournal(onProgress func(uint64) bool) (uint64, error) {
	if d.store == nil {
		return 0, model.Refuse("refuse.journal-damaged")
	}
	if _, err := d.checkChains(); err != nil {
		return 0, model.Refuse("refuse.journal-damaged")
	}
	if d.journal != nil {
		if err := d.journal.Close(); err != nil {
			return 0, err
		}
		d.journal = nil
	}
	aside := d.journalPath() + "-damaged-" + d.now().UTC().Format(time.RFC3339)[:10]
	if err := os.Rename(d.journalPath(), unused(aside)); err != nil {
		return 0, fmt.Errorf("put the journal aside: %w", err)
	}
	d.broken = errors.New("the journal was not finished")
	if err := d.openJournal(); err != nil {
		return 0, err
	}
	if err := d.copyInto(d.journal, onProgress); err != nil {
		return 0, err
	}
	if !d.others.empty() {
		if err := d.note(d.others); err != nil {
			return 0, err
		}
	}
	if err := d.keep(metaPosition, d.journal.End().Bytes()); err != nil {
		return 0, err
	}
	d.broken = nil
	return d.chains.vector().Events(), nil
}

// unused is the name itself, or with a number behind it when it is taken.
func unused(path string) string {
	name := path
	for i := 2; fileExists(name); i++ {
		name = fmt.Sprintf("%s-%d", path, i)
	}
	return filepath.Clean(name)
}

// copyInto writes every event of the store to a new journal, in chunks; without
// their payload those that are erased.
func (d *Desk) copyInto(j *journal.Journal, onProgress func(uint64) bool) error {
	var chunk [][]byte
	var written uint64
	flush := func() error {
		if len(chunk) == 0 {
			return nil
		}
		_, err := j.Append(chunk)
		written += uint64(len(chunk))
		chunk = nil
		if err == nil && onProgress != nil && !onProgress(written) {
			return errStopped
		}
		return err
	}
	err := d.store.EachEvent(func(_ [16]byte, _ uint64, b []byte) error {
		b, err := d.stripped(b)
		if chunk = append(chunk, append([]byte(nil), b...)); err != nil || len(chunk) < store.ChunkEvents {
			return err
		}
		return flush()
	})
	if err != nil {
		return err
	}
	return flush()
}

// stripped is the packed event without its payload where that is erased.
func (d *Desk) stripped(b []byte) ([]byte, error) {
	if len(d.erased) == 0 {
		return b, nil
	}
	events, err := model.Unpack(b)
	if err != nil || len(events) != 1 {
		return nil, fmt.Errorf("an event of the store cannot be read: %w", err)
	}
	return model.Pack([]model.Event{d.erased.Strip(events[0])}), nil
}
