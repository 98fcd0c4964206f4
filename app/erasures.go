package app

import (
	"cmp"
	"slices"

	"siaga/model"
)

// Erased is an erasure as this desk knows it.
type Erased struct {
	model.Erasure
	Ticket    model.Ticket    // of an incident
	Tickets   []model.Ticket  // of all incidents that lost something
	OrderedAt model.DeskInfo  // the desk
	Carried   Carried         // here; its At is zero while that is due
	Doomed    []Copy          // what people have to destroy still
	GivenOut  []GivenOut      // what left this desk with the data in it, as far as it remembers
	First     model.Erasure   // that this one continues; only its identity where it is not here, and none of a first one
	Following []model.Erasure // that continue this one, the first one first
}

// Erasures lists every erasure of personal data, the last one first.
func (d *Desk) Erasures() (out []Erased) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, order := range d.orders {
		e := Erased{Erasure: order, OrderedAt: d.deskInfo(order.Mark.Desk), Carried: d.others.Carried[order.ID],
			First: d.orders[order.Follows], Following: d.orders.following(order)}
		e.First.ID = order.Follows
		for _, id := range order.Subjects() {
			if row := d.rows[id]; row != nil {
				e.Tickets = append(e.Tickets, row.Ticket)
			}
		}
		if row := d.rows[order.About]; row != nil {
			e.Ticket = row.Ticket
		}
		if e.Carried.Events > 0 {
			e.Doomed, e.GivenOut = d.doomed(e.Carried.At), d.givenOut(order, e.Carried.At)
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Erased) int { return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(a.ID, b.ID)) })
	return out
}

// ErasuresOf lists the erasures by which a subject lost something, the last one
// first.
func (d *Desk) ErasuresOf(id model.SubjectID) []Erased {
	return slices.DeleteFunc(d.Erasures(), func(e Erased) bool { return !slices.Contains(e.Subjects(), id) })
}

// FindErasure is the erasure of that identity; it refuses one that is not known.
func (d *Desk) FindErasure(id model.SubjectID) (Erased, error) {
	for _, e := range d.Erasures() {
		if e.ID == id {
			return e, nil
		}
	}
	return Erased{}, model.RefuseAt("erasure", "refuse.erasure-unknown", "Name", string(id))
}
