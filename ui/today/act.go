package today

import (
	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// act does the line's action: here what takes one answer at most, everything
// else on the incident's own page.
func (p *Page) act(item app.Task) {
	switch item.Act {
	case app.ActResume:
		c := app.ResumeClock{Incident: app.IncidentRef(item.Row.ID)}
		for _, sentence := range p.send(c, "today.resumed", item.Row) {
			p.around.Tell(look.Breached, sentence, nil)
		}
	case app.ActClassify:
		p.askClass(item.Row)
	case app.ActAnswer:
		p.askAnswer(item.Row)
	case app.ActDecide:
		p.around.Go(place.Route{Place: place.Exchange, Subject: item.Row.ID})
	default:
		p.open(item.Row.ID, string(item.Act))
	}
}

func (p *Page) askClass(r *model.Row) {
	var choices []widgets.Choice
	for _, c := range model.Classes {
		so := r.Course // as it would be with that class
		so.Class = c
		choices = append(choices, widgets.Choice{Key: string(c), Title: p.around.Book.Word(c), Subtitle: p.around.T("today.targets",
			"Response", so.Response(0).Target.Duration(), "Resolution", so.Resolution(0).Target.Duration())})
	}
	class := widgets.NewPick(p.around.T("today.pickclass"), choices)
	p.ask(r, app.ActClassify, widgets.NewField("class", p.around.T("field.class"), class).Required(), func() (app.Command, string) {
		return app.ClassifyIncident{Incident: app.IncidentRef(r.ID), Class: model.Class(class.Selected())}, "today.classified"
	})
}

func (p *Page) askAnswer(r *model.Row) {
	answer := widgets.NewLongEntry("", 4)
	p.ask(r, app.ActAnswer, widgets.NewField("answer", p.around.T("field.answer"), answer), func() (app.Command, string) {
		return app.AnswerReporter{Incident: app.IncidentRef(r.ID), Answer: answer.Text}, "today.answered"
	})
}

// ask shows the one question of an action over the window.
func (p *Page) ask(r *model.Row, a app.Act, field *widgets.Field, order func() (app.Command, string)) {
	d := &widgets.Dialog{Title: string(r.Ticket), Content: widgets.NewForm(field.Hint(r.Title)),
		Primary: p.around.Book.Word(a), Secondary: p.around.T("common.cancel")}
	d.OnPrimary = func() bool {
		c, done := order()
		return d.ShowErrors(p.send(c, done, r))
	}
	d.Show(p.around.Canvas())
}

// send gives an order about an incident and tells what was done; it returns
// what is wrong, by field.
func (p *Page) send(c app.Command, done string, r *model.Row) map[string]string {
	if _, err := p.desk.Do(app.Order{Command: c}); err != nil {
		return p.around.Errors(err)
	}
	p.around.Tell(look.Kept, p.around.T(done, "Ticket", string(r.Ticket)), nil)
	p.Reload()
	return nil
}
