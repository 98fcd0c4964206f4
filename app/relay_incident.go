package app

import (
	"slices"

	"siaga/model"
)

// RelayIncident records that somebody was told about an incident whose time is
// running out. Without Post it is who is to be told now; without Person, who holds
// that place.
type RelayIncident struct {
	Incident IncidentRef   `json:"incident" need:"yes"`
	Post     model.Post    `json:"post"`
	Person   PersonRef     `json:"person"`
	Channel  model.Channel `json:"channel" need:"yes"`
}

// Do is "relay-incident".
func (RelayIncident) Do() string { return "relay-incident" }

func (c RelayIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	e, err := w.desk.escalation(i, w.now)
	if err != nil {
		return err
	}
	turn, err := c.turn(e)
	if err != nil {
		return err
	}
	person, err := c.person(w.desk, turn)
	if err != nil {
		return err
	}
	fact := model.Relayed{Relay: model.Relay{At: w.at, Post: turn.Post, Person: person, Clock: e.Clock.Name, Segment: e.Clock.Segment, Channel: c.Channel}}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// turn is the place in the chain that was told.
func (c RelayIncident) turn(e Escalation) (Turn, error) {
	if c.Post == "" && e.Next < 0 {
		return Turn{}, model.RefuseAt("post", "refuse.relay-none", "Ticket", string(e.Row.Ticket))
	}
	if c.Post == "" {
		return e.Turns[e.Next], nil
	}
	n := slices.IndexFunc(e.Turns, func(t Turn) bool { return t.Post == c.Post })
	if n < 0 {
		return Turn{}, model.RefuseAt("post", "refuse.relay-chain", "Value", string(c.Post))
	}
	return e.Turns[n], nil
}

func (c RelayIncident) person(d *Desk, t Turn) (model.PersonID, error) {
	if c.Person != "" {
		return d.findPerson("person", c.Person)
	}
	if !t.held() {
		return "", model.RefuseAt("person", "refuse.relay-vacant", "Post", t.Post)
	}
	return t.Contacts[0].ID, nil
}
