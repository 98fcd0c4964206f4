package app

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

// payload salts the values and encodes each of them once.
func (d *Desk) payload(values model.Values) (model.Payload, error) {
	p := model.Payload{Salt: make([]byte, 16), Values: make(map[string]json.RawMessage, len(values))}
	if _, err := io.ReadFull(d.random, p.Salt); err != nil {
		return p, fmt.Errorf("draw a salt: %w", err)
	}
	for field, value := range values {
		b, err := json.Marshal(value)
		if err != nil {
			return p, fmt.Errorf("encode %s: %w", field, err)
		}
		p.Values[field] = b
	}
	return p, nil
}

// record makes the work lasting: the journal first, synced, then the store,
// then memory. When it returns without error nothing can be lost any more.
func (d *Desk) record(w *work) error {
	if len(w.events) == 0 {
		return nil
	}
	end, err := d.journal.Append([][]byte{model.Pack(w.events)})
	if err != nil {
		return err
	}
	if err := d.take(w.events, w.working, end); err != nil {
		d.broken = err // the journal has it: the next opening replays it
		return err
	}
	return nil
}

// take brings events that the journal holds into the store, in one
// transaction, and into memory. The subjects have them folded in already.
func (d *Desk) take(events []model.Event, working subjects, end journal.Position) error {
	t, err := d.prepare(events, working, nil)
	if err != nil {
		return err
	}
	t.upTo(end)
	if err := t.sealed.Commit(); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	d.holdTaken(t)
	return nil
}

// taking is what is to be written to the store, and held in memory when it is.
type taking struct {
	batch   store.Batch
	sealed  *store.Sealed
	chains  chains // of the desks among them, after them
	changed subjects
	rows    []*model.Row // of the incidents among them
}

// prepare makes of events what is to be written. A thing that is new has no row
// yet, and is not new after.
func (d *Desk) prepare(events []model.Event, working subjects, fresh map[model.SubjectID]bool) (taking, error) {
	t := taking{changed: subjects{}, chains: chains{}}
	last := map[model.DeskID]model.Event{}
	for _, e := range events {
		kept, err := toKeep(e)
		if err != nil {
			return t, err
		}
		t.batch.Events = append(t.batch.Events, kept)
		t.changed[e.Header.Subject] = working[e.Header.Subject]
		last[e.Header.Desk] = e
	}
	for desk, e := range last {
		t.chains[desk] = endingIn(e)
	}
	var err error
	if t.batch.Heads, err = t.chains.heads(); err != nil {
		return t, err
	}
	for _, s := range t.changed {
		if err := t.addRow(s); err != nil {
			return t, err
		}
		t.batch.Rows[len(t.batch.Rows)-1].First = fresh[s.ID]
		delete(fresh, s.ID)
	}
	t.sealed = d.store.Seal(t.batch)
	return t, nil
}

// upTo notes where the journal ends behind the events.
func (t *taking) upTo(end journal.Position) {
	t.sealed.Name(store.Meta{Name: metaPosition, Bytes: end.Bytes()})
}

// toKeep is an event as the store keeps it.
func toKeep(e model.Event) (store.Event, error) {
	desk, ok1 := model.Raw(string(e.Header.Desk))
	subject, ok2 := model.Raw(string(e.Header.Subject))
	if !ok1 || !ok2 {
		return store.Event{}, fmt.Errorf("event %s names a desk or subject that is none", e.Mark())
	}
	return store.Event{Desk: desk, N: e.Header.N, Subject: subject, Bytes: model.Pack([]model.Event{e})}, nil
}

func (d *Desk) holdTaken(t taking) {
	for _, s := range t.changed {
		d.hold(s)
	}
	for _, row := range t.rows {
		d.holdRow(row)
	}
	for desk, end := range t.chains {
		d.chains[desk] = end
		d.followClock(end.at)
	}
}

// addRow adds the row from which a subject is loaded at the start.
func (t *taking) addRow(s *model.Subject) error {
	id, _ := model.Raw(string(s.ID))
	b, row, err := rowOf(s)
	t.batch.Rows = append(t.batch.Rows, store.Entry{ID: id, Bytes: b})
	if row != nil {
		t.rows = append(t.rows, row)
	}
	return err
}

// What a row begins with: an incident's short form, or the whole of a small
// thing.
const (
	rowOfIncident = 'i'
	rowOfSmall    = 's'
)

// usualRow is more bytes than most rows have.
const usualRow = 512

// rowOf is the row of a subject, and what it holds when that is an incident.
func rowOf(s *model.Subject) ([]byte, *model.Row, error) {
	if s.Kind == "incident" {
		row := model.RowOf(model.IncidentOf(s))
		return row.AppendTo(append(make([]byte, 0, usualRow), rowOfIncident)), &row, nil
	}
	b, err := json.Marshal(s)
	if err != nil {
		return nil, nil, fmt.Errorf("encode a row: %w", err)
	}
	return append([]byte{rowOfSmall}, b...), nil, nil
}

// readSubject folds a subject of its events in the store.
func (d *Desk) readSubject(id model.SubjectID) (*model.Subject, error) {
	raw, ok := model.Raw(string(id))
	if !ok {
		return nil, fmt.Errorf("%q is not an identity", id)
	}
	s := &model.Subject{ID: id}
	err := d.store.EventsOf(raw, func(_ [16]byte, _ uint64, b []byte) error {
		events, err := model.Unpack(b)
		for _, e := range events {
			s.Fold(e)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read a subject: %w", err)
	}
	return s, nil
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
