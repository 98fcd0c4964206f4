package model

import (
	"slices"
	"sort"
	"strings"
	"time"
)

// ClockName tells the two promises of Lampiran III apart.
type ClockName string

// The two clocks; they share no state.
const (
	Response   ClockName = "response"   // Waktu Respon
	Resolution ClockName = "resolution" // Waktu Resolusi
)

// WordKey names the clock in words.
func (n ClockName) WordKey() string { return "clock." + string(n) }

// legalClock begins the name of a duty of reporting in the form of a clock.
const legalClock = "legal-"

// Legal reports whether it is a duty of reporting, which no class moves.
func (n ClockName) Legal() bool { return strings.HasPrefix(string(n), legalClock) }

// ClockState is how a clock stands at an instant.
type ClockState string

// The states of a clock.
const (
	NotStarted ClockState = "notStarted"
	Running    ClockState = "running"
	Paused     ClockState = "paused"
	Overdue    ClockState = "overdue" // runs, and the deadline has passed
	Kept       ClockState = "kept"    // ended in time
	Breached   ClockState = "breached"
	Stopped    ClockState = "stopped" // the incident ended otherwise; counts in no rate
)

// ClockStates lists the states in the order of a clock's life.
var ClockStates = []ClockState{NotStarted, Running, Paused, Overdue, Kept, Breached, Stopped}

// WordKey names the state in words.
func (s ClockState) WordKey() string { return "clockState." + string(s) }

// ClockStart is what a clock is counted from.
type ClockStart string

// The beginnings of a clock.
const (
	FromReceived  ClockStart = "received"
	FromEscalated ClockStart = "escalated" // step 5 passed
	FromReopened  ClockStart = "reopened"
	FromKnown     ClockStart = "known" // of a duty of reporting
)

// WordKey names the beginning in words.
func (s ClockStart) WordKey() string { return "clockStart." + string(s) }

// FormerTarget is the promise of a class that the incident had before; a
// breach that happened under it stays recorded with that class.
type FormerTarget struct {
	Class    Class   `json:"class"`
	Target   Seconds `json:"target"`
	Due      Instant `json:"due"`
	Breached bool    `json:"breached"`
	Ended    bool    `json:"ended"`  // the clock had ended before the class was changed
	Passed   bool    `json:"passed"` // and the deadline had; not breached when it had before the class was set
}

// Clock is one promise as it stands at Now: computed from the course each time
// it is asked for, never stored. Due is StartAt + Target + Paused, all three in
// the time that Calendar counts.
type Clock struct {
	Name        ClockName
	Segment     int
	Class       Class // the class whose target applies; empty when not yet classified
	Provisional bool  // not yet classified: the strictest target is shown, nothing is judged
	Target      Seconds
	Calendar    *Calendar // nil: all day, every day
	Basis       Basis
	Start       ClockStart // what StartAt is the instant of
	StartAt     Instant
	EndAt       Instant // zero while it runs
	Paused      Seconds // pauses between start and end (or now), overlaps once
	PausedNow   bool
	Stopped     bool
	Skewed      bool // an end before its start, as wrong desk clocks can make; counted as no time
	Former      []FormerTarget
	Now         Instant
}

// Due is the deadline: kept at that very second, breached one second later.
// It is zero when the clock has not started.
func (k Clock) Due() Instant {
	if !k.StartAt.Known() {
		return 0
	}
	return k.Calendar.After(k.StartAt, k.Target+k.Paused)
}

// ReachedAt is when that share of the target, in per cent, was or will be used
// up; zero when the clock has not started.
func (k Clock) ReachedAt(percent int) Instant {
	if !k.StartAt.Known() {
		return 0
	}
	return k.Calendar.After(k.StartAt, k.Target*Seconds(percent)/100+k.Paused)
}

// Instants are its start, deadline and end, as far as they are known.
func (k Clock) Instants() []Instant { return []Instant{k.StartAt, k.Due(), k.EndAt} }

// Left is the time until the deadline at Now or at the end, negative after it,
// by the clock on the wall: nights and holidays too.
func (k Clock) Left() time.Duration { return k.Due().Sub(k.until()) }

// Took is the time that counts: from start to end (or Now) without pauses, and
// where a calendar counts, without what lies outside office hours.
func (k Clock) Took() time.Duration {
	if !k.StartAt.Known() {
		return 0
	}
	return k.Span().Duration() - k.Paused.Duration()
}

// Span is what counts from start to end (or Now), pauses too.
func (k Clock) Span() Seconds { return k.Calendar.Between(k.StartAt, k.until()) }

// CountedLeft is the time that still counts until the deadline, negative when
// more than was promised has counted. Without a calendar it is Left.
func (k Clock) CountedLeft() time.Duration { return k.Target.Duration() - k.Took() }

// Used is the share of the target that has been used, 1 at the deadline.
func (k Clock) Used() float64 {
	if k.Target == 0 {
		return 0
	}
	return k.Took().Seconds() / float64(k.Target)
}

func (k Clock) until() Instant {
	if k.EndAt.Known() {
		return k.EndAt
	}
	return max(k.Now, k.StartAt)
}

// Breached reports a deadline that passed before the end: under the present
// class, or under a former one while the incident had it.
func (k Clock) Breached() bool { return k.breached() }

func (k *Clock) breached() bool {
	if !k.StartAt.Known() || k.Provisional {
		return false
	}
	for i := range k.Former {
		if k.Former[i].Breached {
			return true
		}
	}
	return k.until() > k.Due()
}

// Counts reports whether the clock belongs to the rates: it has ended by
// keeping or breaching its promise.
func (k Clock) Counts() bool {
	return k.StartAt.Known() && k.EndAt.Known() && !k.Stopped && !k.Provisional
}

// State is how the clock stands.
func (k Clock) State() ClockState { return k.state() }

func (k *Clock) state() ClockState {
	switch {
	case k.Stopped:
		return Stopped
	case !k.StartAt.Known():
		return NotStarted
	case k.EndAt.Known() && k.breached():
		return Breached
	case k.EndAt.Known():
		return Kept
	case k.breached():
		return Overdue
	case k.PausedNow:
		return Paused
	}
	return Running
}

// Response is the first clock: from receipt to the earlier of an answer to the
// reporter and the start of step 3. It never pauses and never starts again.
func (c *Course) Response(now Instant) Clock {
	k := c.clock(Response, 1, now)
	k.Start, k.StartAt, k.EndAt = FromReceived, c.ReceivedAt, c.PassedAt(1, StepReceive)
	for _, at := range [...]Instant{c.AnsweredAt, c.RespondedAt} {
		if at.Known() && (!k.EndAt.Known() || at < k.EndAt) {
			k.EndAt = at
		}
	}
	if e, ok := c.ending(1); ok && e.Outcome != Closed {
		k.Stopped = true
		if !k.EndAt.Known() || e.At < k.EndAt {
			k.EndAt = e.At
		}
	}
	c.finish(&k, nil, Target.forResponse)
	return k
}

// Resolution is the second clock of the present segment: from the policy's
// basis (a reopening for later segments) to the step that it names, step 8.
func (c *Course) Resolution(now Instant) Clock { return c.ResolutionOf(c.Segment(), now) }

// ResolutionOf is the resolution clock of one segment.
func (c *Course) ResolutionOf(segment int, now Instant) Clock {
	k := c.clock(Resolution, segment, now)
	k.Start, k.StartAt = c.resolutionStart(segment)
	k.EndAt = c.concludedAt(segment)
	if e, ok := c.ending(segment); ok && e.Outcome != Closed {
		k.Stopped = true
		if k.StartAt.Known() {
			k.EndAt = e.At
		}
	}
	c.finish(&k, c.Pauses, Target.forResolution)
	return k
}

// Resolutions are the resolution clocks of all segments, the first one first.
func (c *Course) Resolutions(now Instant) []Clock {
	out := []Clock{c.ResolutionOf(1, now)}
	for i := range c.Reopenings {
		out = append(out, c.ResolutionOf(c.Reopenings[i].Segment, now))
	}
	return out
}

func (c *Course) resolutionStart(segment int) (ClockStart, Instant) {
	reopening, again := c.reopening(segment)
	if again && (c.policy().Basis == FromReceipt || reopening.Step > StepEscalate) {
		return FromReopened, reopening.At
	}
	if c.policy().Basis == FromReceipt {
		return FromReceived, c.ReceivedAt
	}
	return FromEscalated, c.PassedAt(segment, StepEscalate)
}

// concludedAt is when the step that ends the resolution clock was done, or the
// first one after it where the segment began there.
func (c *Course) concludedAt(segment int) Instant {
	ends := c.policy().EndStep()
	for i := range c.Passages {
		if p := &c.Passages[i]; p.Segment == segment && p.Step >= ends {
			return p.At
		}
	}
	return 0
}

// decree is what holds where a course names no policy; nobody changes it.
var decree = Decree()

func (c *Course) policy() *Policy {
	if c.Policy == nil {
		return &decree
	}
	return c.Policy
}

func (t Target) forResponse() Seconds   { return t.Response }
func (t Target) forResolution() Seconds { return t.Resolution }

func (c *Course) clock(name ClockName, segment int, now Instant) Clock {
	policy := c.policy()
	k := Clock{Name: name, Segment: segment, Class: c.Class, Basis: policy.Basis, Calendar: policy.Calendar, Now: now}
	if e, ok := c.ending(segment); ok {
		k.Class = c.classAt(e.At)
	}
	if k.Class == "" {
		k.Provisional = true
	}
	return k
}

// classAt is the class that was valid at an instant: a segment that ended
// keeps the class it ended with.
func (c *Course) classAt(at Instant) Class {
	class := c.Class
	if n := len(c.Classes); n > 0 && c.Classes[n-1].At <= at {
		return class
	}
	for i := range c.Classes {
		if k := &c.Classes[i]; i == 0 || k.At <= at {
			class = k.Class
		}
	}
	return class
}

func (c *Course) finish(k *Clock, pauses []Pause, target func(Target) Seconds) {
	class := k.Class
	if k.Provisional {
		class = Strategis
	}
	targets := c.policy().Targets
	k.Target = target(targets[class])
	if k.EndAt.Known() && k.EndAt < k.StartAt {
		k.EndAt, k.Skewed = k.StartAt, true
	}
	if !k.StartAt.Known() {
		return
	}
	k.Paused = k.Calendar.pausedWithin(pauses, k.StartAt, k.until())
	k.PausedNow = !k.EndAt.Known() && slices.ContainsFunc(pauses, func(p Pause) bool { return p.lasts(k.Now) })
	k.Former = c.former(k, pauses, func(class Class) Seconds { return target(targets[class]) })
}

// former lists the promises of earlier classes and whether each was broken
// while the incident had that class. A change after the clock's end is one too:
// until its segment ends, a clock is measured by the latest class.
func (c *Course) former(k *Clock, pauses []Pause, target func(Class) Seconds) []FormerTarget {
	ending, ended := c.ending(k.Segment)
	var out []FormerTarget
	since := k.StartAt
	for i := 0; i+1 < len(c.Classes); i++ {
		was, next := &c.Classes[i], &c.Classes[i+1]
		if was.Class == next.Class {
			continue
		}
		if next.At >= k.StartAt && (!ended || next.At <= ending.At) {
			until := min(next.At, k.until())
			f := FormerTarget{Class: was.Class, Target: target(was.Class)}
			due := func(at Instant) Instant {
				return k.Calendar.After(k.StartAt, f.Target+k.Calendar.pausedWithin(pauses, k.StartAt, at))
			}
			f.Due = due(until)
			f.Ended, f.Passed = k.EndAt.Known() && k.EndAt < next.At, until > f.Due
			f.Breached = f.Passed && since <= due(since)
			out = append(out, f)
		}
		since = max(k.StartAt, next.At)
	}
	return out
}

// pausedWithin is what counts of the union of the pauses inside [from, to].
func (c *Calendar) pausedWithin(pauses []Pause, from, to Instant) Seconds {
	if len(pauses) == 0 {
		return 0
	}
	spans := make([][2]Instant, 0, len(pauses))
	for _, p := range pauses {
		start, end := max(p.From, from), to
		if p.Until.Known() {
			end = min(p.Until, to)
		}
		if start < end {
			spans = append(spans, [2]Instant{start, end})
		}
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i][0] < spans[j][0] })
	var total Seconds
	reached := from
	for _, s := range spans {
		if s[1] > reached {
			total += c.Between(max(s[0], reached), s[1])
			reached = s[1]
		}
	}
	return total
}
