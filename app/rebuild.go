package app

import (
	"maps"

	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// rebuilding makes the store again of the journal's records. A subject is folded
// in memory as its events come, and gives its row when none has come for a long
// time; the few that then have more are folded again at the end, from the store.
type rebuilding struct {
	desk       *Desk
	to         *store.Remaking
	onProgress func(uint64) bool
	chains     chains
	known      subjects // changed lately
	former     subjects // and before that
	done       map[model.SubjectID]bool
	again      []model.SubjectID // done, and then there was more
	note       record            // the last one
	next       journal.Position
	events     uint64
	told       uint64
}

// maxFolding bounds the subjects in memory whose row is not given yet, twice.
const maxFolding = 2000

func newRebuilding(d *Desk, onProgress func(uint64) bool) *rebuilding {
	return &rebuilding{desk: d, onProgress: onProgress, chains: chains{},
		known: subjects{}, former: subjects{}, done: map[model.SubjectID]bool{}}
}

// fill gives every event of the journal, and then the rows that are left.
func (r *rebuilding) fill(to *store.Remaking) error {
	r.to = to
	if err := r.desk.eachRecord(journal.Position{}, r.take); err != nil {
		return err
	}
	maps.Copy(r.former, r.known)
	r.known = subjects{}
	return r.giveRows()
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
		r.known, r.former = subjects{}, r.known
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
	r.fold(e)
	return r.to.Event(kept)
}

func (r *rebuilding) fold(e model.Event) {
	id := e.Header.Subject
	s := r.known[id]
	if s == nil {
		s = r.former[id]
	}
	if s == nil {
		if done, known := r.done[id]; known {
			if done {
				r.done[id], r.again = false, append(r.again, id)
			}
			return
		}
		s = &model.Subject{ID: id}
	}
	r.known[id] = s
	s.Fold(e)
}

// giveRows gives the rows of the subjects that were changed formerly and not
// lately.
func (r *rebuilding) giveRows() error {
	for id, s := range r.former {
		if r.known[id] != nil {
			continue
		}
		row, _, err := rowOf(s)
		if err != nil {
			return err
		}
		raw, _ := model.Raw(string(id))
		r.to.Row(raw, row)
		r.done[id] = true
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
