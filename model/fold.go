package model

import (
	"encoding/json"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Entry is one value of a field with the event that wrote it.
type Entry struct {
	Mark   Mark            `json:"m"`
	At     Stamp           `json:"t"`
	By     PersonID        `json:"u,omitempty"`
	Value  json.RawMessage `json:"v"`
	Erased bool            `json:"e,omitempty"` // the value was, by order (see [Erasure])
	Seen   []Mark          `json:"s,omitempty"` // of an end: the last event of each desk about the subject that its author had seen
}

// Register is the value of a field. Live holds one entry when it is settled
// and several when desks disagree; Replaced remembers what later writes had
// seen, also of events that have not arrived yet, so that order cannot matter.
type Register struct {
	Live     []Entry `json:"l,omitempty"`
	Replaced []Mark  `json:"r,omitempty"`
}

// Shown returns the entry shown first: the one with the later clock, and one
// that was erased only where nothing else stands.
func (r Register) Shown() (Entry, bool) {
	switch len(r.Live) {
	case 0:
		return Entry{}, false
	case 1:
		return r.Live[0], true
	}
	return slices.MaxFunc(r.Rivals(), laterEntry), true
}

// Rivals are the live entries that can be in dispute: one that was erased says
// nothing against another.
func (r Register) Rivals() []Entry {
	there := func(e Entry) bool { return !e.Erased }
	if slices.ContainsFunc(r.Live, Entry.erased) && slices.ContainsFunc(r.Live, there) {
		return slices.DeleteFunc(slices.Clone(r.Live), Entry.erased)
	}
	return r.Live
}

func (e Entry) erased() bool { return e.Erased }

func laterEntry(a, b Entry) int {
	if a.At != b.At {
		if a.At.Before(b.At) {
			return -1
		}
		return 1
	}
	if a.Mark.Before(b.Mark) {
		return -1
	}
	return 1
}

func (r *Register) write(e Entry, base []Mark) {
	for _, m := range base {
		r.Replaced = insert(r.Replaced, m)
		r.Live = slices.DeleteFunc(r.Live, func(l Entry) bool { return l.Mark == m })
	}
	if !has(r.Replaced, e.Mark) {
		behind := sort.Search(len(r.Live), func(i int) bool { return e.Mark.Before(r.Live[i].Mark) })
		r.Live = slices.Insert(r.Live, behind, e)
	}
}

// insert and has keep a sorted slice of marks as a set.
func insert(marks []Mark, m Mark) []Mark {
	i := sort.Search(len(marks), func(i int) bool { return !marks[i].Before(m) })
	if i < len(marks) && marks[i] == m {
		return marks
	}
	return slices.Insert(marks, i, m)
}

func has(marks []Mark, m Mark) bool {
	i := sort.Search(len(marks), func(i int) bool { return !marks[i].Before(m) })
	return i < len(marks) && marks[i] == m
}

// Set holds single elements that are added and removed on their own; a removal
// takes away only the additions its author had seen.
type Set struct {
	Added   map[string][]Mark `json:"a"`
	Removed []Mark            `json:"r,omitempty"`
}

// SetChange is what an event writes to a set.
type SetChange struct {
	Add    []string `json:"add,omitempty"`
	Remove []string `json:"remove,omitempty"`
}

// removal is remembered per element: one event may add several.
func (s *Set) change(c SetChange, m Mark, base []Mark) {
	if s.Added == nil {
		s.Added = map[string][]Mark{}
	}
	for _, name := range c.Remove {
		for _, seen := range base {
			s.Removed = insert(s.Removed, elementMark(seen, name))
			s.Added[name] = slices.DeleteFunc(s.Added[name], func(a Mark) bool { return a == seen })
		}
	}
	for _, name := range c.Add {
		if !has(s.Removed, elementMark(m, name)) {
			s.Added[name] = insert(s.Added[name], m)
		}
	}
	for name, marks := range s.Added {
		if len(marks) == 0 {
			delete(s.Added, name)
		}
	}
}

func elementMark(m Mark, name string) Mark {
	return Mark{Desk: m.Desk + DeskID("/"+name), N: m.N}
}

// Names returns the elements in order.
func (s Set) Names() []string {
	names := make([]string, 0, len(s.Added))
	for name := range s.Added {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Marks returns the additions that a removal of these names has seen.
func (s Set) Marks(names []string) []Mark {
	var out []Mark
	for _, name := range names {
		for _, m := range s.Added[name] {
			out = insert(out, m)
		}
	}
	return out
}

// Subject is everything known about one incident, person, office, … as the
// fold of its events. Its JSON is canonical: equal events give equal bytes.
type Subject struct {
	ID        SubjectID            `json:"id"`
	Kind      string               `json:"kind"`
	Registers map[string]*Register `json:"reg,omitempty"`
	Sets      map[string]*Set      `json:"set,omitempty"`
	Logs      map[string][]Entry   `json:"log,omitempty"`
	Unknown   []Mark               `json:"unknown,omitempty"`
	Erased    []Mark               `json:"erased,omitempty"`
}

// SubjectKind is the part of a kind before its dot: "incident" of
// "incident.passed".
func (k Kind) SubjectKind() string {
	kind, _, _ := strings.Cut(string(k), ".")
	return kind
}

// Fold applies one event. It may be called in any order of events, but once
// for each event.
func (s *Subject) Fold(e Event) {
	kind := e.Header.Kind.SubjectKind()
	s.ID, s.Kind = e.Header.Subject, steady(s.Kind, kind)
	if !Known(e.Header.Kind) || e.Header.V > Version {
		s.Unknown = insert(s.Unknown, e.Mark())
		return
	}
	if len(e.Sealed) == 0 {
		s.Erased = insert(s.Erased, e.Mark())
	}
	for _, field := range e.Header.Fields {
		s.fold(kind, field, e)
		if e.Header.Kind.Keeps() {
			s.outlive(field)
		}
	}
}

// steady chooses the kind of a subject whose events name different ones, as
// those of a newer program may: a known one, then the first by name.
func steady(a, b string) string {
	switch known := subjectKinds[a]; {
	case a == "" || known != subjectKinds[b] && !known:
		return b
	case b == "" || known != subjectKinds[b]:
		return a
	}
	return min(a, b)
}

func (s *Subject) fold(kind, field string, e Event) {
	value, known := s.wrote(e, field)
	if value == nil {
		value = json.RawMessage("null")
	}
	entry := Entry{Mark: e.Mark(), At: e.Header.At, By: e.Header.User, Value: value, Erased: !known}
	if endsBy(field) {
		entry.Seen = e.Header.Base[seenOfAll]
	}
	switch shapeOf(kind, field) {
	case shapeSet:
		var change SetChange
		if json.Unmarshal(value, &change) == nil {
			s.set(field).change(change, e.Mark(), e.Header.Base[field])
		}
	case shapeLog:
		s.log(field, entry)
	default:
		s.register(field).write(entry, e.Header.Base[field])
	}
}

func (s *Subject) register(field string) *Register {
	if s.Registers == nil {
		s.Registers = map[string]*Register{}
	}
	r := s.Registers[field]
	if r == nil {
		r = &Register{}
		s.Registers[field] = r
	}
	return r
}

func (s *Subject) set(field string) *Set {
	if s.Sets == nil {
		s.Sets = map[string]*Set{}
	}
	if s.Sets[field] == nil {
		s.Sets[field] = &Set{}
	}
	return s.Sets[field]
}

func (s *Subject) log(field string, e Entry) {
	if s.Logs == nil {
		s.Logs = map[string][]Entry{}
	}
	rows := append(s.Logs[field], e)
	sort.Slice(rows, func(i, j int) bool { return laterEntry(rows[i], rows[j]) < 0 })
	s.Logs[field] = rows
}

// Base returns what a write of these values must name as seen: for each
// register its live entries, for each set the additions it removes; and for an
// end all else that was seen.
func (s *Subject) Base(values Values) map[string][]Mark {
	base := map[string][]Mark{}
	for field, value := range values {
		var seen []Mark
		switch shapeOf(s.Kind, field) {
		case shapeSet:
			if set := s.Sets[field]; set != nil {
				seen = set.Marks(value.(SetChange).Remove)
			}
		case shapeLog:
		default:
			if r := s.Registers[field]; r != nil {
				for _, l := range r.Live {
					seen = append(seen, l.Mark)
				}
			}
		}
		if len(seen) > 0 {
			base[field] = seen
		}
		if endsBy(field) {
			if all := s.lastMarks(func(Entry) bool { return true }).marks(); len(all) > 0 {
				base[seenOfAll] = all
			}
		}
	}
	return base
}

// BaseOf is Base for the values of a fact, which can say by itself what its author
// is held to have seen of a field.
func (s *Subject) BaseOf(f Fact) map[string][]Mark {
	base := s.Base(f.Values())
	if r, ok := f.(Restored); ok {
		maps.Copy(base, r.Seen)
	}
	return base
}

// Conflicts names the registers in which desks disagree, in order.
func (s *Subject) Conflicts() []string {
	var out []string
	for field, r := range s.Registers {
		if len(r.Live) > 1 && !isKeeping(field) && !agree(field, r.Rivals()) {
			out = append(out, field)
		}
	}
	sort.Strings(out)
	return out
}
