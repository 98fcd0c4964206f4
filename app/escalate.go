package app

import (
	"cmp"
	"slices"
	"time"

	"siaga/model"
)

// Contact is somebody who holds a post of the chain of escalation.
type Contact struct {
	model.Person
	Post     model.Post     // of Lampiran I; PostOnDuty for who is on duty
	Standing model.Standing // empty for who is on duty
}

// Turn is one rung of the chain for one incident: when its turn comes, who holds
// it, and when they were told.
type Turn struct {
	model.Rung
	At       model.Instant
	Contacts []Contact // empty: nobody holds it
	Told     []model.Relay
}

// Escalation is how the chain stands for the promise of an incident that falls
// due first, a duty of reporting too; or for a later one, while there somebody is
// to be told and of the first nobody is.
type Escalation struct {
	Row   *model.Row
	Clock model.Clock
	Act   Act // what brings the incident forward
	Turns []Turn
	Next  int // the turn that is to be told now, -1 for none
}

// Escalation returns who is told next about an incident when nobody acts. It
// refuses an incident of which no promise runs.
func (d *Desk) Escalation(ref IncidentRef) (Escalation, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	id, err := d.findIncident("incident", ref)
	if err != nil {
		return Escalation{}, err
	}
	i, err := d.readIncident(id)
	if err != nil {
		return Escalation{}, err
	}
	return d.escalation(i, model.At(d.now()))
}

func (d *Desk) escalation(i model.Incident, now model.Instant) (Escalation, error) {
	var all []Escalation
	for _, k := range d.rows[i.ID].Running(now) {
		all = append(all, d.chain(i, k, now))
	}
	if err := i.Open(); err != nil && len(all) == 0 {
		return Escalation{}, err
	}
	if len(all) == 0 {
		return Escalation{}, model.RefuseAt("incident", "refuse.relay-idle", "Ticket", string(i.Ticket))
	}
	slices.SortStableFunc(all, func(a, b Escalation) int { return cmp.Compare(a.Clock.Due(), b.Clock.Due()) })
	return all[max(0, slices.IndexFunc(all, func(e Escalation) bool { return e.Next >= 0 }))], nil
}

// chain is how the chain stands for one promise.
func (d *Desk) chain(i model.Incident, k model.Clock, now model.Instant) Escalation {
	row := d.rows[i.ID]
	e := Escalation{Row: row, Clock: k, Act: nextAct(row, now)}
	if k.Name.Legal() {
		e.Act = ActSend
	}
	for _, rung := range d.office.Escalation {
		e.Turns = append(e.Turns, Turn{Rung: rung, At: rung.ReachedAt(k), Contacts: d.contacts(rung.Post, i.Teams, now)})
	}
	for _, r := range i.Relays {
		n := slices.IndexFunc(e.Turns, func(t Turn) bool { return t.Post == r.Post })
		if n >= 0 && r.Clock == k.Name && r.Segment == k.Segment {
			e.Turns[n].Told = append(e.Turns[n].Told, r)
		}
	}
	e.Next = e.next(now)
	return e
}

// next is the highest turn that has come, unless it or a later one was told; in
// the place of a vacant post the next one, or at the end the one before.
func (e Escalation) next(now model.Instant) int {
	reached := -1
	for n, t := range e.Turns {
		if t.At <= now {
			reached = n
		}
	}
	if reached < 0 || slices.ContainsFunc(e.Turns[reached:], func(t Turn) bool { return len(t.Told) > 0 }) {
		return -1
	}
	if n := slices.IndexFunc(e.Turns[reached:], Turn.held); n >= 0 {
		return reached + n
	}
	for n := reached - 1; n >= 0; n-- {
		if e.Turns[n].held() && len(e.Turns[n].Told) == 0 {
			return n
		}
	}
	return -1
}

func (t Turn) held() bool { return len(t.Contacts) > 0 }

// contacts are who holds a place in the chain at an instant.
func (d *Desk) contacts(post model.Post, teams []string, at model.Instant) (out []Contact) {
	switch post {
	case model.PostOnDuty:
		for _, p := range d.peopleOnDuty(at) {
			out = append(out, Contact{Person: p, Post: post})
		}
		return out
	case model.PostCoordinator:
		for _, team := range teams {
			out = append(out, d.contacts(model.Post(team+".koordinator"), nil, at)...)
		}
		return out
	}
	for _, s := range holders(values(d.seats), post, at) {
		out = append(out, Contact{d.people[s.Person], post, s.Standing})
	}
	return out
}

// Standing is how much time the clock has left, or by how much it is over, with
// the end of the key that says which: "left" or "over".
func (e Escalation) Standing() (end string, left time.Duration) {
	if left = e.Clock.Left(); left <= 0 {
		return "over", -left
	}
	return "left", left
}

// State is how a turn stands: to be told now, told, passed over, later, or held by
// nobody.
func (t Turn) State(e Escalation, now model.Instant) Sentence {
	switch {
	case len(t.Told) > 0:
		return Sentence{"escalation.told", []any{"At", t.Told[len(t.Told)-1].At}}
	case !t.held():
		return Sentence{"escalation.vacant", nil}
	case e.Next >= 0 && e.Turns[e.Next].Post == t.Post:
		return Sentence{"escalation.now", nil}
	case t.At <= now:
		return Sentence{"escalation.passed", nil}
	}
	return Sentence{"escalation.later", []any{"At", t.At}}
}
