package model

import (
	"strconv"
	"strings"
)

// Ended is the fact that an incident left the flow otherwise than through step
// 9: bukan insiden (step 4 "Tidak", with the answer to the reporter), ditolak,
// or duplicate of another ticket.
type Ended struct {
	Ending
	Answer     string  // to the reporter, when it is not an incident
	AnsweredAt Instant // when that was said; zero when an answer stood already
}

// Kind is "incident.ended".
func (Ended) Kind() Kind { return "incident.ended" }

// Check refuses ending twice, "bukan insiden" away from step 4 or without an
// answer, a duplicate of itself or of nothing, and a missing reason.
func (e Ended) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil {
		return err
	}
	if strings.TrimSpace(e.Reason) == "" {
		return RefuseAt("reason", "refuse.reason")
	}
	switch e.Outcome {
	case NotIncident:
		if i.Step != StepDecide {
			return RefuseAt("incident", "refuse.not-at-decision", "Present", i.Step)
		}
		if strings.TrimSpace(e.Answer) == "" {
			return RefuseAt("answer", "refuse.answer")
		}
	case Duplicate:
		if e.Duplicate == "" || e.Duplicate == i.ID {
			return RefuseAt("duplicateOf", "refuse.duplicate-of")
		}
	case Rejected:
	default:
		return RefuseAt("outcome", "refuse.choice", "Value", string(e.Outcome), "Choices", "notIncident, rejected, duplicate")
	}
	return inOrder(i, "at", e.At, now)
}

// Values writes the ending, and the answer with its instant.
func (e Ended) Values() Values {
	v := Values{endedField(e.Segment): e.Ending}
	v.put("answer", e.Answer).put("answeredAt", e.AnsweredAt)
	if e.Duplicate != "" {
		v["links"] = SetChange{Add: []string{string(e.Duplicate)}}
	}
	return v
}

func endedField(segment int) string { return "ended/" + strconv.Itoa(segment) }
