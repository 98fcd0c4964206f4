package model

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

const aDay = 24 * 60 * 60 * 1000 // in milliseconds

// someStamp is any stamp that can be read from a file, mostly near an instant.
func someStamp(rnd *rand.Rand, near int64) Stamp {
	s := Stamp{Wall: near + rnd.Int64N(4*aDay) - 2*aDay, Count: uint32(rnd.IntN(3))}
	switch rnd.IntN(8) {
	case 0:
		s.Wall = near
	case 1:
		s.Wall = near + aDay + rnd.Int64N(3) - 1
	case 2:
		s.Wall = pick(rnd, []int64{math.MinInt64, math.MaxInt64, 0, -1})
	case 3:
		s.Count = math.MaxUint32 - uint32(rnd.IntN(2))
	}
	return s
}

func TestClockFollowsNobodyMoreThanADayAhead(t *testing.T) {
	followed, refused := 0, 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		for range 20 {
			now := noon.Add(time.Duration(o.rnd.Int64N(int64(100*365*24*time.Hour))) - 80*365*24*time.Hour)
			last, wall := someStamp(o.rnd, now.UnixMilli()), now.UnixMilli()
			next := last.Next(now)
			if next.Wall < wall || next.Wall > wall+aDay+1 {
				t.Fatalf("after %v at %d comes %v", last, wall, next)
			}
			if last.Wall > wall+aDay {
				refused++
				continue
			}
			followed++
			if !last.Before(next) {
				t.Fatalf("after %v at %d comes %v, which is not later", last, wall, next)
			}
		}
	})
	t.Logf("%d stamps followed, %d more than a day ahead not", followed, refused)
}

func TestClockThatIsYearsOffLosesNoWrite(t *testing.T) {
	off, shown := 0, 0
	histories(t, honest, func(t *testing.T, o *office) {
		for _, e := range o.all {
			d := o.desks[e.Header.Desk[31]-'1']
			if lead := e.Header.At.Wall - o.now.Add(d.skew).UnixMilli(); lead > aDay {
				t.Fatalf("%s runs %d ms ahead of its own clock", e.Mark(), lead)
			}
		}
		wrong := pick(o.rnd, o.desks)
		wrong.skew = time.Duration(o.rnd.IntN(81)-40) * 365 * 24 * time.Hour
		o.deliver(wrong, o.all)
		o.write(t, wrong, amend(Values{"title": "by a wrong clock"}))
		if wrong.skew = 0; o.rnd.IntN(2) == 0 {
			wrong.skew = -time.Hour
		}
		set := o.write(t, wrong, amend(Values{"title": "by a clock that was set", "notes": "by a clock that was set"}))
		if lead := set.Header.At.Wall - o.now.UnixMilli(); lead > aDay {
			t.Fatalf("the clock was set, and its desk still writes %d ms ahead", lead)
		}
		last := set.Mark()
		for _, d := range append(o.desks, &desk{}) {
			o.deliver(d, o.shuffled())
			row := func(e Entry) bool { return e.Mark == last }
			if now, _ := d.subject.Registers["title"].Shown(); now.Mark != last || !slices.ContainsFunc(d.subject.Logs["notes"], row) {
				t.Fatalf("desk %s lost what was written last: it shows %v", d.id, now)
			}
			shown++
		}
		off++
	})
	t.Logf("%d clocks years off and set again, their last word shown at %d desks", off, shown)
}

func TestClockGivesOneOrderOfDisplay(t *testing.T) {
	compared := 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		var entries []Entry
		for i := range 12 {
			entries = append(entries, Entry{At: someStamp(o.rnd, noon.UnixMilli()), Mark: Mark{Desk: o.desks[i%2].id, N: uint64(1 + i/4)}})
		}
		for range 20 {
			compared++
			a, b, c := pick(o.rnd, entries), pick(o.rnd, entries), pick(o.rnd, entries)
			if same := a.At == b.At && a.Mark == b.Mark; !same && laterEntry(a, b) != -laterEntry(b, a) {
				t.Fatalf("%v and %v are each before the other", a, b)
			}
			if laterEntry(a, b) < 0 && laterEntry(b, c) < 0 && laterEntry(a, c) >= 0 {
				t.Fatalf("%v, %v, %v go round", a, b, c)
			}
		}
		want, _ := json.Marshal(History(o.all))
		if got, _ := json.Marshal(History(o.shuffled())); string(got) != string(want) {
			t.Fatalf("arriving otherwise the history reads\n%s\nnot\n%s", got, want)
		}
	})
	t.Logf("%d triples compared", compared)
}

func TestClockNeverPutsAWriteBeforeWhatItHadSeen(t *testing.T) {
	late := 0
	histories(t, honest, func(t *testing.T, o *office) {
		before := map[Mark]bool{}
		last, n := Stamp{}, map[DeskID]uint64{}
		for _, e := range InOrder(o.shuffled()) {
			for field, base := range e.Header.Base {
				for _, m := range base {
					if !before[m] {
						t.Fatalf("%s had seen %s in %s, and is read before it", e.Mark(), m, field)
					}
				}
			}
			if e.Header.N != n[e.Header.Desk]+1 {
				t.Fatalf("%s is read after number %d of its desk", e.Mark(), n[e.Header.Desk])
			}
			if e.Header.At.Before(last) {
				late++
			}
			before[e.Mark()], n[e.Header.Desk], last = true, e.Header.N, e.Header.At
		}
	})
	t.Logf("%d events read after one with a later clock, which they had seen", late)
}

func TestAChangeIsUndoneToWhatItsAuthorHadSeenThoughTheOthersClockRanAhead(t *testing.T) {
	desks := story("front", "back")
	front, back := desks[0], desks[1]
	front.skew = 48 * time.Hour
	front.write(t, noon, amend(Values{"title": "Situs diretas", "teams": SetChange{Add: []string{"V"}}}))
	front.write(t, noon, amend(Values{"title": "Situs Disdik diretas"}))
	send(front, back)
	mistake := back.write(t, noon, amend(Values{"title": "salah tiket"}))
	if order := InOrder(back.seen); order[2].Mark() != mistake.Mark() {
		t.Errorf("the last change of the history is %s, not the mistake", order[2].Mark())
	}
	undone, err := Undone(back.seen, mistake, "salah tiket")
	if err != nil {
		t.Fatal(err)
	}
	if back.write(t, noon, factOf(undone[0])); shownTitle(back) != `"Situs Disdik diretas"` {
		t.Errorf("after the undoing the title is %s", shownTitle(back))
	}
}
