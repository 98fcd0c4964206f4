package app

import (
	"siaga/model"
)

// Draft is the message to a contact, one sentence a line, to be pasted where it is
// sent: ticket, title, class, label, which clock, deadline and time left, and what
// is asked. Of an incident under TLP:RED it tells the ticket alone, and asks for a
// call. It names nobody but the contact and who writes.
func (e Escalation) Draft(to Contact, from model.Person, office model.Office) []Sentence {
	out := []Sentence{{"relay.to", []any{"Post", to.Post, "Name", to.Name}}}
	if e.Row.TLP == model.TLPRed {
		out = append(out, Sentence{"relay.red", []any{"Ticket", string(e.Row.Ticket)}})
	} else {
		out = append(out, e.facts()...)
	}
	if from.Name == "" {
		return append(out, Sentence{"relay.team", []any{"Team", office.Team}})
	}
	return append(out, Sentence{"relay.from", []any{"Name", from.Name, "Team", office.Team}})
}

func (e Escalation) facts() []Sentence {
	r, k := e.Row, e.Clock
	out := []Sentence{{"relay.ticket", []any{"Ticket", string(r.Ticket), "Title", r.Title}}}
	if r.Title == "" {
		out[0].Key = "relay.ticket.untitled"
	}
	labelled := Sentence{"relay.class", []any{"Class", classWord(r.Class)}}
	if r.TLP != "" {
		labelled = Sentence{"relay.class.tlp", []any{"Class", classWord(r.Class), "TLP", r.TLP}}
	}
	end, left := e.Standing()
	act := word(e.Act.WordKey())
	ask := Sentence{"relay.ask", []any{"Act", act}}
	if e.Act == ActPass {
		ask = Sentence{"relay.ask.step", []any{"Step", int(r.Step)}}
	}
	promise := "relay.clock."
	if k.Name.Legal() {
		promise = "relay.legal."
	}
	return append(out, labelled, Sentence{promise + end, []any{"Clock", k.Name, "Due", k.Due(), "Left", left}}, ask)
}
