package reports

import (
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// noticeSubjects is the written notice to each subject of the data.
func (o outward) noticeSubjects() {
	o.controllerKop()
	to := []string{o.book.T("outward.pdp-subjects.to", "Name", o.book.T("paper.blank"))}
	o.letterHead(o.book.T("format.none"), o.book.T("outward.pdp-subjects.subject"), to)
	o.tell("outward.pdp-subjects.opening", "Source", o.article("pdp-subjek"), "Controller", o.controllerName())
	o.exposure()
	o.chapter("outward.part.recovery")
	o.phases()
	o.publicAdvice()
	o.tell("outward.pdp-subjects.closing")
	o.sign(o.controllerSignature(""))
}

// noticeAuthority is the written notice to the lembaga. It may read what the
// team did in full.
func (o outward) noticeAuthority() {
	o.controllerKop()
	o.head(o.book.T("format.none"), "outward.pdp-authority.subject", o.office.ToLembaga)
	o.tell("outward.pdp-authority.opening", "Source", o.article("pdp-lembaga"), "Controller", o.controllerName(), "System", o.subjectOf())
	o.exposure()
	o.chapter("outward.part.recovery")
	o.measures()
	o.asRecorded()
	o.contactLine()
	o.tell("outward.pdp-authority.closing")
	o.sign(o.controllerSignature(""))
}

// noticePublic is the notice to the public (judul shape). It carries nothing of
// what the team found out but the two texts that were written to be told.
func (o outward) noticePublic() {
	o.controllerKop()
	o.title(o.book.T("outward.pdp-public.title"), o.v.Number.Number, o.book.T("outward.pdp-public.about", "Controller", o.controllerName()))
	o.tell("outward.pdp-public.opening", "Source", o.article("pdp-masyarakat"), "Controller", o.controllerName())
	o.exposure()
	o.chapter("outward.part.recovery")
	o.phases()
	o.publicAdvice()
	o.tell("outward.pdp-public.closing")
	o.sign(o.controllerSignature(o.placeDate(o.v.Number)))
}

// exposure is Ps. 46(2)(a) and (b): which data, when and how.
func (o outward) exposure() {
	o.chapter("outward.part.exposed")
	o.prose(o.i.Exposed)
	o.chapter("outward.part.exposure")
	o.Facts(o.at("happenedAt", o.i.HappenedAt), o.at("knownAt", o.i.KnownAt))
	o.prose(o.i.Exposure)
	o.asRecorded()
}

// phases is Ps. 46(2)(c) for those who must not learn addresses and weaknesses:
// which phases of the handling were taken up and when, and what the office
// announced.
func (o outward) phases() {
	var points [][]paper.Span
	for _, phase := range model.ActionPhases {
		if first := o.firstOf(phase); first.Known() {
			points = append(points, o.say("outward.phase."+string(phase), "At", o.book.Date(first.Time())))
		}
	}
	if len(points) == 0 {
		o.tell("paper.unrecorded")
	}
	o.List(paper.List{Marker: paper.Dashed, Points: points})
	if o.i.Announcement != "" {
		o.prose(o.i.Announcement)
	}
}

// firstOf is when the first action of a phase was taken.
func (o outward) firstOf(phase model.ActionPhase) model.Instant {
	for _, a := range o.i.Actions { // by time
		if a.Phase == phase {
			return a.At
		}
	}
	return 0
}

func (o outward) publicAdvice() {
	o.chapter("announcement.advice")
	o.List(paper.List{Marker: paper.Lettered, Points: [][]paper.Span{
		o.say("outward.advice.follow"), o.say("announcement.advice.secret", "Government", o.office.Government)}})
	o.contactLine()
}

func (o outward) contactLine() {
	contact := contactOf(o.office)
	if contact == "" {
		contact = o.book.T("outward.unrecorded")
	}
	o.tell("outward.contact.line", "Team", o.office.Team, "Contact", contact, "Ticket", string(o.i.Ticket))
}

// article is the source of the duty, or what the law says where the office's
// policy lists none to this addressee.
func (o outward) article(duty string) string {
	return either(o.source(), o.book.T("legalSource."+duty+".long"))
}

func (o outward) controllerName() string {
	return either(o.v.controller(), o.book.T("outward.controller.unknown"))
}

// controllerKop is the letterhead of the controller: a line for the Perangkat
// Daerah whose address is not this office's to print.
func (o outward) controllerKop() {
	if o.v.controller() == o.office.OfficeName {
		o.kop()
		return
	}
	o.Letterhead(paper.Kop{
		Government: strings.ToUpper(o.office.Government), Office: strings.ToUpper(o.controllerName()),
		Emblem: o.office.Emblem, EmblemAlt: o.book.T("paper.emblem", "City", o.office.City),
	})
}

// controllerSignature is that of the controller's head; room is left for a name
// that is not recorded.
func (o outward) controllerSignature(placeDate string) paper.Signature {
	title := either(o.v.Signer.JobTitle, o.book.T("outward.controller.head", "Controller", o.controllerName()))
	return o.block(o.v.Signer, placeDate, title, o.book.T("outward.controller.as"))
}
