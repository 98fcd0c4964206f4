package reports

import (
	"unicode"
	"unicode/utf8"

	"siaga/model"
	"siaga/reports/paper"
)

// duties tells which duties of reporting the incident brought, how they were
// fulfilled, and which notices went out.
func (r resolution) duties() {
	r.chapter("resolution.duties")
	owed := r.i.Duties(r.v.PrintedAt)
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

func (r resolution) duty(owed []model.LegalDuty) {
	var rows []paper.Row
	for _, d := range owed {
		rows = append(rows, paper.Row{Cells: []paper.Cell{
			{Text: r.book.Duty(d) + "\n" + r.book.DutySource(d.LegalClock)}, {Text: capital(r.book.DutyDue(d))}, r.fulfilled(d),
		}})
	}
	r.table(r.book.T("resolution.duties.table"), []paper.Column{
		r.left("resolution.duty", 4.2), r.left("resolution.limit", 3), r.left("resolution.fulfilment", 2.8),
	}, rows)
	from := "resolution.duties.known"
	if owed[0].FromReceipt {
		from = "resolution.duties.received"
	}
	r.remark(from)
	if r.i.DataBreach {
		r.remark("resolution.duties.personal")
	}
}

func (r resolution) fulfilled(d model.LegalDuty) paper.Cell {
	n := d.Notice
	switch d.State() {
	case model.LegalLifted:
		return paper.Cell{Text: r.book.T("legal.lifted", "Outcome", r.i.Outcome)}
	case model.LegalLate:
		return paper.Cell{Text: r.book.T("resolution.fulfilled.late", "At", r.stamp(n.At), "Letter", r.letter(n)), Sign: paper.Cross}
	case model.LegalKept, model.LegalDone:
		return paper.Cell{Text: r.book.T("resolution.fulfilled", "At", r.stamp(n.At), "Letter", r.letter(n)), Sign: paper.Tick}
	case model.LegalOverdue:
		return paper.Cell{Text: r.book.T("resolution.unfulfilled"), Sign: paper.Cross}
	}
	return paper.Cell{Text: r.book.T("resolution.unfulfilled")}
}

// capital begins a cell with a capital letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// letter names the letter of a notice, in a sentence.
func (r resolution) letter(n model.Notice) string {
	if n.Number == "" {
		return r.book.T("resolution.letter.unnumbered")
	}
	return r.book.T("resolution.letter.number", "Number", n.Number)
}
