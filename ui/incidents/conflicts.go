package incidents

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askConflicts goes through the fields in which desks disagree, one dialog each.
func (d *detail) askConflicts() {
	conflicts, err := d.desk.Conflicts(d.ref())
	if err != nil {
		d.Fail(err)
		return
	}
	if len(conflicts) > 0 {
		d.askConflict(conflicts[0])
	}
}

// askConflict sets the values side by side: one is taken, or a third is typed. What no
// amendment writes is settled by its own act, and only shown here.
func (d *detail) askConflict(c app.Conflict) {
	q := d.third(c.Field)
	q.title, q.width = d.T("incidents.conflict.title", "Field", d.fieldLabel(c.Field)), 860
	var shown *widgets.Dialog
	values := widgets.NewField("", "", widgets.Columns(d.rivals(c, func(order app.Command) { d.take(shown, order) })...)).Wide()
	if q.primary == "" {
		values.Hint(d.T("incidents.conflict.elsewhere"))
	}
	q.fields = append([]*widgets.Field{values}, q.fields...)
	shown = d.ask(q)
	shown.OnClose = d.nextConflict(c.Field)
}

// third asks for a value of one's own; it asks nothing when no field writes that register.
func (d *detail) third(register string) question {
	q := question{primary: d.T("incidents.conflict.third"), done: d.T("incidents.conflict.settled")}
	names := namesOf(register)
	switch {
	case register == "class":
		class, reason := d.pick(choicesOf(d.Page, model.Classes), string(d.incident.Class)), widgets.NewLongEntry("", 2)
		q.fields = []*widgets.Field{d.labelled("class", class).Required(), d.labelled("reason", reason).Required()}
		q.do = func() error {
			return d.do(app.ClassifyIncident{Incident: d.ref(), Class: model.Class(class.Selected()), Reason: reason.Text})
		}
	case len(names) > 0:
		form := d.newDetailForm(d.incident, names...)
		q.fields, q.do = form.fields, func() error { return d.amend(form) }
	default:
		return question{do: func() error { return nil }}
	}
	return q
}

// rivals are the values with who wrote them when, each with a button that takes it.
func (d *detail) rivals(c app.Conflict, take func(app.Command)) (columns []fyne.CanvasObject) {
	for _, v := range c.Values {
		who := d.T("incidents.history.typed", "At", d.dateTime(v.At), "Who", orDash(d.Page, d.names.people[v.By]))
		value := d.value(c.Field, v.Value)
		if value == "" {
			value = d.T("common.notrecorded")
		}
		column := container.NewVBox(widgets.NewProse(value), widgets.NewMuted(who))
		if order, ok := d.orderFor(c.Field, v.Value); ok {
			button := widgets.NewButton(d.T("incidents.conflict.take"), look.IconKept, func() { take(order) })
			column.Add(container.NewHBox(button))
		}
		columns = append(columns, column)
	}
	return columns
}

// take writes one of the values and closes the dialog.
func (d *detail) take(shown *widgets.Dialog, order app.Command) {
	d.given = nil
	if err := d.do(order); err != nil {
		shown.ShowErrors(d.Errors(err))
		return
	}
	d.Tell(look.Kept, d.T("incidents.conflict.settled"), d.undoButton())
	shown.Hide()
}

// nextConflict asks for the next one as soon as this one is settled.
func (d *detail) nextConflict(field string) func() {
	return func() {
		conflicts, err := d.desk.Conflicts(d.ref())
		if err != nil || slices.ContainsFunc(conflicts, func(c app.Conflict) bool { return c.Field == field }) {
			return
		}
		d.askConflicts()
	}
}

// reporterNames are the parts of the reporter as an order names them.
var reporterNames = []string{"reporterName", "reporterPosition", "reporterAgency", "reporterPhone", "reporterEmail"}

// namesOf are the fields of an order that write a register, none when none does.
func namesOf(register string) []string {
	if register == "reporter" {
		return reporterNames
	}
	if _, known := detailFields[register]; known {
		return []string{register}
	}
	return nil
}

// orderFor is the amendment that writes a recorded value once more.
func (d *detail) orderFor(register string, value json.RawMessage) (order app.AmendIncident, ok bool) {
	order.Incident = d.ref()
	if register == "reporter" {
		var r model.Reporter
		err := json.Unmarshal(value, &r)
		order.ReporterName, order.ReporterPosition, order.ReporterAgency = &r.Name, &r.Position, &r.Agency
		order.ReporterPhone, order.ReporterEmail = &r.Phone, &r.Email
		return order, err == nil
	}
	if len(namesOf(register)) == 0 || string(value) == "null" {
		return order, false
	}
	named, err := json.Marshal(map[string]json.RawMessage{register: value})
	if err != nil {
		return order, false
	}
	return order, json.Unmarshal(named, &order.Details) == nil
}

// undisputed are the fields that a form may ask for: saving one in which desks disagree
// would settle it unseen.
func undisputed(i model.Incident, names []string) (out []string) {
	for _, name := range names {
		if !slices.ContainsFunc(i.Conflicts, func(register string) bool { return slices.Contains(namesOf(register), name) }) {
			out = append(out, name)
		}
	}
	return out
}
