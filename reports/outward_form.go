package reports

import (
	"strconv"

	"siaga/reports/paper"
)

// bssnForm is the Form Penanganan Insiden Siber, filled in from the incident:
// administrative and technical data, and how the incident was handled.
func (o outward) bssnForm() {
	o.kop()
	o.title(o.book.T("outward.bssn-form.title"), o.v.Number.Number, o.book.T("outward.bssn-form.about", "System", o.subjectOf()))
	o.tell("outward.bssn-form.opening", "Team", o.office.Team, "PrintedAt", o.v.PrintedAt)
	o.chapter("outward.form.contact")
	o.contacts()
	o.chapter("outward.form.incident")
	o.description()
	o.chapter("outward.form.assets")
	o.assets()
	o.chapter("outward.form.chronology")
	o.course()
	o.chapter("outward.form.analysis")
	for _, part := range []struct{ key, text string }{
		{"field.impact", o.i.Impact}, {"field.initialAnalysis", o.i.InitialAnalysis},
		{"field.analysis", o.i.Analysis}, {"field.rootCause", o.i.RootCause},
	} {
		o.section(part.key)
		o.prose(part.text)
	}
	o.chapter("outward.form.measures")
	o.measures()
	o.chapter("outward.form.evidence")
	o.exhibits()
	o.chapter("outward.form.next")
	o.prose(o.i.Recommendations)
	o.asRecorded()
	o.sign(o.signature(o.v.Signer, o.placeDate(o.v.Number)))
}

// assets are the affected systems, the one that is reported first.
func (o outward) assets() {
	var rows []paper.Row
	add := func(name, agency string) {
		rows = append(rows, paper.Cells(strconv.Itoa(len(rows)+1), name, either(agency, o.book.T("format.none"))))
	}
	for _, name := range nonBlank(o.v.Names.Systems[o.i.System], o.i.Affected) {
		add(name, o.agency())
	}
	for _, id := range o.i.Systems {
		add(named(o.v.Names.Systems, id), "")
	}
	if len(rows) == 0 {
		o.tell("paper.unrecorded")
		return
	}
	o.table(o.book.T("outward.assets.table"), []paper.Column{o.right("paper.no", 0.7), o.left("field.system", 5.3), o.left("field.agency", 4)}, rows)
}
