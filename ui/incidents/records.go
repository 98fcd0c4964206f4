package incidents

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// record is one row of a record that only grows: it can be withdrawn with a reason.
type record struct {
	mark model.Mark // zero for what nobody can withdraw
	at   model.Instant
	by   model.PersonID
	text string
	from *model.Origin // the ticket it came from with a merge
}

// recordSection shows the rows of one record, the oldest first, and adds to it.
func (d *detail) recordSection(name string, rows []record, add *widgets.Button) fyne.CanvasObject {
	var action fyne.CanvasObject
	if add != nil {
		action = add
	}
	if len(rows) == 0 {
		return widgets.NewSection(d.T("incidents.section."+name), action, widgets.NewProse(d.T("incidents.empty."+name)))
	}
	lines := container.NewVBox()
	for _, r := range rows {
		lines.Add(d.recordLine(r))
	}
	return widgets.NewSection(d.T("incidents.section."+name), action, lines)
}

func (d *detail) recordLine(r record) fyne.CanvasObject {
	moment := widgets.NewTimeline()
	moment.SetMoments([]widgets.Moment{{When: d.dateTime(r.at), Who: d.names.people[r.by], Text: joined(r.text, d.Book.Origin(r.from, d.desk)), Icon: look.IconClock, Tone: look.Neutral}})
	return d.withdrawable(r, moment)
}

// withdrawable sets the button that withdraws a row beside it.
func (d *detail) withdrawable(r record, shown fyne.CanvasObject) fyne.CanvasObject {
	withdraw := d.withdrawal(r)
	if withdraw == nil {
		return shown
	}
	return container.NewBorder(nil, nil, nil, container.NewVBox(withdraw), shown)
}

// withdrawal is the button that withdraws a row, nil where nobody can.
func (d *detail) withdrawal(r record) *widgets.Button {
	if d.incident.Outcome != "" || r.mark == (model.Mark{}) {
		return nil
	}
	return widgets.NewQuiet(d.T("common.withdraw"), look.IconWithdraw, func() { d.askWithdraw(r) })
}

func (d *detail) askWithdraw(r record) {
	d.askReason(d.T("incidents.withdraw"), d.T("incidents.withdraw.hint", "Text", short(r.text)), d.T("common.withdraw"), func(reason string) error {
		return d.do(app.WithdrawRow{Incident: d.ref(), Row: r.mark.String(), Reason: reason})
	})
}

// whileOpen is a button that an ended incident does not have.
func (d *detail) whileOpen(word string, tapped func()) *widgets.Button {
	if d.incident.Outcome != "" {
		return nil
	}
	return widgets.NewButton(d.T(word), look.IconAdd, tapped)
}

func (d *detail) chronology() fyne.CanvasObject {
	var rows []record
	for _, o := range d.incident.Chronology {
		rows = append(rows, record{o.Mark, o.At, o.By, o.Text, o.Origin})
	}
	rows = append(rows, d.warned()...)
	slices.SortStableFunc(rows, func(a, b record) int { return cmp.Compare(a.at, b.at) })
	return d.recordSection("chronology", rows, d.whileOpen("incidents.act.chronology", d.askChronology))
}

func (d *detail) askChronology() {
	d.askRow("incidents.act.chronology", "text", nil, func(text string) app.Command {
		return app.AddChronology{Incident: d.ref(), Text: text}
	})
}

// actions are grouped by the phase of the handling.
func (d *detail) actions() fyne.CanvasObject {
	add := d.whileOpen("incidents.act.action", d.askAction)
	if len(d.incident.Actions) == 0 {
		return d.recordSection("actions", nil, add)
	}
	lines := container.NewVBox()
	for _, phase := range model.ActionPhases {
		var rows []record
		for _, a := range d.incident.Actions {
			if a.Phase == phase {
				rows = append(rows, record{a.Mark, a.At, a.By, a.Text, a.Origin})
			}
		}
		if len(rows) > 0 {
			lines.Add(widgets.NewHeading(d.Book.Word(phase), ""))
		}
		for _, r := range rows {
			lines.Add(d.recordLine(r))
		}
	}
	var action fyne.CanvasObject
	if add != nil {
		action = add
	}
	return widgets.NewSection(d.T("incidents.section.actions"), action, lines)
}

func (d *detail) askAction() {
	phase := d.pick(choicesOf(d.Page, model.ActionPhases), "")
	field := d.labelled("phase", phase).Required()
	d.askRow("incidents.act.action", "text", []*widgets.Field{field}, func(text string) app.Command {
		return app.AddAction{Incident: d.ref(), Phase: model.ActionPhase(phase.Selected()), Text: text}
	})
}

func (d *detail) notes() fyne.CanvasObject {
	var rows []record
	for _, n := range d.incident.Notes {
		rows = append(rows, record{n.Mark, n.At, n.By, n.Text, n.Origin})
	}
	return d.recordSection("notes", rows, widgets.NewButton(d.T("incidents.act.note"), look.IconAdd, d.askNote))
}

func (d *detail) askNote() {
	d.askRow("incidents.act.note", "text", nil, func(text string) app.Command {
		return app.AddNote{Incident: d.ref(), Text: text}
	})
}

func (d *detail) notices() fyne.CanvasObject {
	var rows []record
	for _, n := range d.incident.Notices {
		rows = append(rows, record{n.Mark, n.At, n.By, joined(d.Book.Word(n.To), n.Number, n.Text), n.Origin})
	}
	notices := d.recordSection("notices", rows, widgets.NewButton(d.T("incidents.act.notice"), look.IconAdd, d.askNotice))
	return widgets.Stacked(append([]fyne.CanvasObject{notices}, d.shares()...)...)
}

func (d *detail) askNotice() { d.askNoticeTo("") }

// askRow asks for a text, whatever stands before it, and when it was.
func (d *detail) askRow(title, name string, before []*widgets.Field, order func(text string) app.Command) {
	text, deed := widgets.NewLongEntry("", 4), d.when(d.now())
	d.ask(question{
		title: d.T(title), primary: d.T("common.save"), done: d.T("incidents.saved"), width: 640,
		fields: append(before, d.labelled(name, text).Wide(), d.deedField(deed)),
		do: func() error {
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return d.doAt(order(text.Text), at)
		},
	})
}
