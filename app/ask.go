package app

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"siaga/model"
)

// Now is the desk's clock in whole seconds.
func (d *Desk) Now() model.Instant { return model.At(d.now()) }

// Incidents returns the row of every incident, the one received last first.
// Rows are never changed after they were handed out.
func (d *Desk) Incidents() []*model.Row {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.order.ordered(d.rows)
}

// Incident reads one incident; it refuses a ticket that is not known.
func (d *Desk) Incident(ref IncidentRef) (model.Incident, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	id, err := d.findIncident("incident", ref)
	if err != nil {
		return model.Incident{}, err
	}
	s, err := d.readSubject(id)
	if err != nil {
		return model.Incident{}, err
	}
	return model.IncidentOf(s), nil
}

// History lists each change of a subject with its before and after, oldest
// first.
func (d *Desk) History(id model.SubjectID) ([]model.Change, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	events, err := d.eventsOf(id)
	changes := model.History(events)
	for _, c := range d.erasedChanges(id) {
		before := 0
		for n, other := range changes {
			if other.At <= c.At {
				before = n + 1
			}
		}
		changes = slices.Insert(changes, before, c)
	}
	return changes, err
}

// Office is what the office has settled.
func (d *Desk) Office() model.Office {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.office
}

// Zone is the office's time zone and its printed name.
func (d *Desk) Zone() (*time.Location, string) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.zone, d.office.ZoneName
}

// AtDesk is the person at the desk; false until somebody was chosen.
func (d *Desk) AtDesk() (model.Person, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	p, ok := d.people[d.atDesk]
	return p, ok
}

// People returns everybody, by name; those retired too.
func (d *Desk) People() []model.Person {
	return listed(d, func() map[model.SubjectID]model.Person { return d.people }, func(a, b model.Person) int {
		return cmp.Compare(a.Name, b.Name)
	})
}

// Person returns the person of that identity, with only the identity when
// there is none.
func (d *Desk) Person(id model.PersonID) model.Person {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if p, ok := d.people[id]; ok {
		return p
	}
	return model.Person{ID: id}
}

// Agencies returns every Perangkat Daerah, by name; those retired too.
func (d *Desk) Agencies() []model.Agency {
	return listed(d, func() map[model.SubjectID]model.Agency { return d.agencies }, func(a, b model.Agency) int {
		return cmp.Compare(a.Name, b.Name)
	})
}

// Agency returns the agency of that identity.
func (d *Desk) Agency(id model.AgencyID) model.Agency {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.agencies[id]
}

// Systems returns every Sistem Elektronik, by name; those retired too.
func (d *Desk) Systems() []model.System {
	return listed(d, func() map[model.SubjectID]model.System { return d.systems }, func(a, b model.System) int {
		return cmp.Compare(a.Name, b.Name)
	})
}

// System returns the system of that identity.
func (d *Desk) System(id model.SystemID) model.System {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.systems[id]
}

// Seats returns every assignment, also past ones, the earliest first.
func (d *Desk) Seats() []model.Seat {
	return listed(d, func() map[model.SubjectID]model.Seat { return d.seats }, func(a, b model.Seat) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID))
	})
}

// Duties returns every turn of duty, the earliest first.
func (d *Desk) Duties() []model.Duty {
	return listed(d, func() map[model.SubjectID]model.Duty { return d.duties }, func(a, b model.Duty) int {
		return cmp.Or(cmp.Compare(a.StartAt, b.StartAt), cmp.Compare(a.ID, b.ID))
	})
}

// Desks returns the office's desks, by letter.
func (d *Desk) Desks() []model.DeskInfo {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.sortedDesks()
}

// Me is this desk as the office knows it.
func (d *Desk) Me() model.DeskInfo {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.deskInfo(d.me)
}

// NamedDesk is the desk with a letter, a name or an identity; it refuses one that
// nobody knows, and what two desks are called.
func (d *Desk) NamedDesk(ref string) (model.DeskInfo, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.findDesk(ref)
}

// Label is a desk as people call it; of one that nobody knows, the beginning of
// its identity.
func (d *Desk) Label(desk model.DeskID) string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if info := d.deskInfo(desk); info.Letter != "" {
		return info.Label()
	}
	return desk.Short()
}

// deskInfo is what is known of a desk, for whoever holds the desk already.
func (d *Desk) deskInfo(desk model.DeskID) model.DeskInfo { return infoOf(values(d.desks), desk) }

func infoOf(desks []model.DeskInfo, desk model.DeskID) model.DeskInfo {
	for _, k := range desks {
		if k.Desk == desk {
			return k
		}
	}
	return model.DeskInfo{}
}

// sortedDesks are the office's desks by letter, for whoever holds the desk
// already.
func (d *Desk) sortedDesks() []model.DeskInfo {
	return slices.SortedFunc(maps.Values(d.desks), func(a, b model.DeskInfo) int {
		return cmp.Or(cmp.Compare(a.Letter, b.Letter), cmp.Compare(a.Desk, b.Desk))
	})
}

func values[K comparable, T any](m map[K]T) []T { return slices.Collect(maps.Values(m)) }

func sortedKeys[K cmp.Ordered, T any](m map[K]T) []K { return slices.Sorted(maps.Keys(m)) }

func listed[T any](d *Desk, all func() map[model.SubjectID]T, order func(a, b T) int) []T {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := make([]T, 0, len(all()))
	for _, t := range all() {
		out = append(out, t)
	}
	slices.SortFunc(out, order)
	return out
}

// Holders are the seats of a post held at an instant: the definitive holder
// first, or before him whoever acts.
func (d *Desk) Holders(post model.Post, at model.Instant) []model.Seat {
	return holders(d.Seats(), post, at)
}

func holders(seats []model.Seat, post model.Post, at model.Instant) (out []model.Seat) {
	for _, s := range seats {
		if s.Post == post && s.Held(at) {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b model.Seat) int {
		return cmp.Or(cmp.Compare(standingOrder(a.Standing), standingOrder(b.Standing)), cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// standingOrder puts who acts before whom he acts for: a Plh. signs while the
// holder is absent.
func standingOrder(s model.Standing) int {
	if s == model.Definitive {
		return 1
	}
	return 0
}

// OnDuty are the turns of duty that last at an instant.
func (d *Desk) OnDuty(at model.Instant) []model.Duty {
	return slices.DeleteFunc(d.Duties(), func(t model.Duty) bool { return !t.Covers(at) })
}
