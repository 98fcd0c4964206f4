package incidents

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// group is a part of the overview that is changed in one dialog.
type group struct {
	name   string
	fields []string
}

// groups are the parts of the overview in reading order.
var groups = []group{
	{"report", []string{"title", "description", "channel", "reporterName", "reporterPosition", "reporterAgency", "agency",
		"reporterPhone", "reporterEmail", "happenedAt", "knownAt", "reportedAt"}},
	{"system", []string{"system", "affected", "category", "tlp", "personalData", "dataBreach", "vital", "crime"}},
	{"triage", []string{"initialAnalysis", "impact", "risk", "priority", "exposed", "exposure"}},
	{"analysis", []string{"analysis", "rootCause"}},
	{"lessons", []string{"lessons", "recommendations", "conclusion"}},
	{"announcement", []string{"announcement", "notAnnounced"}},
}

// overview shows every field, by groups.
func (d *detail) overview() fyne.CanvasObject {
	left, right := d.sourceSection(), []fyne.CanvasObject{}
	for n, g := range groups {
		if n == 0 {
			left = append(left, d.groupSection(g, d.receipt()))
		} else {
			right = append(right, d.groupSection(g, d.alsoAffected(g)))
		}
	}
	return widgets.Columns(widgets.Stacked(append(left, d.answerSection())...), widgets.Stacked(right...))
}

func (d *detail) groupSection(g group, extra []fyne.CanvasObject) fyne.CanvasObject {
	var facts []fyne.CanvasObject
	for _, name := range g.fields {
		facts = append(facts, d.fact(d.T("field."+name), detailFields[name].show(d.Page, d.incident)))
	}
	facts = append(facts, extra...)
	var edit fyne.CanvasObject
	if d.incident.Outcome == "" {
		edit = widgets.NewQuiet(d.T("common.edit"), look.IconEdit, func() { d.askGroup(g) })
	}
	return widgets.NewSection(d.T("incidents.group."+g.name), edit, container.NewVBox(facts...))
}

// receipt is what nobody edits: when it was received and typed in, and the other reports
// that a merge brought.
func (d *detail) receipt() []fyne.CanvasObject {
	facts := []fyne.CanvasObject{
		d.fact(d.T("field.receivedAt"), d.dateTime(d.incident.ReceivedAt)),
		d.fact(d.T("incidents.typedAt"), d.dateTime(d.incident.TypedAt)),
	}
	if d.incident.RespondedAt.Known() {
		facts = append(facts, d.fact(d.T("field.respondedAt"), d.dateTime(d.incident.RespondedAt)))
	}
	for _, r := range d.incident.Reports {
		facts = append(facts, d.fact(d.T("field.reports"), d.Book.Report(r, d.desk)))
	}
	return facts
}

// alsoAffected are the other systems that the incident is linked to.
func (d *detail) alsoAffected(g group) []fyne.CanvasObject {
	if g.name != "system" || len(d.incident.Systems) == 0 {
		return nil
	}
	var names []string
	for _, id := range d.incident.Systems {
		names = append(names, d.names.system(id, string(id)))
	}
	return []fyne.CanvasObject{d.fact(d.T("field.systems"), strings.Join(names, ", "))}
}

func (d *detail) answerSection() fyne.CanvasObject {
	i := d.incident
	facts := container.NewVBox(d.fact(d.T("field.answeredAt"), d.dateTime(i.AnsweredAt)), d.fact(d.T("field.answer"), i.Answer))
	var answer fyne.CanvasObject
	if i.Outcome == "" && !i.AnsweredAt.Known() {
		answer = widgets.NewQuiet(d.T("incidents.act.answer"), look.IconChat, d.askAnswer)
	}
	return widgets.NewSection(d.T("incidents.group.answer"), answer, facts)
}

// fact is a label with its value; what is not recorded says so in secondary ink.
func (d *detail) fact(label, value string) fyne.CanvasObject {
	caption := widgets.NewMuted(label)
	words := widgets.NewWords(value)
	switch {
	case value == "":
		words = widgets.NewMuted(d.T("common.notrecorded"))
	case len([]rune(label+value)) > oneLine || strings.Contains(value, "\n"):
		return container.NewVBox(caption, widgets.NewProse(value))
	}
	words.Shorten, words.Align = true, fyne.TextAlignTrailing
	return container.NewBorder(nil, nil, caption, nil, words)
}

// oneLine is how many letters of label and value stand side by side in half a page.
const oneLine = 62

func (d *detail) askGroup(g group) {
	form := d.newDetailForm(d.incident, undisputed(d.incident, g.fields)...)
	if len(form.fields) == 0 {
		d.askConflicts()
		return
	}
	reason, fields := widgets.NewEntry(""), form.fields
	if d.bearsOnDuties(g) {
		fields = append(fields, d.labelled("reason", reason).Hint(d.T("incidents.dutyReason.hint")).Wide())
	}
	d.ask(question{
		title: d.T("incidents.group." + g.name), primary: d.T("common.save"), width: 860, fields: fields,
		do:   func() error { return d.amend(form, reason.Text) },
		done: d.T("incidents.saved"),
	})
}

// bearsOnDuties reports whether a duty of reporting could be taken away or put off
// in a group: then a reason is asked for.
func (d *detail) bearsOnDuties(g group) bool {
	bears := func(name string) bool {
		return slices.Contains([]string{"vital", "dataBreach", "crime", "risk", "knownAt"}, name)
	}
	return slices.ContainsFunc(g.fields, bears) && len(d.incident.Duties(d.now())) > 0
}

func (d *detail) amend(form *detailForm, reason string) error {
	details, err := form.details()
	if err != nil {
		return err
	}
	return d.do(app.AmendIncident{Incident: d.ref(), Reason: reason, Details: details})
}

func (d *detail) ref() app.IncidentRef { return app.IncidentRef(d.incident.ID) }

// paperOf is the document that an incident has by its outcome.
func paperOf(o model.Outcome) string {
	if o == model.NotIncident {
		return "answer"
	}
	return "resolution"
}
