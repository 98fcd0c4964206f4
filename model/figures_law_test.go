package model

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Laws that hold for the figures of every office, period and filter.

func TestTheBalanceHoldsForEveryFilter(t *testing.T) {
	counted, moved, reopened, borders := 0, 0, 0, 0
	rapid.Check(t, func(r *rapid.T) {
		rows, q, f := somewhere(t, r)
		balances(r, q.Period.String(), f.Opening, f.Incoming, f.Completed, f.Closing, f.All)
		for _, list := range [][]Flow{f.Categories, f.Agencies, f.Systems, f.Classes} {
			var all Flow
			for _, flow := range list {
				balances(r, flow.Key, flow.Opening, flow.Incoming, flow.Completed, flow.Closing, slices.Concat(flow.Opening, flow.Incoming))
				all.Opening, all.Closing = append(all.Opening, flow.Opening...), append(all.Closing, flow.Closing...)
			}
			if !slices.Equal(named(all.Opening), named(f.Opening)) || !slices.Equal(named(all.Closing), named(f.Closing)) {
				r.Fatalf("the flows do not add up to the whole: %+v", list)
			}
		}
		for _, part := range f.Parts {
			balances(r, part.Key, part.Opening, part.Incoming, part.Completed, part.Closing, slices.Concat(part.Opening, part.Incoming))
		}
		counted, reopened = counted+len(f.All), reopened+len(f.Reopened)
		for _, row := range f.All {
			if slices.ContainsFunc(row.Endings, func(e Ending) bool { return PeriodOf(Month, e.At-1, jakarta) != PeriodOf(Month, e.At+1, jakarta) }) {
				borders++
			}
		}
		all := q
		all.Keep = nil
		chosen := []*Row{}
		for _, row := range all.Count(rows).All {
			then := *row
			then.Course = row.Course.AsOf(f.Until)
			if q.Keep(&then) {
				chosen = append(chosen, row)
			}
			if then.Class != row.Class {
				moved++
			}
		}
		if !slices.Equal(named(chosen), named(f.All)) {
			r.Fatalf("the filter chooses %v, of all it would choose %v", named(f.All), named(chosen))
		}
	})
	t.Logf("%d incidents counted, %d had another class then, %d were reopened, %d ended on the border of a month", counted, moved, reopened, borders)
}

// balances: what was there and came is what went and stays, each once.
func balances(r *rapid.T, what string, opening, incoming, completed, closing, all []*Row) {
	in, out := named(opening, incoming), named(completed, closing)
	if !slices.Equal(in, out) || !slices.Equal(in, named(all)) || len(slices.Compact(slices.Clone(in))) != len(in) {
		r.Fatalf("%s: in %v, out %v, all %v", what, in, out, named(all))
	}
}

func TestTheMonthsOfAPeriodFollowAndAddUp(t *testing.T) {
	parts := 0
	rapid.Check(t, func(r *rapid.T) {
		_, _, f := somewhere(t, r)
		var response, resolution rateSum
		for i, p := range f.Parts {
			before := f.Opening
			if i > 0 {
				before = f.Parts[i-1].Closing
			}
			if !slices.Equal(named(before), named(p.Opening)) {
				r.Fatalf("%s opens with %v after %v", p.Key, named(p.Opening), named(before))
			}
			response.add(p.Response)
			resolution.add(p.Resolution)
			parts++
		}
		if n := len(f.Parts); n > 0 {
			last := f.Parts[n-1]
			if !slices.Equal(named(last.Closing), named(f.Closing)) || !slices.Equal(named(last.Overdue), named(f.Overdue)) {
				r.Fatalf("the last month closes with %v, %v overdue; the period with %v, %v", named(last.Closing), named(last.Overdue), named(f.Closing), named(f.Overdue))
			}
			response.equals(r, f.Response.Total)
			resolution.equals(r, f.Resolution.Total)
		}
	})
	t.Logf("%d months", parts)
}

// rateSum is several rates in one.
type rateSum struct {
	kept, breached []*Row
	longest        time.Duration
}

func (s *rateSum) add(r Rate) {
	s.kept, s.breached = append(s.kept, r.Kept...), append(s.breached, r.Breached...)
	s.longest = max(s.longest, r.Longest)
}

func (s *rateSum) equals(r *rapid.T, total Rate) {
	if !slices.Equal(named(s.kept), named(total.Kept)) || !slices.Equal(named(s.breached), named(total.Breached)) || s.longest != total.Longest {
		r.Fatalf("parts: %v kept, %v breached, longest %s; in all %v, %v, %s",
			named(s.kept), named(s.breached), s.longest, named(total.Kept), named(total.Breached), total.Longest)
	}
}

func TestTheGroupsOfClocksAddUpToTheTotal(t *testing.T) {
	clocks := 0
	rapid.Check(t, func(r *rapid.T) {
		_, _, f := somewhere(t, r)
		for _, rates := range []Rates{f.Response, f.Resolution} {
			clocks += rates.Total.Ended()
			for _, groups := range [][]Rate{rates.Classes, rates.Agencies} {
				var sum rateSum
				for _, g := range groups {
					sum.add(g)
				}
				sum.equals(r, rates.Total)
			}
			// a clock stands in each team of its incident, or in the row of none
			want, got := map[string]int{}, map[string]int{}
			for _, row := range slices.Concat(rates.Total.Kept, rates.Total.Breached) {
				for _, team := range row.Teams {
					want[team]++
				}
				if len(row.Teams) == 0 {
					want[""]++
				}
			}
			for _, g := range rates.Teams {
				got[g.Key] = g.Ended()
			}
			if !reflect.DeepEqual(want, got) {
				r.Fatalf("teams: %v, counted by hand %v", got, want)
			}
		}
	})
	t.Logf("%d clocks in groups", clocks)
}

// Lengths of time against sorting and counting by hand, each clock in the
// period in which it ended and in no other.
func TestTheLengthsAreThoseOfTheClocksThatEnded(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rows, q, f := somewhere(t, r)
		var took []time.Duration
		late := 0
		for _, row := range f.All {
			course := row.Course.AsOf(f.Until)
			for _, k := range course.Resolutions(f.Until) {
				if k.Counts() && q.Period.From <= k.EndAt && k.EndAt < q.Period.To {
					took = append(took, k.Took())
					if k.Breached() {
						late++
					}
				}
			}
		}
		slices.Sort(took)
		total := f.Resolution.Total
		if total.Ended() != len(took) || len(total.Breached) != late {
			r.Fatalf("%d ended, %d late; by hand %d, %d of %d rows", total.Ended(), len(total.Breached), len(took), late, len(rows))
		}
		if len(took) == 0 {
			if total.Spread != (Spread{}) {
				r.Fatalf("lengths of nothing: %+v", total.Spread)
			}
			return
		}
		within := 0 // of ten, nine at least do not exceed the percentile, and one less would not do
		shorter := 0
		for _, d := range took {
			if d <= total.Ninetieth {
				within++
			}
			if d < total.Ninetieth {
				shorter++
			}
		}
		if within*10 < len(took)*9 || shorter*10 >= len(took)*9 || !slices.Contains(took, total.Ninetieth) {
			r.Fatalf("the 90th percentile of %v is %s", took, total.Ninetieth)
		}
		var sum time.Duration
		for _, d := range took {
			sum += d
		}
		if d := sum - total.Mean*time.Duration(len(took)); d < 0 || d >= time.Second*time.Duration(len(took)) {
			r.Fatalf("the mean of %v is %s", took, total.Mean)
		}
	})
}

// A passing belongs to one month; pauses inside a year add up over its months.
func TestStepsAndPausesAddUpOverMonths(t *testing.T) {
	passings, pauses := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		rows := someLargerOffice(t, r)
		year := PeriodOf(Year, somePeriod(r, rows).From, jakarta)
		f := count(rows, year)
		steps, sums := map[Step][]string{}, map[PauseReason]time.Duration{}
		for _, month := range year.Months(jakarta) {
			m := count(rows, month)
			for _, s := range m.Steps {
				steps[s.Step] = append(steps[s.Step], named(s.Rows)...)
			}
			for _, p := range m.Pauses {
				sums[p.Reason] += p.Length
			}
		}
		for _, s := range f.Steps {
			slices.Sort(steps[s.Step])
			if !slices.Equal(steps[s.Step], named(s.Rows)) {
				r.Fatalf("step %d: months %v, year %v", s.Step, steps[s.Step], named(s.Rows))
			}
			passings += len(s.Rows)
		}
		for _, p := range f.Pauses {
			if sums[p.Reason] != p.Length && !slices.ContainsFunc(rows, endedTwice) {
				r.Fatalf("%s: months %s, year %s", p.Reason, sums[p.Reason], p.Length)
			}
			if rows := named(p.Rows); len(slices.Compact(slices.Clone(rows))) != len(rows) || len(rows) > p.Count {
				r.Fatalf("%s: %d pauses of %v", p.Reason, p.Count, rows)
			}
			pauses += p.Count
		}
	})
	t.Logf("%d passings, %d pauses", passings, pauses)
}

// endedTwice: it was concluded and declared no incident later, which takes its
// clock back to the later instant.
func endedTwice(row *Row) bool {
	return slices.ContainsFunc(row.Endings, func(e Ending) bool { return e.Outcome != Closed && row.Course.concludedAt(e.Segment).Known() })
}

// What a segment's steps took, with their pauses, is the time from its
// beginning to its last passing.
func TestTheStepsOfASegmentFillItsTime(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		for _, row := range someLargerOffice(t, r) {
			begun, ended := map[int]Instant{1: row.ReceivedAt}, map[int]Instant{}
			for _, o := range row.Reopenings {
				begun[o.Segment] = o.At
			}
			for _, p := range row.Passages {
				ended[p.Segment] = p.At
			}
			var span, filled time.Duration
			for segment, at := range ended {
				span += at.Sub(begun[segment])
			}
			f := Question{Period: Period{Span: Year, From: 0, To: farAhead}, Policy: Decree(), Now: farAhead}.Count([]*Row{row})
			for _, s := range f.Steps {
				filled += s.Paused + s.Mean*time.Duration(len(s.Rows))
			}
			if d := span - filled; d < 0 || d > time.Minute {
				r.Fatalf("%s in steps of %s: %+v", filled, span, row.Course)
			}
		}
	})
}

func TestThePercentileIsTheNearestRank(t *testing.T) {
	for n, want := range map[int]int{1: 1, 2: 2, 9: 9, 10: 9, 11: 10, 19: 18, 20: 18, 100: 90, 101: 91} {
		var took []time.Duration
		for i := n; i > 0; i-- {
			took = append(took, time.Duration(i)*time.Second)
		}
		if got := spreadOf(took).Ninetieth; got != time.Duration(want)*time.Second {
			t.Errorf("of 1 to %d it is %s, not %d", n, got, want)
		}
	}
	s := spreadOf([]time.Duration{4 * time.Second, time.Second, 2 * time.Second, 3 * time.Second})
	if s != (Spread{Mean: 2 * time.Second, Median: 2 * time.Second, Ninetieth: 4 * time.Second, Longest: 4 * time.Second}) {
		t.Errorf("of 1 to 4: %+v", s)
	}
}

// By hand: overlapping pauses count once, on the one that began first; a clock
// that ends on the first second of a month is of that month; a passing that
// wrong clocks put before the one before it took no time.
// A pause that ends as a span begins, or begins as it ends, is none of its pauses.
func TestAPauseOnTheBorderOfASpanIsNotCounted(t *testing.T) {
	pauses := []Pause{{From: 10, Until: 20}, {From: 25, Until: 30}, {From: 40}}
	counted := map[Instant]time.Duration{}
	standstill(pauses, 20, 40, func(p Pause, own time.Duration) { counted[p.From] = own })
	if want := map[Instant]time.Duration{25: 5 * time.Second}; !reflect.DeepEqual(counted, want) {
		t.Errorf("counted: %v", counted)
	}
}

func TestPausesThatOverlapAndBordersByTheSecond(t *testing.T) {
	policy := Decree()
	row := &Row{ID: "a"}
	row.Policy, row.ReceivedAt, row.Class = &policy, wib("2026-10-31 08:00"), Tinggi
	row.Classes = []Classification{{Class: Tinggi, At: row.ReceivedAt}}
	for step, at := range map[Step]string{1: "2026-10-31 08:00", 2: "2026-10-31 08:10", 3: "2026-10-31 08:30", 4: "2026-10-31 08:20", 5: "2026-10-31 09:00",
		6: "2026-10-31 12:00", 7: "2026-10-31 20:00", 8: "2026-11-01 00:00"} {
		row.Passages = append(row.Passages, Passage{Segment: 1, Step: step, At: wib(at)})
	}
	row.Pauses = []Pause{
		{From: wib("2026-10-31 13:00"), Until: wib("2026-10-31 15:00"), Reason: PauseReasons[1]},
		{From: wib("2026-10-31 14:00"), Until: wib("2026-10-31 16:00"), Reason: PauseReasons[0]},
	}
	row.sort()
	row.stand()
	october, november := count([]*Row{row}, NewPeriod(Month, 2026, 10, jakarta)), count([]*Row{row}, NewPeriod(Month, 2026, 11, jakarta))
	if a, b := october.Resolution.Total.Ended(), november.Resolution.Total.Ended(); a != 0 || b != 1 {
		t.Errorf("the clock that ended with the first second of November is %d times in October and %d times in November", a, b)
	}
	if took := november.Resolution.Total.Longest; took != 12*time.Hour {
		t.Errorf("15 hours less 3 hours of pause are %s", took)
	}
	want := []Standstill{{PauseReasons[0], 1, []*Row{row}, time.Hour}, {PauseReasons[1], 1, []*Row{row}, 2 * time.Hour}}
	if !reflect.DeepEqual(october.Pauses, want) {
		t.Errorf("pauses: %+v", october.Pauses)
	}
	for step, want := range map[Step]time.Duration{3: 20 * time.Minute, 4: 0, 5: 30 * time.Minute, 7: 5 * time.Hour} {
		if s := october.Steps[step-StepReceive]; len(s.Rows) != 1 || s.Mean != want {
			t.Errorf("step %d took %s, not %s", step, s.Mean, want)
		}
	}
	if recover := october.Steps[StepRecover-StepReceive]; recover.Paused != 3*time.Hour {
		t.Errorf("step 7 was paused for %s", recover.Paused)
	}
}
