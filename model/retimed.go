package model

import "strings"

// Retimed is the fact that the instant of a passed step was corrected, with a
// reason; the history keeps both.
type Retimed struct {
	Passage Passage
	Reason  string
}

// Kind is "incident.retimed".
func (Retimed) Kind() Kind { return "incident.retimed" }

// Check refuses a step that was not passed, a missing reason, and an instant
// that would stand before the step ahead of it or after the one behind it.
func (r Retimed) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil {
		return err
	}
	p := r.Passage
	if !i.PassedAt(p.Segment, p.Step).Known() || p.Step == StepReport {
		return RefuseAt("step", "refuse.step-not-passed", "Step", p.Step)
	}
	if strings.TrimSpace(r.Reason) == "" {
		return RefuseAt("reason", "refuse.reason")
	}
	if err := notAfter("passedAt", p.At, now); err != nil {
		return err
	}
	before, after := i.ReceivedAt, i.PassedAt(p.Segment, p.Step+1)
	if e, ok := i.ending(p.Segment); ok && !after.Known() {
		after = e.At
	}
	if at := i.PassedAt(p.Segment, p.Step-1); at.Known() {
		before = at
	} else if reopening, ok := i.reopening(p.Segment); ok {
		before = reopening.At
	}
	if p.At < before || after.Known() && p.At > after {
		return RefuseAt("passedAt", "refuse.between-steps", "At", p.At.Time(), "Before", before.Time())
	}
	return nil
}

// Values writes the passage anew with the reason as its note.
func (r Retimed) Values() Values {
	p := r.Passage
	p.Signature = noted(r.Reason)
	return Values{passageField(p.Segment, p.Step): p}
}
