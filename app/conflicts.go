package app

import (
	"encoding/json"

	"siaga/model"
)

// Conflict is a field of an incident in which desks disagree.
type Conflict struct {
	Field  string // as in [model.Incident].Conflicts
	Values []Rival
}

// Rival is one of the values that stand side by side: who wrote it and when it
// was typed in.
type Rival struct {
	Value json.RawMessage
	By    model.PersonID
	At    model.Instant
}

// Conflicts lists what desks disagree about in an incident, each with its
// values, in the order of the fields; it refuses an incident that is not known.
func (d *Desk) Conflicts(ref IncidentRef) ([]Conflict, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	id, err := d.findIncident("incident", ref)
	if err != nil {
		return nil, err
	}
	s, err := d.readSubject(id)
	if err != nil {
		return nil, err
	}
	var out []Conflict
	for _, field := range s.Conflicts() {
		c := Conflict{Field: field}
		for _, e := range s.Registers[field].Live {
			c.Values = append(c.Values, Rival{Value: e.Value, By: e.By, At: e.At.Instant()})
		}
		out = append(out, c)
	}
	return out, nil
}
