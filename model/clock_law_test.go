package model

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// someCourse is the course of a random life, an instant to ask about, and a
// span somewhere around it.
func someCourse(t *testing.T, r *rapid.T) (c Course, now, from, until Instant) {
	l := newLife(rand.New(rand.NewPCG(7, rapid.Uint64().Draw(r, "life"))))
	start := l.all[0].at
	now = l.at + Instant(rapid.IntRange(0, 200_000).Draw(r, "later"))
	from = start + Instant(rapid.IntRange(-20_000, 300_000).Draw(r, "from"))
	return l.course(t), now, from, from + Instant(rapid.IntRange(1, 100_000).Draw(r, "length"))
}

func with(c Course, pauses ...Pause) *Course {
	c.Pauses = append(slices.Clone(c.Pauses), pauses...)
	return &c
}

func TestAPauseNeverBringsADeadlineNearer(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c, now, from, until := someCourse(t, r)
		for i, k := range with(c, Pause{From: from, Until: until}).Resolutions(now) {
			if was := c.Resolutions(now)[i]; k.Due() < was.Due() || k.Took() > was.Took() {
				r.Fatalf("the deadline %s came nearer: %s", was.Due(), k.Due())
			}
		}
	})
}

func TestSplittingAPauseChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c, now, from, until := someCourse(t, r)
		cut := rapid.Int64Range(int64(from), int64(until)).Draw(r, "cut")
		whole := with(c, Pause{From: from, Until: until}).Resolutions(now)
		halves := with(c, Pause{From: from, Until: Instant(cut)}, Pause{From: Instant(cut), Until: until}).Resolutions(now)
		if !reflect.DeepEqual(whole, halves) {
			r.Fatalf("%+v\n%+v", whole, halves)
		}
	})
}

func TestThePartsAddUpToTheSpan(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c, now, _, _ := someCourse(t, r)
		for _, k := range append(c.Resolutions(now), c.Response(now)) {
			if !k.StartAt.Known() {
				continue
			}
			if span := k.Span().Duration(); k.Took() < 0 || k.Paused < 0 || k.Took()+k.Paused.Duration() != span || span > k.until().Sub(k.StartAt) {
				r.Fatalf("took %s and paused %d s in %s", k.Took(), k.Paused, span)
			}
			if k.Due().Sub(k.until()) != k.Left() || k.Calendar == nil && k.Left() != k.Target.Duration()-k.Took() {
				r.Fatalf("left %s of %d s after %s", k.Left(), k.Target, k.Took())
			}
			if found := k.Calendar.Between(k.StartAt, k.Due()); found != counted(k) {
				r.Fatalf("%d s count until the deadline, not %d + %d", found, k.Target, k.Paused)
			}
			if k.Calendar.Between(k.StartAt, k.Due()-1) >= counted(k) {
				r.Fatalf("all has counted before the deadline %s", k.Due())
			}
		}
	})
}

func counted(k Clock) Seconds { return k.Target + k.Paused }

func TestThereAndBackEqualsNeverExceptForTheRecord(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c, now, _, _ := someCourse(t, r)
		if len(c.Classes) == 0 || c.Outcome != "" {
			return
		}
		other := Classes[(slices.Index(Classes, c.Class)+1)%3]
		at := max(now, c.Classes[len(c.Classes)-1].At)
		back := c
		back.Classes = append(slices.Clone(c.Classes), Classification{Class: other, At: at}, Classification{Class: c.Class, At: at})
		for i, k := range append(back.Resolutions(now), back.Response(now)) {
			was := append(c.Resolutions(now), c.Response(now))[i]
			k.Former, was.Former = nil, nil
			if !reflect.DeepEqual(k, was) || k.Breached() != was.Breached() {
				r.Fatalf("%+v\n%+v", k, was)
			}
		}
	})
}

func TestABreachOnRecordStaysWhateverClassComesLater(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c, now, _, _ := someCourse(t, r)
		if len(c.Classes) == 0 || c.Outcome != "" {
			return
		}
		later := max(now, c.Classes[len(c.Classes)-1].At)
		for _, class := range Classes {
			changed := c
			changed.Class = class
			changed.Classes = append(slices.Clone(c.Classes), Classification{Class: class, At: later})
			for i, k := range append(c.Resolutions(later), c.Response(later)) {
				if tooLate(c, k) {
					continue
				}
				if after := append(changed.Resolutions(later), changed.Response(later))[i]; k.Breached() && !after.Breached() {
					r.Fatalf("%s was breached as %s and is not as %s: %+v", k.Name, k.Class, after.Class, after)
				}
			}
		}
	})
}

// tooLate: the class was given only after its deadline had passed. Taking it
// back records no breach: there and back equals never.
func tooLate(c Course, k Clock) bool {
	since := Instant(0)
	for i, was := range c.Classes {
		if i > 0 && was.Class != c.Classes[i-1].Class {
			since = was.At
		}
	}
	return since > k.Calendar.After(k.StartAt, k.Target)
}

func TestTheResponseClockNeverPausesOrStartsAgain(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c, now, from, until := someCourse(t, r)
		k := with(c, Pause{From: from, Until: until}, Pause{From: from}).Response(now)
		if k.Paused != 0 || k.PausedNow || k.StartAt != c.ReceivedAt {
			r.Fatalf("%+v", k)
		}
	})
}

func TestAnyClockDecidesByTheSecond(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		basis := rapid.SampledFrom(Bases).Draw(r, "basis")
		class := rapid.SampledFrom(Classes).Draw(r, "class")
		c := toldAll(t, []Fact{received(class, basis)}, through(StepEscalate, "2026-10-05 09:12"))
		from := c.ReceivedAt + Instant(rapid.IntRange(0, 3600).Draw(r, "from"))
		c = *with(c, Pause{From: from, Until: from + Instant(rapid.IntRange(1, 90_000).Draw(r, "length"))})
		due := c.Resolution(c.ReceivedAt.Add(30 * 24 * time.Hour)).Due()
		for second, breached := range map[Instant]bool{due - 1: false, due: false, due + 1: true} {
			c.Passages = append(slices.Clone(c.Passages), Passage{Segment: 1, Step: StepConclude, At: second})
			if k := c.Resolution(second + 1000); k.Breached() != breached || k.Due() != due {
				r.Fatalf("ended at %s, due %s: breached %v", second, k.Due(), k.Breached())
			}
			c.Passages = c.Passages[:len(c.Passages)-1]
		}
	})
}
