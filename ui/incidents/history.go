package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// newestEvents are shown at first; a long history is drawn in full only when asked.
const newestEvents = 20

// history shows every change with before and after, the newest first.
func (d *detail) history() fyne.CanvasObject {
	place := container.NewVBox(widgets.NewMuted(d.T("common.loading")))
	id := d.incident.ID
	widgets.Run(d.Doors, func() []event {
		changes, err := d.desk.History(id)
		if err != nil {
			return []event{{err: err}}
		}
		return eventsOf(changes)
	}, func(events []event) {
		place.Objects = d.eventSections(events)
		d.scroll.Refresh()
	})
	return place
}

// event is what one event changed.
type event struct {
	changes []model.Change
	err     error
}

// eventsOf groups changes by their event, the newest first.
func eventsOf(changes []model.Change) (events []event) {
	for n := len(changes); n > 0; {
		first := n - 1
		for first > 0 && changes[first-1].Mark == changes[n-1].Mark {
			first--
		}
		events = append(events, event{changes: changes[first:n]})
		n = first
	}
	return events
}

func (d *detail) eventSections(events []event) (sections []fyne.CanvasObject) {
	for n, e := range events {
		if n == newestEvents && !d.wholeLog {
			more := widgets.NewButton(d.Book.N("incidents.history.more", len(events)-n), look.IconDown, func() {
				d.wholeLog = true
				d.drawSection()
			})
			return append(sections, more)
		}
		if e.err != nil {
			return append(sections, widgets.NewProse(d.Book.Refusal(e.err)))
		}
		sections = append(sections, d.eventSection(e.changes))
	}
	return sections
}

func (d *detail) eventSection(changes []model.Change) fyne.CanvasObject {
	first := changes[0]
	typed := widgets.NewMuted(d.T("incidents.history.typed", "At", d.Book.DateTime(first.At.Time()), "Who", orDash(d.Page, d.names.people[first.By])))
	return widgets.NewSection(d.T("kind."+string(first.Kind)), typed, d.changed(changes))
}

// changed sets before beside after; what had nothing before is only told.
func (d *detail) changed(changes []model.Change) fyne.CanvasObject {
	var diff []widgets.Change
	facts, anew := container.NewVBox(), true
	for _, c := range changes {
		one := widgets.Change{Field: d.fieldLabel(c.Field), Before: d.value(c.Field, c.Before), After: d.value(c.Field, c.After)}
		if c.Erased {
			one.After = d.T("erase.erased")
		}
		diff = append(diff, one)
		facts.Add(d.fact(one.Field, one.After))
		anew = anew && one.Before == ""
	}
	if anew {
		return facts
	}
	return widgets.NewDiff(d.T("incidents.history.field"), d.T("incidents.history.before"), d.T("incidents.history.after"), diff)
}
