package model

import (
	"slices"
	"strings"
)

// Classified is the fact that somebody decided the class of the affected
// Sistem Elektronik, at first or anew. The clocks keep their start and pauses;
// the new target applies from the start.
type Classified struct {
	Class  Class
	At     Instant
	Reason string
}

// Kind is "incident.classified".
func (Classified) Kind() Kind { return "incident.classified" }

// Check refuses an unknown class, the class it has already unless desks
// disagree about it, a change without a reason, and an instant before receipt
// or before the last decision.
func (c Classified) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil {
		return err
	}
	if c.Class == "" {
		return RefuseAt("class", "refuse.class-missing")
	}
	if err := choose("class", c.Class, Classes); err != nil {
		return err
	}
	if c.Class == i.Class && !slices.Contains(i.Conflicts, "class") {
		return RefuseAt("class", "refuse.class-same", "Class", c.Class)
	}
	if i.Class != "" && strings.TrimSpace(c.Reason) == "" {
		return RefuseAt("reason", "refuse.reclass-reason")
	}
	if c.At < i.ReceivedAt {
		return RefuseAt("at", "refuse.before-receipt", "At", c.At.Time(), "Received", i.ReceivedAt.Time())
	}
	if n := len(i.Classes); n > 0 && c.At < i.Classes[n-1].At {
		last := i.Classes[n-1].At
		return RefuseAt("at", "refuse.before-last", "At", c.At.Time(), "Last", last.Time())
	}
	return notAfter("at", c.At, now)
}

// Values writes the class and one row to the record of classifications.
func (c Classified) Values() Values {
	return Values{"class": c.Class, "classifications": Classification{Class: c.Class, At: c.At, Reason: c.Reason}}
}
