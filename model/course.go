package model

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"
)

// Passage is a step that was done at an instant, in a segment of the incident.
//
// It is short, for a list holds those of every incident, and passes through them
// for every clock.
type Passage struct {
	Segment    int     `json:"segment"`
	Step       Step    `json:"step"`
	At         Instant `json:"at"`
	*Signature         // nil in a row where nothing was noted
}

// Signature is who passed a step, when that was typed in, and what was noted.
type Signature struct {
	Note    string   `json:"note,omitempty"`
	By      PersonID `json:"by,omitempty"`
	TypedAt Instant  `json:"typedAt,omitempty"`
}

// Signed is the signature, empty where there is none.
func (p Passage) Signed() Signature {
	if p.Signature == nil {
		return Signature{}
	}
	return *p.Signature
}

func noted(note string) *Signature {
	if note == "" {
		return nil
	}
	return &Signature{Note: note}
}

// Classification is one decision about the class: valid from At, the reason it
// was changed, and who decided.
type Classification struct {
	Class  Class    `json:"class"`
	At     Instant  `json:"at"`
	Reason string   `json:"reason,omitempty"`
	By     PersonID `json:"by,omitempty"`
}

// Pause is a span in which the resolution clock stands still; Until is zero
// while it lasts.
type Pause struct {
	ID       string      `json:"id"`
	From     Instant     `json:"from"`
	Until    Instant     `json:"until,omitempty"`
	Expected Instant     `json:"expected,omitempty"`
	Reason   PauseReason `json:"reason"`
	Note     string      `json:"note,omitempty"`
	By       PersonID    `json:"by,omitempty"`
}

// Reopening starts segment Segment at an instant, at the step that is to be
// done again.
type Reopening struct {
	Segment int      `json:"segment"`
	At      Instant  `json:"at"`
	Step    Step     `json:"step"`
	Reason  string   `json:"reason"`
	By      PersonID `json:"by,omitempty"`
}

// Ending is how a segment ended.
type Ending struct {
	Segment   int        `json:"segment"`
	Outcome   Outcome    `json:"outcome"`
	At        Instant    `json:"at"`
	Reason    string     `json:"reason,omitempty"`
	Duplicate IncidentID `json:"duplicate,omitempty"`
	Joined    []Mark     `json:"joined,omitempty"` // of a merge: what it wrote to the other ticket
	By        PersonID   `json:"by,omitempty"`
}

// Course is the way of an incident through the annex: all that its clocks are
// computed from, and nothing else.
type Course struct {
	Policy      *Policy          `json:"policy,omitempty"`
	Class       Class            `json:"class,omitempty"`
	ReceivedAt  Instant          `json:"receivedAt,omitempty"`
	AnsweredAt  Instant          `json:"answeredAt,omitempty"`
	RespondedAt Instant          `json:"respondedAt,omitempty"` // the first response under a ticket that was merged into this one
	Passages    []Passage        `json:"passages,omitempty"`
	Classes     []Classification `json:"classes,omitempty"`
	Pauses      []Pause          `json:"pauses,omitempty"`
	Reopenings  []Reopening      `json:"reopenings,omitempty"`
	Endings     []Ending         `json:"endings,omitempty"`
	Step        Step             `json:"step"`
	Outcome     Outcome          `json:"outcome,omitempty"`
	CompletedAt Instant          `json:"completedAt,omitempty"`
}

// Segment is the number of the present segment: 1, and one more for each
// reopening.
func (c *Course) Segment() int {
	if n := len(c.Reopenings); n > 0 {
		return c.Reopenings[n-1].Segment
	}
	return 1
}

// Reclassified reports whether the class was changed after it was first set.
func (c *Course) Reclassified() bool {
	for _, k := range c.Classes[min(1, len(c.Classes)):] {
		if k.Class != c.Classes[0].Class {
			return true
		}
	}
	return false
}

// Reopened reports whether the incident was ever opened again.
func (c *Course) Reopened() bool { return len(c.Reopenings) > 0 }

func (p Pause) lasts(at Instant) bool {
	return p.From <= at && (!p.Until.Known() || at < p.Until)
}

// PauseReasons are the reasons for which the resolution clock may be paused.
func (c *Course) PauseReasons() []PauseReason { return c.policy().Reasons() }

// PausedNow returns the pause that lasts, if there is one.
func (c *Course) PausedNow() (Pause, bool) {
	for _, p := range c.Pauses {
		if !p.Until.Known() {
			return p, true
		}
	}
	return Pause{}, false
}

// PassedAt is the instant a step of a segment was done, zero when it was not.
func (c *Course) PassedAt(segment int, step Step) Instant {
	for i := range c.Passages {
		if p := &c.Passages[i]; p.Segment == segment && p.Step == step {
			return p.At
		}
	}
	return 0
}

// LastAt is the latest instant on the course: nothing that follows may stand
// before it.
func (c *Course) LastAt() Instant {
	last := c.ReceivedAt
	for i := range c.Passages {
		last = max(last, c.Passages[i].At)
	}
	for i := range c.Reopenings {
		last = max(last, c.Reopenings[i].At)
	}
	for i := range c.Endings {
		last = max(last, c.Endings[i].At)
	}
	return last
}

func (c *Course) reopening(segment int) (Reopening, bool) {
	for i := range c.Reopenings {
		if c.Reopenings[i].Segment == segment {
			return c.Reopenings[i], true
		}
	}
	return Reopening{}, false
}

func (c *Course) ending(segment int) (Ending, bool) {
	for i := range c.Endings {
		if c.Endings[i].Segment == segment {
			return c.Endings[i], true
		}
	}
	return Ending{}, false
}

// stand derives the present step and outcome from what was passed and ended.
func (c *Course) stand() {
	segment := c.Segment()
	c.Step = StepReport
	if r, ok := c.reopening(segment); ok {
		c.Step = r.Step
	}
	for c.Step < StepDone && c.PassedAt(segment, c.Step).Known() {
		c.Step++
	}
	c.Outcome, c.CompletedAt = "", 0
	if e, ok := c.ending(segment); ok {
		c.Outcome, c.CompletedAt = e.Outcome, e.At
	}
}

// readCourse reads the keyed registers and logs that make a course. Which
// segment and step they are about stands in their key; what has no instant was
// erased.
func (s *Subject) readCourse(c *Course) {
	s.families(func(family, key string, e Entry) {
		switch family {
		case "passed":
			c.readPassage(key, e)
		case "reopened":
			c.readReopening(key, e)
		case "ended":
			c.readEnding(key, e)
		case "pause":
			c.readPause(key, e, s.Registers["resumed/"+key])
		}
	})
	c.endPauses()
	c.Classes = rows(s, "classifications", func(k *Classification, e Entry) { k.By = e.By })
	c.sort()
	c.stand()
}

func (c *Course) readPassage(key string, e Entry) {
	segment, step, ok := segmentStep(key)
	p, short := passageOf(e.Value)
	p.Signature = &Signature{By: e.By, TypedAt: e.At.Instant()}
	if ok && (short || json.Unmarshal(e.Value, &p) == nil) && p.At.Known() {
		p.Segment, p.Step = segment, step
		c.Passages = append(c.Passages, p)
	}
}

func (c *Course) readReopening(key string, e Entry) {
	r := Reopening{By: e.By}
	segment, ok := segmentOf(key)
	if ok && segment > 1 && json.Unmarshal(e.Value, &r) == nil && r.At.Known() {
		r.Segment, r.Step = segment, min(max(r.Step, StepReport), StepDone) // a lie could name any number
		c.Reopenings = append(c.Reopenings, r)
	}
}

func (c *Course) readEnding(key string, e Entry) {
	n := Ending{By: e.By}
	segment, ok := segmentOf(key)
	if ok && json.Unmarshal(e.Value, &n) == nil && n.Outcome != "" {
		n.Segment = segment
		c.Endings = append(c.Endings, n)
	}
}

func (c *Course) readPause(key string, e Entry, resumed *Register) {
	p := Pause{By: e.By}
	if json.Unmarshal(e.Value, &p) != nil || !p.From.Known() {
		return
	}
	p.ID = key
	if resumed != nil {
		if shown, ok := resumed.Shown(); ok {
			_ = json.Unmarshal(shown.Value, &p.Until)
		}
	}
	c.Pauses = append(c.Pauses, p)
}

// endPauses lets no pause outlive its segment: it stands still no clock of the
// next one, although nobody resumed.
func (c *Course) endPauses() {
	for i := range c.Pauses {
		p := &c.Pauses[i]
		for _, n := range c.Endings {
			if n.At >= p.From && (!p.Until.Known() || n.At < p.Until) {
				p.Until = n.At
			}
		}
	}
}

func (c *Course) sort() {
	sort.Slice(c.Passages, func(i, j int) bool {
		a, b := c.Passages[i], c.Passages[j]
		return a.Segment < b.Segment || a.Segment == b.Segment && a.Step < b.Step
	})
	sort.Slice(c.Pauses, func(i, j int) bool {
		a, b := c.Pauses[i], c.Pauses[j]
		return a.From < b.From || a.From == b.From && a.ID < b.ID
	})
	sort.Slice(c.Reopenings, func(i, j int) bool { return c.Reopenings[i].Segment < c.Reopenings[j].Segment })
	sort.Slice(c.Endings, func(i, j int) bool { return c.Endings[i].Segment < c.Endings[j].Segment })
	sort.SliceStable(c.Classes, func(i, j int) bool { return c.Classes[i].At < c.Classes[j].At })
}

// segmentOf reads a segment's number and refuses any but its usual form, so
// that no two keys mean the same.
func segmentOf(key string) (segment int, ok bool) {
	segment, err := strconv.Atoi(key)
	return segment, err == nil && segment > 0 && strconv.Itoa(segment) == key
}

func segmentStep(key string) (segment int, step Step, ok bool) {
	a, b, found := strings.Cut(key, ".")
	segment, ok1 := segmentOf(a)
	n, ok2 := segmentOf(b)
	return segment, Step(n), found && ok1 && ok2
}

func passageField(segment int, step Step) string {
	return "passed/" + strconv.Itoa(segment) + "." + strconv.Itoa(int(step))
}
