package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// stepAsks are the fields that the dialog of a step shows: what Lampiran III requires
// of it, and what is usually known by then. Class, teams and actions are asked apart.
var stepAsks = map[model.Step][]string{
	model.StepReport:      {"reporterName", "description"},
	model.StepReceive:     {"title", "channel", "system"},
	model.StepAnalyse:     {"category", "initialAnalysis"},
	model.StepDecide:      {"impact", "risk", "priority"},
	model.StepInvestigate: {"analysis"},
	model.StepConclude:    {"rootCause", "lessons", "recommendations", "conclusion"},
	model.StepAnnounce:    {"announcement", "notAnnounced"},
}

// stepDialog collects what passing the present step needs.
type stepDialog struct {
	*detail
	form   *detailForm
	class  *widgets.Pick
	teams  *ticks
	people *roster
	phase  *widgets.Pick
	action *widgets.Entry
	note   *widgets.Entry
	deed   whenInput
}

// askStep asks for what the present step requires and passes it.
func (d *detail) askStep() {
	i := d.incident
	s := &stepDialog{detail: d, form: d.newDetailForm(i, undisputed(i, stepAsks[i.Step])...), note: widgets.NewLongEntry("", 2), deed: d.when(d.now())}
	fields := append(s.form.fields, s.special()...)
	fields = append(fields, d.labelled("note", s.note).Wide(), d.deedField(s.deed).Wide())
	s.markRequired(fields)
	d.ask(question{
		title:   d.T("incidents.pass.title", "Number", int(i.Step), "Step", d.T(i.Step.WordKey())),
		primary: d.passWord(i.Step), width: 760, fields: fields, do: s.pass,
		done: d.T("incidents.passed", "Ticket", string(i.Ticket), "Step", d.T(i.Step.WordKey()+".short")),
	})
}

// markRequired marks what the step cannot do without.
func (s *stepDialog) markRequired(fields []*widgets.Field) {
	activity, _ := s.incident.Step.Of()
	for _, f := range fields {
		for _, r := range activity.Requires {
			switch {
			case r.Name != f.ID:
			case r.Name == "announcement":
				f.Hint(s.T("incidents.announcement.hint"))
			default:
				f.Required()
			}
		}
	}
}

// special are the questions that are not plain fields of the incident.
func (s *stepDialog) special() []*widgets.Field {
	i := s.incident
	switch i.Step {
	case model.StepReceive:
		s.class = s.pick(choicesOf(s.Page, model.Classes), string(i.Class))
		return []*widgets.Field{s.labelled("class", s.class).Hint(s.T("incidents.class.decides"))}
	case model.StepEscalate:
		s.teams = newTicks(s.teamChoices(), i.Teams)
		hint := ""
		if c, known := s.desk.Office().Category(i.Category); known {
			hint = s.T("incidents.team.proposed", "Team", c.Team)
			if len(i.Teams) == 0 {
				s.teams.tick(c.Team)
			}
		}
		s.people = newRoster(s.Page, nil)
		return []*widgets.Field{s.labelled("teams", s.teams.box).Hint(hint), s.labelled("persons", s.people.whole)}
	case model.StepRecover:
		s.phase = s.pick(choicesOf(s.Page, model.ActionPhases), "recovery")
		s.action = widgets.NewLongEntry("", 3)
		text := s.labelled("actionText", s.action).Wide()
		if len(i.Actions) == 0 {
			text.Required()
		} else {
			text.Hint(s.Book.N("incidents.action.recorded", len(i.Actions)))
		}
		return []*widgets.Field{s.labelled("actionPhase", s.phase), text}
	}
	return nil
}

// pass gives the order with everything that was asked.
func (s *stepDialog) pass() error {
	at, err := s.deedAt(s.deed)
	if err != nil {
		return err
	}
	details, err := s.form.details()
	if err != nil {
		return err
	}
	order := app.PassStep{Incident: s.ref(), Step: s.incident.Step, Note: s.note.Text, Details: details}
	if s.class != nil {
		order.Class = model.Class(s.class.Selected())
	}
	if s.teams != nil {
		order.Teams, order.Persons = s.teams.ticked(), typed[app.PersonRef](s.people.ticked())
	}
	if s.action != nil {
		order.ActionPhase, order.ActionText = model.ActionPhase(s.phase.Selected()), s.action.Text
	}
	return s.doAt(order, at)
}

func (d *detail) passWord(step model.Step) string {
	return d.T("incidents.pass." + string(rune('0'+step)))
}

// deedField asks when the deed was done; the order keeps beside it when it was typed in.
func (d *detail) deedField(w whenInput) *widgets.Field {
	return widgets.NewField("at", d.T("incidents.deed"), w.When).Hint(d.T("incidents.deed.hint"))
}

// deedAt is the instant of a deed. A minute in which the incident's last deed lies
// means the instant after it: people write minutes, the record knows seconds.
func (d *detail) deedAt(w whenInput) (model.Instant, error) {
	at, err := w.at("at")
	if err != nil || at == w.shown {
		return at, err
	}
	return sameMinute(at, d.incident.LastAt()), nil
}

// askNotIncident answers step 4 with "Tidak".
func (d *detail) askNotIncident() {
	reason, answer, deed := widgets.NewLongEntry("", 3), widgets.NewLongEntry("", 4), d.when(d.now())
	d.ask(question{
		title: d.T("incidents.decide.no.title"), primary: d.T("incidents.decide.no"), danger: true, width: 640,
		fields: []*widgets.Field{
			d.labelled("reason", reason).Required(), d.labelled("answer", answer).Required().Hint(d.T("incidents.decide.no.hint")),
			d.deedField(deed),
		},
		do: func() error {
			at, err := d.deedAt(deed)
			if err != nil {
				return err
			}
			return d.doAt(app.NotAnIncident{Incident: d.ref(), Reason: reason.Text, Answer: answer.Text}, at)
		},
		done: d.T("incidents.ended.done", "Ticket", string(d.incident.Ticket), "Outcome", model.NotIncident),
	})
}

// roster are persons with a tick, and a chooser that adds one more.
type roster struct {
	*ticks
	whole *fyne.Container
}

func newRoster(p *Page, ids []model.PersonID) *roster {
	r := &roster{ticks: newTicks(nil, nil)}
	choices := p.personChoices()
	for _, id := range ids {
		r.add(widgets.Choice{Key: string(id), Title: p.names.people[id]}, true)
	}
	add := p.pick(choices, "")
	add.OnChange = func(key string) {
		if !r.tick(key) {
			r.add(widgets.Choice{Key: key, Title: p.names.people[model.PersonID(key)]}, true)
		}
		add.SetSelected("")
	}
	r.whole = container.NewVBox(r.box, add)
	return r
}
