package incidents

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/widgets"
)

// act is something that can be done about an incident, beside its steps.
type act struct {
	name string
	when func(model.Incident) bool
	ask  func(*detail)
}

func isOpen(i model.Incident) bool   { return i.Outcome == "" }
func hasEnded(i model.Incident) bool { return i.Outcome != "" }
func always(model.Incident) bool     { return true }

func paused(i model.Incident) bool {
	_, is := i.PausedNow()
	return is
}

// promised reports whether a promise runs about which somebody can be told: a clock,
// or a letter that is still to be sent.
func promised(i model.Incident) bool {
	_, runs := app.NearerClock(i.Course, i.ReceivedAt)
	return isOpen(i) && runs || slices.ContainsFunc(i.Duties(endless), func(d model.LegalDuty) bool { return d.Waits() && d.Due.Known() })
}

// endless is after whatever was recorded: letters have no future.
const endless = model.Instant(math.MaxInt64)

// acts in the order of the menu; an empty name is a line between them.
func acts() []act {
	return []act{
		{"assign", isOpen, (*detail).askAssign},
		{"reclassify", isOpen, (*detail).askClass},
		{"answer", func(i model.Incident) bool { return isOpen(i) && !i.AnsweredAt.Known() }, (*detail).askAnswer},
		{"pause", func(i model.Incident) bool { return isOpen(i) && !paused(i) }, (*detail).askPause},
		{"resume", func(i model.Incident) bool { return isOpen(i) && paused(i) }, (*detail).askResume},
		{"relay", promised, (*detail).askRelay},
		{"correct", func(i model.Incident) bool { return isOpen(i) && len(correctable(i)) > 0 }, func(d *detail) { d.askCorrection(0) }},
		{"", isOpen, nil},
		{"chronology", isOpen, (*detail).askChronology},
		{"action", isOpen, (*detail).askAction},
		{"evidence", isOpen, (*detail).askEvidence},
		{"custody", func(i model.Incident) bool { return len(i.Evidence) > 0 }, (*detail).askCustody},
		{"notice", always, (*detail).askNotice},
		{"note", always, (*detail).askNote},
		{"link", always, (*detail).askLink},
		{"tag", always, (*detail).askTags},
		{"number", always, func(d *detail) { d.askNumber(paperOf(d.incident.Outcome)) }},
		{"share", always, (*detail).askShare},
		{"", always, nil},
		{"reject", isOpen, (*detail).askReject},
		{"duplicate", isOpen, (*detail).askDuplicate},
		{"merge", isOpen, (*detail).askMerge},
		{"unmerge", isMerged, func(d *detail) {
			e, _ := d.incident.Merged()
			d.askUnmerge(d.incident.ID, model.Ticket(d.ticket(string(e.Duplicate))))
		}},
		{"reopen", func(i model.Incident) bool { return hasEnded(i) && !isMerged(i) }, (*detail).askReopen},
		{"undo", always, (*detail).askUndo},
		{"", always, nil},
		{"erase", always, (*detail).askErasure},
	}
}

// dialogs are the parts of a route that ask something about an open incident at once.
var dialogs = map[string]func(*detail){
	"step": (*detail).askStep, "report": (*detail).askStep, "announce": (*detail).askStep,
	"assign": (*detail).askAssign, "conflicts": (*detail).askConflicts,
}

// askPart opens the dialog that a route names: one of the above, or an act of the
// menu.
func (d *detail) askPart(part string) {
	if ask := dialogs[part]; ask != nil && isOpen(d.incident) {
		ask(d)
		return
	}
	for _, a := range acts() {
		if part != "" && a.name == part && dialogs[part] == nil && a.when(d.incident) {
			a.ask(d)
		}
	}
}

func (d *detail) actMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, a := range acts() {
		switch {
		case !a.when(d.incident):
		case a.name == "":
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		default:
			menu.Items = append(menu.Items, fyne.NewMenuItem(d.T("incidents.act."+a.name), func() { a.ask(d) }))
		}
	}
	return menu
}

func (d *detail) askAssign() {
	teams := newTicks(d.teamChoices(), d.incident.Teams)
	people := newRoster(d.Page, d.incident.Persons)
	d.ask(question{
		title: d.T("incidents.act.assign"), primary: d.T("common.save"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{d.labelled("teams", teams.box), d.labelled("persons", people.whole)},
		do: func() error {
			now, has := people.ticked(), strs(d.incident.Persons)
			return d.do(app.Assign{
				Incident: d.ref(), Teams: teams.ticked(), RemoveTeams: lacking(d.incident.Teams, teams.ticked()),
				Persons: typed[app.PersonRef](now), RemovePersons: typed[app.PersonRef](lacking(has, now)),
			})
		},
	})
}

// lacking are the names that are no longer there.
func lacking(had, now []string) []string {
	return slices.DeleteFunc(slices.Clone(had), func(s string) bool { return slices.Contains(now, s) })
}

func (d *detail) askClass() {
	class := d.pick(choicesOf(d.Page, model.Classes), string(d.incident.Class))
	reason, deed := widgets.NewLongEntry("", 3), d.when(d.now())
	d.ask(question{
		title: d.T("incidents.act.reclassify"), primary: d.T("common.save"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{
			d.labelled("class", class).Required().Hint(d.T("incidents.class.effect")),
			d.labelled("reason", reason), d.deedField(deed),
		},
		do: func() error {
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return d.doAt(app.ClassifyIncident{Incident: d.ref(), Class: model.Class(class.Selected()), Reason: reason.Text}, at)
		},
	})
}

func (d *detail) askAnswer() {
	answer, deed := widgets.NewLongEntry("", 4), d.when(d.now())
	d.ask(question{
		title: d.T("incidents.act.answer"), primary: d.T("common.save"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{d.labelled("answer", answer).Hint(d.T("incidents.answer.hint")), d.deedField(deed)},
		do: func() error {
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return d.doAt(app.AnswerReporter{Incident: d.ref(), Answer: answer.Text}, at)
		},
	})
}

func (d *detail) askReject() {
	d.askTurn("incidents.act.reject", "incidents.reject.hint", func(reason string) app.Command {
		return app.RejectIncident{Incident: d.ref(), Reason: reason}
	})
}

func (d *detail) askReopen() {
	d.askTurn("incidents.act.reopen", "incidents.reopen.hint", func(reason string) app.Command {
		return app.ReopenIncident{Incident: d.ref(), Reason: reason}
	})
}

// askTurn asks why and when an incident was ended or opened again.
func (d *detail) askTurn(word, hint string, order func(reason string) app.Command) {
	reason, deed := widgets.NewLongEntry("", 3), d.when(d.now())
	d.ask(question{
		title: d.T(word), primary: d.T(word), danger: true, done: d.T("incidents.saved"),
		fields: []*widgets.Field{d.labelled("reason", reason).Required().Hint(d.T(hint)), d.deedField(deed)},
		do: func() error {
			at, err := d.deedAt(deed)
			if err != nil {
				return err
			}
			return d.doAt(order(reason.Text), at)
		},
	})
}

func (d *detail) askDuplicate() { d.askDuplicateOf("") }

// askDuplicateOf ends the incident as a duplicate of another; one may be chosen already.
func (d *detail) askDuplicateOf(other model.IncidentID) {
	of := d.pick(d.incidentChoices(d.incident.ID, d.desk.Search(app.Filter{})), string(other))
	reason, deed := widgets.NewLongEntry("", 3), d.when(d.now())
	d.ask(question{
		title: d.T("incidents.act.duplicate"), primary: d.T("incidents.act.duplicate"), danger: true,
		fields: []*widgets.Field{
			d.labelled("duplicateOf", of).Required().Hint(d.T("incidents.duplicate.hint")), d.labelled("reason", reason).Required(),
			d.deedField(deed),
		},
		do: func() error {
			at, err := d.deedAt(deed)
			if err != nil {
				return err
			}
			if of.Selected() == "" {
				return model.RefuseAt("duplicateOf", "refuse.duplicate-of")
			}
			return d.doAt(app.MarkDuplicate{Incident: d.ref(), DuplicateOf: app.IncidentRef(of.Selected()), Reason: reason.Text}, at)
		},
		done: d.T("incidents.ended.done", "Ticket", string(d.incident.Ticket), "Outcome", model.Duplicate),
	})
}

// correctable are the steps of the present segment whose instant can be corrected.
func correctable(i model.Incident) (steps []model.Step) {
	for _, p := range i.Passages {
		if p.Segment == i.Segment() && p.Step > model.StepReport {
			steps = append(steps, p.Step)
		}
	}
	return steps
}

// askCorrection corrects the instant of a passed step; 0 takes the last one.
func (d *detail) askCorrection(step model.Step) {
	steps := correctable(d.incident)
	if step == 0 {
		step = steps[len(steps)-1]
	}
	was := func(s model.Step) model.Instant { return d.incident.PassedAt(d.incident.Segment(), s) }
	choices := slices.DeleteFunc(d.stepChoices(), func(c widgets.Choice) bool {
		return !slices.ContainsFunc(steps, func(s model.Step) bool { return c.Key == stepKey([]model.Step{s}) })
	})
	chosen := step
	which := d.pick(choices, stepKey([]model.Step{step}))
	when, reason := d.when(was(step)), widgets.NewLongEntry("", 3)
	which.OnChange = func(key string) {
		chosen = model.Step(key[0] - '0')
		when.SetValue(was(chosen).Time())
	}
	d.ask(question{
		title: d.T("incidents.act.correct"), primary: d.T("common.save"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{
			d.labelled("step", which), widgets.NewField("passedAt", d.T("field.passedAt"), when.When).Required(),
			d.labelled("reason", reason).Required().Hint(d.T("incidents.correct.hint")),
		},
		do: func() error {
			at, err := when.at("passedAt")
			if err != nil {
				return err
			}
			return d.do(app.CorrectStepTime{Incident: d.ref(), Step: chosen, PassedAt: at, Reason: reason.Text})
		},
	})
}
