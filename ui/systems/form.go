package systems

import (
	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// form is the form of a system with its ten questions.
type form struct {
	*widgets.Form
	name, url, manager, description *widgets.Entry
	owner, table, class             *widgets.Pick
	vital, personal, example        *widgets.Check
	questions                       *questions
	proposing                       bool // the class follows the answers
}

// newForm shows a system; answered hears of every change of answers or table.
func newForm(p *Page, s model.System, answered func()) *form {
	around := p.around
	entry := func(e *widgets.Entry, text string) *widgets.Entry {
		e.SetText(text)
		return e
	}
	check := func(key string, on bool) *widgets.Check {
		c := widgets.NewCheck(around.T(key), nil)
		c.SetChecked(on)
		return c
	}
	f := &form{name: entry(widgets.NewEntry(""), s.Name), url: entry(widgets.NewEntry("https://"), s.URL),
		manager: entry(widgets.NewEntry(""), s.Manager), description: entry(widgets.NewLongEntry("", 2), s.Description),
		owner: widgets.NewPick(around.T("systems.pickowner"), p.owners()), table: widgets.NewPick("", p.tables()),
		class: widgets.NewPick(around.T("systems.pickclass"), p.classes()), questions: newQuestions(around),
		vital: check("field.vital", s.Vital), personal: check("field.personalData", s.PersonalData), example: check("field.example", s.Example)}
	f.owner.Nothing = around.T("systems.noagencyfound")
	f.owner.SetSelected(string(s.Agency))
	f.table.SetSelected(string(s.Table))
	f.class.SetSelected(string(s.Class))
	f.questions.set(s.Answers)
	proposed, _, ok := s.Proposed()
	f.proposing = s.Class == "" || ok && s.Class == proposed
	follow := func() {
		f.follow()
		answered()
	}
	f.questions.onAnswer = follow
	f.table.OnChange = func(string) { follow() }
	f.class.OnChange = func(string) { f.proposing = false }
	f.Form = widgets.NewForm(
		widgets.NewField("name", around.T("field.name"), f.name).Required().Wide(),
		widgets.NewField("agency", around.T("systems.owner"), f.owner),
		widgets.NewField("manager", around.T("field.manager"), f.manager),
		widgets.NewField("url", around.T("field.url"), f.url).Wide(),
		widgets.NewField("description", around.T("field.description"), f.description).Wide(),
		widgets.NewField("vital", "", f.vital),
		widgets.NewField("personalData", "", f.personal),
		widgets.NewField("example", "", f.example),
		widgets.NewField("table", around.T("field.table"), f.table).Wide(),
		widgets.NewField("class", around.T("field.class"), f.class).Hint(around.T("systems.class.hint")).Wide(),
		widgets.NewField("answers", around.T("field.answers"), f.questions.content).Wide())
	return f
}

// follow takes the class that the answers propose, unless the person has
// decided otherwise.
func (f *form) follow() {
	s := model.System{Answers: f.questions.answers(), Table: model.Table(f.table.Selected())}
	if class, _, ok := s.Proposed(); ok && f.proposing {
		f.class.SetSelected(string(class))
	}
}

// value is the system as the form says it.
func (f *form) value(id model.SystemID) model.System {
	return model.System{ID: id, Name: f.name.Text, Agency: model.AgencyID(f.owner.Selected()), URL: f.url.Text, Description: f.description.Text,
		Manager: f.manager.Text, Answers: f.questions.answers(), Table: model.Table(f.table.Selected()), Class: model.Class(f.class.Selected()),
		Vital: f.vital.Checked, PersonalData: f.personal.Checked, Example: f.example.Checked}
}

// order enters a new system, or corrects the one of the form; the desk writes
// only what differs.
func order(s model.System) app.Command {
	agency := app.AgencyRef(s.Agency)
	if s.ID == "" {
		return app.AddSystem{Name: s.Name, Agency: agency, URL: s.URL, Description: s.Description, Manager: s.Manager, Answers: s.Answers,
			Table: s.Table, Class: s.Class, Vital: s.Vital, PersonalData: s.PersonalData, Example: s.Example}
	}
	return app.AmendSystem{System: app.SystemRef(s.ID), Name: &s.Name, Agency: &agency, URL: &s.URL, Description: &s.Description, Manager: &s.Manager,
		Answers: &s.Answers, Table: &s.Table, Class: &s.Class, Vital: &s.Vital, PersonalData: &s.PersonalData, Example: &s.Example}
}

func (p *Page) owners() (choices []widgets.Choice) {
	for _, a := range p.desk.Agencies() {
		if a.Retired == "" {
			choices = append(choices, widgets.Choice{Key: string(a.ID), Title: a.Name, Subtitle: a.Short})
		}
	}
	return choices
}

func (p *Page) tables() (choices []widgets.Choice) {
	for _, t := range model.Tables {
		choices = append(choices, widgets.Choice{Key: string(t), Title: p.around.Book.Word(t)})
	}
	return choices
}

func (p *Page) classes() (choices []widgets.Choice) {
	for _, c := range model.Classes {
		choices = append(choices, widgets.Choice{Key: string(c), Title: p.around.Book.Word(c)})
	}
	return choices
}
