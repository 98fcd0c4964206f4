package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

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
	if err := d.appendAll(onProgress); err != nil {
		return 0, err
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

// appendAll writes every event of the store to the new journal, in chunks.
func (d *Desk) appendAll(onProgress func(uint64) bool) error {
	var chunk [][]byte
	var written uint64
	flush := func() error {
		if len(chunk) == 0 {
			return nil
		}
		_, err := d.journal.Append(chunk)
		written += uint64(len(chunk))
		chunk = nil
		if err == nil && onProgress != nil && !onProgress(written) {
			return errStopped
		}
		return err
	}
	err := d.store.EachEvent(func(_ [16]byte, _ uint64, b []byte) error {
		chunk = append(chunk, append([]byte(nil), b...))
		if len(chunk) < store.ChunkEvents {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	if err := flush(); err != nil || d.others.empty() {
		return err
	}
	return d.note(d.others)
}
