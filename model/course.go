package model

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"
)

// Passage is a step that was done at an instant, in a segment of the incident.
type Passage struct {
	Segment int      `json:"segment"`
	Step    Step     `json:"step"`
	At      Instant  `json:"at"`
	Note    string   `json:"note,omitempty"`
	By      PersonID `json:"by,omitempty"`
	TypedAt Instant  `json:"typedAt,omitempty"`
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
	By        PersonID   `json:"by,omitempty"`
}

// Course is the way of an incident through the annex: all that its clocks are
// computed from, and nothing else.
type Course struct {
	Policy      *Policy          `json:"policy,omitempty"`
	Class       Class            `json:"class,omitempty"`
	ReceivedAt  Instant          `json:"receivedAt,omitempty"`
	AnsweredAt  Instant          `json:"answeredAt,omitempty"`
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
func (c Course) Segment() int {
	if n := len(c.Reopenings); n > 0 {
		return c.Reopenings[n-1].Segment
	}
	return 1
}

// Reclassified reports whether the class was changed after it was first set.
func (c Course) Reclassified() bool {
	for _, k := range c.Classes[min(1, len(c.Classes)):] {
		if k.Class != c.Classes[0].Class {
			return true
		}
	}
	return false
}

// Reopened reports whether the incident was ever opened again.
func (c Course) Reopened() bool { return len(c.Reopenings) > 0 }

// PausedNow returns the pause that lasts, if there is one.
func (c Course) PausedNow() (Pause, bool) {
	for _, p := range c.Pauses {
		if !p.Until.Known() {
			return p, true
		}
	}
	return Pause{}, false
}

// PassedAt is the instant a step of a segment was done, zero when it was not.
func (c Course) PassedAt(segment int, step Step) Instant {
	for _, p := range c.Passages {
		if p.Segment == segment && p.Step == step {
			return p.At
		}
	}
	return 0
}

// LastAt is the latest instant on the course: nothing that follows may stand
// before it.
func (c Course) LastAt() Instant {
	last := c.ReceivedAt
	for _, p := range c.Passages {
		last = max(last, p.At)
	}
	for _, r := range c.Reopenings {
		last = max(last, r.At)
	}
	for _, e := range c.Endings {
		last = max(last, e.At)
	}
	return last
}

func (c Course) reopening(segment int) (Reopening, bool) {
	for _, r := range c.Reopenings {
		if r.Segment == segment {
			return r, true
		}
	}
	return Reopening{}, false
}

func (c Course) ending(segment int) (Ending, bool) {
	for _, e := range c.Endings {
		if e.Segment == segment {
			return e, true
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

// readCourse reads the keyed registers and logs that make a course.
func (s *Subject) readCourse(c *Course) {
	s.family("passed", func(key string, e Entry) {
		segment, step, ok := segmentStep(key)
		p := Passage{Segment: segment, Step: step, By: e.By, TypedAt: e.At.Instant()}
		if ok && json.Unmarshal(e.Value, &p) == nil {
			c.Passages = append(c.Passages, p)
		}
	})
	s.family("pause", func(key string, e Entry) {
		p := Pause{By: e.By}
		if json.Unmarshal(e.Value, &p) == nil {
			p.ID = key
			if r := s.Registers["resumed/"+key]; r != nil {
				if shown, ok := r.Shown(); ok {
					_ = json.Unmarshal(shown.Value, &p.Until)
				}
			}
			c.Pauses = append(c.Pauses, p)
		}
	})
	s.family("reopened", func(key string, e Entry) {
		r := Reopening{By: e.By}
		if json.Unmarshal(e.Value, &r) == nil {
			c.Reopenings = append(c.Reopenings, r)
		}
	})
	s.family("ended", func(key string, e Entry) {
		n := Ending{By: e.By}
		if json.Unmarshal(e.Value, &n) == nil && n.Outcome != "" {
			c.Endings = append(c.Endings, n)
		}
	})
	c.Classes = rows(s, "classifications", func(k *Classification, e Entry) { k.By = e.By })
	c.sort()
	c.stand()
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

func segmentStep(key string) (segment int, step Step, ok bool) {
	a, b, found := strings.Cut(key, ".")
	segment, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	return segment, Step(n), found && err1 == nil && err2 == nil
}

func passageField(segment int, step Step) string {
	return "passed/" + strconv.Itoa(segment) + "." + strconv.Itoa(int(step))
}
