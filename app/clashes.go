package app

import (
	"maps"
	"slices"
	"sync"

	"siaga/model"
)

// clashes are the seats and turns of duty that do not fit beside each other.
// They are looked for when they are asked for, once after each change.
type clashes struct {
	mu     sync.Mutex // several may ask at once
	known  bool
	seats  [][2]model.Seat
	duties [][2]model.Duty
}

func (c *clashes) of(d *Desk) ([][2]model.Seat, [][2]model.Duty) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.known {
		c.seats = model.SeatMisfits(slices.Collect(maps.Values(d.seats)))
		c.duties = model.DutyMisfits(slices.Collect(maps.Values(d.duties)))
		c.known = true
	}
	return c.seats, c.duties
}

// clashing are the pairs, each with who was given the seat or turn by whom.
func (d *Desk) clashing() (out []Decision, err error) {
	seats, duties := d.clashes.of(d)
	for _, pair := range seats {
		k := Decision{Of: "seat", Subject: pair[0].ID, Others: []model.SubjectID{pair[1].ID}, Misfit: model.Misfit{Kind: model.MisfitSeats}}
		out = append(out, k)
	}
	for _, pair := range duties {
		k := Decision{Of: "duty", Subject: pair[0].ID, Others: []model.SubjectID{pair[1].ID}, Misfit: model.Misfit{Kind: model.MisfitDuties}}
		out = append(out, k)
	}
	for i, k := range out {
		k.Kind = DecideMisfit
		for _, id := range []model.SubjectID{k.Subject, k.Others[0]} {
			events, err := d.eventsOf(id)
			if err != nil {
				return nil, err
			}
			k = d.values(model.FoldAll(events), events, k, "person")
		}
		out[i] = d.name(k)
	}
	return out, nil
}

// holdOpen keeps how much is to be decided about a subject.
func (d *Desk) holdOpen(id model.SubjectID, n int) {
	if n > 0 {
		d.open[id] = n
	} else {
		delete(d.open, id)
	}
}
