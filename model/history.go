package model

import (
	"encoding/json"
	"slices"
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
	Erased bool            `json:"erased,omitempty"` // what it wrote was, by order
}

// InOrder is a subject's events as people read them: oldest first as their
// clocks show, but none before what its author had seen. It does not depend on
// the order of their arrival.
func InOrder(events []Event) []Event {
	waiting := slices.Clone(events)
	slices.SortFunc(waiting, func(a, b Event) int {
		return laterEntry(Entry{At: a.Header.At, Mark: a.Mark()}, Entry{At: b.Header.At, Mark: b.Mark()})
	})
	var out []Event
	for len(waiting) > 0 {
		next := slices.IndexFunc(waiting, func(e Event) bool {
			return !slices.ContainsFunc(waiting, e.hadSeen)
		})
		next = max(0, next) // a broken desk can make two that have seen each other
		out, waiting = append(out, waiting[next]), slices.Delete(waiting, next, next+1)
	}
	return out
}

// hadSeen reports whether the author of an event had seen another one, as far
// as its header tells.
func (e Event) hadSeen(other Event) bool {
	m := other.Mark()
	if m.Desk == e.Header.Desk {
		return m.N < e.Header.N
	}
	for _, base := range e.Header.Base {
		if slices.Contains(base, m) {
			return true
		}
	}
	return false
}

// History replays a subject's events in order, and lists each field that each
// one changed. What only outlived an erasure is no change.
func History(events []Event) []Change {
	var s Subject
	var out []Change
	for _, e := range events {
		if e.Header.Kind.Keeps() {
			s.Fold(e)
		}
	}
	for _, e := range InOrder(events) {
		if e.Header.Kind.Keeps() {
			continue
		}
		before := s.shown(e.Header.Fields)
		s.Fold(e)
		after := s.shown(e.Header.Fields)
		s.onlyNewRows(e, before, after)
		fields := append([]string(nil), e.Header.Fields...)
		sort.Strings(fields)
		for _, field := range fields {
			_, known := s.wrote(e, field)
			out = append(out, Change{
				Mark: e.Mark(), At: e.Header.At.Instant(), By: e.Header.User, Kind: e.Header.Kind, Field: field,
				Before: before[field], After: after[field], Erased: !known,
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
			after[field], _ = s.wrote(e, field)
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
