package model

import (
	"strconv"
	"strings"
)

// Reopened is the fact that an ended incident was opened again (buka kembali):
// a second segment begins, with its own resolution clock; the first one stays.
type Reopened struct {
	Reopening
}

// Kind is "incident.reopened".
func (Reopened) Kind() Kind { return "incident.reopened" }

// ReopenAt is the step that is done again: the investigation of a closed
// incident, or the step at which it left the flow.
func (i Incident) ReopenAt() Step {
	if i.Outcome == Closed {
		return StepInvestigate
	}
	return i.Step
}

// Check refuses opening what is open, a missing reason, and an instant before
// the end.
func (r Reopened) Check(i Incident, now Instant) error {
	if i.Outcome == "" {
		return RefuseAt("incident", "refuse.still-open", "Ticket", string(i.Ticket))
	}
	if strings.TrimSpace(r.Reason) == "" {
		return RefuseAt("reason", "refuse.reason")
	}
	return inOrder(i, "at", r.At, now)
}

// Values writes the beginning of the next segment.
func (r Reopened) Values() Values {
	return Values{reopenedField(r.Segment): r.Reopening}
}

func reopenedField(segment int) string { return "reopened/" + strconv.Itoa(segment) }
