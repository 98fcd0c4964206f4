package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// pauses lists when the resolution clock stood still and why.
func (d *detail) pauses() fyne.CanvasObject {
	lines := container.NewVBox()
	for _, pause := range d.incident.Pauses {
		lines.Add(widgets.NewProse(d.pauseWords(pause)))
	}
	if !paused(d.incident) {
		return lines
	}
	resume := widgets.NewButton(d.T("incidents.act.resume"), look.IconClock, d.askResume)
	return container.NewBorder(nil, nil, nil, container.NewCenter(resume), lines)
}

func (d *detail) pauseWords(pause model.Pause) string {
	words := d.T("incidents.pause.lasting", "Reason", pause.Reason, "From", d.stamp(pause.From), "Expected", d.stamp(pause.Expected))
	if pause.Until.Known() {
		words = d.T("incidents.pause.over", "Reason", pause.Reason, "From", d.stamp(pause.From), "Until", d.stamp(pause.Until),
			"Length", d.Book.Duration(pause.Until.Sub(pause.From)))
	}
	return joined(words, pause.Note, d.names.people[pause.By])
}

func (d *detail) askPause() {
	reason := d.pick(choicesOf(d.Page, d.incident.PauseReasons()), "")
	expected, deed, note := d.when(0), d.when(d.now()), widgets.NewLongEntry("", 2)
	d.ask(question{
		title: d.T("incidents.act.pause"), primary: d.T("incidents.act.pause"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{
			d.labelled("reason", reason).Required().Hint(d.T("incidents.pause.hint")),
			d.labelled("expected", expected.When).Required(), d.labelled("note", note), d.deedField(deed),
		},
		do: func() error {
			until, err := expected.at("expected")
			if err != nil {
				return err
			}
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return d.doAt(app.PauseClock{Incident: d.ref(), Reason: model.PauseReason(reason.Selected()), Expected: until, Note: note.Text}, at)
		},
	})
}

func (d *detail) askResume() {
	deed := d.when(d.now())
	d.ask(question{
		title: d.T("incidents.act.resume"), primary: d.T("incidents.act.resume"), done: d.T("incidents.saved"),
		fields: []*widgets.Field{d.deedField(deed)},
		do: func() error {
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return d.doAt(app.ResumeClock{Incident: d.ref()}, at)
		},
	})
}
