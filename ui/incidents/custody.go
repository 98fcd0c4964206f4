package incidents

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// mostUnfolded is how many handovers an incident may have for all its chains to be
// shown at first.
const mostUnfolded = 12

// custody is the chain of custody of a piece, and the button that folds it; nil when
// it has not changed hands yet.
func (d *detail) custody(v model.Evidence) (shown fyne.CanvasObject, fold *widgets.Button) {
	links := d.incident.CustodyOf(v)
	if len(links) == 0 {
		return widgets.NewMuted(d.T("custody.none")), nil
	}
	last, chain := links[len(links)-1], container.NewStack()
	now := widgets.NewTitled(d.T("custody.now", "Who", last.To, "At", last.At.Time()))
	return widgets.Stacked(now, chain), d.foldButton(v, links, chain)
}

// foldButton shows a chain and hides it; what was chosen holds while the incident is
// open. A chain that is not shown is not drawn.
func (d *detail) foldButton(v model.Evidence, links []model.Custody, chain *fyne.Container) (fold *widgets.Button) {
	show := func(open bool) {
		chain.Objects, fold.Icon, chain.Hidden = nil, look.IconDown, !open
		if open {
			chain.Objects, fold.Icon = []fyne.CanvasObject{d.ledger(links)}, look.IconUp
		}
	}
	open, chosen := d.unfolded[v.Mark]
	if !chosen {
		open = len(d.incident.Custody) <= mostUnfolded
	}
	fold = widgets.NewQuiet(d.Book.N("custody.chain", len(links)), nil, func() {
		open = !open
		d.unfolded[v.Mark] = open
		show(open)
		fold.Refresh()
		d.body.Refresh()
		d.scroll.Refresh()
	})
	show(open)
	return fold
}

// ledger is one line for each handover.
func (d *detail) ledger(links []model.Custody) fyne.CanvasObject {
	columns := []widgets.LedgerColumn{
		{Title: d.T("custody.at"), Share: 1.1}, {Title: d.T("field.add-custody.from"), Share: 1.2}, {Title: d.T("field.add-custody.to"), Share: 1.2},
		{Title: d.T("field.purpose"), Share: 1.6}, {Title: d.T("field.location"), Share: 1.2}}
	lines := make([]widgets.LedgerLine, len(links))
	for n, c := range links {
		cells := []string{d.Book.Stamp(c.At.Time()), cmp.Or(c.From, d.T("custody.found")), c.To,
			joined(c.Purpose, d.Book.Origin(c.Origin, d.desk)), cmp.Or(c.Location, d.T("format.none"))}
		lines[n] = widgets.LedgerLine{Cells: cells, Act: d.withdrawal(record{mark: c.Mark, text: joined(c.From, c.To, c.Purpose)})}
	}
	return widgets.NewLedger(columns, lines)
}

// askCustody asks which piece changed hands, and how.
func (d *detail) askCustody() {
	if only := d.incident.Evidence; len(only) == 1 {
		d.askCustodyOf(only[0])
		return
	}
	d.askCustodyOf(model.Evidence{})
}

// custodyForm asks for a handover of a piece of evidence.
type custodyForm struct {
	*detail
	evidence                    *widgets.Pick
	from, to, purpose, location *widgets.Entry
	deed                        whenInput
}

// askCustodyOf asks for a handover of a piece that is chosen already.
func (d *detail) askCustodyOf(v model.Evidence) {
	f := &custodyForm{detail: d, from: widgets.NewEntry(""), to: widgets.NewEntry(""), purpose: widgets.NewLongEntry("", 2),
		location: widgets.NewEntry(""), deed: d.when(d.now())}
	var choices []widgets.Choice
	for _, v := range d.incident.Evidence {
		choices = append(choices, widgets.Choice{Key: v.Mark.String(), Title: v.Name, Subtitle: d.dateTime(v.At)})
	}
	f.evidence = d.pick(choices, "")
	f.evidence.OnChange = f.begin
	if v.Mark != (model.Mark{}) {
		f.evidence.SetSelected(v.Mark.String())
		f.begin(v.Mark.String())
	}
	d.ask(question{
		title: d.T("incidents.act.custody"), primary: d.T("common.save"), done: d.T("incidents.saved"), width: 760, do: f.record,
		fields: []*widgets.Field{
			d.labelled("evidence", f.evidence).Required().Wide(),
			widgets.NewField("from", d.T("field.add-custody.from"), f.from).Hint(d.T("custody.from.hint")),
			widgets.NewField("to", d.T("field.add-custody.to"), f.to).Required(),
			d.labelled("purpose", f.purpose).Required().Wide(),
			d.labelled("location", f.location).Hint(d.T("custody.location.hint")).Wide(),
			d.deedField(f.deed).Wide(),
		},
	})
}

// begin fills in whoever has the piece by now, and where it lies.
func (f *custodyForm) begin(row string) {
	mark, _ := model.ParseMark(row)
	if v, known := f.incident.EvidenceOf(mark); known {
		f.from.SetText(f.incident.HeldBy(v))
		f.location.SetText(f.incident.KeptAt(v))
	}
}

func (f *custodyForm) record() error {
	at, err := f.deed.at("at")
	if err != nil {
		return err
	}
	return f.doAt(app.AddCustody{Incident: f.ref(), Evidence: f.evidence.Selected(), From: f.from.Text, To: f.to.Text,
		Purpose: f.purpose.Text, Location: f.location.Text}, at)
}
