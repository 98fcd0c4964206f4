package cli

import (
	"strings"

	"siaga/app"
	"siaga/model"
)

// escalationValue is who is told next about an incident, in JSON.
type escalationValue struct {
	Ticket  model.Ticket `json:"ticket"`
	Now     word         `json:"now"`
	Clock   string       `json:"clock"`
	Due     word         `json:"due"`
	Turns   []rungValue  `json:"turns"`
	Next    word         `json:"next"`    // the post whose turn it is
	Message []string     `json:"message"` // to who is told next, a sentence a line
}

// rungValue is one place in the chain.
type rungValue struct {
	Post     string         `json:"post"`
	Percent  int            `json:"percent"`
	Minutes  int            `json:"minutes"`
	At       word           `json:"at"`
	Contacts []contactValue `json:"contacts"`
	Told     []relayValue   `json:"told"`
}

type contactValue struct {
	Person   string `json:"person"`
	Post     string `json:"post"`
	Standing word   `json:"standing"`
	Phone    word   `json:"phone"`
	Email    word   `json:"email"`
}

// escalate prints who is told next about an incident with the message to them;
// with --record it is recorded that it was passed on.
func escalate(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		if c.has("record") {
			return c.relay(d)
		}
		e, err := d.Escalation(app.IncidentRef(c.args[0]))
		if err != nil {
			return err
		}
		v := view{d, c.book}
		if c.has("json") {
			return c.sayJSON(v.escalation(e))
		}
		c.sayEscalation(v, e)
		return nil
	})
}

func (c *call) relay(d *app.Desk) error {
	if err := c.needs("channel"); err != nil {
		return err
	}
	order := app.RelayIncident{Incident: app.IncidentRef(c.args[0]), Post: model.Post(c.options["post"]), Person: app.PersonRef(c.options["to"]),
		Channel: model.Channel(c.options["channel"])}
	done, err := d.Do(app.Order{By: app.PersonRef(c.options["by"]), Command: order})
	if err != nil {
		return err
	}
	i, err := d.Incident(app.IncidentRef(done.ID))
	if err != nil {
		return err
	}
	v := view{d, c.book}
	for _, r := range i.Relays {
		switch {
		case r.Mark != done.Events[0]:
		case c.has("json"):
			return c.sayJSON(v.relay(r))
		default:
			c.say(c.book.T("relay.done", "Ticket", string(done.Ticket), "Name", plain(d.Person(r.Person).Name)))
		}
	}
	return nil
}

func (v view) escalation(e app.Escalation) escalationValue {
	z := v.instants()
	out := escalationValue{Ticket: e.Row.Ticket, Now: z.at(v.desk.Now()), Clock: string(e.Clock.Name), Due: z.at(e.Clock.Due()),
		Turns: each(e.Turns, func(t app.Turn) rungValue {
			return rungValue{string(t.Post), t.Percent, t.Minutes, z.at(t.At), each(t.Contacts, contact), each(t.Told, v.relay)}
		}), Message: v.draft(e)}
	if e.Next >= 0 {
		out.Next = word(e.Turns[e.Next].Post)
	}
	return out
}

func contact(k app.Contact) contactValue {
	return contactValue{k.Name, string(k.Post), word(k.Standing), word(k.Phone), word(k.Email)}
}

// draft is the message to who is told next; empty where nobody is.
func (v view) draft(e app.Escalation) []string {
	if e.Next < 0 {
		return []string{}
	}
	me, _ := v.desk.AtDesk()
	return each(e.Draft(e.Turns[e.Next].Contacts[0], me, v.desk.Office()), v.tell)
}

func (c *call) sayEscalation(v view, e app.Escalation) {
	end, left := e.Standing()
	c.say(string(e.Row.Ticket)+"  "+c.titled(e.Row), c.book.T("escalation.clock."+end, "Clock", e.Clock.Name, "Due", e.Clock.Due(), "Left", left), "")
	table(c.Stdout, "", each(e.Turns, func(t app.Turn) []string {
		names := strings.Join(each(t.Contacts, func(k app.Contact) string { return plain(k.Name) }), ", ")
		phones := strings.Join(each(t.Contacts, func(k app.Contact) string { return plain(k.Phone) }), ", ")
		return []string{c.book.Rung(t.Rung), names, phones, v.tell(t.State(e, v.desk.Now()))}
	}))
	message := v.draft(e)
	if len(message) == 0 {
		c.say("", c.book.T("escalation.none"))
		return
	}
	c.say("")
	for _, line := range message {
		c.say(plain(line))
	}
}
