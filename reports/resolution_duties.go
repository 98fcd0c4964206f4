package reports

import (
	"siaga/model"
	"siaga/reports/paper"
)

// duties tells which duties of reporting the incident brought, how they were
// fulfilled, and which notices went out.
func (r resolution) duties() {
	r.chapter("resolution.duties")
	owed := obligations(r.i)
	if len(owed) == 0 {
		r.tell("resolution.duties.none")
	} else {
		r.duty(owed)
	}
	if len(r.i.Notices) == 0 {
		r.tell("resolution.notices.none")
		return
	}
	var rows []paper.Row
	for _, n := range r.i.Notices {
		rows = append(rows, paper.Cells(r.stamp(n.At), r.book.Word(n.To), either(n.Number, r.book.T("format.none")), either(n.Text, r.book.T("format.none"))))
	}
	r.table(r.book.T("resolution.notices.table"), []paper.Column{
		r.left("paper.time", 2), r.left("resolution.to", 2.4), r.left("resolution.letter", 2.6), r.left("field.text", 3),
	}, rows)
}

func (r resolution) duty(owed []obligation) {
	var rows []paper.Row
	for _, o := range owed {
		key := "obligation." + o.name
		rows = append(rows, paper.Row{Cells: []paper.Cell{
			{Text: r.book.T(key) + "\n" + r.book.T(key+".basis")},
			{Text: r.book.T(key+".limit") + "\n" + r.stamp(o.due(r.i))},
			r.fulfilled(o),
		}})
	}
	r.table(r.book.T("resolution.duties.table"), []paper.Column{
		r.left("resolution.duty", 4.2), r.left("resolution.limit", 3), r.left("resolution.fulfilment", 2.8),
	}, rows)
	from := "resolution.duties.known"
	if !r.i.KnownAt.Known() {
		from = "resolution.duties.received"
	}
	r.remark(from)
	if r.i.PersonalData {
		r.remark("resolution.duties.personal")
	}
}

func (r resolution) fulfilled(o obligation) paper.Cell {
	n, ok := o.notice(r.i)
	switch {
	case !ok:
		return paper.Cell{Text: r.book.T("resolution.unfulfilled")}
	case n.At > o.due(r.i):
		return paper.Cell{Text: r.book.T("resolution.fulfilled.late", "At", r.stamp(n.At), "Letter", r.letter(n)), Sign: paper.Cross}
	}
	return paper.Cell{Text: r.book.T("resolution.fulfilled", "At", r.stamp(n.At), "Letter", r.letter(n)), Sign: paper.Tick}
}

// letter names the letter of a notice, in a sentence.
func (r resolution) letter(n model.Notice) string {
	if n.Number == "" {
		return r.book.T("resolution.letter.unnumbered")
	}
	return r.book.T("resolution.letter.number", "Number", n.Number)
}
