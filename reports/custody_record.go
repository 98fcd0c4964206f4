package reports

import (
	"slices"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// CustodyRecord is everything a Berita Acara Serah Terima Barang Bukti prints of
// one handover of a piece of evidence.
type CustodyRecord struct {
	Office    model.Office
	Names     Directory
	Incident  model.Incident
	Piece     model.Evidence
	Handover  model.Custody
	Number    model.PaperNumber // blank when it is not numbered yet
	Signer    Signer            // Ketua as of the date
	PrintedAt model.Instant
}

// Sheets lays out the record (judul shape).
func (v CustodyRecord) Sheets(book *locales.Book) (*paper.Sheets, error) {
	ticket, at := string(v.Incident.Ticket), v.Handover.At
	book, _ = inOffice(book, v.Office)
	o := custody{i: v.Incident, names: v.Names, official: newOfficial(book, v.Office, cover{name: book.T("chain.record.name", "Ticket", ticket),
		foot: ticket, label: v.Incident.TLP, date: dated(v.Number, v.PrintedAt), disputed: among(v.Incident.Disputed(), append(slices.Clone(custodyPrints), "paper/"+v.Handover.Paper()))})}
	o.kop()
	o.title(book.T("chain.record"), v.Number.Number, book.T("chain.record.about"), book.T("chain.record.ticket", "Ticket", ticket))
	weekday, day, month, year := book.Spelled(at.Time())
	o.tell("chain.record.opening", "Weekday", weekday, "Day", day, "Month", month, "Year", year,
		"Clock", book.Clock(at.Time()), "Office", v.Office.OfficeName)
	o.chapter("chain.record.parties")
	o.party(v.Handover.From, "chain.party.first")
	o.party(v.Handover.To, "chain.party.second")
	o.chapter("chain.record.piece")
	o.Facts(o.piece(v.Piece)...)
	o.purpose(v)
	o.chapter("chain.statement")
	o.List(paper.List{Marker: paper.Lettered, Points: o.statements(v)})
	o.tell("chain.record.closing")
	if book.Lang() != locales.ID {
		o.remark("paper.as-recorded")
	}
	o.sign(o.signsFor("chain.sign.first", v.Handover.From, ""), o.signsFor("chain.sign.second", v.Handover.To, o.placeDate(v.Number)),
		o.signature(v.Signer, "", book.T("chain.knowing")))
	return o.LayOut()
}

// party names one of the two as recorded; its jabatan and instansi are not, so
// that room is left for them.
func (o custody) party(name, key string) {
	blank := o.book.T("paper.blank")
	o.Facts(
		paper.Fact{Label: o.book.T("field.name"), Value: either(name, blank)},
		paper.Fact{Label: o.book.T("chain.party.position"), Value: blank},
		paper.Fact{Label: o.book.T("chain.party.agency"), Value: blank})
	o.tell(key)
}

// purpose is what the handover is for, and which of the piece it is.
func (o custody) purpose(v CustodyRecord) {
	chain, n := o.i.CustodyOf(v.Piece), 0
	for k, c := range chain {
		if c.Mark == v.Handover.Mark {
			n = k + 1
		}
	}
	o.chapter("chain.record.handover")
	o.Facts(
		paper.Fact{Label: o.book.T("chain.nth"), Value: o.book.T("chain.nth.of", "N", n, "Of", len(chain))},
		paper.Fact{Label: o.book.T("field.purpose"), Value: v.Handover.Purpose},
		paper.Fact{Label: o.book.T("field.location"), Value: either(v.Handover.Location, o.book.T("common.notrecorded"))})
}

func (o custody) statements(v CustodyRecord) [][]paper.Span {
	sound := "chain.statement.hash"
	if v.Piece.SHA256 == "" {
		sound = "chain.statement.unhashed"
	}
	return [][]paper.Span{o.say("chain.statement.handed"), o.say(sound), o.say("chain.statement.keeps")}
}
