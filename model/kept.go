package model

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// Gone is what a text reads that was erased: a dash, as papers have it where
// nothing stands. What counts by being there goes on counting.
const Gone = "—"

// The two ways in which a value of an erased event is kept, before the mark and
// the field: as it was written, or bare of the words in it.
const (
	keptWhole = "kept/"
	keptBare  = "bare/"
)

// Keeps reports whether events of a kind only say what an erased event wrote
// besides what was erased. They change nothing that people read.
func (k Kind) Keeps() bool { return strings.HasSuffix(string(k), ".kept") }

// keeping takes the name of such a register apart: which event's value of which
// field it keeps, and whether with its words.
func keeping(register string) (m Mark, field string, words bool) {
	rest, words := strings.CutPrefix(register, keptWhole)
	if !words {
		rest = strings.TrimPrefix(register, keptBare)
	}
	mark, field, _ := strings.Cut(rest, "/")
	m, _ = ParseMark(mark)
	return m, field, words
}

// ParseMark reads a mark as it stands in field names: "<desk>.<n>".
func ParseMark(text string) (Mark, bool) {
	desk, n, ok := strings.Cut(text, ".")
	number, err := strconv.ParseUint(n, 10, 64)
	return Mark{DeskID(desk), number}, ok && err == nil && desk != ""
}

// keptChange is what a set keeps of an erased event: what its author had seen
// stands in the header of that one.
type keptChange struct {
	SetChange
	Seen []Mark `json:"seen,omitempty"`
}

// Keeping are the facts by which all that an event wrote outlives its erasure,
// but for the fields that are erased: what can hold no personal data in one
// event, and every other field in one of its own, which a later order can erase.
func Keeping(e Event, erased []string) (facts []Record) {
	subject := e.Header.Kind.SubjectKind()
	plain := Values{}
	m := e.Mark().String()
	for n, field := range e.Header.Fields {
		value := e.value(n)
		if value == nil {
			continue
		}
		bare, words := bareOf(subject, field, value)
		whole, ok := outliving(e, field, value)
		switch {
		case !ok:
			continue
		case !words:
			plain[keptWhole+m+"/"+field] = whole
			continue
		case bare != nil:
			plain[keptBare+m+"/"+field] = bare
		}
		if !slices.Contains(erased, field) {
			facts = append(facts, Record{Kind(subject + ".kept"), Values{keptWhole + m + "/" + field: whole}})
		}
	}
	if len(plain) > 0 {
		facts = slices.Insert(facts, 0, Record{Kind(subject + ".kept"), plain})
	}
	return facts
}

// outliving is a value as it is kept whole; false for what cannot be read.
func outliving(e Event, field string, value json.RawMessage) (any, bool) {
	if shapeOf(e.Header.Kind.SubjectKind(), field) != shapeSet {
		return value, true
	}
	c := keptChange{Seen: e.Header.Base[field]}
	return &c, json.Unmarshal(value, &c.SetChange) == nil
}

// outlived is what was kept of an erased event's field; false when all of it
// was erased.
func (s *Subject) outlived(m Mark, field string) (json.RawMessage, bool) {
	for _, how := range []string{keptWhole, keptBare} {
		if r := s.Registers[how+m.String()+"/"+field]; r != nil {
			if shown, ok := r.Shown(); ok && !shown.Erased {
				return shown.Value, true
			}
		}
	}
	return json.RawMessage("null"), false
}

// wrote is what an event wrote to a field, as far as that is still known.
func (s *Subject) wrote(e Event, field string) (json.RawMessage, bool) {
	if len(e.Sealed) == 0 {
		return s.outlived(e.Mark(), field)
	}
	return e.Value(field), true
}

// Wrote is what an event wrote to a field, as it would stand in it.
func (s *Subject) Wrote(e Event, field string) Entry {
	value, known := s.wrote(e, field)
	return Entry{Mark: e.Mark(), At: e.Header.At, By: e.Header.User, Value: value, Erased: !known}
}

// outlive gives an erased event's field what was kept of it; the two come in
// any order.
func (s *Subject) outlive(register string) {
	m, field, _ := keeping(register)
	if !has(s.Erased, m) {
		return
	}
	value, known := s.outlived(m, field)
	if !known {
		return
	}
	var entries []Entry
	switch shapeOf(s.Kind, field) {
	case shapeSet:
		s.changeAgain(field, m, value)
	case shapeLog:
		entries = s.Logs[field]
	default:
		if r := s.Registers[field]; r != nil {
			entries = r.Live
		}
	}
	for n := range entries {
		if entries[n].Mark == m {
			entries[n].Value, entries[n].Erased = value, false
		}
	}
}

func (s *Subject) changeAgain(field string, m Mark, value json.RawMessage) {
	var c keptChange
	if json.Unmarshal(value, &c) == nil {
		s.set(field).change(c.SetChange, m, c.Seen)
	}
}

// ErasedFields names the registers whose value was erased and not written since,
// and the records of which a row was, in order.
func (s *Subject) ErasedFields() FieldNames {
	if len(s.Erased) == 0 {
		return nil
	}
	var names FieldNames
	for field, r := range s.Registers {
		if shown, ok := r.Shown(); ok && shown.Erased && !isKeeping(field) {
			names = append(names, field)
		}
	}
	for log, rows := range s.Logs {
		if slices.ContainsFunc(rows, func(e Entry) bool { return e.Erased }) {
			names = append(names, log)
		}
	}
	slices.Sort(names)
	return names
}

func isKeeping(register string) bool {
	return strings.HasPrefix(register, keptWhole) || strings.HasPrefix(register, keptBare)
}
