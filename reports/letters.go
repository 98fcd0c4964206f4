package reports

import (
	"strings"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// Sheets lays out the letter (korespondensi shape) that answers the reporter
// of something that was not an incident: step 4 of Lampiran III, "Tidak". It
// refuses an incident with any other outcome.
func (v Answer) Sheets(book *locales.Book) (*paper.Sheets, error) {
	i := v.Incident
	ticket := string(i.Ticket)
	if i.Outcome != model.NotIncident {
		return nil, model.Refuse("refuse.answer-outcome", "Ticket", ticket)
	}
	book, _ = inOffice(book, v.Office)
	o := newOfficial(book, v.Office, cover{name: book.T("answer.name", "Ticket", ticket), foot: ticket, label: i.TLP, date: dated(v.Number, v.PrintedAt), disputed: among(i.Disputed(), answerPrints)})
	o.kop()
	o.opening(v.Number, i.TLP, book.T("format.none"), book.T("answer.subject", "Ticket", ticket),
		nonBlank(book.T("paper.to.person", "Name", i.Reporter.Name), i.Reporter.Position, i.Reporter.Agency))
	o.tell("answer.opening", "Ticket", ticket, "Received", i.ReceivedAt, "Channel", lower(o.book.Word(i.Channel)), "Title", either(i.Title, i.Description))
	o.List(paper.List{Marker: paper.Numbered, Points: o.decision(i)})
	if contact := contactOf(v.Office); contact != "" {
		o.tell("answer.contact", "Ticket", ticket, "Team", v.Office.Team, "Contact", contact)
	} else {
		o.tell("answer.again", "Ticket", ticket)
	}
	o.tell("answer.closing", "Government", v.Office.Government)
	o.sign(o.signature(v.Signer, ""))
	return o.LayOut()
}

// decision is what the reporter is told, and why.
func (o *official) decision(i model.Incident) [][]paper.Span {
	points := [][]paper.Span{o.say("answer.decision", "At", i.CompletedAt)}
	reason := ""
	for _, e := range i.Endings {
		if e.Segment == i.Segment() {
			reason = e.Reason
		}
	}
	if reason != "" && reason != i.Answer {
		points = append(points, o.say("answer.reason", "Reason", reason))
	}
	if i.Answer != "" {
		points = append(points, o.say("answer.answer", "Answer", i.Answer))
	}
	return points
}

// contactOf is the office's narahubung in one line.
func contactOf(office model.Office) string {
	return strings.TrimRight(strings.Join(strings.FieldsFunc(office.Contact, func(r rune) bool { return r == '\n' }), "; "), ".")
}
