package reports

import (
	"time"

	"siaga/model"
	"siaga/reports/paper"
)

// balances is the balance of the period beside that of the one before, its
// arithmetic, and how the completed ended.
func (w periodicPaper) balances() {
	var rows []paper.Row
	for _, m := range balance {
		now, _ := m.of(w.f)
		was, _ := m.of(w.v.Before)
		rows = append(rows, paper.Cells(w.book.Word(m.figure), w.book.Number(int(now)), w.book.Number(int(was)), w.signed(int(now-was))))
	}
	rows[len(rows)-1].Total = true
	w.Heading(3, w.book.T("periodic.balances"))
	w.table(w.book.T("periodic.balances.table"), w.beside("periodic.item"), rows)
	f := w.f
	w.remark("periodic.balances.sum", "Opening", len(f.Opening), "Incoming", len(f.Incoming), "Completed", len(f.Completed), "Closing", len(f.Closing))
	if n := len(f.Reopened); n > 0 {
		w.Note(paper.Plain(w.book.N("periodic.reopened", n)))
	}
	w.outcomes()
	w.overdue()
}

// beside are the columns of two periods and the change between them.
func (w periodicPaper) beside(key string) []paper.Column {
	return []paper.Column{
		w.left(key, 4), {Title: w.period, Share: 2, Align: paper.Right}, {Title: w.former, Share: 2, Align: paper.Right}, w.right("periodic.change", 2),
	}
}

func (w periodicPaper) outcomes() {
	before := map[string]int{}
	for _, g := range w.v.Before.Outcomes {
		before[g.Key] = len(g.Rows)
	}
	var rows []paper.Row
	sum, sumBefore := 0, 0
	for _, g := range w.f.Outcomes {
		n, was := len(g.Rows), before[g.Key]
		rows = append(rows, paper.Cells(w.book.Word(model.Outcome(g.Key)), w.book.Number(n), w.book.Number(was), w.signed(n-was)))
		sum, sumBefore = sum+n, sumBefore+was
	}
	rows = append(rows, paper.Total(w.book.T("common.total"), w.book.Number(sum), w.book.Number(sumBefore), w.signed(sum-sumBefore)))
	w.table(w.book.T("periodic.outcomes.table"), w.beside("field.outcome"), rows)
}

// overdue lists what is open with its deadline passed.
func (w periodicPaper) overdue() {
	var rows []paper.Row
	for _, row := range w.f.Overdue {
		l := w.reader.read(row)
		k := l.Resolution(w.f.Until - 1)
		rows = append(rows, paper.Cells(string(l.Ticket), l.Title, w.className(string(l.Class)), w.stamp(k.Due()), w.book.Duration(-k.Left())))
	}
	w.table(w.book.T("periodic.overdue.table"), []paper.Column{
		w.left("field.ticket", 3.9), w.left("field.title", 4.3), w.left("periodic.class", 2.2), w.left("resolution.due", 3.1), w.left("periodic.late", 2.5),
	}, rows)
}

// rates are the clocks kept and breached, by class, with what they rest on.
func (w periodicPaper) rates() {
	w.Heading(3, w.book.T("periodic.rates"))
	w.rate(model.Response, w.f.Response)
	w.rate(model.Resolution, w.f.Resolution)
	for _, paragraph := range w.book.PolicyBases(w.office.PoliciesIn(w.f.Period.From, w.f.Until)) {
		w.Note(paper.Plain(paragraph))
	}
	w.remark("periodic.rates.note")
	w.breached()
	w.standstills()
}

func (w periodicPaper) rate(clock model.ClockName, rates []model.Rate) {
	chart := paper.Promises{Title: w.book.Word(clock), Kept: w.book.Word(figure("kept")), Breached: w.book.Word(figure("breached"))}
	var rows []paper.Row
	all := together(rates)
	for _, r := range append(rates[:len(rates):len(rates)], all) {
		row := paper.Cells(w.book.T("common.total"), "", w.book.Number(len(r.Kept)), w.book.Number(len(r.Breached)), w.shareKept(r), "", w.ran(r, r.Longest))
		if r.Class == "" {
			row.Total = true
		} else {
			row.Cells[0].Text, row.Cells[1].Text, row.Cells[5].Text = w.book.Word(r.Class), w.promise(r.Target), w.ran(r, r.Median)
			chart.Rows = append(chart.Rows, paper.Promise{Label: w.book.Word(r.Class), Kept: float64(len(r.Kept)), Breached: float64(len(r.Breached)),
				KeptText: w.book.Number(len(r.Kept)), BreachedText: w.book.Number(len(r.Breached)), Summary: w.shareKept(r)})
		}
		rows = append(rows, row)
	}
	chart.Alt = w.book.T("periodic.clock.alt", "Clock", clock, "Kept", len(all.Kept), "Breached", len(all.Breached))
	if len(all.Kept)+len(all.Breached) > 0 {
		w.Promises(chart)
	}
	w.table(w.book.T("periodic.rates.table", "Clock", clock), []paper.Column{
		w.left("periodic.class", 1.7), w.right("figure.target", 1.4), w.right("figure.kept", 1.6), w.right("figure.breached", 1.5),
		w.right("figure.share", 1.5), w.right("figure.median", 1.8), w.right("figure.longest", 1.8),
	}, rows)
}

func (w periodicPaper) shareKept(r model.Rate) string {
	if share, ok := r.Share(); ok {
		return w.book.Percent(share)
	}
	return w.book.T("format.none")
}

// ran is a length of clocks, a dash where none ended.
func (w periodicPaper) ran(r model.Rate, length time.Duration) string {
	if len(r.Kept)+len(r.Breached) == 0 {
		return w.book.T("format.none")
	}
	return w.book.DurationShort(length)
}

// breached lists the promises that were not kept, with the reason recorded.
func (w periodicPaper) breached() {
	var rows []paper.Row
	for _, row := range w.f.All {
		course := row.Course.AsOf(w.f.Until)
		for _, k := range append([]model.Clock{course.Response(w.f.Until)}, course.Resolutions(w.f.Until)...) {
			if k.Counts() && k.Breached() && w.f.Period.Holds(k.EndAt) {
				reason := either(lateNote(course, k), w.book.T("periodic.unexplained"))
				rows = append(rows, paper.Cells(string(row.Ticket), row.Title, w.book.Word(k.Name), reason))
			}
		}
	}
	w.table(w.book.T("periodic.breached.table"), []paper.Column{
		w.left("field.ticket", 2.5), w.left("field.title", 3), w.left("periodic.promise", 1.8), w.left("field.reason", 2.7),
	}, rows)
}

func (w periodicPaper) standstills() {
	var rows []paper.Row
	count := 0
	for _, s := range w.f.Pauses {
		rows = append(rows, paper.Cells(w.book.Word(s.Reason), w.book.Number(s.Count), w.book.DurationShort(s.Length)))
		count += s.Count
	}
	if len(rows) > 0 {
		rows = append(rows, paper.Total(w.book.T("common.total"), w.book.Number(count), w.book.DurationShort(standstill(w.f.Pauses))))
	}
	w.table(w.book.T("periodic.pauses.table"), []paper.Column{w.left("field.reason", 5), w.right("periodic.times", 2), w.right("periodic.length", 2.5)}, rows)
}
