package model

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// Decided is the fact that somebody decided about a field in which desks
// disagree, or which does not fit together with others.
type Decided struct {
	Subject string // its kind
	Field   string
	Value   any
	Reason  string
	Also    Values // what follows from it
}

// Decision is a reason on the record of decisions.
type Decision struct {
	Field  string `json:"field"`
	Reason string `json:"reason"`
}

// Kind is the kind of its subject with ".decided".
func (d Decided) Kind() Kind { return Kind(d.Subject + ".decided") }

// Values writes the value, and the reason where one was given.
func (d Decided) Values() Values {
	v := Values{d.Field: d.Value}
	for field, value := range d.Also {
		v[field] = value
	}
	if strings.TrimSpace(d.Reason) != "" {
		v["decisions"] = Decision{d.Field, d.Reason}
	}
	return v
}

// Undecided counts the fields in which desks disagree, and what does not fit.
func (s *Subject) Undecided() int { return len(s.Conflicts()) + len(s.Misfits()) }

// Decidable reports whether a field is to be decided: desks disagree about it,
// or it is one of those that do not fit together.
func (s *Subject) Decidable(field string) bool {
	return slices.Contains(s.Conflicts(), field) ||
		slices.ContainsFunc(s.Misfits(), func(m Misfit) bool { return slices.Contains(m.Fields, field) })
}

// Chosen is a live value as it is written once more: who did the deed stays, for
// the author of the decision only chose it. A text that was erased stays so.
func Chosen(field string, e Entry) json.RawMessage {
	if e.Erased {
		return json.RawMessage(`"` + Gone + `"`)
	}
	family, _, _ := strings.Cut(field, "/")
	switch family {
	case "passed":
		return withAuthor(e, func(p *Passage) {
			was := p.Signed()
			p.Signature = &Signature{was.Note, cmp.Or(was.By, e.By), cmp.Or(was.TypedAt, e.At.Instant())}
		})
	case "ended":
		return withAuthor(e, func(n *Ending) { n.By = cmp.Or(n.By, e.By) })
	case "reopened":
		return withAuthor(e, func(r *Reopening) { r.By = cmp.Or(r.By, e.By) })
	case "pause":
		return withAuthor(e, func(p *Pause) { p.By = cmp.Or(p.By, e.By) })
	}
	return e.Value
}

func withAuthor[T any](e Entry, sign func(*T)) json.RawMessage {
	var t T
	if string(e.Value) == "null" || json.Unmarshal(e.Value, &t) != nil {
		return e.Value
	}
	sign(&t)
	b, err := json.Marshal(t)
	if err != nil {
		return e.Value
	}
	return b
}

// Why is the reason or note that was recorded with an entry, in its value or in
// a record that the same event wrote; empty for none.
func (s *Subject) Why(e Entry) string {
	if why := reasonIn(e.Value); why != "" {
		return why
	}
	for _, log := range []string{"decisions", "classifications", "renumbered"} {
		for _, row := range s.Logs[log] {
			if row.Mark == e.Mark {
				if why := reasonIn(row.Value); why != "" {
					return why
				}
			}
		}
	}
	return ""
}

func reasonIn(value json.RawMessage) string {
	var said struct{ Reason, Note string }
	if json.Unmarshal(value, &said) != nil {
		return ""
	}
	return cmp.Or(said.Reason, said.Note)
}
