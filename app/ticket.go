package app

import (
	"slices"
	"strconv"
	"strings"

	"siaga/model"
)

// Ticket is the ticket of an incident, as other incidents refer to it; the
// identity itself while the incident of another desk is not here yet.
func (d *Desk) Ticket(id model.IncidentID) model.Ticket {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if r, ok := d.rows[id]; ok {
		return r.Ticket
	}
	return model.Ticket(id)
}

// series is a desk's tickets of one year. Every desk's are counted: while rows
// are loaded, in any order, this desk may not know its own letter yet.
type series struct {
	letter string
	year   int
}

// seriesOf reads a ticket from its end, so that the prefix may be anything, and
// returns its number in the series.
func seriesOf(t model.Ticket) (s series, number int) {
	parts := strings.Split(string(t), "-")
	if len(parts) < 5 {
		return s, 0
	}
	s.year, _ = strconv.Atoi(parts[len(parts)-4])
	s.letter = parts[len(parts)-3]
	number, _ = strconv.Atoi(parts[len(parts)-2])
	return s, number
}

// holdTicket keeps which incident has which number; old is nil for a new one.
func (d *Desk) holdTicket(old, row *model.Row) {
	if old != nil && old.Ticket != row.Ticket {
		d.leaveTicket(old)
	}
	s, number := seriesOf(row.Ticket)
	d.counts[s] = max(d.counts[s], number)
	for _, former := range row.Former {
		d.former[former] = row.ID
	}
	switch id, taken := d.tickets[row.Ticket]; {
	case !taken:
		d.tickets[row.Ticket] = row.ID
	case id != row.ID && !slices.Contains(d.twins[row.Ticket], row.ID):
		if d.twins[row.Ticket] == nil {
			d.twins[row.Ticket] = []model.IncidentID{id}
		}
		d.twins[row.Ticket] = append(d.twins[row.Ticket], row.ID)
	}
}

// leaveTicket forgets that an incident has its number.
func (d *Desk) leaveTicket(row *model.Row) {
	rest := slices.DeleteFunc(d.twins[row.Ticket], func(id model.IncidentID) bool { return id == row.ID })
	switch {
	case len(rest) > 1:
		d.twins[row.Ticket], d.tickets[row.Ticket] = rest, rest[0]
	case len(rest) == 1:
		d.tickets[row.Ticket] = rest[0]
		delete(d.twins, row.Ticket)
	default:
		delete(d.tickets, row.Ticket)
	}
}

// byTicket finds the incident that has a number, or that had it before; it
// refuses a number that several have.
func (d *Desk) byTicket(field string, ticket model.Ticket) (model.IncidentID, error) {
	if len(d.twins[ticket]) > 0 {
		return "", model.RefuseAt(field, "refuse.ticket-twice", "Ticket", string(ticket))
	}
	if id, ok := d.tickets[ticket]; ok {
		return id, nil
	}
	if id, ok := d.former[ticket]; ok {
		return id, nil
	}
	return "", model.RefuseAt(field, "refuse.incident-unknown", "Ticket", string(ticket))
}
