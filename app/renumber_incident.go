package app

import "siaga/model"

// RenumberIncident gives an incident the next number of this desk, because
// another incident has the same one. The number before still finds it as soon
// as no other incident has it.
type RenumberIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"` // its identity: the number names several
	Reason   string      `json:"reason" need:"yes"`
}

// Do is "renumber-incident".
func (RenumberIncident) Do() string { return "renumber-incident" }

func (c RenumberIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	if len(w.desk.twins[i.Ticket]) == 0 {
		return model.RefuseAt("incident", "refuse.ticket-once", "Ticket", string(i.Ticket))
	}
	fact := model.Renumbered{Renumbering: model.Renumbering{Ticket: i.Ticket, Reason: c.Reason}, To: w.desk.nextTicket(i.ReceivedAt)}
	if err := fact.Check(); err != nil {
		return err
	}
	w.done.Ticket = fact.To
	return w.write(i.ID, fact)
}
