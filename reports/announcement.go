package reports

import (
	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// Sheets lays out the announcement (judul shape, TLP:CLEAR) of step 9. It
// refuses an incident labelled TLP:RED and one without announcement text.
func (v Announcement) Sheets(book *locales.Book) (*paper.Sheets, error) {
	ticket := string(v.Ticket)
	switch {
	case v.Label == model.TLPRed:
		return nil, model.Refuse("refuse.announcement-red", "Ticket", ticket)
	case v.Text == "":
		return nil, model.Refuse("refuse.announcement-empty", "Ticket", ticket)
	}
	book, _ = inOffice(book, v.Office)
	o := newOfficial(book, v.Office, cover{name: book.T("announcement.name", "Ticket", ticket), foot: ticket, label: model.TLPClear, date: dated(v.Number, v.PrintedAt), disputed: among(v.Disputed, announcementPrints)})
	service := either(v.Service, book.T("announcement.service", "Agency", either(v.Agency, v.Office.Government)))
	o.kop()
	o.title(book.T("announcement.kind"), v.Number.Number, book.T("announcement.about", "Service", service))
	o.tell("announcement.opening", "Office", v.Office.OfficeName, "Team", v.Office.Team)
	o.chapter("announcement.text")
	o.prose(v.Text)
	if book.Lang() != locales.ID {
		o.remark("paper.as-recorded")
	}
	o.chapter("announcement.facts")
	completed := book.T("announcement.ongoing")
	if v.CompletedAt.Known() {
		completed = book.DateTime(v.CompletedAt.Time())
	}
	o.Facts(
		paper.Fact{Label: book.T("announcement.ticket"), Value: ticket},
		paper.Fact{Label: book.T("announcement.affected"), Value: service},
		paper.Fact{Label: book.T("announcement.received"), Value: book.DateTime(v.ReceivedAt.Time())},
		paper.Fact{Label: book.T("announcement.completed"), Value: completed},
	)
	o.advice(ticket)
	o.tell("announcement.closing")
	o.sign(o.signature(v.Signer, o.placeDate(v.Number)))
	return o.LayOut()
}

// advice is what is right after any incident; the rest is in the text.
func (o *official) advice(ticket string) {
	o.chapter("announcement.advice")
	points := [][]paper.Span{
		o.say("announcement.advice.follow"),
		o.say("announcement.advice.secret", "Government", o.office.Government),
		o.say("announcement.advice.report", "Ticket", ticket),
	}
	if contact := contactOf(o.office); contact != "" {
		points = append(points, o.say("announcement.contact", "Contact", contact))
	}
	o.List(paper.List{Marker: paper.Lettered, Points: points})
}
