package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// showTaken shows the new ticket so large that it can be read out on the telephone.
func (in *intake) showTaken(done app.Done) {
	next := widgets.NewPrimary(in.T("incidents.taken.next"), look.IconPhone, func() { in.begin(false) })
	openIt := widgets.NewButton(in.T("incidents.taken.open"), look.IconIncidents, func() { in.openIncident(done.ID) })
	copyIt := widgets.NewQuiet(in.T("incidents.taken.copy"), look.IconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(string(done.Ticket))
		in.Tell(look.Kept, in.T("incidents.taken.copied"), nil)
	})
	ticket := widgets.NewHeading(string(done.Ticket), look.SizeFigure)
	ticket.Align = fyne.TextAlignCenter
	said := widgets.NewHeading(in.T("incidents.taken.said"), theme.SizeNameSubHeadingText)
	said.Align = fyne.TextAlignCenter
	due := widgets.NewWords(in.responseDue(done.ID))
	due.Align = fyne.TextAlignCenter
	card := widgets.NewPanel(container.NewPadded(widgets.Stacked(said, ticket, due, container.NewHBox(next, openIt, copyIt))))
	in.set(container.NewCenter(card))
	in.Canvas().Focus(next)
}

// responseDue says until when the reporter is to be answered.
func (in *intake) responseDue(id model.IncidentID) string {
	i, err := in.desk.Incident(app.IncidentRef(id))
	if err != nil {
		return ""
	}
	due := in.Book.DateTime(i.Response(in.now()).Due().Time())
	if i.Class == "" {
		return in.T("incidents.taken.due.unclassified", "At", due)
	}
	return in.T("incidents.taken.due", "Class", i.Class, "At", due)
}
