package incidents

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askUnmerge asks why a merge is taken back, and tells what stays.
func (d *detail) askUnmerge(from model.IncidentID, into model.Ticket) {
	ticket, reason := d.ticket(string(from)), widgets.NewLongEntry("", 3)
	d.ask(question{
		title: d.T("merge.unmerge") + " · " + ticket, primary: d.T("merge.unmerge"), danger: true,
		fields: []*widgets.Field{d.labelled("reason", reason).Required().Hint(d.T("merge.unmerge.hint", "Ticket", string(into)))},
		do: func() error {
			done, err := d.desk.Do(app.Order{Command: app.UnmergeIncidents{Incident: app.IncidentRef(from), Reason: reason.Text}})
			if err != nil {
				return err
			}
			if done.Notice != nil {
				d.Tell(look.Warning, d.Book.Refusal(done.Notice), nil)
				return nil
			}
			d.Tell(look.Kept, d.T("merge.unmerged", "Ticket", ticket), nil)
			return nil
		},
	})
}

// mergedBanner says where a merged ticket went, with the way there and back;
// false when it was not merged.
func (d *detail) mergedBanner() bool {
	m, merged, err := d.desk.Merged(d.ref())
	if err != nil || !merged {
		return false
	}
	said := []string{d.T("merge.banner", "Ticket", string(m.Into), "Reason", m.Reason)}
	tone := look.Neutral
	switch {
	case m.Circle:
		said, tone = append(said, d.T("merge.banner.circle")), look.Warning
	case m.Last != m.Into:
		said = append(said, d.T("merge.banner.last", "Ticket", string(m.Last)))
	}
	if m.Later > 0 {
		said, tone = append(said, d.Book.N("merge.banner.later", m.Later, "Ticket", string(m.Into))), look.Warning
	}
	if fields := d.incident.Conflicts; len(fields) > 0 {
		said, tone = append(said, d.T("incidents.conflicts", "Fields", strings.Join(each(fields, d.fieldLabel), ", "))), look.Warning
	}
	erased, record := d.erasedSaid()
	said = append(said, erased...)
	actions := []fyne.CanvasObject{
		widgets.NewButton(d.T("merge.open", "Ticket", string(m.Into)), look.IconNext, func() { d.openIncident(m.Duplicate) }),
		widgets.NewButton(d.T("merge.unmerge"), look.IconUndo, func() { d.askUnmerge(d.incident.ID, m.Into) }),
	}
	d.page.Say(tone, strings.Join(said, " "), append(actions, record...)...)
	return true
}

// isMerged tells the acts of a merged ticket from those of another ended one.
func isMerged(i model.Incident) bool {
	_, merged := i.Merged()
	return merged
}
