package app

import (
	"cmp"
	"reflect"
	"strings"
	"time"

	"siaga/model"
)

// SettlePolicy settles what the office promises from a day on: the times of each
// class and how the clocks run. What is left out stays as it is in force on that
// day. Incidents keep the policy that was in force when their report was received.
type SettlePolicy struct {
	From         model.Date                    `json:"from"` // today where it is left out
	Letter       string                        `json:"letter"`
	Targets      *map[model.Class]model.Target `json:"targets"`
	Basis        *model.Basis                  `json:"basis"`
	Ends         *model.Step                   `json:"ends"`
	Calendar     *model.Calendar               `json:"calendar"` // counted in the office's zone, whatever its offset
	AllDay       bool                          `json:"allDay"`   // no calendar: all day, every day
	PauseReasons *[]model.PauseReason          `json:"pauseReasons"`
	Warnings     *[]int                        `json:"warnings"`
	Legal        *[]model.LegalClock           `json:"legal"`
}

// Do is "settle-policy".
func (SettlePolicy) Do() string { return "settle-policy" }

func (c SettlePolicy) decide(w *work) error {
	fact, err := c.fact(w.desk.office, w.desk.zone, w.at)
	if err != nil {
		return err
	}
	w.done.ID = w.desk.officeID
	return w.write(w.desk.officeID, fact)
}

// fact is the policy that the order would settle; it refuses what cannot be
// kept, a day that has passed, and what is in force already.
func (c SettlePolicy) fact(o model.Office, zone *time.Location, now model.Instant) (model.PolicySettled, error) {
	today := model.DateOf(now, zone)
	fact := model.PolicySettled{Day: cmp.Or(c.From, today)}
	fact.From, fact.Letter = fact.Day.Begin(zone), strings.TrimSpace(c.Letter)
	if err := fact.Day.Check("from"); err != nil {
		return fact, err
	}
	if c.AllDay && c.Calendar != nil {
		return fact, model.RefuseAt("calendar", "refuse.policy-both")
	}
	inForce := o.PolicyAt(fact.From)
	fact.Policy = c.changed(inForce)
	if err := fact.Check(today); err != nil {
		return fact, err
	}
	if fact.Calendar != nil {
		offset, same := offsetOf(zone, now)
		if !same {
			return fact, model.RefuseAt("calendar", "refuse.zone-daylight", "Value", zone.String())
		}
		fact.Calendar = fact.Calendar.In(offset)
	}
	if reflect.DeepEqual(fact.Policy, inForce) {
		return fact, model.Refuse("refuse.nothing-changed")
	}
	return fact, nil
}

// changed is a policy with what the order says.
func (c SettlePolicy) changed(p model.Policy) model.Policy {
	given(&p.Targets, c.Targets)
	given(&p.Basis, c.Basis)
	given(&p.Ends, c.Ends)
	given(&p.PauseReasons, c.PauseReasons)
	given(&p.Warnings, c.Warnings)
	given(&p.Legal, c.Legal)
	switch {
	case c.AllDay:
		p.Calendar = nil
	case c.Calendar != nil:
		p.Calendar = c.Calendar
	}
	return p
}

func given[T any](to *T, value *T) {
	if value != nil {
		*to = *value
	}
}

// offsetOf is how far east of UTC a zone lies; same is false where its clocks
// are put forward and back in the years around.
func offsetOf(zone *time.Location, at model.Instant) (offset model.Seconds, same bool) {
	now := at.Time().In(zone)
	_, seconds := now.Zone()
	for month := -12; month <= 120; month++ {
		if _, then := now.AddDate(0, month, 0).Zone(); then != seconds {
			return 0, false
		}
	}
	return model.Seconds(seconds), true
}

// counts reports whether the office counts office hours in any of its policies.
func counts(o model.Office) bool {
	for _, p := range append([]model.SettledPolicy{{Policy: o.Policy}}, o.Policies...) {
		if p.Calendar != nil {
			return true
		}
	}
	return false
}
