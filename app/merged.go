package app

import "siaga/model"

// Merged says where a merged ticket went.
type Merged struct {
	model.Ending
	Into   model.Ticket // the ticket that it was merged into
	Last   model.Ticket // the one that goes on, when that was merged further
	Circle bool         // desks merged at once so that the tickets lead back to each other
	Later  int          // rows that the ticket got afterwards, and Into does not have
}

// Merged tells where a merged ticket went; false when it was not merged.
func (d *Desk) Merged(ref IncidentRef) (Merged, bool, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	id, err := d.findIncident("incident", ref)
	if err != nil {
		return Merged{}, false, err
	}
	i, err := d.readIncident(id)
	if err != nil {
		return Merged{}, false, err
	}
	e, merged := i.Merged()
	if !merged {
		return Merged{}, false, nil
	}
	into, err := d.readIncident(e.Duplicate)
	if err != nil {
		return Merged{}, false, err
	}
	m := d.trail(id)
	m.Ending, m.Into, m.Later = e, d.ticketOf(e.Duplicate), i.Unmerged(into)
	return m, true, nil
}

// trail follows a merged ticket to the one that goes on, and notices when it
// comes back to one where it was.
func (d *Desk) trail(id model.IncidentID) (m Merged) {
	been := map[model.IncidentID]bool{}
	for !been[id] {
		been[id] = true
		m.Last = d.ticketOf(id)
		row, here := d.rows[id]
		if !here {
			return m
		}
		next := row.DuplicateOf()
		if next == "" {
			return m
		}
		id = next
	}
	m.Circle = true
	return m
}
