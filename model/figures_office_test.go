package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Offices, periods and filters at random, for the laws of the figures.

// someLargerOffice is the incidents of about a year, with teams, systems and
// pauses for many reasons; some of their happenings lie on the very first and
// the very last second of a month.
func someLargerOffice(t *testing.T, r *rapid.T) []*Row {
	seed := rapid.Uint64().Draw(r, "office")
	rnd := rand.New(rand.NewPCG(seed, 1))
	var rows []*Row
	for n := range 10 + rnd.IntN(20) {
		l := newLife(rand.New(rand.NewPCG(seed, uint64(n+2))))
		row := rowOf(t, l, len(l.all))
		row.ID = SubjectID(fmt.Sprint(n))
		shift(row, wib("2026-01-01 00:00").Add(time.Duration(rnd.IntN(400*86400))*time.Second)-row.ReceivedAt)
		for _, team := range HandlingTeams {
			if rnd.IntN(4) == 0 {
				row.Teams = append(row.Teams, team)
			}
		}
		row.System = SubjectID(fmt.Sprint(rnd.IntN(3)))
		if rnd.IntN(5) == 0 {
			row.Agency = ""
		}
		for i := range row.Pauses {
			row.Pauses[i].Reason = PauseReasons[rnd.IntN(len(PauseReasons))]
		}
		if rnd.IntN(2) == 0 {
			edge(row, rnd)
		}
		rows = append(rows, row)
	}
	return rows
}

// edge moves a whole course so that one of its instants lies on the border of
// a month, or a second to either side.
func edge(row *Row, rnd *rand.Rand) {
	var at []Instant
	for _, e := range row.Endings {
		at = append(at, e.At)
	}
	for _, o := range row.Reopenings {
		at = append(at, o.At)
	}
	if len(at) == 0 || rnd.IntN(3) == 0 {
		at = append(at, row.ReceivedAt, row.LastAt())
		for _, p := range row.Passages {
			at = append(at, p.At)
		}
	}
	chosen := at[rnd.IntN(len(at))]
	shift(row, PeriodOf(Month, chosen, jakarta).To-chosen+Instant(rnd.IntN(3)-1))
}

// shift moves a course in time.
func shift(row *Row, by Instant) {
	move := func(at *Instant) {
		if at.Known() {
			*at += by
		}
	}
	move(&row.ReceivedAt)
	move(&row.AnsweredAt)
	move(&row.RespondedAt)
	move(&row.CompletedAt)
	for i := range row.Passages {
		move(&row.Passages[i].At)
	}
	for i := range row.Classes {
		move(&row.Classes[i].At)
	}
	for i := range row.Pauses {
		move(&row.Pauses[i].From)
		move(&row.Pauses[i].Until)
	}
	for i := range row.Reopenings {
		move(&row.Reopenings[i].At)
	}
	for i := range row.Endings {
		move(&row.Endings[i].At)
	}
}

// someFilter chooses by what an incident has on record, and by its class, step
// and outcome as they stood; mostly by one or two of them.
func someFilter(r *rapid.T) func(*Row) bool {
	rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(r, "filter"), 3))
	all := []func(*Row) bool{
		func(row *Row) bool { return row.Class == Tinggi },
		func(row *Row) bool { return row.Class == "" || row.Class == Rendah },
		func(row *Row) bool { return slices.Contains(row.Teams, "VII") },
		func(row *Row) bool { return row.Agency == "1" || row.Agency == "" },
		func(row *Row) bool { return row.System == "2" },
		func(row *Row) bool { return row.Outcome == "" },
		func(row *Row) bool { return row.Outcome == Duplicate || row.Outcome == Closed },
		func(row *Row) bool { return row.Step >= StepInvestigate },
	}
	var chosen []func(*Row) bool
	for range rnd.IntN(3) {
		chosen = append(chosen, all[rnd.IntN(len(all))])
	}
	return func(row *Row) bool {
		return !slices.ContainsFunc(chosen, func(keeps func(*Row) bool) bool { return !keeps(row) })
	}
}

// somewhere is an office, a period of any span and a filter, counted.
func somewhere(t *testing.T, r *rapid.T) ([]*Row, Question, Figures) {
	rows := someLargerOffice(t, r)
	p := somePeriod(r, rows)
	q := Question{Period: p, Parts: p.Months(jakarta), Policy: Decree(), Now: farAhead, Keep: someFilter(r)}
	if rapid.IntRange(0, 3).Draw(r, "lasting") == 0 {
		q.Now = p.From + (p.To-p.From)*Instant(rapid.IntRange(0, 99).Draw(r, "hundredth"))/100
	}
	return rows, q, q.Count(rows)
}
