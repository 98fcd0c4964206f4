package exchange

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// fork says what to do about a copied desk, what only the other copy recorded,
// and lets a person say that it has been dealt with.
func (o *one) fork() []fyne.CanvasObject {
	settle := widgets.NewPrimary(o.d.T("decide.fork.settle"), look.IconKept, func() {
		if err := o.d.desk.SettleFork(o.Desk.Desk); err != nil {
			o.d.Fail(err)
			return
		}
		o.d.Tell(look.Kept, o.d.T("decide.fork.settled", "Desk", o.d.Book.DeskName(o.Desk)), nil)
		o.d.back()
	})
	o.first = settle
	key, args := app.Fork{File: o.File}.Todo()
	acts := widgets.NewSection(o.d.T("decide.acts"), nil, widgets.Stacked(widgets.NewProse(o.d.T(key, args...)), widgets.NewFlow(settle)))
	if o.File == "" {
		return []fyne.CanvasObject{acts}
	}
	return []fyne.CanvasObject{
		acts,
		widgets.NewSection(o.d.T("decide.fork.only"), nil, o.recordedElsewhere()),
	}
}

// recordedElsewhere lists what stands only in the file that was set aside.
func (o *one) recordedElsewhere() fyne.CanvasObject {
	list := widgets.Stacked(widgets.NewMuted(o.d.T("common.loading")))
	var changes []model.Change
	widgets.Run(o.d.Doors, func() (err error) {
		changes, err = o.d.desk.ForkedEvents(o.Desk.Desk)
		return err
	}, func(err error) {
		list.Objects = nil
		if err != nil {
			list.Add(widgets.NewProse(o.d.Book.Refusal(err)))
		}
		for _, c := range changes {
			list.Add(widgets.NewProse(o.d.change(c)))
		}
		list.Refresh()
	})
	return list
}

// change is one thing that was recorded, on one line.
func (d *decide) change(c model.Change) string {
	words := d.Book.Recorded(c.Field, c.After, d.desk)
	if words == "" {
		words = d.T("common.notrecorded")
	}
	who := d.desk.Person(c.By).Name
	if who == "" {
		who = d.T("common.notrecorded")
	}
	return d.T("decide.fork.line", "At", d.Book.DateTime(c.At.Time()), "Who", who, "What", d.T("kind."+string(c.Kind)), "Field", d.Book.FieldLabel(c.Field), "Words", words)
}
