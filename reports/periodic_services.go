package reports

import (
	"slices"

	"siaga/model"
	"siaga/reports/paper"
)

// introduction says what the report rests on, what it covers and how it counts.
func (w periodicPaper) introduction() {
	w.chapter("periodic.introduction")
	w.section("paper.basis")
	w.basis()
	w.section("periodic.scope")
	span := w.f.Period
	w.tell("periodic.scope.text", "Team", w.office.Team, "Range", w.book.Range(span.From.Time(), (span.To-1).Time()),
		"Until", w.f.Until-1, "Printed", w.v.PrintedAt)
	w.tell("periodic.scope.count", "Agencies", len(w.v.Names.Agencies), "Systems", len(w.v.Names.Systems))
	w.section("periodic.definitions")
	w.tell("periodic.definitions.text")
}

// mainServices are those of Diktum KEEMPAT number 1.
func (w periodicPaper) mainServices() {
	w.chapter("periodic.main")
	w.Heading(2, w.book.T("periodic.warnings"))
	w.unrecorded()
	w.Heading(2, w.book.T("periodic.handling"))
	w.balances()
	w.rates()
	w.spread()
	w.trend()
	w.stories()
}

// furtherServices are those of Diktum KEEMPAT number 2. What the program
// records of them is told; the rest is said not to be recorded, which is not
// the same as nothing.
func (w periodicPaper) furtherServices() {
	w.chapter("periodic.further")
	w.Heading(2, w.book.T("periodic.vulnerabilities"))
	w.told("periodic.vulnerabilities", func(r *model.Row) bool { return r.Category == "KRN" })
	w.Heading(2, w.book.T("periodic.artefacts"))
	w.unrecorded()
	w.Heading(2, w.book.T("periodic.threats"))
	w.unrecorded()
	w.Heading(2, w.book.T("periodic.detection"))
	w.told("periodic.detection", func(r *model.Row) bool { return r.Category == "SCN" || r.Channel == "pemantauan" })
	for _, service := range []string{"periodic.risks", "periodic.advising", "periodic.awareness"} {
		w.Heading(2, w.book.T(service))
		w.unrecorded()
	}
}

// unrecorded is honest about a service that the program does not record.
func (w periodicPaper) unrecorded() { w.tell("periodic.unrecorded") }

// told counts the incoming incidents of one kind and lists them.
func (w periodicPaper) told(key string, which func(*model.Row) bool) {
	rows := slices.DeleteFunc(slices.Clone(w.f.Incoming), func(r *model.Row) bool { return !which(r) })
	if len(rows) == 0 {
		w.tell(key + ".none")
		return
	}
	w.Paragraph(paper.Plain(w.book.N(key+".count", len(rows))))
	w.incidents(w.book.T(key+".table"), rows)
}

// incidents is a short list of incidents.
func (w periodicPaper) incidents(caption string, rows []*model.Row) {
	var lines []paper.Row
	for _, row := range rows {
		l := w.reader.read(row)
		lines = append(lines, paper.Cells(string(l.Ticket), l.Title, w.shortAgency(l.Agency), w.standing(l)))
	}
	w.table(caption, []paper.Column{
		w.left("field.ticket", 2.6), w.left("field.title", 3.8), w.left("field.agency", 1.9), w.left("common.status", 1.9),
	}, lines)
}

// standing is how an incident stood at the end of the period.
func (w periodicPaper) standing(l *line) string {
	if l.Outcome != "" {
		return w.book.Word(l.Outcome)
	}
	return stepName(w.book, l.Step)
}

// advice passes on what the main incidents taught; without it there is no
// heading.
func (w periodicPaper) advice() {
	var points [][]paper.Span
	for _, i := range w.v.Stories {
		if i.Recommendations != "" {
			points = append(points, []paper.Span{paper.Plain(i.Recommendations + " (" + string(i.Ticket) + ")")})
		}
	}
	if len(points) == 0 {
		return
	}
	w.chapter("periodic.advice")
	w.List(paper.List{Marker: paper.Numbered, Points: points})
}

func (w periodicPaper) categoryName(code string) string {
	if code == "" {
		return w.book.T("periodic.unnamed")
	}
	return w.category(code)
}

func (w periodicPaper) agencyName(id string) string { return w.listed(w.v.Names.Agencies, id) }
func (w periodicPaper) systemName(id string) string { return w.listed(w.v.Names.Systems, id) }

func (w periodicPaper) shortAgency(id model.AgencyID) string {
	return w.listed(w.v.Names.Short, string(id))
}

// listed is a name from the directory, or that none was chosen.
func (w periodicPaper) listed(names map[model.SubjectID]string, id string) string {
	if id == "" {
		return w.book.T("periodic.unnamed")
	}
	return named(names, model.SubjectID(id))
}
