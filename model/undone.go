package model

import (
	"encoding/json"
	"slices"
)

// Undone is the record that puts every field of one event back to what it was
// before: registers to their earlier value, sets to their earlier elements,
// rows withdrawn. It refuses the first event of a subject, an event that somebody
// has written over since, and one of which something was erased.
func Undone(events []Event, e Event, reason string) (Record, error) {
	var s Subject
	for _, past := range events {
		s.Fold(past)
	}
	v := Values{}
	for _, change := range History(events) {
		if change.Mark != e.Mark() {
			continue
		}
		written, known := s.wrote(e, change.Field)
		if !known {
			return Record{}, Refuse("refuse.undo-erased")
		}
		switch shapeOf(s.Kind, change.Field) {
		case shapeLog:
			v["withdrawn/"+e.Mark().String()] = reason
		case shapeSet:
			v[change.Field] = inverse(written, change.Before)
		default:
			if !s.settledBy(change.Field, e.Mark()) {
				return Record{}, Refuse("refuse.undo-overtaken")
			}
			v[change.Field] = earlier(change.Before)
		}
	}
	if len(events) == 0 || History(events)[0].Mark == e.Mark() {
		return Record{}, Refuse("refuse.undo-first")
	}
	return Record{Kind(s.Kind + ".undone"), v}, nil
}

// settledBy reports whether a register's one live value is that event's.
func (s *Subject) settledBy(field string, m Mark) bool {
	r := s.Registers[field]
	return r != nil && len(r.Live) == 1 && r.Live[0].Mark == m
}

// inverse takes away what was added and adds what was taken away, as far as
// that changed anything: what stood there before stays.
func inverse(written, before json.RawMessage) SetChange {
	var c SetChange
	var names []string
	_ = json.Unmarshal(written, &c) // what cannot be read added nothing
	_ = json.Unmarshal(before, &names)
	there := func(name string) bool { return slices.Contains(names, name) }
	return SetChange{
		Add:    slices.DeleteFunc(c.Remove, func(name string) bool { return !there(name) }),
		Remove: slices.DeleteFunc(c.Add, there),
	}
}

// earlier is the value before, null when there was none.
func earlier(before json.RawMessage) json.RawMessage {
	if before == nil {
		return json.RawMessage("null")
	}
	return before
}
