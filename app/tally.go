package app

import (
	"time"

	"siaga/model"
)

// Tally is one of the large figures of today.
type Tally string

// The figures.
const (
	TallyLate         Tally = "late"
	TallySoon         Tally = "soon" // the nearer clock falls due within Soon
	TallyUnclassified Tally = "unclassified"
	TallyPaused       Tally = "paused"
	TallyOpen         Tally = "open"
	TallyNew          Tally = "new" // received today

	// TallyProvisional counts those of the unclassified whose strictest target has
	// passed: it holds until a class is decided, and judges nothing.
	TallyProvisional Tally = "provisional"
)

// Tallies are those that open a list, what presses most first.
var Tallies = []Tally{TallyLate, TallySoon, TallyUnclassified, TallyPaused, TallyOpen, TallyNew}

// Soon is how near a deadline is that is counted as due shortly.
const Soon = time.Hour

// WordKey names the figure.
func (t Tally) WordKey() string { return "today.count." + string(t) }

// onlyOpen is how a filter asks for what has not ended.
var onlyOpen = []string{"open"}

// Filter chooses exactly the incidents that the figure counts.
func (t Tally) Filter(now, midnight model.Instant) Filter {
	switch t {
	case TallyLate:
		return Filter{Outcome: onlyOpen, Clock: []model.ClockState{model.Overdue}}
	case TallySoon:
		return Filter{Outcome: onlyOpen, DueBefore: now.Add(Soon)}
	case TallyUnclassified:
		return Filter{Outcome: onlyOpen, Class: []model.Class{""}}
	case TallyPaused:
		return Filter{Outcome: onlyOpen, Clock: []model.ClockState{model.Paused}}
	case TallyNew:
		return Filter{From: midnight}
	}
	return Filter{Outcome: onlyOpen}
}

// filtersAt are the filters of all figures at an instant.
func filtersAt(now, midnight model.Instant) map[Tally]Filter {
	filters := map[Tally]Filter{}
	for _, t := range Tallies {
		filters[t] = t.Filter(now, midnight)
	}
	return filters
}

// count adds an incident to the figures that count it.
func (a *Agenda) count(r *model.Row, now model.Instant, filters map[Tally]Filter) {
	for t, f := range filters {
		if f.Match(r, now) {
			a.Tallies[t]++
		}
	}
	if r.Outcome == "" && r.Class == "" && pastProvisional(r, now) {
		a.Tallies[TallyProvisional]++
	}
}

func pastProvisional(r *model.Row, now model.Instant) bool {
	k, runs := NearerClock(r.Course, now)
	return runs && k.Provisional && now > k.Due()
}
