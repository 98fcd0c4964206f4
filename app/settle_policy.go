package app

import (
	"cmp"
	"reflect"

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
	Calendar     *model.Calendar               `json:"calendar"`
	AllDay       bool                          `json:"allDay"` // no calendar: all day, every day
	PauseReasons *[]model.PauseReason          `json:"pauseReasons"`
	Warnings     *[]int                        `json:"warnings"`
	Legal        *[]model.LegalClock           `json:"legal"`
}

// Do is "settle-policy".
func (SettlePolicy) Do() string { return "settle-policy" }

func (c SettlePolicy) decide(w *work) error {
	fact, err := c.fact(w.desk.office, model.DateOf(w.at, w.desk.zone), w.desk)
	if err != nil {
		return err
	}
	w.done.ID = w.desk.officeID
	return w.write(w.desk.officeID, fact)
}

// fact is the policy that the order would settle; it refuses what cannot be
// kept, a day that has passed, and what is in force already.
func (c SettlePolicy) fact(o model.Office, today model.Date, d *Desk) (model.PolicySettled, error) {
	fact := model.PolicySettled{Day: cmp.Or(c.From, today)}
	fact.From, fact.Letter = fact.Day.Begin(d.zone), c.Letter
	if err := fact.Day.Check("from"); err != nil {
		return fact, err
	}
	inForce := o.PolicyAt(fact.From)
	fact.Policy = c.changed(inForce)
	if err := fact.Check(today); err != nil {
		return fact, err
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
