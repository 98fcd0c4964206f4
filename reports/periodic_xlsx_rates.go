package reports

import (
	"github.com/xuri/excelize/v2"

	"siaga/model"
)

// promises is the sheet of the two clocks of Lampiran III, kept and breached
// by class.
func (x periodicXLSX) promises() {
	p := x.page(x.book.T("workbook.promises"), 30, 13, 13, 13, 13, 13, 13, 13, 13, 13)
	p.begin()
	for _, paragraph := range x.book.PolicyBases(x.Policies()) {
		p.sentence(paragraph)
	}
	x.classes(p, model.Response, x.Figures.Response)
	x.classes(p, model.Resolution, x.Figures.Resolution)
	p.onePage()
}

func (x periodicXLSX) classes(p *page, clock model.ClockName, rates model.Rates) {
	p.heading(x.book.Word(clock))
	p.heads(x.book.T("workbook.column.class"), append([]string{x.book.Word(FigureTarget)}, x.rateHeads()...)...)
	headRow := p.row
	for _, r := range rates.Classes {
		p.put(append([]cell{{textCell, model.Class(r.Key)}, {spanCell, r.Target}}, rated(r, false)...)...)
	}
	p.put(append([]cell{{totalNameCell, x.book.T("common.total")}, {totalCell, nil}}, rated(rates.Total, true)...)...)
	if rates.Total.Ended() == 0 {
		p.sentence(x.book.T("workbook.nil.clocks"))
		return
	}
	p.draw(chart{
		kind: excelize.BarStacked, title: x.book.T("workbook.chart.promises", "Clock", clock),
		head: headRow, first: headRow + 1, last: headRow + len(rates.Classes), columns: []int{3, 4},
	})
}

// rateHeads are the heads of the cells of a rate.
func (x periodicXLSX) rateHeads() []string {
	return append([]string{x.book.Word(FigureKept), x.book.Word(FigureBreached), x.book.T("common.total"), x.book.Word(FigureShare)}, x.spreadHeads()...)
}

func (x periodicXLSX) spreadHeads() (heads []string) {
	for _, f := range spread {
		heads = append(heads, x.book.Word(f))
	}
	return heads
}

// rated are the cells of a rate.
func rated(r model.Rate, total bool) []cell {
	number, share := numberCell, shareCell
	if total {
		number, share = totalCell, totalShareCell
	}
	cells := []cell{{number, len(r.Kept)}, {number, len(r.Breached)}, {number, r.Ended()}, {share, kept(r)}}
	return append(cells, spans(r.Spread, r.Ended(), total)...)
}

// spans are lengths of time, empty where there were none.
func spans(s model.Spread, count int, total bool) (cells []cell) {
	style := spanCell
	if total {
		style = totalSpanCell
	}
	for _, length := range lengths(s) {
		if count == 0 {
			cells = append(cells, cell{style, nil})
			continue
		}
		cells = append(cells, cell{style, length})
	}
	return cells
}

// kept is the share of promises kept, empty where none ended.
func kept(r model.Rate) any {
	if share, ok := r.Share(); ok {
		return share
	}
	return nil
}

// groups is the sheet of the clocks by team and by Perangkat Daerah. The total
// counts each clock once.
func (x periodicXLSX) groups() {
	p := x.page(x.book.T("workbook.groups"), 52, 13, 13, 13, 13, 13, 13, 13, 13)
	p.begin()
	response, resolution := x.Figures.Response, x.Figures.Resolution
	agency := func(id string) string { return x.orUnnamed(id, x.agency) }
	x.group(p, FigureByTeam, model.Response, response.Teams, response.Total, x.team)
	x.group(p, FigureByTeam, model.Resolution, resolution.Teams, resolution.Total, x.team)
	p.sentence(FigureByTeam.Meaning(x.book))
	x.group(p, FigureByAgency, model.Response, response.Agencies, response.Total, agency)
	x.group(p, FigureByAgency, model.Resolution, resolution.Agencies, resolution.Total, agency)
	p.sentence(FigureByAgency.Meaning(x.book))
	p.onePageWide()
}

func (x periodicXLSX) group(p *page, by Figure, clock model.ClockName, rates []model.Rate, all model.Rate, name func(string) string) {
	p.heading(by.Of(clock, x.book))
	p.heads(x.book.T("workbook.group."+string(by)), x.rateHeads()...)
	for _, r := range rates {
		p.put(append([]cell{{textCell, name(r.Key)}}, rated(r, false)...)...)
	}
	p.put(append([]cell{{totalNameCell, x.book.T("common.total")}}, rated(all, true)...)...)
}

func (x periodicXLSX) team(team string) string {
	if team == "" {
		return x.book.T("periodic.noteam")
	}
	return x.book.T(model.TeamKey(team))
}

// stages is the sheet of the time in each step.
func (x periodicXLSX) stages() {
	p := x.page(x.book.T("workbook.steps"), 60, 14, 14, 14, 14, 14, 16)
	p.begin()
	p.heading(x.book.Word(FigureStage))
	heads := append([]string{x.book.Word(FigurePassed)}, x.spreadHeads()...)
	p.heads(x.book.T("workbook.column.step"), append(heads, x.book.Word(FigureStagePaused))...)
	for _, s := range x.Figures.Steps {
		cells := append([]cell{{textCell, x.book.Number(int(s.Step)) + ". " + x.book.T(s.Step.WordKey()+".short")}, {numberCell, len(s.Rows)}}, spans(s.Spread, len(s.Rows), false)...)
		p.put(append(cells, cell{spanCell, s.Paused})...)
	}
	p.sentence(FigureStage.Meaning(x.book))
	p.onePageWide()
}

// months is the sheet of the months of a longer period.
func (x periodicXLSX) months() {
	if len(x.Figures.Parts) == 0 {
		return
	}
	p := x.page(x.book.T("workbook.months"), 24, 15, 15, 15, 15, 18, 15, 15, 15)
	p.begin()
	p.heading(x.book.T("workbook.months.flow"))
	var heads []string
	for _, m := range balance {
		heads = append(heads, x.book.Word(m.figure))
	}
	p.heads(x.book.T("workbook.period"), append(heads, x.book.Word(FigureOverdue))...)
	for _, m := range x.Figures.Parts {
		p.put(cell{textCell, periodName(x.book, m.Period)}, cell{numberCell, len(m.Opening)}, cell{numberCell, len(m.Incoming)},
			cell{numberCell, len(m.Completed)}, cell{numberCell, len(m.Closing)}, cell{numberCell, len(m.Overdue)})
	}
	x.monthly(p, model.Response, x.Figures.Response.Total, func(m model.Part) model.Rate { return m.Response })
	x.monthly(p, model.Resolution, x.Figures.Resolution.Total, func(m model.Part) model.Rate { return m.Resolution })
	p.sentence(FigureByMonth.Meaning(x.book))
	p.onePageWide()
}

func (x periodicXLSX) monthly(p *page, clock model.ClockName, all model.Rate, of func(model.Part) model.Rate) {
	p.heading(FigureByMonth.Of(clock, x.book))
	p.heads(x.book.T("workbook.period"), x.rateHeads()...)
	ended := 0
	for _, m := range x.Figures.Parts {
		p.put(append([]cell{{textCell, periodName(x.book, m.Period)}}, rated(of(m), false)...)...)
		ended += of(m).Ended()
	}
	p.put(append([]cell{{totalNameCell, x.book.T("common.total")}}, rated(all, true)...)...)
	p.check(x.book.T("workbook.check.months"), ended == all.Ended())
}
