package people

import (
	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askGive gives somebody the post; agency is set when an agent is named for it.
func (o *post) askGive(agency model.AgencyID) {
	p := o.p
	position := widgets.NewPick(p.around.T("people.pickpost"), o.positions())
	position.SetSelected(string(o.entries[len(o.entries)-1].Post))
	person, office, from, to := p.pickPerson(), p.pickAgency(), p.newDay(), p.newDay()
	office.SetSelected(string(agency))
	standing := widgets.NewPick(p.around.T("people.pickstanding"), p.standings())
	standing.SetSelected(string(model.Definitive))
	from.SetValue(p.today())
	form := widgets.NewForm(
		widgets.NewField("post", p.around.T("field.post"), position).Required(),
		widgets.NewField("person", p.around.T("field.person"), person).Required(),
		widgets.NewField("agency", p.around.T("field.agency"), office).Required(),
		widgets.NewField("standing", p.around.T("field.standing"), standing).Required(),
		widgets.NewField("from", p.around.T("people.firstday"), from).Required(),
		widgets.NewField("to", p.around.T("people.lastday"), to).Hint(p.around.T("people.lastday.hint")))
	if len(o.entries) == 1 {
		position.Disable()
	}
	form.ShowField("agency", o.agents != nil)
	d := &widgets.Dialog{Title: o.title(), Content: form, Width: 760, Primary: p.around.T("people.give"), Secondary: p.around.T("common.cancel")}
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		if o.agents != nil && office.Selected() == "" {
			mistakes["agency"] = p.around.T("refuse.required", "Field", p.around.T("field.agency"))
		}
		c := app.GiveSeat{Post: model.Post(position.Selected()), Person: app.PersonRef(person.Selected()), Agency: app.AgencyRef(office.Selected()),
			Standing: model.Standing(standing.Selected()), From: p.instant("from", from, mistakes), To: p.lastDay("to", to, mistakes)}
		return d.ShowErrors(p.send(c, mistakes, p.around.T("people.given")))
	}
	d.Show(p.around.Canvas())
}

func (o *post) positions() (choices []widgets.Choice) {
	for _, e := range o.entries {
		choices = append(choices, widgets.Choice{Key: string(e.Post), Title: o.p.around.Book.Word(e.Post)})
	}
	return choices
}

func (p *Page) standings() (choices []widgets.Choice) {
	for _, s := range model.Standings {
		c := widgets.Choice{Key: string(s), Title: p.around.Book.Word(s)}
		if s != model.Definitive {
			c.Subtitle = p.around.T(s.WordKey() + ".long")
		}
		choices = append(choices, c)
	}
	return choices
}

// chosen is the selected assignment.
func (o *post) chosen() (model.Seat, bool) {
	rows := o.seats.Selected()
	if len(rows) != 1 {
		return model.Seat{}, false
	}
	return rows[0], true
}

// askEnd asks for the last day of the chosen assignment.
func (o *post) askEnd() {
	seat, ok := o.chosen()
	if !ok {
		return
	}
	p, to := o.p, o.p.newDay()
	to.SetValue(p.today().AddDate(0, 0, -1))
	if model.At(p.today()) <= seat.From {
		to.SetValue(p.today())
	}
	form := widgets.NewForm(widgets.NewField("to", p.around.T("people.lastday"), to).Required().Hint(p.around.T("people.end.hint")))
	d := &widgets.Dialog{Title: p.around.T("people.end.title", "Name", p.holder(seat)), Content: form,
		Primary: p.around.T("people.end"), Secondary: p.around.T("common.cancel")}
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		c := app.EndSeat{Seat: app.SeatRef(seat.ID), To: p.lastDay("to", to, mistakes)}
		if to.Empty() {
			mistakes["to"] = p.around.T("refuse.required", "Field", p.around.T("people.lastday"))
		}
		return d.ShowErrors(p.send(c, mistakes, p.around.T("people.ended")))
	}
	d.Show(p.around.Canvas())
}

// askWithdraw takes back an assignment that was entered by mistake.
func (o *post) askWithdraw() {
	seat, ok := o.chosen()
	if !ok {
		return
	}
	p := o.p
	widgets.Confirm{Title: p.around.T("people.withdraw.title", "Name", p.holder(seat)), Sentence: p.around.T("people.withdraw.seat"),
		Reason: p.around.T("common.reason"), Missing: p.around.T("refuse.reason"), Danger: true,
		Primary: p.around.T("common.withdraw"), Secondary: p.around.T("common.cancel"),
		OnConfirm: func(reason string) {
			p.order(app.WithdrawSeat{Seat: app.SeatRef(seat.ID), Reason: reason}, p.around.T("people.withdrawn"))
		}}.Show(p.around.Canvas())
}

// order gives an order that has no form; a refusal is told in the corner.
func (p *Page) order(c app.Command, done string) {
	for _, sentence := range p.send(c, nil, done) {
		p.around.Tell(look.Breached, sentence, nil)
	}
}
