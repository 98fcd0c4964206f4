package reports

import (
	"siaga/model"
	"siaga/reports/paper"
)

// groups is the annex of the clocks by team, Perangkat Daerah and month, and of
// the time in each step.
func (w periodicPaper) groups() {
	w.chapter("periodic.groups")
	response, resolution := w.f.Response, w.f.Resolution
	w.group("team", model.Response, response.Teams, response.Total, w.teamName)
	w.group("team", model.Resolution, resolution.Teams, resolution.Total, w.teamName)
	w.remark(FigureByTeam.WordKey() + ".meaning")
	w.group("agency", model.Response, response.Agencies, response.Total, w.agencyName)
	w.group("agency", model.Resolution, resolution.Agencies, resolution.Total, w.agencyName)
	w.months()
	w.stages()
}

// group is a table of the clocks of one kind by one key; its total counts each
// clock once.
func (w periodicPaper) group(by string, clock model.ClockName, rates []model.Rate, all model.Rate, name func(string) string) {
	var rows []paper.Row
	for _, r := range rates {
		rows = append(rows, paper.Cells(append([]string{name(r.Key)}, w.rate(r)...)...))
	}
	if len(rows) > 0 {
		rows = append(rows, paper.Total(append([]string{w.book.T("common.total")}, w.rate(all)...)...))
	}
	columns := append([]paper.Column{w.left("periodic.group."+by, 35.7)}, w.rateColumns()...)
	w.table(w.book.T("periodic.rates."+by, "Clock", clock), columns, rows)
}

func (w periodicPaper) teamName(team string) string {
	if team == "" {
		return w.book.T("periodic.noteam")
	}
	return w.book.T(model.TeamKey(team))
}

// months are the balance of each month of a longer period, and the promises
// that ended in it.
func (w periodicPaper) months() {
	if len(w.f.Parts) == 0 {
		return
	}
	var flows, rates []paper.Row
	for _, p := range w.f.Parts {
		month := periodName(w.book, p.Period)
		flow := paper.Cells(month)
		for _, rows := range [][]*model.Row{p.Opening, p.Incoming, p.Completed, p.Closing, p.Overdue} {
			flow.Cells = append(flow.Cells, paper.Cell{Text: w.book.Number(len(rows))})
		}
		flows = append(flows, flow)
		rates = append(rates, paper.Cells(append([]string{month}, w.both(p.Response, p.Resolution)...)...))
	}
	rates = append(rates, paper.Total(append([]string{w.book.T("common.total")}, w.both(w.f.Response.Total, w.f.Resolution.Total)...)...))
	columns := []paper.Column{w.left("periodic.period", 3)}
	for _, m := range balance {
		columns = append(columns, w.right(m.figure.WordKey(), 1.5))
	}
	w.table(w.book.T("periodic.months.flow"), append(columns, w.right(FigureOverdue.WordKey(), 1.7)), flows)
	columns = []paper.Column{w.left("periodic.period", 1.6)}
	for i, clock := range []string{"periodic.list.response", "periodic.list.resolution"} {
		for _, f := range []Figure{FigureKept, FigureBreached, FigureShare} {
			columns = append(columns, paper.Column{Title: w.book.T(clock) + ": " + lower(w.book.Word(f)), Share: [...]float64{1.6, 1.8}[i], Align: paper.Right})
		}
	}
	w.table(w.book.T("periodic.months.rates"), columns, rates)
	w.remark(FigureByMonth.WordKey() + ".meaning")
}

// both are the promises of both clocks, without lengths.
func (w periodicPaper) both(response, resolution model.Rate) []string {
	return append(w.rate(response)[:3], w.rate(resolution)[:3]...)
}

// stages is the time in each step.
func (w periodicPaper) stages() {
	var rows []paper.Row
	for _, s := range w.f.Steps {
		if len(s.Rows) > 0 {
			cells := append([]string{w.stepName(s.Step), w.book.Number(len(s.Rows))}, w.spreadCells(s.Spread, len(s.Rows))...)
			rows = append(rows, paper.Cells(append(cells, w.book.DurationShort(s.Paused))...))
		}
	}
	columns := append([]paper.Column{w.left("periodic.group.step", 34), w.right(FigurePassed.WordKey(), 20)}, w.spreadColumns()...)
	w.table(w.book.Word(FigureStage), append(columns, w.right(FigureStagePaused.WordKey(), 18)), rows)
	w.remark(FigureStage.WordKey() + ".meaning")
}

func (w periodicPaper) stepName(step model.Step) string {
	return w.book.Number(int(step)) + ". " + w.book.T(step.WordKey()+".short")
}
