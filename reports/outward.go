package reports

import (
	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// OutwardKind is a letter or form that tells somebody outside the office of an
// incident. The same word stands in routes and in the order that numbers it.
type OutwardKind string

// The kinds: what Peraturan BSSN 1/2024 Ps. 15 and the services of BSSN ask
// for, the three notices of UU 27/2022 Ps. 46, and the report of PP 71/2019
// Ps. 24(3).
const (
	BSSNReport      OutwardKind = "bssn-report"
	BSSNForm        OutwardKind = "bssn-form"
	BSSNHelp        OutwardKind = "bssn-help"
	NoticeSubjects  OutwardKind = "pdp-subjects"
	NoticeAuthority OutwardKind = "pdp-authority"
	NoticePublic    OutwardKind = "pdp-public"
	PoliceReport    OutwardKind = "police-report"
)

// OutwardKinds lists them.
var OutwardKinds = []OutwardKind{BSSNReport, BSSNForm, BSSNHelp, NoticeSubjects, NoticeAuthority, NoticePublic, PoliceReport}

// WordKey names the kind in words.
func (k OutwardKind) WordKey() string { return "outward." + string(k) }

// Outward is everything such a paper prints.
type Outward struct {
	Kind      OutwardKind
	Office    model.Office
	Names     Directory
	Incident  model.Incident
	Number    model.PaperNumber // blank when it is not numbered yet
	Signer    Signer            // Ketua as of the date; of the notices of UU 27/2022 the head of the controller, empty fields where not recorded
	PrintedAt model.Instant
}

// outwardPaper is how a kind is written, and what it cannot do without.
type outwardPaper struct {
	to    model.Addressee
	label func(model.TLP) model.TLP
	needs []Need
	write func(outward)
}

// outwardPapers has every kind.
func outwardPapers() map[OutwardKind]outwardPaper {
	own := func(t model.TLP) model.TLP { return t }
	public := func(model.TLP) model.TLP { return model.TLPClear }
	return map[OutwardKind]outwardPaper{
		BSSNReport:      {"bssn", own, reportNeeds, outward.bssnReport},
		BSSNForm:        {"bssn", own, formNeeds, outward.bssnForm},
		BSSNHelp:        {"bssn", own, helpNeeds, outward.bssnHelp},
		NoticeSubjects:  {"subjek-data", public, noticeNeeds, outward.noticeSubjects},
		NoticeAuthority: {"lembaga-pdp", own, noticeNeeds, outward.noticeAuthority},
		NoticePublic:    {"masyarakat", public, noticeNeeds, outward.noticePublic},
		PoliceReport:    {"aph", own, policeNeeds, outward.policeReport},
	}
}

// To is whom the paper closes a duty towards.
func (k OutwardKind) To() model.Addressee { return outwardPapers()[k].to }

// OutwardFor are the papers with which a duty towards an addressee is fulfilled,
// the letter itself first.
func OutwardFor(to model.Addressee) (kinds []OutwardKind) {
	for _, k := range OutwardKinds {
		if k.To() == to {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// Personal reports whether the paper is one of UU 27/2022 Ps. 46, owed and
// signed by the controller of the data.
func (k OutwardKind) Personal() bool {
	return k == NoticeSubjects || k == NoticeAuthority || k == NoticePublic
}

// Check refuses a paper that the incident has no use for: it was none, or it
// lacks the mark from which the duty follows. The public is not told of what
// is labelled TLP:RED.
func (k OutwardKind) Check(i model.Incident) error {
	ticket := string(i.Ticket)
	switch {
	case i.Outcome != "" && i.Outcome != model.Closed:
		return model.Refuse("refuse.outward-ended", "Ticket", ticket, "Outcome", i.Outcome)
	case k.Personal() && !i.DataBreach:
		return model.Refuse("refuse.outward-personal", "Ticket", ticket)
	case k == PoliceReport && !i.Crime:
		return model.Refuse("refuse.outward-crime", "Ticket", ticket)
	case k == NoticePublic && i.TLP == model.TLPRed:
		return model.Refuse("refuse.announcement-red", "Ticket", ticket)
	}
	return nil
}

// outward is such a paper being written; it reads the incident as the closing
// report does.
type outward struct {
	resolution
	v Outward
}

// Sheets lays out the paper. What is not recorded is said so in its place, and
// the paper is a draft as long as it lacks something ([Outward.Missing]).
func (v Outward) Sheets(book *locales.Book) (*paper.Sheets, error) {
	if err := v.Kind.Check(v.Incident); err != nil {
		return nil, err
	}
	p := outwardPapers()[v.Kind]
	ticket := string(v.Incident.Ticket)
	book, _ = inOffice(book, v.Office)
	name := book.T("outward.name", "Kind", v.Kind, "Ticket", ticket)
	o := newOfficial(book, v.Office, cover{name: name, foot: ticket, label: p.label(v.Incident.TLP), date: dated(v.Number, v.PrintedAt), draft: len(v.Missing()) > 0, disputed: v.disputed()})
	r := resolution{o, Resolution{Office: v.Office, Names: v.Names, Incident: v.Incident, PrintedAt: v.PrintedAt}, v.Incident}
	p.write(outward{r, v})
	return o.LayOut()
}

// head is the head of a letter to people who are settled by the office.
func (o outward) head(attached, subject string, to []string) {
	o.letterHead(attached, o.book.T(subject, "Ticket", string(o.i.Ticket)), o.addressed(to))
}

// letterHead is the head of a letter. Where the addressee sits is not recorded,
// so that the letter says what letters then say.
func (o outward) letterHead(attached, subject string, to []string) {
	p, place := outwardPapers()[o.v.Kind], ""
	if o.book.Lang() == locales.ID {
		to, place = append(to, o.book.T("paper.at")), o.book.T("outward.place")
	}
	o.LetterOpening(paper.Opening{
		PlaceDate: o.placeDate(o.v.Number),
		Facts: []paper.Fact{
			{Label: o.book.T("paper.number"), Value: o.orBlank(o.v.Number.Number)},
			{Label: o.book.T("paper.nature"), Value: o.book.Word(orAmber(p.label(o.i.TLP)).Security())},
			{Label: o.book.T("paper.attached"), Value: attached},
			{Label: o.book.T("paper.subject"), Value: subject},
		},
		To: to, At: place,
	})
	o.sayDisputed()
}

// addressed are the lines of an addressee as the office has settled them.
func (o outward) addressed(lines []string) []string {
	through := locales.Open(locales.ID).T("paper.through")
	var to []string
	for n, line := range lines {
		switch {
		case n == 0:
			line = o.book.T("paper.to", "Name", line)
		case line == through:
			line = o.book.T("paper.through")
		}
		to = append(to, line)
	}
	if len(to) == 0 {
		to = []string{o.book.T("paper.to", "Name", o.book.T("paper.blank"))}
	}
	return to
}

// source is the article of the duty that the paper fulfils, with the whole name of
// its law; "" where none is owed.
func (o outward) source() string {
	for _, d := range o.i.Duties(o.v.PrintedAt) {
		if d.To == o.v.Kind.To() {
			return o.book.DutySourceInFull(d.LegalClock)
		}
	}
	return ""
}

// subjectOf names what is told of.
func (o outward) subjectOf() string {
	return either(o.systems(), o.i.Title, o.book.T("outward.system.unknown"))
}

// contacts is the informasi kontak pelapor of Ps. 15(4)(a): the team's, not a
// person's.
func (o outward) contacts() {
	o.Facts(
		paper.Fact{Label: o.book.T("field.team"), Value: o.office.Team},
		paper.Fact{Label: o.book.T("field.officeName"), Value: o.office.OfficeName + ", " + o.office.Government},
		paper.Fact{Label: o.book.T("outward.contact"), Value: either(contactOf(o.office), o.book.T("outward.unrecorded"))},
		paper.Fact{Label: o.book.T("field.ticket"), Value: string(o.i.Ticket)},
	)
}

// told is a fact as an outward paper prints it: what is not recorded is
// said in words.
func (o outward) told(field, value string) paper.Fact {
	return paper.Fact{Label: o.book.T("field." + field), Value: either(value, o.book.T("outward.unrecorded"))}
}

func (o outward) at(field string, at model.Instant) paper.Fact {
	if !at.Known() {
		return o.told(field, "")
	}
	return o.told(field, o.book.DateTime(at.Time()))
}

// asRecorded says in a translation that what people wrote was not translated.
func (o outward) asRecorded() {
	if o.book.Lang() != locales.ID {
		o.remark("paper.as-recorded")
	}
}
