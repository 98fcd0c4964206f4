package model

import (
	"cmp"
	"slices"
)

// Warning says that a share of a promised time was used up and somebody was
// warned: which clock of which segment, under which class, how much of its
// target in per cent, when it falls due, and when that share was reached.
type Warning struct {
	Mark      Mark      `json:"mark"`
	At        Instant   `json:"at"` // when a desk warned
	Clock     ClockName `json:"clock"`
	Segment   int       `json:"segment"`
	Class     Class     `json:"class,omitempty"` // empty: not classified yet, by the strictest target
	Percent   int       `json:"percent"`
	Due       Instant   `json:"due"`
	ReachedAt Instant   `json:"reachedAt"`
	CaughtUp  bool      `json:"caughtUp,omitempty"` // given late: the desk was off, or the report or its class came later
}

// Warned is the fact that a desk warned. Its rows stand in a record that only
// grows: two desks that warned of the same agree, and the first one counts.
type Warned struct{ Warning }

// Kind is "incident.warned".
func (Warned) Kind() Kind { return "incident.warned" }

// Values writes the row.
func (w Warned) Values() Values { return Values{"warned": w.Warning} }

// Automatic reports whether a kind is recorded by a desk of itself: nobody's
// deed, so that it is not what is taken back as the last one.
func (k Kind) Automatic() bool { return k == "incident.warned" }

// Given is a warning as a row keeps it.
type Given struct {
	Clock   ClockName
	Segment int
	Class   Class
	Percent int
	At      Instant
}

// about reports whether the warning was about a clock as it stands: of the same
// segment and class. Without a class the strictest target was warned about.
func (g Given) about(k *Clock) bool {
	return g.Clock == k.Name && g.Segment == k.Segment && strictest(g.Class) == strictest(k.Class)
}

func strictest(c Class) Class { return cmp.Or(c, Strategis) }

// punctual is how long after a share was reached a warning is not called late:
// a desk looks every quarter of a minute.
const punctual = 120

// Running are the promises of an open incident that run now, or are paused, and
// the duties of reporting whose letter is still to be sent, also after it was
// closed: what is warned about.
func (r *Row) Running(now Instant) (running []Clock) {
	if r.Outcome == "" {
		running = []Clock{r.Response(now), r.Resolution(now)}
		running = slices.DeleteFunc(running, func(k Clock) bool { return !k.StartAt.Known() || k.EndAt.Known() })
	}
	for _, d := range r.Owed(now) {
		if d.Due.Known() {
			running = append(running, d.Clock())
		}
	}
	return running
}

// Clock is a duty in the form in which is warned about promises. It counts all
// day, and no class of a system moves it.
func (d LegalDuty) Clock() Clock {
	return Clock{Name: ClockName(legalClock + d.To), Segment: 1, Target: d.Limit, Start: FromKnown, StartAt: d.StartAt, Now: d.ReadAt}
}

// DueWarnings are the warnings that are due at Now and were not given: for each
// clock that runs, the largest share that was reached. A share below it is not
// warned about any more, and one that was reached once is not again, although a
// pause has moved it since; another class has shares of its own.
func (r *Row) DueWarnings(now Instant) (due []Warning) {
	for _, k := range r.Running(now) {
		percent := 0
		for _, share := range r.policy().WarnAt() {
			if k.ReachedAt(share) <= now {
				percent = share
			}
		}
		if percent > 0 && !r.warned(&k, percent) {
			due = append(due, r.warning(k, percent))
		}
	}
	return due
}

func (r *Row) warned(k *Clock, percent int) bool {
	return slices.ContainsFunc(r.Warned, func(g Given) bool { return g.about(k) && g.Percent >= percent })
}

func (r *Row) warning(k Clock, percent int) Warning {
	w := Warning{At: k.Now, Clock: k.Name, Segment: k.Segment, Class: k.Class, Percent: percent, Due: k.Due(), ReachedAt: k.ReachedAt(percent)}
	w.CaughtUp = w.At-w.ReachedAt > punctual
	return w
}

// Unheeded is the last warning of a promise that still runs, when nothing has
// been done since: no step passed, nobody told. Of a clock that is paused there
// is none.
func (r *Row) Unheeded(now Instant) (last Given, ok bool) {
	if len(r.Warned) == 0 {
		return Given{}, false
	}
	heeded := max(r.RelayedAt, r.LastAt())
	for _, k := range r.Running(now) {
		for _, g := range r.Warned {
			if g.about(&k) && !k.PausedNow && g.At > heeded && (!ok || g.At > last.At) {
				last, ok = g, true
			}
		}
	}
	return last, ok
}

// onceEach leaves of the warnings of several desks the first one of each share.
func onceEach(all []Warning) (out []Warning) {
	slices.SortStableFunc(all, func(a, b Warning) int { return cmp.Compare(a.At, b.At) })
	for _, w := range all {
		same := func(o Warning) bool {
			return o.Clock == w.Clock && o.Segment == w.Segment && o.Class == w.Class && o.Percent == w.Percent
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, w)
		}
	}
	return out
}

// given are the warnings as a row keeps them: the largest share of each clock,
// segment and class.
func given(all []Warning) (out []Given) {
	for _, w := range all {
		g := Given{w.Clock, w.Segment, w.Class, w.Percent, w.At}
		n := slices.IndexFunc(out, func(o Given) bool {
			return o.Clock == g.Clock && o.Segment == g.Segment && o.Class == g.Class
		})
		switch {
		case n < 0:
			out = append(out, g)
		case out[n].Percent < g.Percent:
			out[n] = g
		}
	}
	return out
}
