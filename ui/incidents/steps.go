package incidents

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// drawSteps shows the nine activities of Lampiran III with who did them when.
func (d *detail) drawSteps() {
	var steps []widgets.Step
	for _, a := range model.Activities {
		steps = append(steps, d.stepFace(a))
	}
	d.steps.SetSteps(steps)
}

func (d *detail) stepFace(a model.Activity) widgets.Step {
	i := d.incident
	face := widgets.Step{Title: d.T(a.Step.WordKey() + ".short"), Who: d.Book.Word(a.By)}
	passage, passed := lastPassage(i.Course, a.Step)
	switch {
	case i.Outcome != "" && i.Outcome != model.Closed && a.Step == i.Step:
		face.State, face.Word = widgets.StepEnded, d.Book.Word(i.Outcome)
	case a.Step == i.Step && i.Outcome == "":
		face.State, face.Word = widgets.StepCurrent, d.T("incidents.step.ready")
		if len(i.Missing())+len(i.Unsettled()) > 0 {
			face.State, face.Word = widgets.StepBlocked, d.T("incidents.step.missing")
		}
	case a.Step < i.Step && passed:
		face.State, face.Word = widgets.StepDone, d.T("incidents.step.done")
		face.When, face.Who = d.stamp(passage.At), d.names.people[passage.Signed().By]
	}
	return face
}

// lastPassage is the latest time that a step was done, in whichever segment.
func lastPassage(c model.Course, step model.Step) (last model.Passage, done bool) {
	for _, p := range c.Passages {
		if p.Step == step && (!done || p.Segment >= last.Segment) {
			last, done = p, true
		}
	}
	return last, done
}

// stepTapped opens the next act at the present step, and the correction of its
// instant at one that was passed.
func (d *detail) stepTapped(step model.Step) {
	switch {
	case d.incident.Outcome != "":
	case step == d.incident.Step:
		d.askStep()
	case step > model.StepReport && d.incident.PassedAt(d.incident.Segment(), step).Known():
		d.askCorrection(step)
	}
}

// drawNext says what is to be done now, by whom, and what it still lacks.
func (d *detail) drawNext() {
	i := d.incident
	d.primary.Hidden, d.no.Hidden = i.Outcome != "", i.Outcome != "" || i.Step != model.StepDecide
	if i.Outcome != "" {
		d.setNext(widgets.NewProse(d.endingWords()))
		return
	}
	d.primary.SetText(d.T("incidents.pass." + strconv.Itoa(int(i.Step))))
	activity, _ := i.Step.Of()
	head := d.T("incidents.next", "Step", d.T(i.Step.WordKey()), "Number", int(i.Step), "Who", d.performer(activity))
	tone, missing := look.Kept, d.T("incidents.next.ready")
	if open := i.Unsettled(); len(open) > 0 {
		tone, missing = look.Warning, d.T("incidents.next.disputed", "Fields", open)
	}
	if lacking := i.Missing(); len(lacking) > 0 {
		tone = look.Warning
		missing = d.T("incidents.next.missing", "Missing",
			strings.Join(each(lacking, func(r model.Requirement) string { return d.Book.Word(r) }), "; "))
	}
	what, lacks := widgets.NewWords(head), widgets.NewWords(missing)
	what.Bold, what.Shorten = true, true
	lacks.Colour, lacks.Shorten = tone.Color(), true
	d.setNext(container.NewVBox(what, lacks))
}

func (d *detail) setNext(content fyne.CanvasObject) {
	d.next.Objects = []fyne.CanvasObject{content}
	d.next.Refresh()
}

// performer is the column of Lampiran III, and for the third one the teams by name.
func (d *detail) performer(a model.Activity) string {
	who := d.Book.Word(a.By)
	if a.By == model.CategoryTeam && len(d.incident.Teams) > 0 {
		who += " (" + strings.Join(each(d.incident.Teams, func(t string) string { return d.T(model.TeamKey(t)) }), ", ") + ")"
	}
	return who
}

// endingWords say how and why an incident ended, and of which it is a duplicate.
func (d *detail) endingWords() string {
	i := d.incident
	last := model.Ending{}
	for _, e := range i.Endings {
		if e.Segment >= last.Segment {
			last = e
		}
	}
	said := d.T("incidents.ended", "Outcome", i.Outcome, "At", d.dateTime(i.CompletedAt), "Who", orDash(d.Page, d.names.people[last.By]))
	var original, reason string
	if last.Duplicate != "" {
		original = d.T("incidents.ended.duplicate", "Ticket", d.ticket(string(last.Duplicate)))
	}
	if last.Reason != "" {
		reason = d.T("incidents.ended.reason", "Reason", last.Reason)
	}
	return joined(said, original, reason)
}
