package incidents

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// seenWithin is how far apart two incidents may lie to count as seen before.
const seenWithin = 90 * 24 * time.Hour

// relatedSection shows what is linked, and what looks alike; the rows of all incidents
// are looked through beside the window.
func (d *detail) relatedSection() fyne.CanvasObject {
	place := container.NewVBox()
	wanted, about := d.related.Ask(), d.incident
	widgets.Run(d.Doors, func() []*model.Row { return d.desk.Search(app.Filter{}) }, func(rows []*model.Row) {
		if wanted() {
			place.Objects = []fyne.CanvasObject{d.linkSection(about, rows), d.seenSection(about, rows)}
			d.scroll.Refresh()
		}
	})
	return place
}

func (d *detail) linkSection(i model.Incident, rows []*model.Row) fyne.CanvasObject {
	lines := container.NewVBox(d.elsewhere(i)...)
	add := func(r *model.Row, buttons ...fyne.CanvasObject) { lines.Add(d.relatedLine(r, "", buttons...)) }
	for _, r := range rows {
		for _, id := range i.Links {
			if string(r.ID) == id {
				add(r, append(d.mergeButton(i, r), widgets.NewQuiet(d.T("incidents.unlink"), look.IconWithdraw, func() { d.unlink(r.ID) }))...)
			}
		}
		for _, e := range i.Endings {
			if e.Duplicate == r.ID {
				add(r, widgets.NewBadge(d.T("incidents.related.original"), look.Neutral))
			}
		}
		for _, e := range r.Endings {
			if e.Duplicate == i.ID {
				add(r, widgets.NewBadge(d.Book.Word(model.Duplicate), look.Neutral))
			}
		}
	}
	if len(lines.Objects) == 0 {
		lines.Add(widgets.NewProse(d.T("incidents.empty.related")))
	}
	link := widgets.NewButton(d.T("incidents.act.link"), look.IconAdd, d.askLink)
	return widgets.NewSection(d.T("incidents.section.related"), link, lines)
}

// seenSection shows incidents of the same system or Perangkat Daerah, with one tap to
// link them or to say that it is the same one.
func (d *detail) seenSection(i model.Incident, rows []*model.Row) fyne.CanvasObject {
	lines := container.NewVBox()
	for _, r := range rows {
		why := d.alike(i, r)
		if why == "" {
			continue
		}
		buttons := []fyne.CanvasObject{widgets.NewQuiet(d.T("incidents.link"), look.IconLink, func() { d.link(r.ID) })}
		if i.Outcome == "" {
			buttons = append(buttons, widgets.NewQuiet(d.T("incidents.act.duplicate"), look.IconCopy, func() { d.askDuplicateOf(r.ID) }))
			buttons = append(buttons, d.mergeButton(i, r)...)
		}
		lines.Add(d.relatedLine(r, why, buttons...))
	}
	if len(lines.Objects) == 0 {
		lines.Add(widgets.NewProse(d.T("incidents.seen.none")))
	}
	return widgets.NewSection(d.T("incidents.seen"), nil, lines)
}

// mergeButton merges the two at one tap, while both are open.
func (d *detail) mergeButton(i model.Incident, r *model.Row) []fyne.CanvasObject {
	if i.Outcome != "" || r.Outcome != "" {
		return nil
	}
	return []fyne.CanvasObject{widgets.NewQuiet(d.T("merge.act"), look.IconImport, func() { d.askMergeWith(r.ID) })}
}

// alike says in what another incident resembles this one, "" when it does not.
func (d *detail) alike(i model.Incident, r *model.Row) string {
	apart := i.ReceivedAt.Sub(r.ReceivedAt).Abs()
	switch {
	case r.ID == i.ID || apart > seenWithin:
		return ""
	case i.System != "" && r.System == i.System:
		return d.T("incidents.seen.system")
	case i.Agency != "" && r.Agency == i.Agency:
		return d.T("incidents.seen.agency")
	}
	return ""
}

func (d *detail) relatedLine(r *model.Row, why string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	openIt := widgets.NewQuiet(string(r.Ticket), look.IconIncidents, func() { d.openIncident(r.ID) })
	words := r.Title
	if why != "" {
		words = why + "  ·  " + words
	}
	about := widgets.NewWords(words)
	about.Shorten = true
	state := d.stepWord(r.Step)
	if r.Outcome != "" {
		state = d.Book.Word(r.Outcome)
	}
	line := widgets.Toolbar(about, append([]fyne.CanvasObject{widgets.NewMuted(d.stamp(r.ReceivedAt) + "  " + state)}, buttons...)...)
	return container.NewBorder(nil, nil, openIt, nil, line)
}

func (d *detail) link(id model.IncidentID) {
	d.tell(d.do(app.LinkIncident{Incident: d.ref(), To: []app.IncidentRef{app.IncidentRef(id)}}))
}

func (d *detail) unlink(id model.IncidentID) {
	d.tell(d.do(app.LinkIncident{Incident: d.ref(), Remove: []app.IncidentRef{app.IncidentRef(id)}}))
}

// tell says that it was saved, or why not, for an act that asks nothing.
func (d *detail) tell(err error) {
	if err != nil {
		d.Fail(err)
		return
	}
	d.Tell(look.Kept, d.T("incidents.saved"), d.undoButton())
}

func (d *detail) askLink() {
	to := d.pick(d.incidentChoices(d.incident.ID, d.desk.Search(app.Filter{})), "")
	system := d.pick(d.systemChoices(), "")
	d.ask(question{
		title: d.T("incidents.act.link"), primary: d.T("incidents.link"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{d.labelled("links", to), d.labelled("systems", system)},
		do: func() error {
			order := app.LinkIncident{Incident: d.ref()}
			if to.Selected() != "" {
				order.To = []app.IncidentRef{app.IncidentRef(to.Selected())}
			}
			if system.Selected() != "" {
				order.Systems = []app.SystemRef{app.SystemRef(system.Selected())}
			}
			return d.do(order)
		},
	})
}

// ticket is the number of another incident, its identity when it is not here.
func (p *Page) ticket(id string) string {
	if i, err := p.desk.Incident(app.IncidentRef(id)); err == nil {
		return string(i.Ticket)
	}
	return id
}
