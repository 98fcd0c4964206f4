package incidents

import (
	"slices"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// undoButton takes back the orders that were given since the last one, nil when
// there were none.
func (p *Page) undoButton() *widgets.Button {
	given := p.given
	p.given = nil
	if len(given) == 0 {
		return nil
	}
	return widgets.NewQuiet(p.T("common.undo"), look.IconUndo, func() { p.undo(given) })
}

// undo takes orders back, as long as nobody has changed their incidents since.
func (p *Page) undo(given []app.Done) {
	for _, done := range given {
		if err := p.undoOne(done); err != nil {
			p.Fail(err)
			return
		}
	}
	p.Tell(look.Kept, p.T("incidents.undone"), p.undoButton())
}

func (p *Page) undoOne(done app.Done) error {
	last, err := p.lastChange(done.ID)
	if err != nil {
		return err
	}
	if last.Mark != done.Events[len(done.Events)-1] {
		return model.Refuse("refuse.undo-overtaken")
	}
	return p.do(app.Undo{Subject: string(done.ID)})
}

// lastChange is what app.Undo would take back.
func (p *Page) lastChange(id model.IncidentID) (model.Change, error) {
	changes, err := p.desk.History(id)
	changes = slices.DeleteFunc(changes, func(c model.Change) bool { return c.Kind.SubjectKind() == "erasure" })
	if err != nil || len(changes) == 0 {
		return model.Change{}, err
	}
	return changes[len(changes)-1], nil
}

// askUndo names the last change and takes it back; the history keeps both.
func (d *detail) askUndo() {
	last, err := d.lastChange(d.incident.ID)
	if err != nil {
		d.Fail(err)
		return
	}
	what := d.T("incidents.undo.what", "Change", d.T("kind."+string(last.Kind)), "At", d.dateTime(last.At),
		"Who", orDash(d.Page, d.names.people[last.By]))
	reason := widgets.NewLongEntry("", 3)
	d.ask(question{
		title: d.T("incidents.act.undo"), primary: d.T("common.undo"), done: d.T("incidents.undone"),
		fields: []*widgets.Field{
			widgets.NewField("subject", "", widgets.NewProse(what)),
			d.labelled("reason", reason).Hint(d.T("incidents.undo.hint")),
		},
		do: func() error {
			return d.do(app.Undo{Subject: string(d.incident.ID), Reason: reason.Text})
		},
	})
}
