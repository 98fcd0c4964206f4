package model

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// desk is a desk in memory: what it has seen of one subject, in the order in
// which it came, and a clock that may be wrong.
type desk struct {
	id      DeskID
	skew    time.Duration
	n       uint64
	stamp   Stamp
	heard   Stamp // the latest of the others' that it follows
	prev    Hash
	seen    []Event
	subject Subject
}

// take folds an event unless the desk has it: skipping what is there already
// is the caller's part.
func (d *desk) take(e Event) {
	if slices.ContainsFunc(d.seen, func(s Event) bool { return s.Mark() == e.Mark() }) {
		return
	}
	d.seen = append(d.seen, e)
	d.subject.Fold(e)
}

// hear follows the others' clocks as far as a desk ever does.
func (d *desk) hear(events []Event, now time.Time) {
	for _, e := range events {
		if at := e.Header.At; at.Wall <= now.Add(d.skew).UnixMilli()+maxLead {
			d.heard = later(d.heard, at)
		}
	}
}

func later(a, b Stamp) Stamp {
	if a.Before(b) {
		return b
	}
	return a
}

// writing is one event before its desk gives it number, clock and chain.
type writing struct {
	kind   Kind
	v      int
	values Values
	erased bool
	base   map[string][]Mark // instead of what the desk has seen
}

func (d *desk) write(t fataler, now time.Time, w writing) Event {
	payload := Payload{Salt: []byte("salt"), Values: map[string]json.RawMessage{}}
	h := Header{
		V: w.v, Kind: w.kind, Desk: d.id, N: d.n + 1, Prev: d.prev, At: later(d.stamp, d.heard).Next(now.Add(d.skew)),
		User: "user", Subject: subjectID, Base: w.base,
	}
	for field, value := range w.values {
		b, err := json.Marshal(value)
		if err != nil {
			t.Fatalf("encode %s: %v", field, err)
		}
		payload.Values[field] = b
		h.Fields = append(h.Fields, field)
	}
	slices.Sort(h.Fields)
	if w.base == nil {
		h.Base = d.subject.Base(w.values)
	}
	e, err := Write(h, payload)
	if err != nil {
		t.Fatalf("write: %v", err)
	}
	if w.erased {
		e.Sealed, e.Values = nil, nil
	}
	d.n, d.stamp, d.prev = h.N, h.At, e.Chain()
	d.take(e)
	return e
}

type fataler interface{ Fatalf(string, ...any) }

const subjectID = SubjectID("11111111111111111111111111111111")

// office is some desks that wrote about one subject, and exchanged parts of
// what they wrote.
type office struct {
	desks []*desk
	all   []Event

	// of the machine alone
	rnd         *rand.Rand
	now         time.Time
	honest      bool // nobody claims to have seen what it has not
	posts, sent int
}

var noon = time.Date(2026, 10, 5, 12, 0, 0, 0, time.UTC)

func newOffice(t *rapid.T) *office {
	o := &office{}
	for i := range rapid.IntRange(2, 5).Draw(t, "desks") {
		skew := time.Duration(rapid.IntRange(-100_000, 100_000).Draw(t, "skew seconds")) * time.Second
		o.desks = append(o.desks, &desk{id: DeskID(fmt.Sprintf("%032x", i+1)), skew: skew, subject: Subject{Kind: "incident"}})
	}
	for i := range rapid.IntRange(5, 30).Draw(t, "moves") {
		d := o.desks[rapid.IntRange(0, len(o.desks)-1).Draw(t, "desk")]
		if rapid.IntRange(0, 2).Draw(t, "writes or takes") > 0 {
			o.all = append(o.all, d.write(t, noon.Add(time.Duration(i)*time.Second), someWriting(t, o.all)))
			continue
		}
		for _, e := range o.desks[rapid.IntRange(0, len(o.desks)-1).Draw(t, "from")].seen {
			if rapid.Bool().Draw(t, "arrives") {
				d.take(e)
			}
		}
	}
	return o
}

var someNames = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"V", "VI", "VII", "\x7fodd\x01"}), 0, 3, rapid.ID)

func someWriting(t *rapid.T, before []Event) writing {
	w := writing{kind: "incident.amended", v: Version, values: Values{}}
	for range rapid.IntRange(1, 3).Draw(t, "fields") {
		field := rapid.SampledFrom([]string{"title", "impact", "passed/1.2", "resumed/a", "teams", "links", "notes", "actions"}).Draw(t, "field")
		switch shapeOf("incident", field) {
		case shapeSet:
			w.values[field] = SetChange{Add: someNames.Draw(t, "add"), Remove: someNames.Draw(t, "remove")}
		default:
			w.values[field] = rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "value")
		}
	}
	switch rapid.IntRange(0, 19).Draw(t, "special") {
	case 0:
		w.kind = "incident.from-tomorrow"
	case 1:
		w.kind = "casefile.from-tomorrow"
	case 2:
		w.v = Version + 1
	case 3:
		w.erased = true
	case 4:
		w.kind = "person.amended" // nobody should, and yet it must not matter when
	case 5:
		w.base = someBase(t, w.values, before)
	}
	return w
}

// someBase is what a broken or hostile desk may claim to have seen: any event,
// also its own next one and one that nobody wrote.
func someBase(t *rapid.T, values Values, before []Event) map[string][]Mark {
	marks := []Mark{{Desk: "00000000000000000000000000000001", N: 3}, {Desk: "nobody", N: 1}}
	for _, e := range before {
		marks = append(marks, e.Mark())
	}
	base := map[string][]Mark{}
	for field := range values {
		base[field] = rapid.SliceOfN(rapid.SampledFrom(marks), 0, 3).Draw(t, "base")
	}
	return base
}

// folded is the subject's canonical JSON after these events in this order; it
// goes through JSON once on the way, as it does through the store.
func folded(t fataler, events []Event, through int) string {
	var s Subject
	for i, e := range events {
		if i == through {
			s = stored(t, s)
		}
		s.Fold(e)
	}
	return asStored(t, &s)
}

// stored is the subject as it comes back from the store.
func stored(t fataler, s Subject) (back Subject) {
	b := asStored(t, &s)
	if err := json.Unmarshal([]byte(b), &back); err != nil {
		t.Fatalf("decode %s: %v", b, err)
	}
	return back
}

func asStored(t fataler, s *Subject) string {
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatalf("encode: %v", err)
	}
	return string(b)
}

// story is a fixed office for the tests that tell one.
func story(names ...string) []*desk {
	var desks []*desk
	for _, name := range names {
		desks = append(desks, &desk{id: DeskID(name), subject: Subject{Kind: "incident"}})
	}
	return desks
}

func amend(values Values) writing {
	return writing{kind: "incident.amended", v: Version, values: values}
}

func send(from, to *desk) {
	for _, e := range from.seen {
		to.take(e)
	}
}

func sameOffice(t *testing.T, desks ...*desk) {
	t.Helper()
	first := folded(t, desks[0].seen, -1)
	for _, d := range desks[1:] {
		if got := folded(t, d.seen, -1); got != first {
			t.Errorf("desk %s shows\n%s\nand desk %s\n%s", d.id, got, desks[0].id, first)
		}
	}
}
