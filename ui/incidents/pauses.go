package incidents

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// pauses lists when the resolution clock stood still and why, and what all of
// that adds up to.
func (d *detail) pauses() fyne.CanvasObject {
	sum := d.incident.PauseSum(d.now())
	lines := container.NewVBox()
	for _, pause := range sum.Pauses {
		lines.Add(widgets.NewProse(d.pauseWords(pause, sum)))
	}
	if len(sum.Pauses) > 1 || sum.Outside {
		lines.Add(widgets.NewProse(d.pauseTotal(sum)))
	}
	if !paused(d.incident) {
		return lines
	}
	resume := widgets.NewButton(d.T("incidents.act.resume"), look.IconClock, d.askResume)
	return container.NewBorder(nil, nil, nil, container.NewCenter(resume), lines)
}

func (d *detail) pauseWords(pause model.CountedPause, sum model.PauseSum) string {
	stamp := d.Book.Stamps(sum.Instants()...)
	words := d.T("incidents.pause.lasting", "Reason", pause.Reason, "From", stamp(pause.From), "Expected", d.stamp(pause.Expected))
	if pause.Until.Known() {
		length := d.Book.Hours(pause.Counted.Duration())
		if sum.Office {
			length = d.T("incidents.pause.office", "Length", length)
		}
		words = d.T("incidents.pause.over", "Reason", pause.Reason, "From", stamp(pause.From), "Until", stamp(pause.Until), "Length", length)
	}
	return joined(words, pause.Note, d.names.people[pause.By])
}

// pauseTotal is what the pauses add up to, and why that is not the plain sum.
func (d *detail) pauseTotal(sum model.PauseSum) string {
	key := "pauses.sum"
	if sum.Office {
		key = "pauses.sum.office"
	}
	words := append([]string{d.T(key, "Total", d.Book.Hours(sum.Total.Duration()))}, d.Book.PauseNotes(sum)...)
	return strings.Join(words, " ")
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
