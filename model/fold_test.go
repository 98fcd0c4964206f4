package model

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestEveryDeskThatHasSeenTheSameShowsTheSame(t *testing.T) {
	histories, orders := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		o := newOffice(t)
		histories++
		want := folded(t, o.all, -1)
		for range 6 {
			orders++
			arrival := shuffled(t, o.all)
			through := rapid.IntRange(0, len(o.all)).Draw(t, "stored after")
			if got := folded(t, arrival, through); got != want {
				t.Fatalf("arriving as %v gives\n%s\nnot\n%s", marksOf(arrival), got, want)
			}
		}
		if got := folded(t, eachDeskInOrder(t, o.all), -1); got != want {
			t.Fatalf("each desk in its own order gives\n%s\nnot\n%s", got, want)
		}
	})
	t.Logf("%d histories, %d orders of arrival", histories, orders)
}

func TestTheFoldAgreesWithTheOracle(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		o := newOffice(t)
		everything := &desk{subject: Subject{Kind: "incident"}}
		for _, e := range shuffled(t, append(o.all, o.all...)) {
			everything.take(e)
		}
		for _, d := range append(o.desks, everything) {
			compared++
			if got, want := shows(&d.subject), foretold(d.seen); got != want {
				t.Fatalf("desk %s that saw %v shows\n%s\nnot\n%s", d.id, marksOf(d.seen), got, want)
			}
			for field, r := range d.subject.Registers {
				if once := slices.Compact(slices.Clone(r.Replaced)); len(once) != len(r.Replaced) {
					t.Fatalf("%s remembers a mark twice: %v", field, r.Replaced)
				}
			}
		}
	})
	t.Logf("%d desks compared", compared)
}

func TestAWriteThatHasSeenAllSettlesEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := newOffice(t)
		last := o.desks[0]
		for _, e := range o.all {
			last.take(e)
		}
		for field, r := range last.subject.Registers {
			if len(r.Live) > 1 && shapeOf("incident", field) == shapeRegister {
				o.all = append(o.all, last.write(t, noon.Add(time.Hour), amend(Values{field: "settled"})))
			}
		}
		other := &desk{}
		for _, e := range shuffled(t, o.all) {
			other.take(e)
		}
		for field, r := range other.subject.Registers {
			if len(r.Live) > 1 && shapeOf("incident", field) == shapeRegister {
				t.Fatalf("%s is still in conflict: %+v", field, r.Live)
			}
		}
	})
}

func TestTheLaterClockIsShownFirstAndBothAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for field, r := range newOfficeSeen(t).Registers {
			shown, ok := r.Shown()
			if !ok {
				continue
			}
			for _, e := range r.Rivals() {
				if shown.At.Before(e.At) {
					t.Fatalf("%s shows %v, and %v is later", field, shown, e)
				}
			}
		}
	})
}

func newOfficeSeen(t *rapid.T) *Subject {
	s := &Subject{}
	for _, e := range newOffice(t).all {
		s.Fold(e)
	}
	return s
}

func marksOf(events []Event) (out []Mark) {
	for _, e := range events {
		out = append(out, Mark{e.Header.Desk[30:], e.Header.N})
	}
	return out
}

func shuffled(t *rapid.T, events []Event) []Event {
	var out []Event
	for _, i := range rapid.Permutation(numbers(len(events))).Draw(t, "arrival") {
		out = append(out, events[i])
	}
	return out
}

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// eachDeskInOrder mixes the desks, each in the order of its numbers.
func eachDeskInOrder(t *rapid.T, events []Event) []Event {
	next := map[DeskID][]Event{}
	for _, e := range events {
		next[e.Header.Desk] = append(next[e.Header.Desk], e)
	}
	var out []Event
	for _, e := range shuffled(t, events) {
		d := e.Header.Desk
		out, next[d] = append(out, next[d][0]), next[d][1:]
	}
	return out
}
