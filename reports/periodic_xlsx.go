package reports

import (
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"siaga/locales"
	"siaga/model"
)

// XLSX writes the laporan berkala as an Excel workbook in the language of the
// book: the figures of the paper with native charts, the list of all incidents
// they count, and definitions. While it is written, parts of it lie readable
// in the folder spill, which must be private.
func (p Periodic) XLSX(w io.Writer, book *locales.Book, spill string) error {
	x := periodicXLSX{Periodic: p, workbook: newWorkbook(book, p.Office, p.PrintedAt, spill)}
	defer x.close()
	x.period = periodName(x.book, p.Figures.Period)
	x.title = x.book.T("workbook.periodic.title", "Period", x.period)
	x.mark(p.Figures.All)
	x.summary()
	x.promises()
	x.groups()
	x.stages()
	x.categories()
	x.flowSheet("agencies", "agency", p.Figures.Agencies, x.agency)
	x.flowSheet("systems", "system", p.Figures.Systems, x.system)
	x.pauses()
	x.months()
	x.trend()
	x.incidents()
	return x.finish(w)
}

// periodicXLSX is a laporan berkala on its way into a workbook.
type periodicXLSX struct {
	Periodic
	*workbook
	period string
}

// summary is the sheet that answers whether the team is in control.
func (x periodicXLSX) summary() {
	p := x.page(x.book.T("workbook.summary"), 46, 22, 18, 16, 16, 20)
	p.begin()
	p.sentence(x.book.T("workbook.asOf", "At", x.Figures.Until-1))
	if x.Figures.Lasting() {
		p.sentence(x.book.T("figures.lasting", "Until", x.Figures.Until-1))
	}
	if len(x.Figures.All) == 0 {
		p.sentence(x.book.T("workbook.nil"))
	}
	p.heading(x.book.T("workbook.balance"))
	first := p.row + 2
	x.compare(p, balance)
	f := x.Figures
	p.check(x.book.T("workbook.check.balance"), len(f.Opening)+len(f.Incoming)-len(f.Completed) == len(f.Closing))
	p.heading(x.book.T("workbook.indicators"))
	x.compare(p, indicators)
	x.outcomes(p)
	x.stories(p)
	if len(f.All)+len(x.Before.All) > 0 {
		p.draw(chart{
			kind: excelize.Col, title: x.book.T("workbook.chart.balance"),
			head: first - 1, first: first, last: first + len(balance) - 1, columns: []int{2, 3},
		})
	}
	p.onePage()
}

// compare writes measures of the period and of the one before, and the change.
func (x periodicXLSX) compare(p *page, measures []measure) {
	p.heads(x.book.T("workbook.figure"), x.period, periodName(x.book, x.Before.Period), x.book.T("workbook.change"))
	for _, m := range measures {
		now, known := m.of(x.Figures)
		before, knownBefore := m.of(x.Before)
		p.put(cell{textCell, m.figure}, measured(m, now, known), measured(m, before, knownBefore), changed(m, now-before, known && knownBefore))
	}
}

func measured(m measure, value float64, known bool) cell {
	styles := map[Unit]style{unitIncidents: numberCell, unitShare: shareCell, unitTime: spanCell}
	if !known {
		return cell{styles[m.figure.unit()], nil}
	}
	return cell{styles[m.figure.unit()], value}
}

// changed is the difference to the period before. That of lengths stays out:
// Excel shows no negative time.
func changed(m measure, difference float64, known bool) cell {
	if !known || m.figure.unit() == unitTime {
		return cell{textCell, nil}
	}
	return cell{map[Unit]style{unitIncidents: changeCell, unitShare: shareChangeCell}[m.figure.unit()], difference}
}

func (x periodicXLSX) outcomes(p *page) {
	p.heading(x.book.Word(FigureOutcomes))
	p.heads(x.book.T("workbook.column.outcome"), x.period, periodName(x.book, x.Before.Period), x.book.T("workbook.change"))
	before := map[string]int{}
	for _, g := range x.Before.Outcomes {
		before[g.Key] = len(g.Rows)
	}
	sum, sumBefore := 0, 0
	for _, g := range x.Figures.Outcomes {
		p.put(cell{textCell, model.Outcome(g.Key)}, cell{numberCell, len(g.Rows)}, cell{numberCell, before[g.Key]}, cell{changeCell, len(g.Rows) - before[g.Key]})
		sum, sumBefore = sum+len(g.Rows), sumBefore+before[g.Key]
	}
	p.put(cell{totalNameCell, x.book.T("common.total")}, cell{totalCell, sum}, cell{totalCell, sumBefore}, cell{totalChangeCell, sum - sumBefore})
	p.check(x.book.T("workbook.check.completed"), sum == len(x.Figures.Completed) && sumBefore == len(x.Before.Completed))
}

// stories lists the incidents to tell about.
func (x periodicXLSX) stories(p *page) {
	p.heading(x.book.Word(FigureMain))
	p.put(cell{headCell, x.book.T("workbook.column.title")}, cell{headCell, x.book.T("workbook.column.ticket")},
		cell{headCell, x.book.T("workbook.column.class")}, cell{headCell, x.book.T("workbook.column.risk")},
		cell{headCell, x.book.T("workbook.column.outcome")}, cell{headCell, model.Resolution})
	for _, row := range x.Figures.Main {
		l := x.reader().read(row)
		p.put(cell{textCell, l.Title}, cell{textCell, string(l.Ticket)}, cell{textCell, word(l.Class)},
			cell{textCell, word(l.Risk)}, cell{textCell, l.outcome()}, cell{textCell, l.verdict(l.latest())})
	}
	if len(x.Figures.Main) == 0 {
		p.sentence(x.book.T("common.nothing"))
	}
}

// incidents are the sheets of the list of all, and of the definitions.
func (x periodicXLSX) incidents() {
	columns := slices.Insert(incidentColumns(), frozen, x.flowColumns()...)
	x.list(list{name: x.book.T("workbook.incidents"), columns: columns, rows: x.Figures.All, reader: x.reader(), perPage: sheetRows})
	x.notes(notes{
		facts: append([]string{
			x.book.N("workbook.rows", len(x.Figures.All)),
			x.book.T("workbook.asOf", "At", x.Figures.Until-1),
		}, disputes(x.book, x.Figures.All)...),
		policies: x.Policies(), figures: true, columns: columns,
	})
}

func (x periodicXLSX) reader() reader {
	return reader{book: x.book, office: x.Office, names: x.Names, now: x.Figures.Until - 1, until: x.Figures.Until}
}
