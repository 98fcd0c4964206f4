package model

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// someOffice is the incidents of some months, and the lives they came from.
func someOffice(t *testing.T, r *rapid.T) (rows []*Row, lives []*life) {
	seed := rapid.Uint64().Draw(r, "office")
	for n := range rapid.IntRange(0, 12).Draw(r, "incidents") {
		l := newLife(rand.New(rand.NewPCG(seed, uint64(n))))
		row := rowOf(t, l, len(l.all))
		row.ID = SubjectID(fmt.Sprint(n))
		rows, lives = append(rows, row), append(lives, l)
	}
	return rows, lives
}

// rowOf is the row of a life's first happenings.
func rowOf(t *testing.T, l *life, count int) *Row {
	part := *l
	part.all = l.all[:count]
	at := l.all[0].at
	row := Row{Course: part.course(t), Agency: SubjectID(fmt.Sprint(at % 3)), Category: fmt.Sprint(at % 4), Channel: Channels[at%2]}
	return &row
}

var farAhead = wib("2200-01-01 00:00")

// somePeriod is a period in which something happened, if anything did.
func somePeriod(r *rapid.T, rows []*Row) Period {
	at := []Instant{wib(eves[0])}
	for _, row := range rows {
		at = append(at, row.ReceivedAt, row.LastAt())
	}
	span := rapid.SampledFrom([]Span{Month, Quarter, Half, Year}).Draw(r, "span")
	return PeriodOf(span, at[rapid.IntRange(0, len(at)-1).Draw(r, "around")], jakarta)
}

func count(rows []*Row, p Period) Figures { return Count(rows, p, Decree(), farAhead) }

func named(lists ...[]*Row) (ids []string) {
	for _, rows := range lists {
		for _, r := range rows {
			ids = append(ids, string(r.ID))
		}
	}
	slices.Sort(ids)
	return ids
}

func TestSaldoAwalPlusMasukMinusSelesaiIsSaldoAkhir(t *testing.T) {
	periods, counted, reopened := 0, 0, 0
	rapid.Check(t, func(r *rapid.T) {
		rows, _ := someOffice(t, r)
		p := somePeriod(r, rows)
		f := count(rows, p)
		periods, counted, reopened = periods+1, counted+len(f.All), reopened+len(f.Reopened)
		in, out := named(f.Opening, f.Incoming), named(f.Completed, f.Closing)
		if !slices.Equal(in, out) || !slices.Equal(in, named(f.All)) || len(slices.Compact(slices.Clone(in))) != len(in) {
			r.Fatalf("%s: in %v, out %v, all %v", p, in, out, named(f.All))
		}
		next := count(rows, NewPeriod(p.Span, p.Year, p.Part+1, jakarta))
		if !slices.Equal(named(f.Closing), named(next.Opening)) {
			r.Fatalf("%s closes with %v, the next opens with %v", p, named(f.Closing), named(next.Opening))
		}
		for _, row := range f.Completed {
			if row.Course.AsOf(p.To).Outcome == "" {
				r.Fatalf("%s is completed without an outcome", row.ID)
			}
		}
	})
	t.Logf("%d periods, %d rows in them, %d of them reopened", periods, counted, reopened)
}

// A deadline in the last second of a period is kept there still; one a second
// earlier is passed, in the period and in its months alike.
func TestAMonthIsJudgedInItsLastSecond(t *testing.T) {
	october := NewPeriod(Month, 2026, 10, jakarta)
	for late, overdue := range []int{0, 1} {
		began := (october.To - 1 - Instant(late)).Add(-Decree().Targets[Strategis].Resolution.Duration())
		row := &Row{ID: "1", Course: Course{Class: Strategis, ReceivedAt: began, Step: StepInvestigate}}
		for s := StepReceive; s <= StepEscalate; s++ {
			row.Passages = append(row.Passages, Passage{Segment: 1, Step: s, At: began})
		}
		f := Question{Period: october, Parts: []Period{october}, Policy: Decree(), Now: farAhead}.Count([]*Row{row})
		if len(f.Overdue) != overdue || len(f.Parts[0].Overdue) != overdue || len(f.Parts[0].Closing) != 1 {
			t.Errorf("%d seconds late: %d overdue, %d in the month", late, len(f.Overdue), len(f.Parts[0].Overdue))
		}
	}
}

// A month that has not begun is no part of the year, one of a second is.
func TestAMonthIsThereFromItsFirstSecond(t *testing.T) {
	year := NewPeriod(Year, 2026, 1, jakarta)
	november := wib("2026-11-01 00:00")
	for now, months := range map[Instant]int{november - 1: 10, november: 11} {
		if f := (Question{Period: year, Parts: year.Months(jakarta), Policy: Decree(), Now: now}).Count(nil); len(f.Parts) != months {
			t.Errorf("at %s the year has %d months", now, len(f.Parts))
		}
	}
}

func TestEveryFlowAddsUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rows, _ := someOffice(t, r)
		f := count(rows, somePeriod(r, rows))
		for name, flows := range map[string][]Flow{"category": f.Categories, "agency": f.Agencies, "class": f.Classes, "system": f.Systems} {
			var sum Flow
			for _, flow := range flows {
				sum.Opening, sum.Incoming = append(sum.Opening, flow.Opening...), append(sum.Incoming, flow.Incoming...)
				sum.Completed, sum.Closing = append(sum.Completed, flow.Completed...), append(sum.Closing, flow.Closing...)
				if !slices.Equal(named(flow.Opening, flow.Incoming), named(flow.Completed, flow.Closing)) {
					r.Fatalf("%s %q does not balance: %+v", name, flow.Key, flow)
				}
			}
			if !slices.Equal(named(sum.Opening), named(f.Opening)) || !slices.Equal(named(sum.Incoming), named(f.Incoming)) ||
				!slices.Equal(named(sum.Completed), named(f.Completed)) || !slices.Equal(named(sum.Closing), named(f.Closing)) {
				r.Fatalf("the flows by %s do not add up", name)
			}
		}
		for name, pair := range map[string][2][]string{"outcomes": {named(groups(f.Outcomes)...), named(f.Completed)}, "channels": {named(groups(f.Channels)...), named(f.Incoming)}} {
			if !slices.Equal(pair[0], pair[1]) {
				r.Fatalf("the %s do not add up: %v, %v", name, pair[0], pair[1])
			}
		}
	})
}

func groups(list []Group) (rows [][]*Row) {
	for _, g := range list {
		rows = append(rows, g.Rows)
	}
	return rows
}

// An incident comes in once when it is received, and once more in each month
// in which it was opened again after it had been over at that month's start;
// the year counts it once, unless it is of an earlier one.
func TestTheMonthsExplainTheYear(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rows, _ := someOffice(t, r)
		year := PeriodOf(Year, somePeriod(r, rows).From, jakarta)
		f := count(rows, year)
		times := map[string]int{}
		var received []*Row
		for part := 1; part <= 12; part++ {
			month := count(rows, NewPeriod(Month, year.Year, part, jakarta))
			for _, row := range month.Incoming {
				times[string(row.ID)]++
				if !slices.Contains(month.Reopened, row) {
					received = append(received, row)
				}
			}
		}
		var fresh []*Row
		for _, row := range f.Incoming {
			if times[string(row.ID)] == 0 {
				r.Fatalf("%s came in during the year and in none of its months", row.ID)
			}
			if !slices.Contains(f.Reopened, row) {
				fresh = append(fresh, row)
			}
		}
		if !slices.Equal(named(fresh), named(received)) {
			r.Fatalf("received in the year: %v, in its months: %v", named(fresh), named(received))
		}
	})
}

func TestAPastPeriodStaysAsItWas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rows, lives := someOffice(t, r)
		p := somePeriod(r, rows)
		var then []*Row
		for n, l := range lives {
			known := 1
			for known < len(l.all) && l.all[known].at < p.To {
				known++
			}
			if correctsThePast(l, known, p.To) {
				return
			}
			row := rowOf(t, l, known)
			if row.Class == "" && rows[n].Class != "" {
				return // the first class holds from receipt: deciding it late completes the past
			}
			row.ID = rows[n].ID
			then = append(then, row)
		}
		if was, is := numbersOf(Count(then, p, Decree(), p.To)), numbersOf(count(rows, p)); !reflect.DeepEqual(was, is) {
			r.Fatalf("printed at its end:\n%v\nand later:\n%v", was, is)
		}
	})
}

// correctsThePast: a pause that was entered later for earlier, or a second
// word about the end of a pause or about the answer.
func correctsThePast(l *life, known int, end Instant) bool {
	said := map[string]bool{}
	for i, h := range l.all {
		about := h.what + h.pause
		if i >= known && (h.at < end || said[about]) {
			return true
		}
		said[about] = said[about] || h.what == "resume" || h.what == "answered"
	}
	return false
}

func numbersOf(f Figures) []string {
	out := []string{fmt.Sprint(named(f.Opening), named(f.Incoming), named(f.Completed), named(f.Closing), named(f.Reopened), named(f.Overdue), named(f.Main))}
	for _, p := range f.Pauses {
		out = append(out, fmt.Sprint(p.Reason, p.Count, p.Length, named(p.Rows)))
	}
	for _, s := range f.Steps {
		out = append(out, fmt.Sprint(s.Step, s.Spread, s.Paused, named(s.Rows)))
	}
	for _, rate := range slices.Concat(f.Response.Classes, f.Resolution.Classes) {
		out = append(out, fmt.Sprint(rate.Key, named(rate.Kept), named(rate.Breached), rate.Spread))
	}
	for _, g := range f.Outcomes {
		out = append(out, fmt.Sprint(g.Key, named(g.Rows)))
	}
	return out
}

func TestEachEndedClockIsRatedInOneMonth(t *testing.T) {
	rated := 0
	rapid.Check(t, func(r *rapid.T) {
		rows, _ := someOffice(t, r)
		for _, row := range rows {
			inMonths := 0
			first, last := PeriodOf(Month, row.ReceivedAt, jakarta), PeriodOf(Month, row.LastAt()+1, jakarta)
			for p := first; p.From <= last.From; p = NewPeriod(Month, p.Year, p.Part+1, jakarta) {
				for _, rate := range count([]*Row{row}, p).Resolution.Classes {
					inMonths += len(rate.Kept) + len(rate.Breached)
				}
			}
			ended := 0
			for _, k := range row.Resolutions(farAhead) {
				if k.StartAt.Known() && row.Course.concludedAt(k.Segment).Known() && k.Class != "" && (k.Counts() || laterMonth(row, k)) {
					ended++
				}
			}
			if rated += ended; inMonths != ended {
				r.Fatalf("%d clocks ended and %d are in the rates: %+v", ended, inMonths, row.Course)
			}
		}
	})
	t.Logf("%d ended clocks, each in one month", rated)
}

// laterMonth: it was concluded in one month and declared no incident in a
// later one; the first month's report had counted it and keeps doing so.
func laterMonth(row *Row, k Clock) bool {
	e, _ := row.ending(k.Segment)
	return PeriodOf(Month, e.At, jakarta) != PeriodOf(Month, row.Course.concludedAt(k.Segment), jakarta)
}

func TestPeriodsFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := somePeriod(r, nil)
		p = NewPeriod(p.Span, p.Year, rapid.IntRange(-50, 50).Draw(r, "part"), jakarta)
		at := Instant(rapid.Int64Range(int64(p.From), int64(p.To)-1).Draw(r, "instant"))
		if PeriodOf(p.Span, at, jakarta) != p || !p.Holds(at) || p.Holds(p.To) {
			r.Fatalf("%s does not lie in %s", at, p)
		}
		if back, err := ParsePeriod(p.String(), jakarta); err != nil || back != p {
			r.Fatalf("%s is read as %s: %v", p, back, err)
		}
		if NewPeriod(p.Span, p.Year, p.Part+1, jakarta).Before(jakarta) != p {
			r.Fatalf("%s is not before the one after it", p)
		}
	})
	for _, wrong := range []string{"", "26", "2026-13", "2026-00", "2026-Q5", "2026-S3", "2026-1", "2026-10-05", " 2026"} {
		_, err := ParsePeriod(wrong, jakarta)
		refusedWith(t, wrong, err, "refuse.period")
	}
}

func TestAPeriodBeginsWithItsFirstSecond(t *testing.T) {
	p := NewPeriod(Year, 2028, 1, jakarta)
	refusedWith(t, "a second before", p.Begun(p.From-1), "refuse.period-coming")
	for _, now := range []Instant{p.From, p.To - 1, p.To} {
		if err := p.Begun(now); err != nil {
			t.Errorf("at %s: %v", now, err)
		}
	}
}

func TestAnAnnouncementStaysInThePeriodThatMadeItWhenTheIncidentIsReopened(t *testing.T) {
	r := whole()
	facts := append([]Fact{r, Amended{Values{"announcement": "Situs pulih"}}}, through(StepAnnounce, "2026-10-05 10:00")...)
	october := PeriodOf(Month, r.ReceivedAt, jakarta)
	for name, facts := range map[string][]Fact{
		"closed":   facts,
		"reopened": append(facts, Reopened{Reopening{Segment: 2, At: wib("2026-11-03 08:00"), Step: StepInvestigate, Reason: "terulang"}}),
	} {
		row := RowOf(newFront(t, facts...).incident())
		if f := count([]*Row{&row}, october); len(f.Announced) != 1 {
			t.Errorf("%s: October announced %d", name, len(f.Announced))
		}
	}
}

func TestARateWithoutClocksHasNoShare(t *testing.T) {
	for _, rate := range count(nil, PeriodOf(Month, clockTime("09:00"), jakarta)).Resolution.Classes {
		if _, ok := rate.Share(); ok {
			t.Errorf("%s has a share of nothing", rate.Key)
		}
	}
	third := Rate{Kept: make([]*Row, 1), Breached: make([]*Row, 2)}
	if share, ok := third.Share(); !ok || share < 0.333 || share > 0.334 {
		t.Errorf("one of three is %v", share)
	}
}
