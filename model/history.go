package model

import (
	"encoding/json"
	"sort"
)

// Change is one field of one event as people read a history: who, when, what
// it was before and after (JSON values, null for none).
type Change struct {
	Mark   Mark            `json:"mark"`
	At     Instant         `json:"at"`
	By     PersonID        `json:"by"`
	Kind   Kind            `json:"kind"`
	Field  string          `json:"field"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// History replays a subject's events, oldest first as their clocks show, and
// lists each field that each one changed.
func History(events []Event) []Change {
	sorted := append([]Event(nil), events...)
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i], sorted[j]
		if a.Header.At != b.Header.At {
			return a.Header.At.Before(b.Header.At)
		}
		return a.Mark().Before(b.Mark())
	})
	var s Subject
	var out []Change
	for _, e := range sorted {
		before := s.shown(e.Header.Fields)
		s.Fold(e)
		after := s.shown(e.Header.Fields)
		s.onlyNewRows(e, before, after)
		fields := append([]string(nil), e.Header.Fields...)
		sort.Strings(fields)
		for _, field := range fields {
			out = append(out, Change{
				Mark: e.Mark(), At: e.Header.At.Instant(), By: e.Header.User, Kind: e.Header.Kind, Field: field,
				Before: before[field], After: after[field],
			})
		}
	}
	return out
}

// onlyNewRows makes a log read as what it is: nothing before, one row after.
func (s *Subject) onlyNewRows(e Event, before, after map[string]json.RawMessage) {
	for _, field := range e.Header.Fields {
		if shapeOf(s.Kind, field) == shapeLog {
			delete(before, field)
			after[field] = e.Payload.Values[field]
		}
	}
}

// shown is the value of each field: a register's shown value, a set's
// elements; a log has no single value.
func (s *Subject) shown(fields []string) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	for _, field := range fields {
		switch shapeOf(s.Kind, field) {
		case shapeSet:
			if set := s.Sets[field]; set != nil {
				out[field], _ = json.Marshal(set.Names())
			}
		case shapeLog:
		default:
			if r := s.Registers[field]; r != nil {
				if e, ok := r.Shown(); ok {
					out[field] = e.Value
				}
			}
		}
	}
	return out
}
