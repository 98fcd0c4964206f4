package reports

import (
	"strconv"
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// annexes are the list of all incidents of the period, the clocks by other
// groups than the class, and what the figures mean.
func (w periodicPaper) annexes() {
	w.PageBreak()
	w.chapter("periodic.list")
	var rows []paper.Row
	for n, row := range w.f.All {
		l := w.reader.read(row)
		rows = append(rows, paper.Row{Cells: []paper.Cell{
			{Text: strconv.Itoa(n + 1)},
			{Text: string(l.Ticket) + "\n" + w.stamp(l.ReceivedAt)},
			{Text: strings.Join(nonBlank(l.Title, w.shortAgency(l.Agency)), "\n")},
			{Text: strings.Join([]string{w.className(string(l.Class)), either(l.Category, w.book.T("format.none")), w.standing(l)}, "\n")},
			w.judged(&l.response), w.judged(l.latest()),
		}})
	}
	w.table(w.book.T("periodic.list.table", "Period", w.period), []paper.Column{
		w.right("paper.no", 1), w.left("periodic.list.ticket", 3.9), w.left("periodic.list.title", 3.8),
		w.left("periodic.list.class", 2.5), w.left("periodic.list.response", 2.4), w.left("periodic.list.resolution", 2.4),
	}, rows)
	w.remark("periodic.list.note")
	w.groups()
	w.meanings()
}

// judged is how a clock stood at the end of the period.
func (w periodicPaper) judged(k *model.Clock) paper.Cell {
	cell := paper.Cell{Text: w.book.Word(k.State())}
	switch k.State() {
	case model.Kept:
		cell.Sign = paper.Tick
	case model.Breached, model.Overdue:
		cell.Sign = paper.Cross
	}
	return cell
}

// meanings defines every figure.
func (w periodicPaper) meanings() {
	w.chapter("periodic.meanings")
	var rows []paper.Row
	for _, d := range definitions {
		rows = append(rows, paper.Row{Cells: []paper.Cell{{Text: w.book.Word(d.Figure), Bold: true}, {Text: d.Figure.Meaning(w.book)}, {Text: w.book.Word(d.Unit)}, {Text: w.book.Word(d.Source)}}})
	}
	w.table(w.book.T("periodic.meanings.table"), []paper.Column{
		w.left("figures.name", 2.4), w.left("figures.meaning", 6), w.left("figures.unit", 1.6), w.left("figures.source", 2.4),
	}, rows)
}
