package incidents

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// paperKinds are the documents about one incident, as NumberPaper names them.
var paperKinds = append([]string{"resolution", "answer", "announcement"}, strs(reports.OutwardKinds)...)

// papers leads to the documents and shows their numbers.
func (d *detail) papers() fyne.CanvasObject {
	lines := container.NewVBox()
	for _, kind := range paperKinds {
		if d.uses(kind) {
			lines.Add(d.paperLine(kind))
		}
	}
	row := model.RowOf(d.incident)
	if row.Evidence > 0 {
		lines.Add(d.evidenceLine("custody-form", row.Evidence))
	}
	if row.Handovers > 0 {
		lines.Add(d.evidenceLine(model.CustodyRecord, row.Handovers))
	}
	return widgets.NewSection(d.T("incidents.section.papers"), nil, lines)
}

// uses reports whether the incident has a use for a document; one that was
// numbered stays in sight.
func (d *detail) uses(kind string) bool {
	if _, numbered := d.incident.Papers[kind]; numbered || !slices.Contains(reports.OutwardKinds, reports.OutwardKind(kind)) {
		return true
	}
	return reports.OutwardKind(kind).Check(d.incident) == nil
}

func (d *detail) paperLine(kind string) fyne.CanvasObject {
	number := d.T("incidents.paper.unnumbered")
	if given, ok := d.incident.Papers[kind]; ok {
		number = d.T("incidents.paper.numbered", "Number", given.Number, "Date", d.Book.Date(given.Date.Time()))
	}
	numberIt := widgets.NewQuiet(d.T("incidents.act.number"), look.IconEdit, func() { d.askNumber(kind) })
	return d.documentLine(kind, number, numberIt)
}

// evidenceLine is a document that there is for each of some pieces or handovers;
// the number of one is recorded where the document is shown.
func (d *detail) evidenceLine(kind string, count int) fyne.CanvasObject {
	return d.documentLine(kind, d.Book.N("incidents.paper."+kind+".count", count))
}

// documentLine leads to a document.
func (d *detail) documentLine(kind, told string, more ...fyne.CanvasObject) fyne.CanvasObject {
	name := widgets.NewWords(d.paperName(kind))
	name.Bold, name.Shorten = true, true
	about := widgets.NewMuted(told)
	about.Shorten = true
	show := widgets.NewButton(d.T("incidents.paper.show"), look.IconPapers, func() { d.goToPaper(d.incident.ID, kind) })
	return widgets.Toolbar(container.NewVBox(name, about), append([]fyne.CanvasObject{show}, more...)...)
}

func (p *Page) paperName(kind string) string { return p.T("incidents.paper." + kind) }

// askNumber records the number and date that an official document was given.
func (d *detail) askNumber(kind string) {
	var kinds []widgets.Choice
	for _, k := range paperKinds {
		kinds = append(kinds, widgets.Choice{Key: k, Title: d.paperName(k)})
	}
	given := d.incident.Papers[kind]
	shown := given.Date
	if !shown.Known() {
		shown = d.now()
	}
	paper, number, date := d.pick(kinds, kind), widgets.NewEntry(""), d.when(shown)
	number.SetText(given.Number)
	d.ask(question{
		title: d.T("incidents.act.number"), primary: d.T("common.save"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{
			d.labelled("paper", paper).Required(), d.labelled("number", number).Required(),
			widgets.NewField("date", d.T("field.date"), date.When),
		},
		do: func() error {
			at, err := date.at("date")
			if err != nil {
				return err
			}
			return d.do(app.NumberPaper{Incident: d.ref(), Paper: paper.Selected(), Number: number.Text, Date: at})
		},
	})
}
