package model

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"
)

// Some laws hold whatever a desk claims to have seen, others only where nobody lies.
const (
	honest  = true
	orLiars = false
)

// histories calls a law with as many random offices as are asked for. The same
// number always gives the same office, so that what failed can be run again.
func histories(t *testing.T, all bool, law func(t *testing.T, o *office)) {
	t.Parallel()
	many := 2_000 // the deliberate bugs are all caught by 1,000
	if n, err := strconv.Atoi(os.Getenv("SIAGA_PROOF_HISTORIES")); err == nil {
		many = n
	}
	var counted tally
	for n := range many {
		o := randomOffice(t, uint64(n), all)
		law(t, o)
		if t.Failed() {
			t.Fatalf("in history %d: %s", n, o)
		}
		counted.add(o)
	}
	t.Logf("%d histories: %d desks, %d events, %d of them in deliveries of %d", many, counted.desks, counted.events, counted.sent, counted.posts)
}

type tally struct{ desks, events, posts, sent int }

func (c *tally) add(o *office) {
	c.desks += len(o.desks)
	c.events += len(o.all)
	c.posts += o.posts
	c.sent += o.sent
}

// randomOffice is two to five desks with clocks that may be years off, who
// write, and send each other what they have: shuffled, cut, doubled, lost.
func randomOffice(t *testing.T, seed uint64, honest bool) *office {
	o := &office{rnd: rand.New(rand.NewPCG(3, seed)), now: noon, honest: honest}
	for i := range 2 + o.rnd.IntN(4) {
		skew := time.Duration(o.rnd.IntN(200_000)-100_000) * time.Second
		if o.rnd.IntN(4) == 0 {
			skew = time.Duration(o.rnd.IntN(41)-20) * 365 * 24 * time.Hour
		}
		o.desks = append(o.desks, &desk{id: DeskID(fmt.Sprintf("%032x", i+1)), skew: skew, subject: Subject{Kind: "incident"}})
	}
	for range 5 + o.rnd.IntN(30) {
		o.now = o.now.Add(time.Duration(o.rnd.IntN(3600)) * time.Second)
		d := pick(o.rnd, o.desks)
		if o.rnd.IntN(3) == 0 {
			o.deliver(d, o.delivery(pick(o.rnd, o.desks).seen))
			continue
		}
		o.write(t, d, o.something())
	}
	return o
}

func (o *office) write(t fataler, d *desk, w writing) Event {
	e := d.write(t, o.now, w)
	o.all = append(o.all, e)
	return e
}

// delivery is what arrives of a bundle.
func (o *office) delivery(events []Event) []Event {
	events = slices.Clone(events)
	if o.rnd.IntN(2) == 0 {
		o.shuffle(events)
	}
	if len(events) > 0 && o.rnd.IntN(2) == 0 {
		events = events[:o.rnd.IntN(len(events))]
	}
	if o.rnd.IntN(3) == 0 {
		events = append(events, events...)
	}
	return events
}

func (o *office) deliver(to *desk, events []Event) {
	o.posts, o.sent = o.posts+1, o.sent+len(events)
	for _, e := range events {
		to.take(e)
	}
	to.hear(events, o.now)
}

// shuffled is everything that was written, in any order.
func (o *office) shuffled() []Event {
	events := slices.Clone(o.all)
	o.shuffle(events)
	return events
}

func (o *office) shuffle(events []Event) {
	o.rnd.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
}

func pick[T any](rnd *rand.Rand, from []T) T { return from[rnd.IntN(len(from))] }

var (
	machineFields = []string{"title", "impact", "passed/1.2", "resumed/a", "teams", "links", "notes", "actions"}
	machineNames  = []string{"V", "VI", "VII", "\x7fodd\x01"}
	machineValues = []string{"a", "b", "c"}
)

// something to write: mostly plain, now and then what a newer program, a
// broken desk or an erasure leaves.
func (o *office) something() writing {
	w := writing{kind: "incident.amended", v: Version, values: Values{}}
	for range 1 + o.rnd.IntN(3) {
		field := pick(o.rnd, machineFields)
		if shapeOf("incident", field) == shapeSet {
			w.values[field] = SetChange{Add: o.names(), Remove: o.names()}
		} else {
			w.values[field] = pick(o.rnd, machineValues)
		}
	}
	switch o.rnd.IntN(24) {
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
		if !o.honest {
			w.base = o.claim(w.values)
		}
	}
	return w
}

func (o *office) names() (names []string) {
	for _, name := range machineNames {
		if o.rnd.IntN(3) == 0 {
			names = append(names, name)
		}
	}
	return names
}

// claim is what a broken desk may say it has seen: any event, also its own
// next one and one that nobody wrote.
func (o *office) claim(values Values) map[string][]Mark {
	marks := []Mark{{Desk: "00000000000000000000000000000001", N: 3}, {Desk: "nobody", N: 1}}
	for _, e := range o.all {
		marks = append(marks, e.Mark())
	}
	base := map[string][]Mark{}
	for field := range values {
		for range o.rnd.IntN(4) {
			base[field] = append(base[field], pick(o.rnd, marks))
		}
	}
	return base
}

// String tells what was written, for whoever looks for the reason.
func (o *office) String() string {
	out := ""
	for _, e := range o.all {
		out += fmt.Sprintf("\n%s %s", e.Head, e.Sealed)
	}
	return out
}
