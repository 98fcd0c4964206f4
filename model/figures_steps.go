package model

import (
	"cmp"
	"slices"
	"time"
)

// Stage is the time that incidents were in one step: from the passing of the
// step before, or the reopening, to its own passing, without pauses, in
// calendar time. A passing belongs to the period in which it happened.
type Stage struct {
	Step   Step
	Rows   []*Row // an incident once for each passing
	Spread        // of the time without pauses
	Paused time.Duration
}

// stages measures steps 2 to 9; step 1 is over when the report is received.
func (f *counting) stages() {
	var took [StepDone][]time.Duration
	var stages [StepDone]Stage
	for _, r := range f.All {
		course := f.course(r)
		course.stages(func(step Step, from, at Instant) {
			if step <= StepReport || step >= StepDone || !f.Period.Holds(at) {
				return
			}
			paused := pausedIn(course.Pauses, from, at)
			stages[step].Rows = append(stages[step].Rows, r)
			stages[step].Paused += paused
			took[step] = append(took[step], at.Sub(from)-paused)
		})
	}
	for step := StepReceive; step < StepDone; step++ {
		stages[step].Step, stages[step].Spread = step, spreadOf(took[step])
		f.Steps = append(f.Steps, stages[step])
	}
}

// pausedIn is how much of a span was paused, overlaps once.
func pausedIn(pauses []Pause, from, to Instant) (sum time.Duration) {
	if len(pauses) > 0 {
		standstill(pauses, from, to, func(_ Pause, own time.Duration) { sum += own })
	}
	return sum
}

// stages tells each passing after the first step with the instant at which its
// step began; one that wrong clocks put before it took no time.
func (c *Course) stages(tell func(step Step, from, at Instant)) {
	segment, from := 1, c.ReceivedAt
	for i := range c.Passages {
		p := &c.Passages[i]
		if p.Segment != segment {
			segment, from = p.Segment, p.At
			if r, ok := c.reopening(segment); ok {
				from = r.At
			}
		}
		if p.Step != StepReport {
			tell(p.Step, min(from, p.At), p.At)
		}
		from = max(from, p.At)
	}
}

// Standstill sums the pauses of one reason that fell into the period while a
// resolution clock ran, in calendar time. Where two overlap, the time is that
// of the one that began first.
type Standstill struct {
	Reason PauseReason
	Count  int    // pauses
	Rows   []*Row // the incidents that were paused, each once
	Length time.Duration
}

func (f *counting) standstills() {
	sums := map[PauseReason]*Standstill{}
	for _, r := range f.All {
		course := f.course(r)
		if len(course.Pauses) == 0 {
			continue
		}
		course.eachResolution(f.Until, func(k Clock) {
			end := f.Until
			if k.EndAt.Known() {
				end = min(end, k.EndAt)
			}
			if k.StartAt.Known() {
				standstill(course.Pauses, max(k.StartAt, f.Period.From), end, func(p Pause, own time.Duration) { pause(sums, r, p, own) })
			}
		})
	}
	for _, s := range sums {
		f.Pauses = append(f.Pauses, *s)
	}
	slices.SortFunc(f.Pauses, func(a, b Standstill) int {
		return cmp.Or(cmp.Compare(slices.Index(PauseReasons, a.Reason), slices.Index(PauseReasons, b.Reason)), cmp.Compare(a.Reason, b.Reason))
	})
}

func pause(sums map[PauseReason]*Standstill, r *Row, p Pause, own time.Duration) {
	s := sums[p.Reason]
	if s == nil {
		s = &Standstill{Reason: p.Reason}
		sums[p.Reason] = s
	}
	s.Count++
	s.Length += own
	if n := len(s.Rows); n == 0 || s.Rows[n-1] != r {
		s.Rows = append(s.Rows, r)
	}
}

// standstill tells the pauses that fall into a span, the first begun first,
// each with the time in which no earlier one had stopped the clock already.
func standstill(pauses []Pause, from, to Instant, tell func(p Pause, own time.Duration)) {
	reached := from
	for _, p := range pauses {
		start, end := max(p.From, from), to
		if p.Until.Known() {
			end = min(p.Until, to)
		}
		if start >= end {
			continue
		}
		tell(p, max(0, end.Sub(max(start, reached))))
		reached = max(reached, end)
	}
}
