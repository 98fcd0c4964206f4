package app

import "siaga/model"

// MergeIncidents joins a ticket into another one that tells of the same event:
// earliest receipt, highest class, strictest TLP, union of the rest. What both
// say differently is asked; see [Desk.MergePlan]. Take answers it by field:
// "into", "from", for long texts "both", or a text of one's own.
type MergeIncidents struct {
	Into   IncidentRef       `json:"into" need:"yes"`
	From   IncidentRef       `json:"from" need:"yes"`
	Reason string            `json:"reason" need:"yes"`
	Take   map[string]string `json:"take"`
}

// Do is "merge-incidents".
func (MergeIncidents) Do() string { return "merge-incidents" }

func (c MergeIncidents) decide(w *work) error {
	join, err := w.desk.planJoin(c.Into, c.From, w.read)
	if err != nil {
		return err
	}
	into, from := join.Into, join.From
	w.done.ID, w.done.Ticket = into.ID, into.Ticket
	if err := join.Check(w.at, w.now); err != nil {
		return err
	}
	facts, err := join.Joined(c.Take, c.Reason, w.at)
	if err != nil {
		return err
	}
	for _, fact := range facts {
		if err := w.write(into.ID, fact); err != nil {
			return err
		}
	}
	return w.write(from.ID, model.Merged{Ending: model.Ending{
		Segment: from.Segment(), Outcome: model.Duplicate, At: w.at, Reason: c.Reason, Duplicate: into.ID, Joined: w.done.Events}})
}

// MergePlan reckons how one ticket would be joined into another: what is taken
// by itself and by which rule, and the clashes to be asked. It refuses a ticket
// that is not known or was merged already.
func (d *Desk) MergePlan(into, from IncidentRef) (model.Join, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.planJoin(into, from, d.readIncident)
}

func (d *Desk) planJoin(into, from IncidentRef, read func(model.IncidentID) (model.Incident, error)) (model.Join, error) {
	var both [2]model.Incident
	for n, side := range []struct {
		field string
		ref   IncidentRef
	}{{"into", into}, {"from", from}} {
		id, err := d.findIncident(side.field, side.ref)
		if err != nil {
			return model.Join{}, err
		}
		if both[n], err = read(id); err != nil {
			return model.Join{}, err
		}
		if e, merged := both[n].Merged(); merged {
			return model.Join{}, model.RefuseAt(side.field, "refuse.merged-already", "Ticket", string(both[n].Ticket), "Other", string(d.ticketOf(e.Duplicate)))
		}
	}
	return model.PlanJoin(both[0], both[1]), nil
}

func (d *Desk) readIncident(id model.IncidentID) (model.Incident, error) {
	s, err := d.readSubject(id)
	if err != nil {
		return model.Incident{}, err
	}
	return model.IncidentOf(s), nil
}
