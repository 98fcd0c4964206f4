package incidents

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// batchMenu is what can be done with the selected rows.
func (l *list) batchMenu(rows []*line) *fyne.Menu {
	if len(rows) == 0 {
		return nil
	}
	menu := fyne.NewMenu("")
	if len(rows) == 1 {
		menu.Items = append(menu.Items,
			fyne.NewMenuItem(l.T("common.open"), func() { l.openIncident(rows[0].ID) }),
			fyne.NewMenuItem(l.T("incidents.paper.show"), func() { l.goToPaper(rows[0].ID, paperOf(rows[0].Outcome)) }),
			fyne.NewMenuItemSeparator())
	}
	menu.Items = append(menu.Items,
		fyne.NewMenuItem(l.T("incidents.act.assign"), func() { l.askBatchTeams(ids(rows)) }),
		fyne.NewMenuItem(l.T("incidents.act.tag"), func() { l.askBatchTags(ids(rows)) }),
		fyne.NewMenuItem(l.T("incidents.act.note"), func() { l.askBatchNote(ids(rows)) }),
		fyne.NewMenuItem(l.T("incidents.act.share"), func() { l.askShare(ids(rows)...) }))
	return menu
}

func (l *list) askBatchTeams(chosen []model.IncidentID) {
	teams := newTicks(l.teamChoices(), nil)
	l.ask(question{
		title: l.Book.N("incidents.batch.assign", len(chosen)), primary: l.T("incidents.act.assign"),
		fields: []*widgets.Field{l.labelled("teams", teams.box)},
		do: func() error {
			return l.doEach(chosen, func(id model.IncidentID) app.Command {
				return app.Assign{Incident: app.IncidentRef(id), Teams: teams.ticked()}
			})
		},
	})
}

func (l *list) askBatchNote(chosen []model.IncidentID) {
	text := widgets.NewLongEntry("", 4)
	l.ask(question{
		title: l.Book.N("incidents.batch.note", len(chosen)), primary: l.T("common.save"),
		fields: []*widgets.Field{l.labelled("text", text).Required()},
		do: func() error {
			return l.doEach(chosen, func(id model.IncidentID) app.Command {
				return app.AddNote{Incident: app.IncidentRef(id), Text: text.Text}
			})
		},
	})
}

// doEach gives one order for each incident and tells how many took it; a refusal
// stays in the dialog only when it was everybody's, so that nothing is done twice.
func (l *list) doEach(chosen []model.IncidentID, order func(model.IncidentID) app.Command) error {
	var refused error
	done := 0
	for _, id := range chosen {
		if err := l.do(order(id)); err != nil {
			refused = err
		} else {
			done++
		}
	}
	switch {
	case done == 0:
		return refused
	case refused != nil:
		l.Tell(look.Warning, l.Book.N("incidents.batch.some", done, "Of", len(chosen), "Why", l.Book.Refusal(refused)), l.undoButton())
	default:
		l.Tell(look.Kept, l.Book.N("incidents.batch.done", done), l.undoButton())
	}
	return nil
}
