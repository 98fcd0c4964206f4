package papers

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// counts are the figures that are shown: of all incidents, or of those chosen,
// and of the period before.
type counts struct{ now, before model.Figures }

// figures shows what a period counts; every number opens its list.
func (p *Page) figures(v reports.Periodic, c counts) fyne.CanvasObject {
	f := c.now
	return widgets.Stacked(
		p.lasting(f),
		p.balance(c),
		widgets.Columns(p.rates("clock.response", f.Response.Classes), p.rates("clock.resolution", f.Resolution.Classes)),
		widgets.NewProse(p.basis(v)),
		p.groupTables(v, f), p.monthTables(f),
		p.stageTable(f), p.pauseTable(f),
		p.flows("papers.figures.categories", f.Categories, func(key string) string {
			if c, ok := v.Office.Category(key); ok {
				return categoryName(p.around.Book, c)
			}
			return key
		}),
		widgets.Columns(
			p.flows("papers.figures.agencies", f.Agencies, func(key string) string { return v.Names.Short[model.AgencyID(key)] }),
			p.flows("papers.figures.systems", f.Systems, func(key string) string { return v.Names.Systems[model.SystemID(key)] })),
		widgets.Columns(
			p.groups("papers.figures.outcomes", f.Outcomes, func(key string) string { return p.around.Book.Word(model.Outcome(key)) }),
			p.groups("papers.figures.channels", f.Channels, func(key string) string { return p.around.Book.Word(model.Channel(key)) })),
		p.definitions())
}

// lasting says of a period that still runs how far it was counted.
func (p *Page) lasting(f model.Figures) fyne.CanvasObject {
	if !f.Lasting() {
		return widgets.Stacked()
	}
	return widgets.NewProse(p.around.T("figures.lasting", "Until", f.Until-1))
}

// basis is what the promises of the period rest on.
func (p *Page) basis(v reports.Periodic) string {
	paragraphs := p.around.Book.PolicyBases(v.Policies())
	return strings.Join(append(paragraphs, p.around.T("papers.figures.counted")), "\n")
}

// balance is saldo awal + masuk − selesai = saldo akhir, and what is beside it.
func (p *Page) balance(c counts) fyne.CanvasObject {
	tile := func(figure reports.Figure, of func(model.Figures) []*model.Row, tone look.Tone) fyne.CanvasObject {
		rows := of(c.now)
		t := widgets.NewTile(p.around.Book.Word(figure), p.opens(rows))
		if len(rows) == 0 {
			tone = look.Plain
		}
		t.Set(p.around.Book.Number(len(rows)), p.around.T("papers.figures.before", "Count", len(of(c.before))), tone)
		return t
	}
	return widgets.Stacked(
		widgets.Columns(
			tile(reports.FigureOpening, func(f model.Figures) []*model.Row { return f.Opening }, look.Plain),
			tile(reports.FigureIncoming, func(f model.Figures) []*model.Row { return f.Incoming }, look.Plain),
			tile(reports.FigureCompleted, func(f model.Figures) []*model.Row { return f.Completed }, look.Plain),
			tile(reports.FigureClosing, func(f model.Figures) []*model.Row { return f.Closing }, look.Plain),
			tile(reports.FigureOverdue, func(f model.Figures) []*model.Row { return f.Overdue }, look.Breached)),
		widgets.Columns(
			tile(reports.FigureReopened, func(f model.Figures) []*model.Row { return f.Reopened }, look.Plain),
			tile(reports.FigureAnnounced, func(f model.Figures) []*model.Row { return f.Announced }, look.Plain),
			tile(reports.FigureVital, func(f model.Figures) []*model.Row { return f.Vital }, look.Plain),
			tile(reports.FigurePersonal, func(f model.Figures) []*model.Row { return f.Personal }, look.Plain),
			tile(reports.FigureMain, func(f model.Figures) []*model.Row { return f.Main }, look.Plain)))
}

// opens goes to the list of exactly these incidents, nil when there are none.
func (p *Page) opens(rows []*model.Row) func() {
	if len(rows) == 0 {
		return nil
	}
	return func() {
		ids := make(map[model.IncidentID]bool, len(rows))
		for _, r := range rows {
			ids[r.ID] = true
		}
		p.around.Go(place.Route{Place: place.Incidents, Filter: &app.Filter{IDs: ids}})
	}
}

// counted is one bar: a number and the incidents behind it.
type counted struct {
	label string
	rows  []*model.Row
	tone  look.Tone
}

// bars shows counts under a heading, or Nihil.
func (p *Page) bars(heading string, counts []counted) fyne.CanvasObject {
	if len(counts) == 0 {
		return widgets.NewSection(heading, nil, widgets.NewMuted(p.around.T("common.nothing")))
	}
	bars := make([]widgets.Bar, len(counts))
	for i, c := range counts {
		bars[i] = widgets.Bar{Label: c.label, Value: float64(len(c.rows)), Text: strconv.Itoa(len(c.rows)), Tone: c.tone}
	}
	return widgets.NewSection(heading, nil, widgets.NewBars(bars, func(i int) {
		if open := p.opens(counts[i].rows); open != nil {
			open()
		}
	}))
}

// rates shows the clocks that ended in the period, kept and breached by class.
func (p *Page) rates(clock string, rates []model.Rate) fyne.CanvasObject {
	var counts []counted
	for _, r := range rates {
		kept, breached := p.around.Book.Word(model.Kept), p.around.Book.Word(model.Breached)
		class := p.around.Book.Word(model.Class(r.Key))
		counts = append(counts,
			counted{p.around.T("papers.figures.rate", "Class", class, "State", kept), r.Kept, look.Kept},
			counted{p.around.T("papers.figures.rate", "Class", class, "State", breached), r.Breached, look.Breached})
	}
	return p.bars(p.around.T(clock), counts)
}

// mostBars is how many bars of an open list are shown.
const mostBars = 12

// flows shows what came in, by key.
func (p *Page) flows(heading string, flows []model.Flow, name func(string) string) fyne.CanvasObject {
	var groups []model.Group
	for _, f := range flows {
		if len(f.Incoming) > 0 {
			groups = append(groups, model.Group{Key: f.Key, Rows: f.Incoming})
		}
	}
	return p.groups(heading, groups, name)
}

func (p *Page) groups(heading string, groups []model.Group, name func(string) string) fyne.CanvasObject {
	var counts []counted
	for _, g := range groups[:min(mostBars, len(groups))] {
		label := p.around.T("common.notrecorded")
		if g.Key != "" {
			label = name(g.Key)
		}
		counts = append(counts, counted{label: label, rows: g.Rows})
	}
	return p.bars(p.around.T(heading), counts)
}
