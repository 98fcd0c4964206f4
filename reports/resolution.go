package reports

import (
	"strings"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// resolution is a Laporan Penyelesaian Insiden being written.
type resolution struct {
	*official
	v Resolution
	i model.Incident
}

// Sheets lays out the Laporan Penyelesaian Insiden (judul shape, domain
// outline no. 1). Until the report is made (step 8) or the incident has ended
// otherwise, it is a draft and says so on every page.
func (v Resolution) Sheets(book *locales.Book) (*paper.Sheets, error) {
	book, _ = inOffice(book, v.Office)
	r := resolution{v: v, i: v.Incident, official: newOfficial(book, v.Office, cover{
		name: book.T("resolution.name", "Ticket", string(v.Incident.Ticket)), foot: string(v.Incident.Ticket), label: v.Incident.TLP, date: dated(v.Number, v.PrintedAt), draft: v.draft(), disputed: v.Incident.Disputed(),
	})}
	r.kop()
	r.title(book.T("resolution.title"), v.Number.Number, r.subject())
	r.identity()
	r.introduction()
	r.chronology()
	r.findings()
	r.actions()
	r.promises()
	r.duties()
	r.lessons()
	r.conclusion()
	r.evidence()
	return r.LayOut()
}

// draft reports whether the content of the report may still change.
func (v Resolution) draft() bool {
	i := v.Incident
	return i.Outcome == "" && !i.PassedAt(i.Segment(), model.StepConclude).Known()
}

func (r resolution) subject() string {
	return either(r.i.Title, r.i.Affected, r.book.T("resolution.untitled"))
}

func (r resolution) identity() {
	i, b := r.i, r.book
	if r.v.draft() {
		r.tell("resolution.draft", "Step", i.Step, "PrintedAt", r.v.PrintedAt)
	}
	r.chapter("resolution.identity")
	facts := []paper.Fact{
		r.fact("ticket", string(i.Ticket)),
		r.fact("category", r.category(i.Category)),
		r.fact("system", r.systems()),
		r.fact("class", r.class()),
		r.fact("agency", r.agency()),
		r.fact("reporter", reporter(i.Reporter)),
		r.fact("channel", b.Word(i.Channel)),
		r.when("happenedAt", i.HappenedAt), r.when("knownAt", i.KnownAt), r.when("reportedAt", i.ReportedAt), r.when("receivedAt", i.ReceivedAt),
	}
	if i.TypedAt > i.ReceivedAt {
		facts = append(facts, paper.Fact{Label: b.T("resolution.typedAt"), Value: b.DateTime(i.TypedAt.Time())})
	}
	for _, other := range i.Reports {
		facts = append(facts, r.fact("reports", r.other(other)))
	}
	if len(i.Links) > 0 {
		facts = append(facts, r.fact("links", r.related()))
	}
	facts = append(facts, r.fact("teams", r.handlers()), r.fact("outcome", r.outcome()))
	r.Facts(facts...)
	if b.Lang() != locales.ID {
		r.remark("paper.as-recorded")
	}
}

// reporter is who reported, without how to reach them.
func reporter(by model.Reporter) string {
	return strings.Join(nonBlank(by.Name, by.Position, by.Agency), ", ")
}

// other is another report of the same incident, which a merge brought.
func (r resolution) other(report model.Report) string {
	b, agency, from := r.book, "", ""
	if report.Agency != "" {
		agency = named(r.v.Names.Agencies, report.Agency)
	}
	if report.Origin != nil {
		from = b.T("merge.origin", "Ticket", r.ticket(report.Origin.Incident))
	}
	return strings.Join(nonBlank(reporter(report.Reporter), agency, b.Word(report.Channel), b.T("merge.report", "At", report.At.Time()), from), "; ")
}

// fact is a row of the identity under the label of a field.
func (r resolution) fact(field, value string) paper.Fact {
	return paper.Fact{Label: r.book.T("field." + field), Value: either(value, r.book.T("common.notrecorded"))}
}

func (r resolution) when(field string, at model.Instant) paper.Fact {
	if !at.Known() {
		return r.fact(field, "")
	}
	return r.fact(field, r.book.DateTime(at.Time()))
}

// systems are the affected system, from the list or as told, and the others.
func (r resolution) systems() string {
	names := nonBlank(r.v.Names.Systems[r.i.System], r.i.Affected)
	for _, id := range r.i.Systems {
		names = append(names, named(r.v.Names.Systems, id))
	}
	return strings.Join(names, "; ")
}

func (r resolution) class() string {
	if r.i.Class == "" {
		return ""
	}
	class := r.book.Word(r.i.Class)
	if r.i.Reclassified() {
		class += " " + r.book.T("resolution.formerly", "Class", r.i.Classes[0].Class)
	}
	return class
}

func (r resolution) agency() string {
	if r.i.Agency == "" {
		return ""
	}
	return named(r.v.Names.Agencies, r.i.Agency)
}

func (r resolution) handlers() string {
	var names []string
	for _, team := range r.i.Teams {
		names = append(names, r.book.T(model.TeamKey(team)+".long"))
	}
	for _, id := range r.i.Persons {
		names = append(names, named(r.v.Names.People, id))
	}
	return strings.Join(names, "; ")
}

func (r resolution) related() string {
	var tickets []string
	for _, id := range r.i.Links {
		tickets = append(tickets, r.ticket(model.IncidentID(id)))
	}
	return strings.Join(tickets, "; ")
}

func (r resolution) outcome() string {
	if r.i.Outcome == "" {
		return r.book.T("resolution.open", "Step", r.i.Step)
	}
	return r.book.T("resolution.ended", "Outcome", r.i.Outcome, "At", r.i.CompletedAt)
}

// introduction says why the report is made and what it covers.
func (r resolution) introduction() {
	b := r.book
	r.chapter("resolution.introduction")
	r.section("paper.basis")
	r.basis()
	r.section("resolution.purpose")
	r.tell("resolution.purpose.text", "Ticket", string(r.i.Ticket), "Team", r.office.Team)
	r.section("resolution.scope")
	r.tell("resolution.scope.text", "System", either(r.systems(), b.T("resolution.scope.system")),
		"Agency", either(r.agency(), r.office.Government), "Received", r.i.ReceivedAt, "Until", r.lastAt())
}

// lastAt is up to when the report tells: the end, or when it was printed.
func (r resolution) lastAt() model.Instant {
	if r.i.CompletedAt.Known() {
		return r.i.CompletedAt
	}
	return r.v.PrintedAt
}

// nonBlank leaves out what says nothing.
func nonBlank(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			out = append(out, t)
		}
	}
	return out
}
