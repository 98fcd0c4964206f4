package reports

import (
	"time"

	"siaga/model"
	"siaga/reports/paper"
)

// rates are the clocks kept and breached, by class, with what they rest on.
func (w periodicPaper) rates() {
	w.Heading(3, w.book.T("periodic.rates"))
	w.promises(model.Response, w.f.Response)
	w.promises(model.Resolution, w.f.Resolution)
	for _, paragraph := range w.book.PolicyBases(w.v.Policies()) {
		w.Note(paper.Plain(paragraph))
	}
	w.remark("periodic.rates.note")
	w.breached()
	w.standstills()
}

// promises are the clocks of one kind by class, as chart and table.
func (w periodicPaper) promises(clock model.ClockName, rates model.Rates) {
	chart := paper.Promises{Title: w.book.Word(clock), Kept: w.book.Word(FigureKept), Breached: w.book.Word(FigureBreached)}
	for _, r := range rates.Classes {
		chart.Rows = append(chart.Rows, paper.Promise{Label: w.book.Word(model.Class(r.Key)), Kept: float64(len(r.Kept)), Breached: float64(len(r.Breached)),
			KeptText: w.book.Number(len(r.Kept)), BreachedText: w.book.Number(len(r.Breached)), Summary: w.shareKept(r)})
	}
	all := rates.Total
	chart.Alt = w.book.T("periodic.clock.alt", "Clock", clock, "Kept", len(all.Kept), "Breached", len(all.Breached))
	if all.Ended() > 0 {
		w.Promises(chart)
	}
	columns := append([]paper.Column{w.left("periodic.class", 20.7), w.right(FigureTarget.WordKey(), 22)}, w.rateColumns()...)
	var rows []paper.Row
	for _, r := range rates.Classes {
		rows = append(rows, paper.Cells(append([]string{w.book.Word(model.Class(r.Key)), w.promise(r.Target)}, w.rate(r)...)...))
	}
	rows = append(rows, paper.Total(append([]string{w.book.T("common.total"), ""}, w.rate(all)...)...))
	w.table(w.book.T("periodic.rates.table", "Clock", clock), columns, rows)
}

// rateColumns are the columns of a rate.
func (w periodicPaper) rateColumns() []paper.Column {
	columns := []paper.Column{w.right(FigureKept.WordKey(), 20.6), w.right(FigureBreached.WordKey(), 19.3), w.right(FigureShare.WordKey(), 19.2)}
	return append(columns, w.spreadColumns()...)
}

func (w periodicPaper) spreadColumns() (columns []paper.Column) {
	for i, f := range spread {
		columns = append(columns, w.right(f.WordKey(), [...]float64{13.0, 14.6, 19.8, 15.5}[i]))
	}
	return columns
}

// rate are the cells of a rate.
func (w periodicPaper) rate(r model.Rate) []string {
	cells := []string{w.book.Number(len(r.Kept)), w.book.Number(len(r.Breached)), w.shareKept(r)}
	return append(cells, w.spreadCells(r.Spread, r.Ended())...)
}

// spreadCells are lengths of time, dashes where there were none.
func (w periodicPaper) spreadCells(s model.Spread, count int) (cells []string) {
	for _, length := range lengths(s) {
		cells = append(cells, w.length(length, count))
	}
	return cells
}

func (w periodicPaper) length(length time.Duration, count int) string {
	if count == 0 {
		return w.book.T("format.none")
	}
	return w.book.DurationShort(length)
}

func (w periodicPaper) shareKept(r model.Rate) string {
	if share, ok := r.Share(); ok {
		return w.book.Percent(share)
	}
	return w.book.T("format.none")
}
