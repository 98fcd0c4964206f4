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
func (d *Desk) take(events []model.Event, subjects map[model.SubjectID]*model.Subject, end journal.Position) error {
	batch := store.Batch{Meta: []store.Meta{{Name: metaPosition, Bytes: end.Bytes()}}}
	changed := map[model.SubjectID]bool{}
	for _, e := range events {
		desk, ok1 := model.Raw(string(e.Header.Desk))
		subject, ok2 := model.Raw(string(e.Header.Subject))
		if !ok1 || !ok2 {
			return fmt.Errorf("event %s names a desk or subject that is none", e.Mark())
		}
		batch.Events = append(batch.Events, store.Event{Desk: desk, N: e.Header.N, Subject: subject, Bytes: model.Pack([]model.Event{e})})
		changed[e.Header.Subject] = true
	}
	last := events[len(events)-1]
	desk, _ := model.Raw(string(last.Header.Desk))
	batch.Heads = []store.Head{{Desk: desk, N: last.Header.N, Hash: last.Chain()}}
	for id := range changed {
		if err := project(&batch, subjects[id]); err != nil {
			return err
		}
	}
	if err := d.store.Commit(batch); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	for id := range changed {
		d.hold(subjects[id])
	}
	d.n, d.head, d.stamp = last.Header.N, last.Chain(), last.Header.At
	return nil
}

// project adds what a subject adds up to: its projection, and the row from
// which it is loaded at the start.
func project(batch *store.Batch, s *model.Subject) error {
	id, _ := model.Raw(string(s.ID))
	projection, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("encode a projection: %w", err)
	}
	row := projection
	if s.Kind == "incident" {
		row = model.RowOf(model.IncidentOf(s)).Bytes()
	}
	batch.Projections = append(batch.Projections, store.Entry{ID: id, Bytes: projection})
	batch.Rows = append(batch.Rows, store.Entry{ID: id, Bytes: append([]byte{kindByte(s.Kind)}, row...)})
	return nil
}

// rowOfIncident begins the rows of incidents; every other row is the whole
// projection of a small thing.
const rowOfIncident = 'i'

func kindByte(kind string) byte {
	if kind == "incident" {
		return rowOfIncident
	}
	return 's'
}

// readSubject reads a subject from the store.
func (d *Desk) readSubject(id model.SubjectID) (*model.Subject, error) {
	raw, ok := model.Raw(string(id))
	if !ok {
		return nil, fmt.Errorf("%q is not an identity", id)
	}
	b, err := d.store.Projection(raw)
	if err != nil {
		return nil, fmt.Errorf("read a projection: %w", err)
	}
	s := &model.Subject{ID: id}
	if b == nil {
		return s, nil
	}
	if err := json.Unmarshal(b, s); err != nil {
		return nil, fmt.Errorf("decode a projection: %w", err)
	}
	return s, nil
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
