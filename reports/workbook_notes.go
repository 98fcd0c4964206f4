package reports

import (
	"siaga/locales"
	"siaga/model"
)

// notes is the sheet of definitions.
type notes struct {
	facts    []string              // what is in the workbook
	policies []model.SettledPolicy // in force in the time it is about, the earliest first
	figures  bool                  // whether figures are defined
	columns  []column
}

// notes writes what the workbook holds, the promises that clocks are read
// against, and the definition of everything in it.
func (w *workbook) notes(n notes) {
	p := w.page(w.book.T("workbook.notes"), 36, 18, 18, 66)
	p.begin()
	for _, fact := range append(n.facts, w.stamp(), w.marking) {
		p.sentence(fact)
	}
	p.promises(n.policies)
	if n.figures {
		p.heading(w.book.T("workbook.figures"))
		for _, d := range definitions {
			p.definition(w.book.Word(d.Figure), w.book.T("workbook.definition", "Meaning", d.Figure.Meaning(w.book), "Unit", d.Unit, "Source", d.Source))
		}
	}
	p.heading(w.book.T("workbook.columns"))
	for _, c := range n.columns {
		p.definition(c.title(w.book, w.office.ZoneName), c.meaning(w.book, w.office.ZoneName))
	}
}

// promises writes the targets of Lampiran III as the office has settled them
// last, and how the clocks of each policy run.
func (p *page) promises(policies []model.SettledPolicy) {
	p.heading(p.book.T("workbook.targets"))
	p.heads(p.book.T("workbook.column.class"), p.book.Word(model.Response), p.book.Word(model.Resolution))
	for _, class := range model.Classes {
		t := policies[len(policies)-1].Targets[class]
		p.put(cell{textCell, class}, cell{spanCell, t.Response}, cell{spanCell, t.Resolution})
	}
	for _, paragraph := range p.book.PolicyBases(policies) {
		p.sentence(paragraph)
	}
	p.sentence(p.book.T("workbook.snapshot"))
}

// definition writes a name with its definition over the rest of the width.
func (p *page) definition(name, meaning string) {
	p.put(cell{textCell, name}, cell{textCell, nil}, cell{textCell, nil}, cell{textCell, nil})
	p.keep(p.file.MergeCell(p.sheet, cellAt(2, p.row), cellAt(len(p.widths), p.row)))
	p.keep(p.file.SetCellStr(p.sheet, cellAt(2, p.row), p.text(meaning)))
	p.keep(p.file.SetRowHeight(p.sheet, p.row, rowHeight(max(linesOf(name, p.widths[0]), linesOf(meaning, sum(p.widths[1:]))))))
}

// selection says which incidents a list holds, by their receipt.
func selection(book *locales.Book, from, to model.Instant) string {
	switch {
	case from.Known() && to.Known():
		return book.T("workbook.between", "From", from, "To", to)
	case from.Known():
		return book.T("workbook.since", "From", from)
	case to.Known():
		return book.T("workbook.before", "To", to)
	}
	return book.T("workbook.unfiltered")
}
