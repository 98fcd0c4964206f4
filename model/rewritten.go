package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// KnownOrders is the name under which a header's base holds the orders to erase
// that its author knew about what the deed had read. No field has it.
const KnownOrders = "erasures"

// Knew reports whether the author of an event knew an order.
func (e Event) Knew(order Mark) bool {
	if e.Header.Desk == order.Desk {
		return e.Header.N > order.N
	}
	return slices.Contains(e.Header.Base[KnownOrders], order)
}

// HasRow reports whether a row of a record is among what is erased of an event.
func (x Erasing) HasRow(subjectKind string) bool {
	return slices.ContainsFunc(x.Fields, func(field string) bool { return shapeOf(subjectKind, field) == shapeLog })
}

// Rewriting is an event that wrote an erased field once more, over the erased
// value and without knowing of the order.
type Rewriting struct {
	Erasing
	Copied bool // it repeats erased words: those can still be read here
}

// Rewritten finds where a subject's events write once more what an order erases
// of it. all are the orders there are: what any of them covers is none, nor is
// what people who knew the order decided to let stand.
func (o Erasure) Rewritten(events []Event, all Erasures) (out []Rewriting) {
	s, order := FoldAll(events), InOrder(events)
	for _, field := range o.of(s) {
		if shapeOf(s.Kind, field) == shapeSet {
			out = append(out, o.takenOut(s.ID, events, field, all)...)
			continue
		}
		r := rewriting{subject: s, field: field, order: o.Mark, all: all, seen: map[Mark][]Mark{}}
		for _, e := range order {
			if !e.Header.Kind.Keeps() && slices.Contains(e.Header.Fields, field) {
				r.look(e)
			}
		}
		out = append(out, r.found...)
	}
	return out
}

// takenOut finds where people who did not know the order took what it erases out of
// a set: to do so they named it.
func (o Erasure) takenOut(id SubjectID, events []Event, field string, all Erasures) (out []Rewriting) {
	erased := func(m Mark) bool { return all[m][field] }
	for _, e := range events {
		if slices.ContainsFunc(e.Header.Base[field], erased) && !erased(e.Mark()) && !e.Knew(o.Mark) {
			out = append(out, Rewriting{Erasing{id, e.Mark(), []string{field}}, true})
		}
	}
	return out
}

// of are the registers and sets of a subject that the order erases.
func (o Erasure) of(s *Subject) (fields FieldNames) {
	for _, x := range o.Events {
		for _, field := range x.Fields {
			if x.Subject == s.ID && shapeOf(s.Kind, field) != shapeLog {
				fields = append(fields, field)
			}
		}
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

// rewriting looks at one field's events, each after those that its author had
// seen.
type rewriting struct {
	subject *Subject
	field   string
	order   Mark
	all     Erasures
	seen    map[Mark][]Mark // of what came of the erased value: by which events, itself among them
	erased  []string        // words that can still be read
	others  []json.RawMessage
	found   []Rewriting
}

func (r *rewriting) look(e Event) {
	m := e.Mark()
	value, _ := r.subject.wrote(e, r.field)
	var through []Mark
	for _, base := range e.Header.Base[r.field] {
		through = append(through, r.seen[base]...)
	}
	_, words := bareOf(r.subject.Kind, r.field, value)
	switch {
	case r.all[m][r.field]:
		r.seen[m] = append(through, m)
		r.erased = append(r.erased, wordsIn(r.field, value)...)
	case e.Knew(r.order):
		if !strings.HasSuffix(string(e.Header.Kind), ".decided") {
			r.seen[m] = through
			return
		}
		r.found = slices.DeleteFunc(r.found, func(f Rewriting) bool { return slices.Contains(through, f.Event) })
		if r.repeats(value) { // taken for new at one desk, and found to be a copy at another
			r.found = append(r.found, Rewriting{Erasing{r.subject.ID, m, []string{r.field}}, true})
		}
	case len(through) == 0 || !words || string(value) == `"`+Gone+`"` || r.stood(value):
		r.others = append(r.others, value)
	default:
		r.seen[m] = append(through, m)
		r.found = append(r.found, Rewriting{Erasing{r.subject.ID, m, []string{r.field}}, r.repeats(value)})
	}
}

// stood reports whether a value stood apart from the erased one, to which an undo
// or a merge that was taken back returns.
func (r *rewriting) stood(value json.RawMessage) bool {
	return slices.ContainsFunc(r.others, func(o json.RawMessage) bool { return string(o) == string(value) })
}

// repeats reports whether a value holds words that were erased, and that stood
// nowhere else in the field.
func (r *rewriting) repeats(value json.RawMessage) bool {
	said := strings.Join(wordsIn(r.field, value), "\n")
	return slices.ContainsFunc(r.erased, func(words string) bool {
		return strings.Contains(said, words) && !slices.ContainsFunc(r.others, func(o json.RawMessage) bool {
			return strings.Contains(strings.Join(wordsIn(r.field, o), "\n"), words)
		})
	})
}

// leastWords is how long a line is at least that is known again by itself.
const leastWords = 4

// wordsIn are the lines of what a value says about people; where someone works,
// and as what, many share.
func wordsIn(field string, value json.RawMessage) (lines []string) {
	family, _, _ := strings.Cut(field, "/")
	said, parts := map[string]json.RawMessage{"": value}, []string{""}
	switch {
	case field == "reporter":
		parts = []string{"name", "phone", "email"}
	case wordy[family] != nil:
		parts = wordy[family]
	}
	if parts[0] != "" && json.Unmarshal(value, &said) != nil {
		return nil
	}
	for _, part := range parts {
		var text string
		_ = json.Unmarshal(said[part], &text) // a part that is no text says nothing
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); len(line) >= leastWords {
				lines = append(lines, line)
			}
		}
	}
	return lines
}
