package app

import (
	"cmp"
	"errors"
	"fmt"
	"runtime/debug"

	"siaga/app/files"
	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// Trouble says why a desk is in recovery.
type Trouble struct {
	// Key names the sentence: "recovery.journal", "recovery.store",
	// "recovery.behind" (the journal lacks what the store has) or
	// "recovery.chain".
	Key    string
	Events uint64 // in the store, as far as it can be read
	Err    error
}

// Recovery returns why the desk writes nothing, nil when all is well.
func (d *Desk) Recovery() *Trouble {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.broken == nil {
		return nil
	}
	return &Trouble{Key: TroubleKey(d.broken), Events: d.chains.vector().Events(), Err: d.broken}
}

// TroubleKey names the sentence for what Recovery or Check found.
func TroubleKey(err error) string {
	var damagedJournal *journal.Damage
	var ahead *journal.Ahead
	var damagedStore *store.Damage
	var damagedFile *files.Damage
	var unread unreadContent
	switch {
	case errors.As(err, &damagedFile):
		return "recovery.files"
	case errors.As(err, &unread):
		return "recovery.files-unread"
	case errors.As(err, &ahead):
		return "recovery.behind"
	case errors.As(err, &damagedJournal):
		return "recovery.journal"
	case errors.As(err, &damagedStore):
		return "recovery.store"
	}
	return "recovery.chain"
}

// TornBytes is how much of a record that was never acknowledged a crash left
// behind; it was cut off at opening.
func (d *Desk) TornBytes() int64 { return d.torn }

// Rebuild makes the store again from the journal alone and returns how many
// events it read. onProgress is told the count as it grows and returns false
// to stop; a rebuild that was stopped leaves the desk in recovery. It refuses
// a journal that is damaged.
func (d *Desk) Rebuild(onProgress func(events uint64) bool) (uint64, error) {
	d.mu.Lock()
	events, err := d.rebuild(onProgress)
	d.mu.Unlock()
	if err == nil {
		d.tellChanged()
	}
	return events, err
}

func (d *Desk) rebuild(onProgress func(events uint64) bool) (uint64, error) {
	if d.journal == nil {
		return 0, model.Refuse("refuse.journal-damaged")
	}
	if err := d.needStore(); err != nil {
		return 0, err
	}
	d.forget()
	defer debug.SetGCPercent(debug.SetGCPercent(rebuildGCPercent))
	d.broken = errors.New("the rebuild was not finished")
	r := newRebuilding(d, onProgress)
	err := d.store.Remake(metaPosition, r.fill, r.rest)
	if err != nil {
		return r.events, fmt.Errorf("rebuild from the journal: %w", err)
	}
	d.broken = d.load()
	return r.events, d.broken
}

// needStore begins a new store when the old one does not open.
func (d *Desk) needStore() error {
	if d.store != nil {
		return nil
	}
	if err := store.Discard(d.storePath()); err != nil {
		return err
	}
	s, err := store.Open(d.storePath(), d.vault.Key("store"))
	d.store = s
	return err
}

// Checked counts what a check of the whole desk verified.
type Checked struct {
	Segments int    `json:"segments"`
	Records  uint64 `json:"records"`
	Events   uint64 `json:"events"`
	Rows     uint64 `json:"rows"`
	Chained  uint64 `json:"chained"`
	Files    int    `json:"files"`   // contents of evidence
	Missing  int    `json:"missing"` // files of evidence whose content is not here
}

// Check reads everything: every record of the journal, every value of the
// store, the chain of every event, and every content of evidence. The error is the
// first thing that is not as it was written; a content that is damaged is set aside
// and missing from then on.
func (d *Desk) Check() (Checked, error) {
	c, sums, err := d.checkRecords()
	if err != nil {
		return c, err
	}
	var damaged error
	for _, sum := range sums {
		switch err := d.files.Verify(sum); {
		case err == nil:
			c.Files++
		case !errors.Is(err, files.ErrMissing):
			damaged = cmp.Or(damaged, unreadOr(d.afterReading(err)))
		}
	}
	c.Missing = len(d.MissingFiles())
	return c, damaged
}

// unreadContent is the disk's own error over a content, which is no damage of the
// records.
type unreadContent struct{ error }

func unreadOr(err error) error {
	if _, refused := model.AsRefusal(err); refused {
		return err
	}
	return unreadContent{err}
}

// checkRecords reads all records, and says which contents they name.
func (d *Desk) checkRecords() (Checked, []model.Hash, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.broken != nil {
		return Checked{}, nil, d.broken
	}
	j, err := d.journal.Verify(func(uint64) {})
	if err != nil {
		return Checked{}, nil, err
	}
	s, err := d.store.Check()
	if err != nil {
		return Checked{}, nil, err
	}
	c := Checked{Segments: j.Segments, Records: j.Records, Events: s.Events, Rows: s.Rows}
	c.Chained, err = d.checkChains()
	return c, sumsOf(d.namedFiles()), err
}
