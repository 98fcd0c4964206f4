package model

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"sort"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// oracle is what must be shown, worked out slowly from all events at once: a
// write is live unless another event names it as seen.
type oracle struct {
	live      map[string][]Mark
	conflicts []string
	names     map[string][]string
	logs      map[string][]Mark
	unknown   []Mark
	erased    []Mark
}

func newOracle(events []Event) oracle {
	o := oracle{live: map[string][]Mark{}, names: map[string][]string{}, logs: map[string][]Mark{}}
	values := map[string]map[string]bool{}
	for _, e := range events {
		switch {
		case e.Header.V > 1 || e.Header.Kind != "incident.amended" && e.Header.Kind != "person.amended":
			o.unknown = append(o.unknown, e.Mark())
			continue
		case len(e.Sealed) == 0:
			o.erased = append(o.erased, e.Mark())
		}
		for _, field := range e.Header.Fields {
			value := "null"
			if v, ok := e.Payload.Values[field]; ok {
				value = string(v)
			}
			switch {
			case e.Header.Kind == "incident.amended" && (field == "teams" || field == "links"):
				for _, name := range change(e, field).Add {
					if !takenAway(events, field, name, e.Mark()) && !slices.Contains(o.names[field], name) {
						o.names[field] = append(o.names[field], name)
					}
				}
			case e.Header.Kind == "incident.amended" && (field == "notes" || field == "actions"):
				o.logs[field] = append(o.logs[field], e.Mark())
			case !replaced(events, field, e.Mark()):
				o.live[field] = append(o.live[field], e.Mark())
				if values[field] == nil {
					values[field] = map[string]bool{}
				}
				values[field][value] = true
			}
		}
	}
	for field, v := range values {
		if len(v) > 1 {
			o.conflicts = append(o.conflicts, field)
		}
	}
	sort.Strings(o.conflicts)
	for _, names := range o.names {
		sort.Strings(names)
	}
	for _, marks := range slices.Concat(slices.Collect(maps.Values(o.live)), slices.Collect(maps.Values(o.logs)), [][]Mark{o.unknown, o.erased}) {
		sort.Slice(marks, func(i, j int) bool { return marks[i].Before(marks[j]) })
	}
	return o
}

func change(e Event, field string) (c SetChange) {
	_ = json.Unmarshal(e.Payload.Values[field], &c)
	return c
}

func plain(e Event, field string) bool {
	kind := e.Header.Kind
	return e.Header.V == 1 && slices.Contains(e.Header.Fields, field) && (kind == "incident.amended" || kind == "person.amended")
}

func replaced(events []Event, field string, m Mark) bool {
	return slices.ContainsFunc(events, func(e Event) bool {
		asSet := e.Header.Kind == "incident.amended" && shapeOf("incident", field) != shapeRegister
		return plain(e, field) && !asSet && slices.Contains(e.Header.Base[field], m)
	})
}

func takenAway(events []Event, field, name string, m Mark) bool {
	return slices.ContainsFunc(events, func(e Event) bool {
		return plain(e, field) && e.Header.Kind == "incident.amended" &&
			slices.Contains(change(e, field).Remove, name) && slices.Contains(e.Header.Base[field], m)
	})
}

// shownBy reads the same out of a folded subject.
func shownBy(s *Subject) oracle {
	o := oracle{live: map[string][]Mark{}, names: map[string][]string{}, logs: map[string][]Mark{}, conflicts: s.Conflicts(), unknown: s.Unknown, erased: s.Erased}
	for field, r := range s.Registers {
		for _, e := range r.Live {
			o.live[field] = append(o.live[field], e.Mark)
		}
	}
	for field, set := range s.Sets {
		if names := set.Names(); len(names) > 0 {
			o.names[field] = names
		}
	}
	for field, log := range s.Logs {
		for _, e := range log {
			o.logs[field] = append(o.logs[field], e.Mark)
		}
		sort.Slice(o.logs[field], func(i, j int) bool { return o.logs[field][i].Before(o.logs[field][j]) })
	}
	return o
}

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
			if got, want := shownBy(&d.subject), newOracle(d.seen); !reflect.DeepEqual(normal(got), normal(want)) {
				t.Fatalf("desk %s that saw %v shows\n%+v\nnot\n%+v", d.id, marksOf(d.seen), got, want)
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
			for _, e := range r.Live {
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

// normal makes nothing and an empty list the same.
func normal(o oracle) string {
	return fmt.Sprint(o.live, o.conflicts, o.names, o.logs, o.unknown, o.erased)
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
