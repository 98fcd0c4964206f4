package papers

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/reports"
	"siaga/ui/widgets"
)

var (
	spreadFigures = []reports.Figure{reports.FigureMean, reports.FigureMedian, reports.FigureNinetieth, reports.FigureLongest}
	rateFigures   = []reports.Figure{reports.FigureKept, reports.FigureBreached, reports.FigureShare}
)

// names are the words of figures.
func (p *Page) names(figures ...reports.Figure) (words []string) {
	for _, f := range figures {
		words = append(words, p.around.Book.Word(f))
	}
	return words
}

// count is a number that opens its list.
func (p *Page) count(rows []*model.Row) widgets.Number {
	return widgets.Number{Text: p.around.Book.Number(len(rows)), OnTap: p.opens(rows)}
}

// spread are lengths of time, dashes where there were none.
func (p *Page) spread(s model.Spread, count int) (cells []widgets.Number) {
	for _, length := range []time.Duration{s.Mean, s.Median, s.Ninetieth, s.Longest} {
		text := p.around.T("format.none")
		if count > 0 {
			text = p.around.Book.DurationShort(length)
		}
		cells = append(cells, widgets.Number{Text: text})
	}
	return cells
}

// kept is how far the promises of a group were kept.
func (p *Page) kept(r model.Rate) []widgets.Number {
	text := p.around.T("format.none")
	if share, ok := r.Share(); ok {
		text = p.around.Book.Percent(share)
	}
	return []widgets.Number{p.count(r.Kept), p.count(r.Breached), {Text: text}}
}

func (p *Page) rateLine(name string, r model.Rate, bold bool) widgets.NumberLine {
	return widgets.NumberLine{Label: name, Bold: bold, Cells: append(p.kept(r), p.spread(r.Spread, r.Ended())...)}
}

// groupTables are both clocks by class, team and agency.
func (p *Page) groupTables(v reports.Periodic, f model.Figures) fyne.CanvasObject {
	tables := widgets.Stacked()
	for _, g := range []struct {
		by   reports.Figure
		of   func(model.Rates) []model.Rate
		name func(string) string
	}{
		{reports.FigureByClass, func(r model.Rates) []model.Rate { return r.Classes }, func(key string) string { return p.around.Book.Word(model.Class(key)) }},
		{reports.FigureByTeam, func(r model.Rates) []model.Rate { return r.Teams }, p.teamName},
		{reports.FigureByAgency, func(r model.Rates) []model.Rate { return r.Agencies }, func(key string) string {
			if key == "" {
				return p.around.T("common.notrecorded")
			}
			return v.Names.Short[model.AgencyID(key)]
		}},
	} {
		tables.Add(p.groupTable(model.Response, g.by, g.of(f.Response), f.Response.Total, g.name))
		tables.Add(p.groupTable(model.Resolution, g.by, g.of(f.Resolution), f.Resolution.Total, g.name))
	}
	return tables
}

func (p *Page) groupTable(clock model.ClockName, by reports.Figure, rates []model.Rate, all model.Rate, name func(string) string) fyne.CanvasObject {
	heading := by.Of(clock, p.around.Book)
	if all.Ended() == 0 {
		return widgets.NewSection(heading, nil, widgets.NewMuted(p.around.T("common.nothing")))
	}
	var lines []widgets.NumberLine
	for _, r := range rates[:min(mostBars, len(rates))] {
		lines = append(lines, p.rateLine(name(r.Key), r, false))
	}
	if len(rates) > mostBars {
		lines = append(lines, widgets.NumberLine{Label: p.around.T("figures.more", "Count", len(rates)-mostBars)})
	}
	lines = append(lines, p.rateLine(p.around.T("common.total"), all, true))
	return widgets.NewSection(heading, nil, widgets.NewNumbers(p.names(slices.Concat(rateFigures, spreadFigures)...), lines))
}

func (p *Page) teamName(team string) string {
	if team == "" {
		return p.around.T("periodic.noteam")
	}
	return p.around.T(model.TeamKey(team))
}

// monthTables are the months of a longer period: their balance, and how far
// the promises were kept.
func (p *Page) monthTables(f model.Figures) fyne.CanvasObject {
	tables := widgets.Stacked()
	if len(f.Parts) == 0 {
		return tables
	}
	var flows, response, resolution []widgets.NumberLine
	for _, m := range f.Parts {
		name := periodName(p.around.Book, m.Period)
		flows = append(flows, widgets.NumberLine{Label: name, Cells: []widgets.Number{
			p.count(m.Opening), p.count(m.Incoming), p.count(m.Completed), p.count(m.Closing), p.count(m.Overdue)}})
		response, resolution = append(response, p.rateLine(name, m.Response, false)), append(resolution, p.rateLine(name, m.Resolution, false))
	}
	by := p.around.Book.Word(reports.FigureByMonth)
	tables.Add(widgets.NewSection(by, nil, widgets.NewNumbers(
		p.names(reports.FigureOpening, reports.FigureIncoming, reports.FigureCompleted, reports.FigureClosing, reports.FigureOverdue), flows)))
	for _, c := range []struct {
		clock model.ClockName
		lines []widgets.NumberLine
		all   model.Rate
	}{{model.Response, response, f.Response.Total}, {model.Resolution, resolution, f.Resolution.Total}} {
		lines := append(c.lines, p.rateLine(p.around.T("common.total"), c.all, true))
		tables.Add(widgets.NewSection(reports.FigureByMonth.Of(c.clock, p.around.Book), nil,
			widgets.NewNumbers(p.names(slices.Concat(rateFigures, spreadFigures)...), lines)))
	}
	return tables
}

// stageTable is the time in each step.
func (p *Page) stageTable(f model.Figures) fyne.CanvasObject {
	var lines []widgets.NumberLine
	for _, s := range f.Steps {
		if len(s.Rows) > 0 {
			cells := append([]widgets.Number{p.count(s.Rows)}, p.spread(s.Spread, len(s.Rows))...)
			name := strconv.Itoa(int(s.Step)) + ". " + p.around.T(s.Step.WordKey()+".short")
			lines = append(lines, widgets.NumberLine{Label: name, Cells: append(cells, widgets.Number{Text: p.around.Book.DurationShort(s.Paused)})})
		}
	}
	heads := append([]reports.Figure{reports.FigurePassed}, spreadFigures...)
	return p.numbers(p.around.Book.Word(reports.FigureStage), p.names(append(heads, reports.FigureStagePaused)...), lines)
}

// pauseTable is the pauses by reason.
func (p *Page) pauseTable(f model.Figures) fyne.CanvasObject {
	var lines []widgets.NumberLine
	for _, s := range f.Pauses {
		lines = append(lines, widgets.NumberLine{Label: p.around.Book.Word(s.Reason), Cells: []widgets.Number{
			{Text: p.around.Book.Number(s.Count), OnTap: p.opens(s.Rows)}, p.count(s.Rows), {Text: p.around.Book.DurationShort(s.Length)}}})
	}
	return p.numbers(p.around.T("workbook.pauses"), p.names(reports.FigurePauses, reports.FigurePausedIncidents, reports.FigurePaused), lines)
}

// numbers is a table under a heading, or Nihil.
func (p *Page) numbers(heading string, heads []string, lines []widgets.NumberLine) fyne.CanvasObject {
	if len(lines) == 0 {
		return widgets.NewSection(heading, nil, widgets.NewMuted(p.around.T("common.nothing")))
	}
	return widgets.NewSection(heading, nil, widgets.NewNumbers(heads, lines))
}

// definitions says what every figure means, in the words of the reports.
func (p *Page) definitions() fyne.CanvasObject {
	list := widgets.Stacked()
	for _, d := range reports.Definitions() {
		list.Add(widgets.NewProse(p.around.T("figures.defined", "Name", p.around.Book.Word(d.Figure), "Unit", d.Unit, "Source", d.Source) +
			"\n" + d.Figure.Meaning(p.around.Book)))
	}
	return widgets.NewSection(p.around.T("workbook.figures"), nil, list)
}
