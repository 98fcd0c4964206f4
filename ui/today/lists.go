package today

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

const (
	linesAtFirst = 5
	linesMore    = 20
)

// lineKey names a line, so that it stays the same object while it stands.
type lineKey struct {
	list app.Queue
	id   model.IncidentID
}

func (p *Page) showLists(agenda app.Agenda, now time.Time) {
	p.lists.Objects = nil
	kept := map[lineKey]*line{}
	for _, l := range app.Queues {
		if items := agenda.Queues[l]; len(items) > 0 {
			p.lists.Add(p.section(l, items, kept))
		}
	}
	others := p.desk.Elsewhere(agenda)
	if others > 0 {
		p.lists.Add(p.decisions(others))
	}
	if !agenda.Waits() && others == 0 {
		p.lists.Add(widgets.NewPanel(widgets.NewEmpty(look.IconKept, p.around.T("today.calm"), nil)))
	}
	p.lines = kept
	for _, l := range p.lines {
		l.tick(now)
	}
	p.lists.Refresh()
}

// decisions says that so much waits for a decision beside what stands in the list
// of incidents, and leads to where it is decided.
func (p *Page) decisions(n int) fyne.CanvasObject {
	sentence := widgets.NewWords(p.around.Book.N("today.decide", n))
	sentence.Shorten = true
	open := widgets.NewButton(p.around.T("decide.open"), look.IconNext, func() { p.around.Go(place.Route{Place: place.Exchange}) })
	return widgets.NewPanel(container.NewBorder(nil, nil, widget.NewIcon(look.Warning.Icon()), open, sentence))
}

// section shows the first lines of a list, and how many more there are.
func (p *Page) section(l app.Queue, items []app.Task, kept map[lineKey]*line) fyne.CanvasObject {
	shown := min(max(p.length[l], linesAtFirst), len(items))
	column := container.NewVBox()
	for i, item := range items[:shown] {
		if i > 0 {
			column.Add(widget.NewSeparator())
		}
		column.Add(p.lineOf(l, item, kept))
	}
	if rest := len(items) - shown; rest > 0 {
		more := widgets.NewQuiet(p.around.Book.N("today.more", rest), look.IconDown, func() {
			p.length[l] = shown + linesMore
			p.Reload()
		})
		column.Add(container.NewHBox(more))
	}
	heading := p.around.T("today.heading", "List", l, "Count", len(items))
	return widgets.NewSection(heading, nil, column)
}

func (p *Page) lineOf(l app.Queue, item app.Task, kept map[lineKey]*line) *line {
	key := lineKey{l, item.Row.ID}
	standing := p.lines[key]
	if standing == nil {
		standing = newLine(p.around)
	}
	kept[key] = standing
	standing.show(item, p.details(item.Row), func() { p.open(item.Row.ID, "") }, func() { p.act(item) })
	return standing
}

// details is where the incident is from and what it touches.
func (p *Page) details(r *model.Row) string {
	from, what := p.desk.Agency(r.Agency).Label(), r.Affected
	if r.System != "" {
		what = p.desk.System(r.System).Name
	}
	class := p.around.T("today.unclassified")
	if r.Class != "" {
		class = p.around.Book.Word(r.Class)
	}
	text := class
	for _, part := range []string{from, what} {
		if part != "" {
			text += " · " + part
		}
	}
	return text
}

func (p *Page) open(id model.IncidentID, part string) {
	p.around.Go(place.Route{Place: place.Incidents, Subject: id, Part: part})
}
