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
	t, err := d.prepare(events, working, end)
	if err != nil {
		return err
	}
	if err := d.store.Commit(t.batch); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	d.holdTaken(t)
	return nil
}

// taking is what is to be written to the store, and held in memory when it is.
type taking struct {
	batch   store.Batch
	chains  chains // of the desks among them, after them
	changed subjects
	rows    []*model.Row // of the incidents among them
}

func (d *Desk) prepare(events []model.Event, working subjects, end journal.Position) (taking, error) {
	t := taking{changed: subjects{}, chains: chains{}}
	t.batch.Meta = []store.Meta{{Name: metaPosition, Bytes: end.Bytes()}}
	for _, e := range events {
		desk, ok1 := model.Raw(string(e.Header.Desk))
		subject, ok2 := model.Raw(string(e.Header.Subject))
		if !ok1 || !ok2 {
			return t, fmt.Errorf("event %s names a desk or subject that is none", e.Mark())
		}
		t.batch.Events = append(t.batch.Events, store.Event{Desk: desk, N: e.Header.N, Subject: subject, Bytes: model.Pack([]model.Event{e})})
		t.changed[e.Header.Subject] = working[e.Header.Subject]
		t.chains[e.Header.Desk] = endingIn(e)
	}
	var err error
	if t.batch.Heads, err = t.chains.heads(); err != nil {
		return t, err
	}
	for _, s := range t.changed {
		if err := t.project(s); err != nil {
			return t, err
		}
	}
	return t, nil
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

// project adds what a subject adds up to: its projection, and the row from
// which it is loaded at the start.
func (t *taking) project(s *model.Subject) error {
	id, _ := model.Raw(string(s.ID))
	projection, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("encode a projection: %w", err)
	}
	t.batch.Projections = append(t.batch.Projections, store.Entry{ID: id, Bytes: projection})
	if s.Kind != "incident" {
		t.batch.Rows = append(t.batch.Rows, store.Entry{ID: id, Bytes: append([]byte{rowOfSmall}, projection...)})
		return nil
	}
	row := model.RowOf(model.IncidentOf(s))
	t.batch.Rows = append(t.batch.Rows, store.Entry{ID: id, Bytes: append([]byte{rowOfIncident}, row.Bytes()...)})
	t.rows = append(t.rows, &row)
	return nil
}

// What a row begins with: an incident's short form, or the whole projection of
// a small thing.
const (
	rowOfIncident = 'i'
	rowOfSmall    = 's'
)

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
