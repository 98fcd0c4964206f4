package reports

import (
	"time"

	"github.com/xuri/excelize/v2"

	"siaga/model"
)

// promises is the sheet of the two clocks of Lampiran III, kept and breached
// by class.
func (x periodicXLSX) promises() {
	p := x.page(x.book.T("workbook.promises"), 30, 13, 13, 13, 13, 13, 13, 13)
	p.begin()
	for _, paragraph := range x.book.PolicyBases(x.policies()) {
		p.sentence(paragraph)
	}
	x.rates(p, model.Response, x.Figures.Response)
	x.rates(p, model.Resolution, x.Figures.Resolution)
	p.onePage()
}

// policies are those that were in force in the period.
func (x periodicXLSX) policies() []model.SettledPolicy {
	return x.Office.PoliciesIn(x.Figures.Period.From, x.Figures.Until)
}

func (x periodicXLSX) rates(p *page, clock model.ClockName, rates []model.Rate) {
	p.heading(x.book.Word(clock))
	p.heads(x.book.T("workbook.column.class"), x.book.Word(figure("target")), x.book.Word(figure("kept")), x.book.Word(figure("breached")),
		x.book.T("common.total"), x.book.Word(figure("share")), x.book.Word(figure("median")), x.book.Word(figure("longest")))
	headRow := p.row
	for _, r := range rates {
		x.rate(p, cell{textCell, r.Class}, r)
	}
	all := together(rates)
	p.put(cell{totalNameCell, x.book.T("common.total")}, cell{totalCell, nil}, cell{totalCell, len(all.Kept)}, cell{totalCell, len(all.Breached)},
		cell{totalCell, len(all.Kept) + len(all.Breached)}, cell{totalShareCell, kept(all)}, cell{totalCell, nil}, cell{totalSpanCell, longest(all)})
	if len(all.Kept)+len(all.Breached) == 0 {
		p.sentence(x.book.T("workbook.nil.clocks"))
		return
	}
	p.draw(chart{
		kind: excelize.BarStacked, title: x.book.T("workbook.chart.promises", "Clock", clock),
		head: headRow, first: headRow + 1, last: headRow + len(rates), columns: []int{3, 4},
	})
}

func (x periodicXLSX) rate(p *page, name cell, r model.Rate) {
	var median any
	if len(r.Kept)+len(r.Breached) > 0 {
		median = r.Median
	}
	p.put(name, cell{spanCell, r.Target}, cell{numberCell, len(r.Kept)}, cell{numberCell, len(r.Breached)},
		cell{numberCell, len(r.Kept) + len(r.Breached)}, cell{shareCell, kept(r)}, cell{spanCell, median}, cell{spanCell, longest(r)})
}

// kept is the share of promises kept, empty where none ended.
func kept(r model.Rate) any {
	if share, ok := r.Share(); ok {
		return share
	}
	return nil
}

func longest(r model.Rate) any {
	if len(r.Kept)+len(r.Breached) == 0 {
		return nil
	}
	return r.Longest
}

// categories is the sheet of what the incidents were, by category, class and
// channel.
func (x periodicXLSX) categories() {
	r := x.reader()
	p := x.flowPage(x.book.T("workbook.categories"))
	x.flows(p, x.book.T("workbook.column.category"), x.Figures.Categories, func(code string) string { return r.category(code) })
	x.flows(p, x.book.T("workbook.column.class"), x.Figures.Classes, func(c string) string { return x.book.Word(model.Class(c)) })
	p.heading(x.book.T("workbook.column.channel"))
	p.heads(x.book.T("workbook.column.channel"), x.book.Word(figure("incoming")))
	sum := 0
	for _, g := range x.Figures.Channels {
		p.put(cell{textCell, x.orUnnamed(g.Key, func(c string) string { return x.book.Word(model.Channel(c)) })}, cell{numberCell, len(g.Rows)})
		sum += len(g.Rows)
	}
	p.put(cell{totalNameCell, x.book.T("common.total")}, cell{totalCell, sum})
	p.check(x.book.T("workbook.check.lists"), sum == len(x.Figures.Incoming))
}

// flowSheet is a sheet of one table of flows; key names the sheet.
func (x periodicXLSX) flowSheet(key, column string, flows []model.Flow, name func(string) string) {
	x.flows(x.flowPage(x.book.T("workbook."+key)), x.book.T("workbook.column."+column), flows, name)
}

func (x periodicXLSX) flowPage(name string) *page {
	p := x.page(name, 64, 16, 16, 16, 16)
	p.begin()
	return p
}

// flows writes what came in, went and remains by key; the totals are counted
// from the rows above them and held against the lists.
func (x periodicXLSX) flows(p *page, key string, flows []model.Flow, name func(string) string) {
	p.heading(key)
	var heads []string
	for _, m := range balance {
		heads = append(heads, x.book.Word(m.figure))
	}
	p.heads(key, heads...)
	var sums [4]int
	for _, f := range flows {
		cells := []cell{{textCell, x.orUnnamed(f.Key, name)}}
		for i, rows := range [4][]*model.Row{f.Opening, f.Incoming, f.Completed, f.Closing} {
			cells = append(cells, cell{numberCell, len(rows)})
			sums[i] += len(rows)
		}
		p.put(cells...)
	}
	total := []cell{{totalNameCell, x.book.T("common.total")}}
	for _, sum := range sums {
		total = append(total, cell{totalCell, sum})
	}
	p.put(total...)
	f := x.Figures
	p.check(x.book.T("workbook.check.lists"), sums == [4]int{len(f.Opening), len(f.Incoming), len(f.Completed), len(f.Closing)})
}

func (x periodicXLSX) orUnnamed(key string, name func(string) string) string {
	if key == "" {
		return x.book.T("workbook.unnamed")
	}
	return name(key)
}

func (x periodicXLSX) agency(id string) string { return named(x.Names.Agencies, model.AgencyID(id)) }
func (x periodicXLSX) system(id string) string { return named(x.Names.Systems, model.SystemID(id)) }

// pauses is the sheet of the time in which clocks stood still, by reason.
func (x periodicXLSX) pauses() {
	p := x.page(x.book.T("workbook.pauses"), 70, 22, 28)
	p.begin()
	p.heading(x.book.T("workbook.pauses"))
	p.heads(x.book.T("workbook.reason"), x.book.T("workbook.count"), x.book.T("workbook.length"))
	count, length := 0, time.Duration(0)
	for _, s := range x.Figures.Pauses {
		p.put(cell{textCell, s.Reason}, cell{numberCell, s.Count}, cell{spanCell, s.Length})
		count, length = count+s.Count, length+s.Length
	}
	p.put(cell{totalNameCell, x.book.T("common.total")}, cell{totalCell, count}, cell{totalSpanCell, length})
	if count == 0 {
		p.sentence(x.book.T("workbook.nil.pauses"))
	}
	p.sentence(figure("paused").meaning(x.book))
}
