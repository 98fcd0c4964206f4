package app

import "siaga/model"

// Says is what happened, as the sentence of a key with what it mentions.
func (k Decision) Says() (key string, args []any) {
	switch k.Kind {
	case DecideMisfit:
		return k.Misfit.Kind.WordKey(), []any{"Step", int(k.Misfit.Step)}
	case DecideOvertaken:
		if k.Of == "incident" {
			return "decide.overtaken.incident", nil
		}
		return "decide.overtaken.thing", nil
	case DecideRewritten:
		return "decide.rewritten.told", nil
	case DecideTicket:
		return "decide.ticket.told", []any{"Count", len(k.Others) + 1, "Ticket", string(k.Ticket)}
	case DecideFork:
		if k.File == "" {
			return "decide.fork.signed", []any{"Number", int(k.N), "Desk", k.Desk, "From", k.Sender}
		}
		return "decide.fork.told", []any{"Number", int(k.N), "Desk", k.Desk, "From", k.Sender}
	case DecideEarly:
		return "decide.early.told", []any{"Ahead", k.Ahead}
	case DecideClock:
		return "decide.clock.told", []any{"Desk", k.Desk, "Ahead", k.Ahead}
	}
	return "decide.values.told", nil
}

// Todo is what people are to do about it outside of the program, as the sentence
// of a key with what it mentions; empty where it is decided here.
func (k Decision) Todo() (key string, args []any) {
	switch k.Kind {
	case DecideFork:
		return Fork{File: k.File}.Todo()
	case DecideClock:
		return "decide.clock.todo", nil
	}
	return "", nil
}

// Todo says what is to be done about a fork, as the sentence of a key with what
// it mentions.
func (f Fork) Todo() (key string, args []any) {
	if f.File == "" {
		return "decide.fork.ask", nil
	}
	return "decide.fork.todo", []any{"File", f.File}
}

// Called is the name of what it is about, as the sentence of a key with what it
// mentions.
func (k Decision) Called() (key string, args []any) {
	switch {
	case k.Kind == DecideFork || k.Kind == DecideClock:
		return "decide.called", []any{"Name", k.Desk}
	case k.Of == "seat":
		return "decide.seat", []any{"Post", k.Post, "Person", k.Name}
	case k.Of == "duty":
		return "decide.duty", []any{"Person", k.Name, "From", k.Begins}
	case k.Of == "office":
		return "decide.office", nil
	case k.Of == "incident":
		return "decide.incident", []any{"Ticket", string(k.Ticket), "Title", k.Name}
	}
	return "decide.called", []any{"Name", k.Name}
}

// name fills in what the subject is called.
func (d *Desk) name(k Decision) Decision {
	switch k.Of {
	case "incident":
		if r := d.rows[k.Subject]; r != nil {
			k.Ticket, k.Name = r.Ticket, r.Title
		}
	case "person":
		k.Name = d.people[k.Subject].Name
	case "agency":
		k.Name = d.agencies[k.Subject].Name
	case "system":
		k.Name = d.systems[k.Subject].Name
	case "seat":
		seat := d.seats[k.Subject]
		k.Name, k.Post, k.Begins = d.people[seat.Person].Name, seat.Post, seat.From
	case "duty":
		duty := d.duties[k.Subject]
		k.Name, k.Begins = d.people[duty.Person].Name, duty.StartAt
	}
	return k
}

// Concerns reports whether the decision is about a subject, alone or with others.
func (k Decision) Concerns(id model.SubjectID) bool {
	for _, other := range k.Others {
		if other == id {
			return true
		}
	}
	return k.Subject == id
}
