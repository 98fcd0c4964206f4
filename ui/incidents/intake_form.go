package incidents

import (
	"siaga/model"
	"siaga/ui/widgets"
)

// intakeForm asks for a report. Its fields are named as those of RegisterIncident.
type intakeForm struct {
	*Page
	*widgets.Form
	onChange func()
	unfolded bool

	name, title, phone, email, position *widgets.Entry
	description                         *widgets.Entry
	agency, system                      orText
	channel, class, category, tlp       *widgets.Pick
	received, happened, known, reported whenInput

	crime  *widgets.Check
	breach *widgets.Check

	more []string // fields that are folded away
}

func newIntakeForm(p *Page) *intakeForm {
	f := &intakeForm{Page: p, onChange: func() {}}
	f.name, f.title, f.position = widgets.NewEntry(""), widgets.NewEntry(""), widgets.NewEntry("")
	f.phone, f.email = widgets.NewEntry(""), widgets.NewEntry("")
	f.description = widgets.NewLongEntry("", 3)
	f.agency, f.system = p.pickOrText(p.agencyChoices), p.pickOrText(p.systemChoices)
	f.channel = p.pick(choicesOf(p, model.Channels), string(model.Channels[0]))
	f.class = p.pick(choicesOf(p, model.Classes), "")
	f.category = p.pick(p.categoryChoices(), "")
	f.tlp = p.pick(choicesOf(p, model.TLPs), string(model.TLPAmber))
	f.received = p.when(p.now())
	f.happened, f.known, f.reported = p.when(0), p.when(0), p.when(0)
	f.crime = widgets.NewCheck(p.T("common.yes"), func(bool) { f.onChange() })
	f.breach = widgets.NewCheck(p.T("common.yes"), func(bool) { f.onChange() })
	f.Form = widgets.NewForm(append(f.main(), f.folded()...)...)
	f.listen()
	return f
}

// main are the four questions, and what answers itself.
func (f *intakeForm) main() []*widgets.Field {
	return []*widgets.Field{
		widgets.NewField("reporterName", f.T("incidents.intake.who"), f.name).Required(),
		widgets.NewField("agency", f.T("incidents.intake.from"), f.agency.Pick),
		widgets.NewField("description", f.T("incidents.intake.what"), f.description).Required().Wide(),
		widgets.NewField("system", f.T("incidents.intake.system"), f.system.Pick),
		f.labelled("class", f.class).Hint(f.T("incidents.class.unknown")),
		f.labelled("channel", f.channel),
		f.labelled("receivedAt", f.received.When),
	}
}

// folded are the questions that can wait.
func (f *intakeForm) folded() []*widgets.Field {
	fields := []*widgets.Field{
		f.labelled("title", f.title).Hint(f.T("incidents.intake.title.hint")),
		f.labelled("category", f.category),
		f.labelled("reporterPhone", f.phone), f.labelled("reporterEmail", f.email),
		f.labelled("reporterPosition", f.position), f.labelled("tlp", f.tlp),
		f.labelled("happenedAt", f.happened.When), f.labelled("knownAt", f.known.When),
		f.labelled("reportedAt", f.reported.When), f.labelled("dataBreach", f.breach), f.labelled("crime", f.crime),
	}
	for _, field := range fields {
		f.more = append(f.more, field.ID)
	}
	return fields
}

// listen hears of every change, so that the draft is never behind.
func (f *intakeForm) listen() {
	for _, e := range f.entries() {
		e.OnChanged = func(string) { f.onChange() }
	}
	for _, pick := range []*widgets.Pick{f.agency.Pick, f.channel, f.class, f.category, f.tlp} {
		pick.OnChange = func(string) { f.onChange() }
	}
	for _, w := range f.whens() {
		w.OnValue = f.changed
	}
	f.system.OnChange = func(string) {
		f.proposeClass()
		f.onChange()
	}
}

func (f *intakeForm) entries() []*widgets.Entry {
	return []*widgets.Entry{f.name, f.title, f.phone, f.email, f.position, f.description}
}

func (f *intakeForm) whens() []whenInput {
	return []whenInput{f.received, f.happened, f.known, f.reported}
}

// proposeClass takes the class of the chosen system, and says who decides.
func (f *intakeForm) proposeClass() {
	id, told := f.system.value()
	system, listed := f.names.systems[model.SystemID(id)]
	hint := f.T("incidents.class.unknown")
	switch {
	case listed && classOf(system) != "":
		f.class.SetSelected(string(classOf(system)))
		hint = f.T("incidents.class.proposed")
	case listed || told != "":
		f.class.SetSelected("")
	}
	f.Field("class").Hint(hint)
	f.Refresh()
}

// classOf is the class decided for a system, or the one its ten answers propose.
func classOf(s model.System) model.Class {
	if s.Class != "" {
		return s.Class
	}
	class, _, _ := s.Proposed()
	return class
}

func (f *intakeForm) unfold(open bool) {
	f.unfolded = open
	for _, id := range f.more {
		f.ShowField(id, open)
	}
}

// hides reports whether a mistake stands at a field that is folded away.
func (f *intakeForm) hides(mistakes map[string]string) bool {
	for _, id := range f.more {
		if _, wrong := mistakes[id]; wrong && !f.unfolded {
			return true
		}
	}
	return false
}

// reload refreshes the choices and keeps what is chosen.
func (f *intakeForm) reload() {
	for _, o := range []struct {
		input   orText
		choices []widgets.Choice
	}{{f.agency, f.agencyChoices()}, {f.system, f.systemChoices()}} {
		key, text := o.input.value()
		o.input.set(o.choices, key, text)
	}
	f.category.SetChoices(f.categoryChoices())
}
