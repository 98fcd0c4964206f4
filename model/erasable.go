package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// CanErase reports whether personal data in subjects of a kind can be erased.
func CanErase(kind string) bool { return kind == "incident" || kind == "person" || kind == "system" }

// Wordy are the fields that hold a fact and words about it: the words can be
// erased, and the fact stays. By family or record, which of its parts.
var wordy = map[string][]string{
	"passed": {"note"}, "ended": {"reason"}, "reopened": {"reason"}, "pause": {"note"},
	"classifications": {"reason"}, "decisions": {"reason"}, "partings": {"reason"}, "renumbered": {"reason"},
	"reports": {"reporter", "answer"},
}

// wordless are the records whose rows hold nobody's words.
var wordless = []string{"warned", "relayed"}

// bareOf reports whether a value holds words that may be personal data, and what
// stays when they are erased: nil for nothing.
func bareOf(subject, field string, value json.RawMessage) (bare json.RawMessage, words bool) {
	family, _, _ := strings.Cut(field, "/")
	parts, fact := wordy[family]
	switch {
	case empty(value):
		return nil, false
	case fact:
		return withoutWords(value, parts)
	case family == "withdrawn":
		return json.RawMessage(`"` + Gone + `"`), true
	case slices.Contains(wordless, family):
		return nil, false
	case shapeOf(subject, field) == shapeLog:
		return nil, true
	}
	return nil, isPersonal(subject, field)
}

func empty(value json.RawMessage) bool {
	return len(value) == 0 || slices.Contains([]string{"null", `""`, "{}"}, string(value))
}

func withoutWords(value json.RawMessage, parts []string) (bare json.RawMessage, words bool) {
	var v map[string]json.RawMessage
	if json.Unmarshal(value, &v) != nil {
		return nil, true // nothing is known about it
	}
	for _, part := range parts {
		if empty(v[part]) {
			continue
		}
		words = true
		if v[part] = json.RawMessage(`"` + Gone + `"`); part == "reporter" {
			v[part] = json.RawMessage(`{"name":"` + Gone + `"}`)
		}
	}
	bare, err := json.Marshal(v)
	if err != nil {
		return nil, true
	}
	return bare, words
}

func isPersonal(subject, field string) bool {
	switch subject {
	case "incident":
		return field == "tags" || personal(IncidentFields, field) // people type names there too
	case "person":
		return personal(PersonFields, field)
	case "system":
		return personal(SystemFields, field)
	}
	return false
}

func personal[T any](fields []Field[T], name string) bool {
	return slices.ContainsFunc(fields, func(f Field[T]) bool { return f.Name == name && f.Personal })
}

// Erasable is one thing of a subject that can be erased: a register or a set with
// all its former values, or one row of a record.
type Erasable struct {
	Field  string
	Row    Mark            // of a row
	Value  json.RawMessage // that stands now, null for none
	At     Instant         // when a row was recorded
	Events int             // that wrote it
}

// Key names it in an order: the field, or the mark of the row.
func (e Erasable) Key() string {
	if e.Row != (Mark{}) {
		return e.Row.String()
	}
	return e.Field
}

// ErasableOf lists what can be erased of a subject: fields in the order of
// their names, then rows, oldest first.
func ErasableOf(events []Event) []Erasable {
	s := FoldAll(events)
	var out, rows []Erasable
	for _, e := range InOrder(events) {
		if e.Header.Kind.Keeps() {
			continue
		}
		for _, field := range e.Header.Fields {
			value, _ := s.wrote(e, field)
			if _, words := bareOf(s.Kind, field, value); !words || string(value) == `"`+Gone+`"` {
				continue
			}
			if shapeOf(s.Kind, field) == shapeLog {
				rows = append(rows, Erasable{Field: field, Row: e.Mark(), Value: value, At: e.Header.At.Instant(), Events: 1})
				continue
			}
			n := slices.IndexFunc(out, func(o Erasable) bool { return o.Field == field })
			if n < 0 {
				n, out = len(out), append(out, Erasable{Field: field, Value: s.now(field)})
			}
			out[n].Events++
		}
	}
	slices.SortFunc(out, func(a, b Erasable) int { return strings.Compare(a.Field, b.Field) })
	return append(out, rows...)
}

// now is the value that a register shows, or what a set holds; null for none.
func (s *Subject) now(field string) json.RawMessage {
	if shown := s.shown([]string{field})[field]; shown != nil {
		return shown
	}
	return json.RawMessage("null")
}

// FoldAll folds all events of a subject.
func FoldAll(events []Event) *Subject {
	s := &Subject{}
	for _, e := range events {
		s.Fold(e)
	}
	return s
}

// Erase names the events of a subject that hold what was chosen: registers by
// name, rows by their marks.
func Erase(events []Event, fields []string, rows []Mark) (out []Erasing) {
	s := FoldAll(events)
	for _, e := range InOrder(events) {
		erasing := Erasing{Subject: s.ID, Event: e.Mark()}
		for _, field := range e.Header.Fields {
			isRow := shapeOf(s.Kind, field) == shapeLog
			if chosen := isRow && slices.Contains(rows, e.Mark()) || !isRow && slices.Contains(fields, field); !chosen {
				continue
			}
			value, _ := s.wrote(e, field)
			if _, words := bareOf(s.Kind, field, value); words {
				erasing.Fields = append(erasing.Fields, field)
			}
		}
		if len(erasing.Fields) > 0 {
			out = append(out, erasing)
		}
	}
	return out
}

// OriginsOf says of rows that events of a subject wrote where each was recorded
// first, also of those of which only a part is left; not of one that came from
// nowhere else.
func OriginsOf(events []Event) map[Mark]Origin {
	s, out := FoldAll(events), map[Mark]Origin{}
	for _, e := range events {
		for _, field := range e.Header.Fields {
			var row struct{ Origin *Origin }
			value, _ := s.wrote(e, field)
			if shapeOf(s.Kind, field) == shapeLog && json.Unmarshal(value, &row) == nil && row.Origin != nil {
				out[e.Mark()] = *row.Origin
			}
		}
	}
	return out
}

// JoinedInto are the merges that events of an incident record, also those taken
// back since: into which ticket, and what they wrote there.
func JoinedInto(events []Event) (merges []Ending) {
	s := FoldAll(events)
	for _, e := range events {
		for _, field := range e.Header.Fields {
			var n Ending
			value, _ := s.wrote(e, field)
			if strings.HasPrefix(field, "ended/") && json.Unmarshal(value, &n) == nil && len(n.Joined) > 0 {
				merges = append(merges, n)
			}
		}
	}
	return merges
}
