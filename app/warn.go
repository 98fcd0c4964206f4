package app

import (
	"slices"

	"siaga/model"
)

// WarnIncidents records every warning that is due and was not given. The desk
// gives this order to itself, whenever it looks after things.
type WarnIncidents struct{}

// Do is "warn-incidents".
func (WarnIncidents) Do() string { return "warn-incidents" }

func (WarnIncidents) ofItself() {}

// Alarm is a warning that was just given: about which incident, and who is on
// duty.
type Alarm struct {
	model.Warning
	Row    *model.Row
	OnDuty []model.Person
}

func (WarnIncidents) decide(w *work) error {
	on := w.desk.peopleOnDuty(w.now)
	for _, a := range w.desk.dueAlarms(w.now) {
		if err := w.write(a.Row.ID, model.Warned{Warning: a.Warning}); err != nil {
			return err
		}
		a.OnDuty = on
		w.done.Alarms = append(w.done.Alarms, a)
	}
	return nil
}

// Warn gives the warnings that are due, records them all at once, and returns
// them; they are on the disk then, and no desk that hears of them gives them
// again. Where none is due, nothing changes.
func (d *Desk) Warn() ([]Alarm, error) {
	d.mu.RLock()
	due := len(d.dueAlarms(model.At(d.now())))
	d.mu.RUnlock()
	if due == 0 {
		return nil, nil
	}
	done, err := d.Do(Order{Command: WarnIncidents{}})
	return done.Alarms, err
}

// dueAlarms are the warnings that are due, for whoever holds the desk.
func (d *Desk) dueAlarms(now model.Instant) (due []Alarm) {
	for _, r := range d.order.ordered(d.rows) {
		for _, w := range r.DueWarnings(now) {
			due = append(due, Alarm{Warning: w, Row: r})
		}
	}
	return due
}

// peopleOnDuty are who is on duty at an instant, for whoever holds the desk.
func (d *Desk) peopleOnDuty(at model.Instant) (on []model.Person) {
	for _, t := range d.duties {
		if t.Covers(at) {
			on = append(on, d.people[t.Person])
		}
	}
	slices.SortFunc(on, func(a, b model.Person) int { return compareNames(a, b) })
	return on
}
