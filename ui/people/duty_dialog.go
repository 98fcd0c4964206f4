package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askDuty shows who is on duty in a cell, to be withdrawn, and puts somebody on
// duty for its span or another one.
func (p *Page) askDuty(c cell) {
	person, start, end, note := p.pickPerson(), p.newWhen(), p.newWhen(), widgets.NewEntry("")
	start.SetValue(c.from.Time())
	end.SetValue(c.to.Time())
	d := &widgets.Dialog{Title: p.around.T("people.duty.title", "Day", p.around.Book.DateLong(c.from.Time())),
		Primary: p.around.T("people.setduty"), Secondary: p.around.T("common.close")}
	form := widgets.NewForm(
		widgets.NewField("person", p.around.T("field.person"), person).Required(),
		widgets.NewField("startAt", p.around.T("field.startAt"), start).Required(),
		widgets.NewField("endAt", p.around.T("field.endAt"), end).Required(),
		widgets.NewField("note", p.around.T("field.note"), note),
		widgets.NewField("turns", p.around.T("people.onthisshift"), p.turnLines(c, d.Hide)))
	form.ShowField("turns", len(c.turns) > 0)
	d.Content = form
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		order := app.SetDuty{Person: app.PersonRef(person.Selected()), Note: note.Text,
			StartAt: p.instant("startAt", start, mistakes), EndAt: p.instant("endAt", end, mistakes)}
		return d.ShowErrors(p.send(order, mistakes, p.around.T("people.dutyset", "Name", p.desk.Person(model.PersonID(person.Selected())).Name)))
	}
	d.Show(p.around.Canvas())
}

// turnLines lists the turns of a cell, each with its button to withdraw it.
func (p *Page) turnLines(c cell, leave func()) fyne.CanvasObject {
	column := container.NewVBox()
	for _, d := range c.turns {
		name := widgets.NewWords(p.desk.Person(d.Person).Name)
		name.Shorten = true
		span := widgets.NewMuted(p.around.T("people.span", "From", p.around.Book.Stamp(d.StartAt.Time()), "To", p.around.Book.Stamp(d.EndAt.Time())))
		span.Shorten = true
		withdraw := widgets.NewQuiet(p.around.T("common.withdraw"), look.IconWithdraw, func() {
			leave()
			p.askWithdrawDuty(d)
		})
		column.Add(container.NewBorder(nil, nil, nil, withdraw, container.NewVBox(name, span)))
	}
	return column
}

func (p *Page) askWithdrawDuty(d model.Duty) {
	name := p.desk.Person(d.Person).Name
	widgets.Confirm{Title: p.around.T("people.withdraw.title", "Name", name), Sentence: p.around.T("people.withdraw.duty",
		"From", p.around.Book.DateTime(d.StartAt.Time()), "To", p.around.Book.DateTime(d.EndAt.Time())),
		Reason: p.around.T("common.reason"), Missing: p.around.T("refuse.reason"), Danger: true,
		Primary: p.around.T("common.withdraw"), Secondary: p.around.T("common.cancel"),
		OnConfirm: func(reason string) {
			p.order(app.WithdrawDuty{Duty: app.DutyRef(d.ID), Reason: reason}, p.around.T("people.withdrawn"))
		}}.Show(p.around.Canvas())
}
