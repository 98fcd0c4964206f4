package app

import (
	"errors"
	"fmt"
	"maps"

	"siaga/app/ahead"
	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// replayFrom takes the journal's records from a position on into the store.
// The last chunk is written while the next is read.
func (d *Desk) replayFrom(position journal.Position, onProgress func(uint64) bool) (uint64, error) {
	r := &replay{desk: d, onProgress: onProgress, chains: maps.Clone(d.chains), known: subjects{}, former: subjects{}}
	err := d.eachRecord(position, r.take)
	if err == nil {
		err = r.flush()
	}
	if err = errors.Join(err, r.wait()); err != nil {
		return r.events, fmt.Errorf("replay the journal: %w", err)
	}
	return r.events, nil
}

// eachRecord gives the journal's records from a position on. The next ones are
// read meanwhile.
func (d *Desk) eachRecord(position journal.Position, take func(record) error) error {
	return ahead.Make(16, func(give func(record) error) error {
		return d.journal.Replay(position, func(b []byte, next journal.Position) error {
			rec, err := readRecord(b, next)
			if err != nil {
				return err
			}
			return give(rec)
		})
	}, take)
}

type (
	subjects map[model.SubjectID]*model.Subject

	// record is one record of the journal, and where it ends: events or notes.
	record struct {
		events []model.Event
		note   []byte
		next   journal.Position
	}
)

func readRecord(b []byte, next journal.Position) (rec record, err error) {
	rec.next = next
	if isNote(b) {
		rec.note = b[1:]
		return rec, nil
	}
	rec.events, err = model.Unpack(b)
	return rec, err
}

// replay takes the journal's records into the store in chunks that fit one
// transaction.
type replay struct {
	desk       *Desk
	onProgress func(uint64) bool
	pending    []model.Event
	size       int      // of the pending, in bytes
	known      subjects // changed lately: not to be read again
	former     subjects // and before that
	next       journal.Position
	events     uint64
	chains     chains
	writing    chan error
	written    taking
}

var errStopped = errors.New("stopped")

// maxKnown bounds the subjects in memory. It is more than a chunk can change: what
// is still being written is known.
const maxKnown = 2000

func (r *replay) take(rec record) error {
	size := 0
	for _, e := range rec.events {
		size += e.Size()
	}
	if !store.Fits(len(r.pending)+len(rec.events), r.size+size) {
		if err := r.flush(); err != nil {
			return err
		}
	}
	r.size += size
	for _, e := range rec.events {
		if err := r.fold(e); err != nil {
			return err
		}
	}
	r.next = rec.next
	if rec.note != nil {
		return r.note(rec)
	}
	return nil
}

// note takes notes over when the events before them are written.
func (r *replay) note(rec record) error {
	if err := errors.Join(r.flush(), r.wait()); err != nil {
		return err
	}
	return r.desk.holdNote(rec.note, rec.next)
}

func (r *replay) fold(e model.Event) error {
	if err := r.chains.follow(e); err != nil {
		return err
	}
	s, err := r.subject(e.Header.Subject)
	if err != nil {
		return err
	}
	s.Fold(e)
	r.pending = append(r.pending, e)
	r.events++
	return nil
}

func (r *replay) subject(id model.SubjectID) (s *model.Subject, err error) {
	if s = r.known[id]; s == nil {
		s = r.former[id]
	}
	if s == nil {
		s, err = r.desk.readSubject(id)
	}
	r.known[id] = s
	return s, err
}

// flush begins to write the pending events when those before are written.
func (r *replay) flush() error {
	if err := r.wait(); err != nil || len(r.pending) == 0 {
		return err
	}
	t, err := r.desk.prepare(r.pending, r.known, nil)
	if err != nil {
		return err
	}
	t.upTo(r.next)
	r.written, r.writing = t, make(chan error, 1)
	go func() { r.writing <- t.sealed.Commit() }()
	r.pending, r.size = nil, 0
	if len(r.known) > maxKnown {
		r.known, r.former = subjects{}, r.known
	}
	if r.onProgress != nil && !r.onProgress(r.events) {
		return errStopped
	}
	return nil
}

// wait holds in memory what has been written.
func (r *replay) wait() error {
	if r.writing == nil {
		return nil
	}
	err := <-r.writing
	r.writing = nil
	if err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	r.desk.holdTaken(r.written)
	return nil
}
