package app

import "siaga/model"

// Ticket is the ticket of an incident, as other incidents refer to it; the
// identity itself while the incident of another desk is not here yet.
func (d *Desk) Ticket(id model.IncidentID) model.Ticket {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.ticketOf(id)
}

func (d *Desk) ticketOf(id model.IncidentID) model.Ticket {
	if r, ok := d.rows[id]; ok {
		return r.Ticket
	}
	return model.Ticket(id)
}
