package model

import "slices"

// MisfitKind says in which way things do not fit together.
type MisfitKind string

// What desks can bring about together although no single one could: their
// events were merged, and rules are checked only when a person writes.
const (
	MisfitGap         MisfitKind = "gap"          // a step is passed, the one before it is not
	MisfitOrder       MisfitKind = "order"        // a step was done before what comes before it
	MisfitAfterEnd    MisfitKind = "afterEnd"     // a step was done after the incident had ended
	MisfitBothAnswers MisfitKind = "bothAnswers"  // step 4 has the answers Ya and Tidak
	MisfitNotClosed   MisfitKind = "notClosed"    // step 9 is passed, and the incident is not closed
	MisfitUnfinished  MisfitKind = "unfinished"   // closed, and step 9 is not passed
	MisfitStray       MisfitKind = "stray"        // belongs to a reopening that was taken back
	MisfitReopened    MisfitKind = "reopenedOpen" // opened again, and it had not ended
	MisfitTwoPauses   MisfitKind = "twoPauses"    // two pauses last at once
	MisfitPausedDone  MisfitKind = "pausedDone"   // paused, and its clock has ended
	MisfitOvertaken   MisfitKind = "overtaken"    // changed elsewhere after it was ended or retired
	MisfitSeats       MisfitKind = "seats"        // two hold a post that one person holds
	MisfitDuties      MisfitKind = "duties"       // one person has two turns of duty at once
)

// MisfitKinds are all of them.
var MisfitKinds = []MisfitKind{MisfitGap, MisfitOrder, MisfitAfterEnd, MisfitBothAnswers, MisfitNotClosed, MisfitUnfinished,
	MisfitStray, MisfitReopened, MisfitTwoPauses, MisfitPausedDone, MisfitOvertaken, MisfitSeats, MisfitDuties}

// WordKey names the sentence that says what does not fit; it wants the step.
func (k MisfitKind) WordKey() string { return "misfit." + string(k) }

// Misfit is one thing about a subject that does not fit together.
type Misfit struct {
	Kind   MisfitKind `json:"kind"`
	Step   Step       `json:"step,omitempty"`
	Fields []string   `json:"fields"`         // the registers that make it; mended by the first or one of the others
	Late   []string   `json:"late,omitempty"` // of MisfitOvertaken: what was changed
}

// Misfits finds what does not fit together within one subject.
func (s *Subject) Misfits() []Misfit {
	switch s.Kind {
	case "incident":
		return IncidentOf(s).Misfits
	case "person", "agency", "system":
		return s.changedRetired()
	}
	return nil
}

// misfits looks at the present segment: what did not fit in one that was opened
// again since is history.
func (c *Course) misfits() []Misfit {
	segment := c.Segment()
	ending, ended := c.ending(segment)
	out := slices.Concat(c.stray(segment), c.disordered(segment), c.paused(segment))
	if ended {
		out = append(out, c.misended(segment, ending)...)
	}
	if c.PassedAt(segment, StepAnnounce).Known() && ending.Outcome != Closed {
		fields := []string{passageField(segment, StepAnnounce)}
		if ended {
			fields = append(fields, endedField(segment))
		}
		out = append(out, Misfit{Kind: MisfitNotClosed, Step: StepAnnounce, Fields: fields})
	}
	return out
}

// stray finds steps of a segment that nobody opened, and a segment that was
// opened while the one before it had not ended.
func (c *Course) stray(segment int) (out []Misfit) {
	for _, p := range c.Passages {
		if p.Segment > segment {
			out = append(out, Misfit{Kind: MisfitStray, Step: p.Step, Fields: []string{passageField(p.Segment, p.Step)}})
		}
	}
	if r, again := c.reopening(segment); again {
		if _, ended := c.ending(segment - 1); !ended {
			out = append(out, Misfit{Kind: MisfitReopened, Step: r.Step, Fields: []string{reopenedField(segment)}})
		}
	}
	return out
}

// disordered finds steps of which the one before is missing, or was done later.
func (c *Course) disordered(segment int) (out []Misfit) {
	first, before, reason := StepReport, c.ReceivedAt, []string(nil)
	if r, again := c.reopening(segment); again {
		first, before = r.Step, r.At
	}
	for step := first; step < StepDone; step++ {
		at := c.PassedAt(segment, step)
		if !at.Known() {
			before = 0
			continue
		}
		field := passageField(segment, step)
		switch {
		case step > first && !c.PassedAt(segment, step-1).Known():
			out = append(out, Misfit{Kind: MisfitGap, Step: step, Fields: []string{field}})
		case at < before:
			out = append(out, Misfit{Kind: MisfitOrder, Step: step, Fields: append([]string{field}, reason...)})
		}
		before, reason = at, []string{field}
	}
	return out
}

// paused finds two pauses at once, and one that outlasts its clock.
func (c *Course) paused(segment int) (out []Misfit) {
	var lasting []string
	for _, p := range c.Pauses {
		if !p.Until.Known() {
			lasting = append(lasting, "pause/"+p.ID)
		}
	}
	if len(lasting) > 1 {
		slices.Reverse(lasting) // the one that began last is too many
		out = append(out, Misfit{Kind: MisfitTwoPauses, Fields: lasting})
	}
	if len(lasting) == 1 && c.concludedAt(segment).Known() {
		out = append(out, Misfit{Kind: MisfitPausedDone, Step: c.policy().EndStep(), Fields: lasting})
	}
	return out
}

// misended holds the end of a segment against its steps.
func (c *Course) misended(segment int, e Ending) (out []Misfit) {
	end := endedField(segment)
	for _, p := range c.Passages {
		if p.Segment == segment && p.At > e.At {
			out = append(out, Misfit{Kind: MisfitAfterEnd, Step: p.Step, Fields: []string{passageField(segment, p.Step), end}})
		}
	}
	if e.Outcome == NotIncident && c.PassedAt(segment, StepDecide).Known() {
		out = append(out, Misfit{Kind: MisfitBothAnswers, Step: StepDecide, Fields: []string{passageField(segment, StepDecide), end}})
	}
	if e.Outcome == Closed && !c.PassedAt(segment, StepAnnounce).Known() {
		out = append(out, Misfit{Kind: MisfitUnfinished, Step: StepAnnounce, Fields: []string{end}})
	}
	return out
}
