package app

import (
	"errors"

	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// rebuilding makes the store again of the journal's records. A subject is folded
// in memory as its events come, and gives its row when none has come for a long
// time; the few that have more after that are folded again at the end, from the
// store.
type rebuilding struct {
	desk       *Desk
	to         *store.Remaking
	onProgress func(uint64) bool
	chains     chains
	known      subjects // changed lately
	former     subjects // and before that
	done       map[[16]byte]bool
	again      []model.SubjectID // done, and then there was more
	giving     chan error        // the rows that are being given
	note       record            // the last one
	next       journal.Position
	events     uint64
	told       uint64
}

// rebuildGCPercent is GCPercent while a rebuild makes far more than it keeps.
const rebuildGCPercent = 60

// maxFolding bounds the subjects in memory whose row is not given yet: as many
// that were changed lately, and as many before that.
const maxFolding = 1000

func newRebuilding(d *Desk, onProgress func(uint64) bool) *rebuilding {
	r := &rebuilding{desk: d, onProgress: onProgress, chains: chains{},
		known: subjects{}, former: subjects{}, done: map[[16]byte]bool{}, giving: make(chan error, 1)}
	r.giving <- nil
	return r
}

// fill gives every event of the journal, and then the rows that are left.
func (r *rebuilding) fill(to *store.Remaking) error {
	r.to = to
	err := r.desk.eachRecord(journal.Position{}, r.take)
	for range 2 { // what was changed formerly, and what lately
		if err == nil {
			err = r.giveRows()
		}
	}
	return errors.Join(err, <-r.giving)
}

func (r *rebuilding) take(rec record) error {
	for _, e := range rec.events {
		if err := r.event(e); err != nil {
			return err
		}
	}
	if r.next = rec.next; rec.note != nil {
		r.note = rec
	}
	if len(r.known) > maxFolding {
		if err := r.giveRows(); err != nil {
			return err
		}
	}
	if r.events-r.told < store.ChunkEvents {
		return nil
	}
	r.told = r.events
	if r.onProgress != nil && !r.onProgress(r.events) {
		return errStopped
	}
	return nil
}

func (r *rebuilding) event(e model.Event) error {
	if err := r.chains.follow(e); err != nil {
		return err
	}
	kept, err := toKeep(e)
	if err != nil {
		return err
	}
	r.events++
	r.fold(e, kept.Subject)
	return r.to.Event(kept)
}

func (r *rebuilding) fold(e model.Event, raw [16]byte) {
	id := e.Header.Subject
	s := r.known[id]
	if s == nil {
		s = r.former[id]
	}
	if s == nil {
		if first, done := r.done[raw]; done {
			if first {
				r.done[raw], r.again = false, append(r.again, id)
			}
			return
		}
		s = &model.Subject{ID: id}
	}
	r.known[id] = s
	s.Fold(e)
}

// giveRows begins to give the rows of the subjects that were changed formerly
// and not lately, when those before are given.
func (r *rebuilding) giveRows() error {
	if err := <-r.giving; err != nil {
		r.giving <- nil
		return err
	}
	rows := map[[16]byte]*model.Subject{}
	for id, s := range r.former {
		if r.known[id] == nil {
			raw, _ := model.Raw(string(id))
			rows[raw], r.done[raw] = s, true
		}
	}
	r.known, r.former = subjects{}, r.known
	go func() { r.giving <- r.give(rows) }()
	return nil
}

func (r *rebuilding) give(rows map[[16]byte]*model.Subject) error {
	for id, s := range rows {
		row, _, err := rowOf(s)
		if err != nil {
			return err
		}
		r.to.Row(id, row)
	}
	return nil
}

// rest keeps what is known when all events are there: the heads, the notes, the
// rows of what was folded too early, and how far the journal has been taken over.
func (r *rebuilding) rest() error {
	if err := r.foldAgain(); err != nil {
		return err
	}
	if r.note.note != nil {
		if err := r.desk.holdNote(r.note.note, r.note.next); err != nil {
			return err
		}
	}
	heads, err := r.chains.heads()
	if err != nil {
		return err
	}
	position := store.Meta{Name: metaPosition, Bytes: r.next.Bytes()}
	return r.desk.store.Commit(store.Batch{Heads: heads, Meta: []store.Meta{position}})
}

func (r *rebuilding) foldAgain() error {
	var t taking
	for n, id := range r.again {
		s, err := r.desk.readSubject(id)
		if err != nil {
			return err
		}
		if err := t.addRow(s); err != nil {
			return err
		}
		if len(t.batch.Rows) == store.ChunkEvents || n == len(r.again)-1 {
			if err := r.desk.store.Commit(t.batch); err != nil {
				return err
			}
			t = taking{}
		}
	}
	return nil
}
