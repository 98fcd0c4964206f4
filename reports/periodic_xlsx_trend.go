package reports

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"siaga/model"
)

// trendMeasures are the columns of the trend: the balance, and how far the
// promises were kept.
func trendMeasures() []measure { return append(slices.Clone(balance), indicators[:3]...) }

// trend is the sheet of the run of periods that ends with this one.
func (x periodicXLSX) trend() {
	p := x.page(x.book.T("workbook.trend"), 24, 14, 14, 14, 14, 18, 18, 18)
	p.begin()
	p.heading(x.book.T("workbook.trend"))
	var heads []string
	for _, m := range trendMeasures() {
		heads = append(heads, x.book.Word(m.figure))
	}
	p.heads(x.book.T("workbook.period"), heads...)
	c := chart{head: p.row, first: p.row + 1, last: p.row + len(x.Trend)}
	for _, f := range x.Trend {
		cells := []cell{{textCell, periodName(x.book, f.Period)}}
		for _, m := range trendMeasures() {
			value, known := m.of(f)
			cells = append(cells, measured(m, value, known))
		}
		p.put(cells...)
	}
	if !slices.ContainsFunc(x.Trend, func(f model.Figures) bool { return len(f.All) > 0 }) {
		p.sentence(x.book.T("workbook.nil"))
		return
	}
	c.kind, c.title, c.columns = excelize.Col, x.book.T("workbook.chart.flow"), []int{3, 4, 5}
	p.draw(c)
	c.kind, c.title, c.columns, c.shares = excelize.Line, x.book.T("workbook.chart.shares"), []int{6, 7}, true
	p.draw(c)
	p.onePage()
}

// flowColumns say of each incident as what it came into the period and as
// what it left it, so that a filter gives the figures again.
func (x periodicXLSX) flowColumns() []column {
	came, went := map[model.IncidentID]Figure{}, map[model.IncidentID]Figure{}
	for _, mark := range []struct {
		of     map[model.IncidentID]Figure
		figure Figure
		rows   []*model.Row
	}{
		{came, "opening", x.Figures.Opening}, {came, "incoming", x.Figures.Incoming},
		{went, "completed", x.Figures.Completed}, {went, "closing", x.Figures.Closing},
	} {
		for _, r := range mark.rows {
			mark.of[r.ID] = mark.figure
		}
	}
	return []column{
		{"", "came", 14, textCell, func(l *line) any { return word(came[l.ID]) }},
		{"", "went", 14, textCell, func(l *line) any { return word(went[l.ID]) }},
	}
}
