package model

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// manyRows are incidents of five years, each worked on for up to two days.
func manyRows(n int) []*Row {
	rnd := rand.New(rand.NewPCG(7, 7))
	policy := Decree()
	first := wib("2021-11-24 10:00")
	rows := make([]*Row, n)
	for i := range rows {
		at := first + Instant(i)*Instant(5*365*86400/n)
		r := &Row{ID: SubjectID(fmt.Sprint(i)), Agency: SubjectID(fmt.Sprint(rnd.IntN(60))), Category: fmt.Sprint(rnd.IntN(16)), Teams: []string{HandlingTeams[rnd.IntN(4)]}}
		r.Policy, r.ReceivedAt, r.Class = &policy, at, Classes[rnd.IntN(3)]
		r.Classes = []Classification{{Class: r.Class, At: at}}
		for step := StepReport; step <= StepAnnounce; step++ {
			r.Passages = append(r.Passages, Passage{Segment: 1, Step: step, At: at})
			at += Instant(rnd.IntN(6 * 3600))
		}
		if i%5 == 0 {
			from := r.Passages[4].At
			r.Pauses = []Pause{{From: from, Until: from + 3600, Reason: PauseReasons[rnd.IntN(len(PauseReasons))]}}
		}
		r.Endings = []Ending{{Segment: 1, Outcome: Closed, At: r.LastAt()}}
		r.stand()
		rows[i] = r
	}
	return rows
}

// The figures of a year with all groupings, months, steps and pauses, of a
// hundred thousand incidents in five years.
func BenchmarkFiguresOfAYear(b *testing.B) {
	rows, year := manyRows(100_000), NewPeriod(Year, 2025, 1, jakarta)
	q := Question{Period: year, Parts: year.Months(jakarta), Policy: Decree(), Now: farAhead}
	for b.Loop() {
		q.Count(rows)
	}
}

// The same where all of them fell into the year that is counted.
func BenchmarkFiguresOfABusyYear(b *testing.B) {
	rows := manyRows(100_000)
	whole := Period{Span: Year, Year: 2021, Part: 1, From: rows[0].ReceivedAt, To: farAhead}
	var parts []Period
	for n := range 60 {
		parts = append(parts, NewPeriod(Month, 2021, 11+n, jakarta))
	}
	q := Question{Period: whole, Parts: parts[:12], Policy: Decree(), Now: farAhead}
	for b.Loop() {
		q.Count(rows)
	}
}

// The floor: one pass over the same rows that reads both clocks of those of
// the year.
func BenchmarkFiguresFloor(b *testing.B) {
	rows, year := manyRows(100_000), NewPeriod(Year, 2025, 1, jakarta)
	for b.Loop() {
		for _, r := range rows {
			if r.OpenAt(year.From) || year.Holds(r.ReceivedAt) {
				_, _ = r.Response(year.To).State(), r.Resolution(year.To).State()
			}
		}
	}
}
