package model

import (
	"encoding/json"
	"reflect"
	"strings"
)

// Values is what a fact writes, by field name. A value is a typed value that
// encodes to JSON, or a SetChange where the field is a set.
type Values map[string]any

// put adds a field unless its value is the zero value: a fact writes only what
// was said.
func (v Values) put(field string, value any) Values {
	if !reflect.ValueOf(value).IsZero() {
		v[field] = value
	}
	return v
}

// Fact is one change that has been checked and may be recorded.
type Fact interface {
	Kind() Kind
	Values() Values
}

type shape int

const (
	shapeRegister shape = iota
	shapeSet
	shapeLog
)

// Field describes one register of a subject: its name in events, commands and
// JSON, whether it may hold personal data, and where its value is read into.
type Field[T any] struct {
	Name     string
	Personal bool
	into     func(*T) any
}

// WordKey names the field's label.
func (f Field[T]) WordKey() string { return "field." + f.Name }

// shapes lists every field that is not a plain register, by kind of subject.
var shapes = map[string]map[string]shape{
	"incident": {
		"teams": shapeSet, "persons": shapeSet, "links": shapeSet, "systems": shapeSet, "tags": shapeSet,
		"chronology": shapeLog, "actions": shapeLog, "notes": shapeLog, "evidence": shapeLog, "custody": shapeLog,
		"notices": shapeLog, "reports": shapeLog, "classifications": shapeLog, "partings": shapeLog,
		"renumbered": shapeLog, "decisions": shapeLog, "shares": shapeLog,
		"warned": shapeLog, "relayed": shapeLog,
	},
	"person": decisions, "agency": decisions, "system": decisions, "seat": decisions, "duty": decisions, "office": decisions,
}

// decisions are the reasons of what was decided between desks.
var decisions = map[string]shape{"decisions": shapeLog}

func shapeOf(kind, field string) shape {
	name, _, _ := strings.Cut(field, "/")
	return shapes[kind][name]
}

// readInto decodes the shown value of each field; what cannot be decoded (it
// was erased, or written by a newer program) stays zero.
func readInto[T any](s *Subject, t *T, fields []Field[T]) {
	for _, f := range fields {
		if r := s.Registers[f.Name]; r != nil {
			switch shown, ok := r.Shown(); {
			case ok && shown.Erased:
				readGone(f.into(t))
			case ok:
				readValue(shown.Value, f.into(t))
			}
		}
	}
}

// readGone reads what was erased.
func readGone(into any) {
	switch to := into.(type) {
	case *string:
		*to = Gone
	case *Reporter:
		to.Name = Gone
	}
}

// readValue decodes a value; most are a mark, an instant, or a text in plain
// ASCII, which stands there as it is.
func readValue(value json.RawMessage, into any) {
	switch to := into.(type) {
	case *bool:
		*to = string(value) == "true"
		return
	case *Instant:
		_ = to.UnmarshalJSON(value)
		return
	case **Policy:
		*to = readPolicy(value)
		return
	}
	if to := reflect.ValueOf(into).Elem(); to.Kind() == reflect.String {
		c := &eventCode[[]byte]{s: value}
		if text := c.text(); c.ended() {
			to.SetString(text)
			return
		}
	}
	_ = json.Unmarshal(value, into)
}

// families calls each register named "<family>/<key>", in no order; one that was
// undone (null) is left out.
func (s *Subject) families(each func(family, key string, shown Entry)) {
	for name, r := range s.Registers {
		if family, key, ok := strings.Cut(name, "/"); ok {
			if shown, ok := r.Shown(); ok && string(shown.Value) != "null" {
				each(family, key, shown)
			}
		}
	}
}

// family is families for one of them.
func (s *Subject) family(of string, each func(key string, shown Entry)) {
	s.families(func(family, key string, shown Entry) {
		if family == of {
			each(key, shown)
		}
	})
}

// rows decodes the entries of a log, leaving out those that were withdrawn or
// whose payload was erased.
func rows[R any](s *Subject, log string, attach func(*R, Entry)) []R {
	var out []R
	for _, e := range s.Logs[log] {
		var r R
		if string(e.Value) == "null" || json.Unmarshal(e.Value, &r) != nil || s.withdrawn(e.Mark) {
			continue
		}
		attach(&r, e)
		out = append(out, r)
	}
	return out
}

// withdrawn reports whether a row was withdrawn and that was not undone.
func (s *Subject) withdrawn(row Mark) bool {
	r := s.Registers["withdrawn/"+row.String()]
	if r == nil {
		return false
	}
	shown, ok := r.Shown()
	return ok && string(shown.Value) != "null"
}
