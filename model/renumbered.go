package model

import "strings"

// Renumbering is a number that an incident had before, and why it got another.
type Renumbering struct {
	Ticket Ticket `json:"ticket"`
	Reason string `json:"reason"`
}

// Renumbered is the fact that an incident got a new number, because another one
// has the same: a desk's folder was copied, and both went on counting.
type Renumbered struct {
	Renumbering        // the number before
	To          Ticket // and now
}

// Kind is "incident.renumbered".
func (Renumbered) Kind() Kind { return "incident.renumbered" }

// Check refuses a missing reason.
func (r Renumbered) Check() error {
	if strings.TrimSpace(r.Reason) == "" {
		return RefuseAt("reason", "refuse.reason")
	}
	return nil
}

// Values writes the number, and one row to the record of those before.
func (r Renumbered) Values() Values { return Values{"ticket": r.To, "renumbered": r.Renumbering} }
