package reports

import (
	"strconv"
	"strings"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// CustodyForm is everything a Formulir Rantai Penjagaan Barang Bukti prints: a
// form for each piece of evidence, which goes where the piece goes.
type CustodyForm struct {
	Office    model.Office
	Names     Directory
	Incident  model.Incident
	Pieces    []model.Evidence // of the incident, those that get a form
	PrintedAt model.Instant
}

// custody is such a paper about evidence being written.
type custody struct {
	*official
	i     model.Incident
	names Directory
}

// Sheets lays out the forms, each from a new page. It refuses an incident
// without evidence.
func (v CustodyForm) Sheets(book *locales.Book) (*paper.Sheets, error) {
	ticket := string(v.Incident.Ticket)
	if len(v.Pieces) == 0 {
		return nil, model.Refuse("refuse.evidence-none", "Ticket", ticket)
	}
	book, _ = inOffice(book, v.Office)
	o := custody{i: v.Incident, names: v.Names, official: newOfficial(book, v.Office, cover{name: book.T("chain.form.name", "Ticket", ticket),
		foot: ticket, label: v.Incident.TLP, date: v.PrintedAt, disputed: among(v.Incident.Disputed(), custodyPrints)})}
	for _, piece := range v.Pieces {
		o.PageBreak()
		o.form(v, piece)
	}
	return o.LayOut()
}

// form is that of one piece.
func (o custody) form(v CustodyForm, piece model.Evidence) {
	b := o.book
	o.kop()
	o.Title(strings.ToUpper(b.T("chain.form")), b.T("chain.form.of", "N", o.nth(piece), "Of", len(o.i.Evidence), "Ticket", string(o.i.Ticket)))
	o.sayDisputed()
	o.Facts(append(o.piece(piece), paper.Fact{Label: b.T("field.location"), Value: either(o.i.KeptAt(piece), b.T("common.notrecorded"))})...)
	o.chain(piece)
	if piece.SHA256 == "" {
		o.remark("chain.form.unhashed")
	} else {
		o.remark("chain.form.hash")
	}
	o.remark("chain.form.printed", "PrintedAt", v.PrintedAt)
	if b.Lang() != locales.ID {
		o.remark("paper.as-recorded")
	}
	o.sign(o.signsFor("chain.holder", o.holder(piece), o.placeDate(model.PaperNumber{})))
}

// The rows of a form: room to sign in each, and some to be filled in by hand.
const (
	signedRow = 8 // mm
	blankRows = 4
)

// chain is the table of handovers: those that are recorded, then empty lines.
func (o custody) chain(piece model.Evidence) {
	var rows []paper.Row
	for n, c := range o.i.CustodyOf(piece) {
		row := paper.Cells(strconv.Itoa(n+1), o.stamp(c.At), o.from(c), c.To, c.Purpose, either(c.Location, o.book.T("format.none")))
		row.Room = signedRow
		rows = append(rows, row)
	}
	for range blankRows {
		rows = append(rows, paper.Row{Room: signedRow})
	}
	o.Table(paper.Table{Caption: o.book.T("chain.table"), Rows: rows, Columns: []paper.Column{
		o.right("paper.no", 0.66), o.left("paper.time", 1.45), o.left("chain.from", 1.7), o.left("chain.to", 1.75),
		o.left("field.purpose", 1.75), o.left("field.location", 1.75), o.left("chain.initials", 1.3),
	}})
}

// from is who handed a piece over; what was found was handed over by nobody.
func (o custody) from(c model.Custody) string { return either(c.From, o.book.T("chain.found")) }

// holder is who has a piece: its last receiver, at first who took it.
func (o custody) holder(piece model.Evidence) string {
	return either(o.i.HeldBy(piece), named(o.names.People, piece.By))
}

// nth is which of the incident's pieces it is, as in the list of evidence.
func (o custody) nth(piece model.Evidence) int {
	for n, v := range o.i.Evidence {
		if v.Mark == piece.Mark {
			return n + 1
		}
	}
	return 0
}

// piece says what was taken, when, and how it is known again.
func (o custody) piece(v model.Evidence) []paper.Fact {
	b := o.book
	facts := []paper.Fact{
		{Label: b.T("field.incident"), Value: either(o.i.Title, b.T("resolution.untitled"))},
		{Label: b.T("field.name"), Value: v.Name},
		{Label: b.T("field.description"), Value: either(v.Description, b.T("format.none"))},
		{Label: b.T("chain.taken"), Value: b.DateTime(v.At.Time())},
		{Label: b.T("chain.taken-by"), Value: either(named(o.names.People, v.By), b.T("common.notrecorded"))},
	}
	if v.Origin != nil {
		facts = append(facts, paper.Fact{Label: b.T("chain.origin"), Value: string(o.names.Tickets[v.Origin.Incident])})
	}
	facts = append(facts, paper.Fact{Label: b.T("field.sha256"), Value: either(inGroups(v.SHA256), b.T("resolution.evidence.unhashed"))})
	if v.SHA256 != "" {
		facts = append(facts, paper.Fact{Label: b.T("chain.file"), Value: either(b.EvidenceFile(v), b.T("chain.file.none"))})
	}
	return facts
}

// signsFor is the block of somebody who is known by name alone.
func (o custody) signsFor(key, name, placeDate string) paper.Signature {
	return paper.Signature{PlaceDate: placeDate, Office: []string{o.book.T(key)}, Name: either(name, o.book.T("paper.vacant"))}
}

// inGroups sets a hash value in groups of four, eight to a line, which can be
// compared by eye.
func inGroups(sum string) string {
	var out strings.Builder
	for n, digit := range sum {
		switch {
		case n > 0 && n%32 == 0:
			out.WriteByte('\n')
		case n > 0 && n%4 == 0:
			out.WriteByte(' ')
		}
		out.WriteRune(digit)
	}
	return out.String()
}
