package app

import "siaga/model"

// SetDuty puts a person on duty (piket) for a span.
type SetDuty struct {
	Person  PersonRef     `json:"person" need:"yes"`
	StartAt model.Instant `json:"startAt" need:"yes"`
	EndAt   model.Instant `json:"endAt" need:"yes"`
	Note    string        `json:"note"`
}

// Do is "set-duty".
func (SetDuty) Do() string { return "set-duty" }

func (c SetDuty) decide(w *work) error {
	person, err := w.desk.findPerson("person", c.Person)
	if err != nil {
		return err
	}
	for _, d := range w.desk.duties {
		if d.Person == person && d.Retired == "" && d.StartAt < c.EndAt && c.StartAt < d.EndAt {
			return model.RefuseAt("person", "refuse.duty-overlap", "From", d.StartAt.Time(), "To", d.EndAt.Time())
		}
	}
	fact, err := model.SetDuty(model.Duty{Person: person, StartAt: c.StartAt, EndAt: c.EndAt, Note: c.Note})
	return w.enter("duty", fact, err)
}

// WithdrawDuty takes a turn of duty off the roster, with a reason.
type WithdrawDuty struct {
	Duty   DutyRef `json:"duty" need:"yes"`
	Reason string  `json:"reason" need:"yes"`
}

// Do is "withdraw-duty".
func (WithdrawDuty) Do() string { return "withdraw-duty" }

func (c WithdrawDuty) decide(w *work) error {
	duty, ok := w.desk.duties[model.DutyID(c.Duty)]
	if !ok {
		return model.RefuseAt("duty", "refuse.duty-unknown")
	}
	if c.Reason == "" {
		return model.RefuseAt("reason", "refuse.reason")
	}
	return w.amend("duty", duty.ID, model.Values{"retired": c.Reason})
}
