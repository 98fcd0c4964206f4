package app

import "siaga/model"

// NotAnIncident answers step 4 with "Tidak": the incident ends as bukan
// insiden with an answer to the reporter.
type NotAnIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Reason   string      `json:"reason" need:"yes"`
	Answer   string      `json:"answer" need:"yes"`
}

// Do is "not-incident".
func (NotAnIncident) Do() string { return "not-incident" }

func (c NotAnIncident) decide(w *work) error {
	return end(w, c.Incident, func(i model.Incident) (model.Ended, error) {
		e := model.Ended{Ending: model.Ending{Outcome: model.NotIncident, Reason: c.Reason}, Answer: c.Answer}
		if !i.AnsweredAt.Known() {
			e.AnsweredAt = w.at
		}
		return e, nil
	})
}

// RejectIncident ends a report that is not for this team, with a reason.
type RejectIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Reason   string      `json:"reason" need:"yes"`
}

// Do is "reject-incident".
func (RejectIncident) Do() string { return "reject-incident" }

func (c RejectIncident) decide(w *work) error {
	return end(w, c.Incident, func(model.Incident) (model.Ended, error) {
		return model.Ended{Ending: model.Ending{Outcome: model.Rejected, Reason: c.Reason}}, nil
	})
}

// MarkDuplicate ends a report that stands already under another ticket.
type MarkDuplicate struct {
	Incident    IncidentRef `json:"incident" need:"yes"`
	DuplicateOf IncidentRef `json:"duplicateOf" need:"yes"`
	Reason      string      `json:"reason" need:"yes"`
}

// Do is "mark-duplicate".
func (MarkDuplicate) Do() string { return "mark-duplicate" }

func (c MarkDuplicate) decide(w *work) error {
	return end(w, c.Incident, func(model.Incident) (model.Ended, error) {
		other, err := w.desk.findIncident("duplicateOf", c.DuplicateOf)
		return model.Ended{Ending: model.Ending{Outcome: model.Duplicate, Reason: c.Reason, Duplicate: other}}, err
	})
}

func end(w *work, ref IncidentRef, ending func(model.Incident) (model.Ended, error)) error {
	i, err := w.incident(ref)
	if err != nil {
		return err
	}
	fact, err := ending(i)
	if err != nil {
		return err
	}
	fact.Segment, fact.At = i.Segment(), w.at
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// ReopenIncident opens an ended incident again (buka kembali), with a reason.
type ReopenIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Reason   string      `json:"reason" need:"yes"`
}

// Do is "reopen-incident".
func (ReopenIncident) Do() string { return "reopen-incident" }

func (c ReopenIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	if e, merged := i.Merged(); merged {
		return model.RefuseAt("incident", "refuse.reopen-merged", "Ticket", string(i.Ticket), "Other", string(w.desk.ticketOf(e.Duplicate)))
	}
	fact := model.Reopened{Reopening: model.Reopening{Segment: i.Segment() + 1, At: w.at, Step: i.ReopenAt(), Reason: c.Reason}}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}
