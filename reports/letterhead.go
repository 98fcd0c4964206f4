package reports

import (
	"strings"
	"time"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// official is an official paper of the office being written: a document with
// the letterhead, markings and signatures that all of them share, in the
// language of a book.
type official struct {
	*paper.Doc
	book     *locales.Book
	office   model.Office
	tables   int // numbered so far
	sections int // of the present chapter
	disputed model.FieldNames
}

// cover is what the papers differ in outside their text.
type cover struct {
	name  string // of the document
	foot  string // the same at the foot of each page, where little fits
	label model.TLP
	date  model.Instant // of the document
	draft bool

	disputed model.FieldNames // what the paper prints and desks disagree about
}

// newOfficial begins a paper. A translation says on each page that it is one:
// the official language of state documents is Indonesian (UU 24/2009 Ps. 27).
func newOfficial(book *locales.Book, office model.Office, c cover) *official {
	book, zone := inOffice(book, office)
	setup := paper.Setup{
		Title: c.name, Author: office.OfficeName, Subject: office.Team, Creator: "Siaga",
		Language: map[locales.Lang]string{locales.ID: "id-ID", locales.EN: "en-GB"}[book.Lang()],
		Date:     c.date.Time().In(zone), Style: paper.DefaultStyle(),
		Running: paper.Running{Marking: marking(book, c.label), Name: c.foot},
		Labels:  paper.Labels{Page: book.T("paper.page"), Continued: book.T("paper.continued")},
	}
	if office.Paper == "f4" {
		setup.Style.Paper = paper.F4
	}
	if book.Lang() != locales.ID {
		setup.Running.Notice = book.T("paper.translation")
	}
	if c.draft || len(c.disputed) > 0 {
		setup.Running.Draft = book.T("paper.draft")
	}
	return &official{Doc: paper.New(setup), book: book, office: office, disputed: c.disputed}
}

// inOffice returns a book that prints the office's own time.
func inOffice(book *locales.Book, office model.Office) (*locales.Book, *time.Location) {
	zone, err := time.LoadLocation(office.Zone)
	if err != nil || office.Zone == "" {
		zone = time.FixedZone("WIB", 7*60*60)
	}
	return book.In(zone, office.ZoneName), zone
}

// marking is what stands on each page: klasifikasi keamanan and TLP label.
func marking(book *locales.Book, label model.TLP) string {
	label = orAmber(label)
	return strings.ToUpper(book.Word(label.Security())) + " · " + book.Word(label)
}

// orAmber is the label, or without one that of Terbatas, the klasifikasi of
// papers about incidents.
func orAmber(label model.TLP) model.TLP {
	if label == "" {
		return model.TLPAmber
	}
	return label
}

// dated is the date of a paper: the day it is printed until it is numbered.
func dated(n model.PaperNumber, printedAt model.Instant) model.Instant {
	if n.Date.Known() {
		return n.Date
	}
	return printedAt
}

// kop adds the office's letterhead.
func (o *official) kop() {
	o.Letterhead(paper.Kop{
		Government: strings.ToUpper(o.office.Government), Office: strings.ToUpper(o.office.OfficeName),
		Address: o.office.Letterhead, Emblem: o.office.Emblem, EmblemAlt: o.book.T("paper.emblem", "City", o.office.City),
	})
}

// title adds the head of a paper of the judul shape.
func (o *official) title(kind, number string, about ...string) {
	lines := []string{strings.ToUpper(kind), o.book.T("paper.numbered", "Number", o.orBlank(number)), o.book.T("paper.about")}
	for _, line := range about {
		lines = append(lines, strings.ToUpper(line))
	}
	o.Title(lines...)
	o.sayDisputed()
}

// opening adds the head of a letter, whose number and date may come later.
func (o *official) opening(n model.PaperNumber, label model.TLP, attached, subject string, to []string) {
	if o.book.Lang() == locales.ID {
		to = append(to, o.book.T("paper.at"))
	}
	o.LetterOpening(paper.Opening{
		PlaceDate: o.placeDate(n),
		Facts: []paper.Fact{
			{Label: o.book.T("paper.number"), Value: o.orBlank(n.Number)},
			{Label: o.book.T("paper.nature"), Value: o.book.Word(orAmber(label).Security())},
			{Label: o.book.T("paper.attached"), Value: attached},
			{Label: o.book.T("paper.subject"), Value: subject},
		},
		To: to, At: o.office.City,
	})
	o.sayDisputed()
}

// placeDate is the place with the date of a paper, which stays open until the
// paper is numbered.
func (o *official) placeDate(n model.PaperNumber) string {
	date := o.book.T("paper.blank")
	if n.Number != "" && n.Date.Known() {
		date = o.book.Date(n.Date.Time())
	}
	return o.office.City + ", " + date
}

func (o *official) orBlank(number string) string {
	if number == "" {
		return o.book.T("paper.blank")
	}
	return number
}
