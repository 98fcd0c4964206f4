package reports

import (
	"strconv"
	"strings"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// Erasure is everything a Berita Acara Penghapusan Data Pribadi prints: what was
// erased, never the data.
type Erasure struct {
	Office    model.Office
	Order     model.Erasure
	Tickets   []model.Ticket  // of the incidents that lost something, the one it is about first
	OrderedAt string          // the desk where it was ordered
	Desk      string          // the desk where it was carried out, which prints this
	CarriedAt model.Instant   // zero while it is not: the record is refused
	Here      int             // entries that lost their content at the desk
	Doomed    []OldCopy       // what must be destroyed
	GivenOut  []GivenOut      // what the desk wrote for others, as far as it remembers
	First     model.Erasure   // that this one continues; without an identity where it is the first
	Following []model.Erasure // that continue this one
	Operator  string          // who carried it out
	Number    model.PaperNumber
	Signer    Signer // Ketua as of the date
	PrintedAt model.Instant
}

// OldCopy is a backup or a put-aside folder that holds what was erased.
type OldCopy struct {
	Path   string
	MadeAt model.Instant
}

// Sheets lays out the record (judul shape). It refuses an erasure that has not
// been carried out at the desk.
func (v Erasure) Sheets(book *locales.Book) (*paper.Sheets, error) {
	if !v.CarriedAt.Known() {
		return nil, model.Refuse("refuse.erase-due")
	}
	book, _ = inOffice(book, v.Office)
	o := newOfficial(book, v.Office, cover{name: book.T("erasure.name"), foot: book.T("erasure.foot"), label: model.TLPAmber, date: dated(v.Number, v.CarriedAt)})
	o.kop()
	about := []string{book.T("erasure.about")}
	if len(v.Tickets) > 0 {
		about = append(about, book.T("erasure.about.ticket", "Ticket", string(v.Tickets[0])))
	}
	o.title(book.T("erasure.kind"), v.Number.Number, about...)
	weekday, day, month, year := book.Spelled(v.CarriedAt.Time())
	o.tell("erasure.opening", "Weekday", weekday, "Day", day, "Month", month, "Year", year,
		"City", v.Office.City, "Desk", v.Desk, "Office", v.Office.OfficeName)
	o.erasedData(v)
	o.erasureBasis(v)
	o.erasureDone(v)
	o.oldCopies(v.Doomed)
	o.givenOut(v)
	o.chapter("erasure.statement")
	o.List(paper.List{Marker: paper.Lettered, Points: [][]paper.Span{
		o.say("erasure.statement.gone"), o.say("erasure.statement.stays"), o.say("erasure.statement.copies"), o.say("erasure.statement.notice")}})
	o.tell("erasure.closing")
	operator := paper.Signature{Office: []string{book.T("erasure.operator")}, Name: either(v.Operator, book.T("paper.vacant"))}
	o.sign(operator, o.signature(v.Signer, o.placeDate(v.Number), book.T("erasure.knowing")))
	return o.LayOut()
}

// erasedData says what was erased: kinds of data and numbers of entries.
func (o *official) erasedData(v Erasure) {
	o.chapter("erasure.what")
	var labels, tickets []string
	for _, field := range v.Order.Fields() {
		labels = append(labels, o.book.FieldLabel(field))
	}
	for _, t := range v.Tickets {
		tickets = append(tickets, string(t))
	}
	subject := paper.Fact{Label: o.book.T("erasure.tickets"), Value: strings.Join(tickets, ", ")}
	if len(tickets) == 0 {
		subject = paper.Fact{Label: o.book.T("erasure.subject"), Value: o.book.T("erasure.subject." + v.Order.Of)}
	}
	facts := []paper.Fact{subject,
		{Label: o.book.T("erasure.fields"), Value: strings.Join(labels, "; ")},
		{Label: o.book.T("erasure.events"), Value: o.book.Count(len(v.Order.Events))},
		{Label: o.book.T("erasure.id"), Value: string(v.Order.ID)}}
	if v.First.ID != "" {
		facts = append(facts, paper.Fact{Label: o.book.T("erasure.follows"), Value: o.numbered(v.First)})
	}
	for _, e := range v.Following {
		facts = append(facts, paper.Fact{Label: o.book.T("erasure.followed"), Value: o.numbered(e)})
	}
	o.Facts(facts...)
	if v.First.ID != "" {
		o.tell("erasure.follows.why")
	}
}

// numbered is another erasure by its number, and when it was ordered as far as
// that is known.
func (o *official) numbered(e model.Erasure) string {
	if !e.At.Known() {
		return string(e.ID)
	}
	return o.book.T("erasure.numbered", "Number", string(e.ID), "At", e.At.Time())
}

func (o *official) erasureBasis(v Erasure) {
	o.chapter("erasure.basis")
	ground := v.Order.GroundText
	if v.Order.Ground != model.GroundOther {
		ground = o.book.T(v.Order.Ground.WordKey() + ".long")
	}
	o.Facts(
		paper.Fact{Label: o.book.T("erasure.ground"), Value: ground},
		paper.Fact{Label: o.book.T("erasure.ordered-by"), Value: v.Order.OrderedBy},
		paper.Fact{Label: o.book.T("erasure.letter"), Value: either(v.Order.Letter, o.book.T("format.none"))},
		paper.Fact{Label: o.book.T("erasure.reason"), Value: v.Order.Reason},
		paper.Fact{Label: o.book.T("erasure.requested"), Value: o.book.DateTime(v.Order.RequestedAt.Time())})
}

func (o *official) erasureDone(v Erasure) {
	o.chapter("erasure.done")
	at := func(desk string, at model.Instant) string {
		return o.book.T("erasure.ordered.at", "Desk", desk, "At", at.Time())
	}
	here := o.book.T("erasure.here.none")
	if v.Here > 0 {
		here = o.book.Count(v.Here)
	}
	o.Facts(
		paper.Fact{Label: o.book.T("erasure.ordered"), Value: at(v.OrderedAt, v.Order.At)},
		paper.Fact{Label: o.book.T("erasure.carried"), Value: at(v.Desk, v.CarriedAt)},
		paper.Fact{Label: o.book.T("erasure.here"), Value: here})
}

// oldCopies lists what must be destroyed.
func (o *official) oldCopies(copies []OldCopy) {
	o.chapter("erasure.doomed")
	if len(copies) == 0 {
		o.tell("erasure.doomed.none")
		return
	}
	o.tell("erasure.doomed.told")
	var rows []paper.Row
	for n, c := range copies {
		rows = append(rows, paper.Cells(strconv.Itoa(n+1), c.Path, o.stamp(c.MadeAt)))
	}
	o.table(o.book.T("erasure.doomed.title"), []paper.Column{o.right("paper.no", 6), o.left("erasure.doomed.path", 66), o.left("erasure.doomed.made", 28)}, rows)
}
