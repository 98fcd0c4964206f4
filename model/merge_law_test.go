package model

import (
	"slices"
	"testing"
)

func TestMergeConvergesInEveryOrder(t *testing.T) {
	orders := 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		want := folded(t, o.all, -1)
		arrivals := [][]Event{o.shuffled(), o.shuffled(), o.inTurn(), backwards(o.all)}
		for _, d := range o.desks {
			o.deliver(d, o.shuffled())
			arrivals = append(arrivals, d.seen)
		}
		for i, arrival := range arrivals {
			orders++
			through := -1
			if i == 0 {
				through = o.rnd.IntN(len(arrival) + 1)
			}
			if got := folded(t, arrival, through); got != want {
				t.Fatalf("arriving as %v it gives\n%s\nnot\n%s", marksOf(arrival), got, want)
			}
		}
	})
	t.Logf("%d orders of arrival", orders)
}

func TestMergeAgreesWithTheOracle(t *testing.T) {
	compared := 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		everything := &desk{}
		o.deliver(everything, o.shuffled())
		for _, d := range append(o.desks, everything) {
			compared++
			if got, want := shows(&d.subject), foretold(d.seen); got != want {
				t.Fatalf("a desk that saw %v shows\n%s\nnot\n%s", marksOf(d.seen), got, want)
			}
		}
	})
	t.Logf("%d desks compared", compared)
}

func TestMergeNeedsOnlyWhatIsMissing(t *testing.T) {
	resent := 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		want := folded(t, o.all, -1)
		for _, to := range o.desks {
			var missing []Event
			for _, e := range o.shuffled() {
				if !slices.ContainsFunc(to.seen, func(s Event) bool { return s.Mark() == e.Mark() }) {
					missing = append(missing, e)
				}
			}
			resent += len(o.all) - len(missing)
			s := stored(t, *foldAll(to.seen))
			for _, e := range missing {
				s.Fold(e)
			}
			if got := asStored(t, &s); got != want {
				t.Fatalf("with only %v added a desk shows\n%s\nnot\n%s", marksOf(missing), got, want)
			}
		}
	})
	t.Logf("%d events did not have to be sent again", resent)
}

func TestMergeIsSettledByAWriteThatHasSeenAll(t *testing.T) {
	settled, partly := 0, 0
	histories(t, honest, func(t *testing.T, o *office) {
		judge := pick(o.rnd, o.desks) // its clock may be the slowest
		o.deliver(judge, o.all)
		for _, field := range disputed(&judge.subject) {
			if len(judge.subject.Registers[field].Live) > 2 {
				partly += o.settleAllBut(t, judge, field)
			}
			settled++
			o.write(t, judge, amend(Values{field: "settled"}))
		}
		for _, d := range append(o.desks, &desk{}) {
			o.deliver(d, o.shuffled())
			if still := disputed(&d.subject); len(still) > 0 {
				t.Fatalf("desk %s still disputes %v", d.id, still)
			}
			for field, r := range judge.subject.Registers {
				had, _ := r.Shown()
				if shown, _ := d.subject.Registers[field].Shown(); shown.Mark != had.Mark {
					t.Fatalf("desk %s shows %s as %s, and %s was settled", d.id, field, shown.Value, had.Value)
				}
			}
		}
	})
	t.Logf("%d disputes settled, %d of them first only in part", settled, partly)
}

// settleAllBut writes over all values of a disputed field but one, which stays
// in dispute with what was written.
func (o *office) settleAllBut(t *testing.T, judge *desk, field string) int {
	var base []Mark
	live := judge.subject.Registers[field].Live
	for _, e := range live[1:] {
		base = append(base, e.Mark)
	}
	unseen, w := live[0].Mark, amend(Values{field: "settled in part"})
	w.base = map[string][]Mark{field: base}
	last := o.write(t, judge, w).Mark()
	now := judge.subject.Registers[field].Live
	has := func(m Mark) bool { return slices.ContainsFunc(now, func(e Entry) bool { return e.Mark == m }) }
	if len(now) != 2 || !has(unseen) || !has(last) {
		t.Fatalf("%v was not seen, and %s holds %v", unseen, field, now)
	}
	return 1
}

func TestMergeRemovesOnlyWhatWasSeen(t *testing.T) {
	removed, kept := 0, 0
	histories(t, honest, func(t *testing.T, o *office) {
		remover, adder := o.desks[0], o.desks[1]
		o.deliver(remover, o.all)
		o.write(t, remover, amend(Values{"teams": SetChange{Remove: machineNames}}))
		if left := remover.subject.Sets["teams"].Names(); len(left) > 0 {
			t.Fatalf("all additions were seen, and %q is left", left)
		}
		again := pick(o.rnd, machineNames)
		o.write(t, adder, amend(Values{"teams": SetChange{Add: []string{again}}}))
		for _, d := range append(o.desks, &desk{}) {
			o.deliver(d, o.shuffled())
			if left := d.subject.Sets["teams"].Names(); !slices.Equal(left, []string{again}) {
				t.Fatalf("desk %s: %q was added unseen, and %q is left", d.id, again, left)
			}
		}
		removed, kept = removed+len(machineNames), kept+1
	})
	t.Logf("%d removals, %d additions that they had not seen", removed, kept)
}

// disputed are the registers with more than one live value, equal or not.
func disputed(s *Subject) (fields []string) {
	for field, r := range s.Registers {
		if len(r.Live) > 1 && shapeOf("incident", field) == shapeRegister {
			fields = append(fields, field)
		}
	}
	slices.Sort(fields)
	return fields
}

// inTurn is everything, each desk's in the order of its numbers.
func (o *office) inTurn() (events []Event) {
	var next [6][]Event
	who := func(e Event) int { return int(e.Header.Desk[31] - '0') }
	for _, e := range o.all {
		next[who(e)] = append(next[who(e)], e)
	}
	for _, e := range o.shuffled() {
		d := who(e)
		events, next[d] = append(events, next[d][0]), next[d][1:]
	}
	return events
}

func backwards(events []Event) []Event {
	events = slices.Clone(events)
	slices.Reverse(events)
	return events
}
