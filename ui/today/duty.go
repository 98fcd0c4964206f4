package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

func (p *Page) showDuty(now model.Instant) {
	on, next := app.Watches(p.desk.Duties(), now)
	schedule := widgets.NewQuiet(p.around.T("today.schedule"), look.IconCalendar, func() {
		p.around.Go(place.Route{Place: place.People, Part: "duty"})
	})
	p.duty.Objects = []fyne.CanvasObject{widgets.NewSection(p.around.T("today.duty"), schedule, container.NewVBox(widgets.Columns(
		p.watch("today.onduty", "today.nobody", on, func(d model.Duty) string {
			return p.around.T("today.until", "At", p.around.Book.DateTime(d.EndAt.Time()))
		}),
		p.watch("today.nextduty", "today.unplanned", next, func(d model.Duty) string {
			return p.around.T("today.from", "At", p.around.Book.DateTime(d.StartAt.Time()))
		})), p.handover))}
	p.handsOver = app.Handover(on)
	p.tickDuty(now)
	p.duty.Refresh()
}

// tickDuty writes how long it is until the duty is handed over.
func (p *Page) tickDuty(now model.Instant) {
	said := ""
	if p.handsOver > now {
		said = p.around.T("today.handover", "At", shortly(p.around.Book, p.handsOver, now), "Left", p.handsOver.Sub(now))
	}
	p.handover.SetText(said)
}

// watch names the people of some turns with their telephone, or says that there
// is nobody.
func (p *Page) watch(heading, empty string, turns []model.Duty, when func(model.Duty) string) fyne.CanvasObject {
	column := container.NewVBox(widgets.NewMuted(p.around.T(heading)))
	if len(turns) == 0 {
		nobody := widgets.NewWords(p.around.T(empty))
		nobody.SetTone(look.Warning)
		column.Add(container.NewHBox(widget.NewIcon(look.Warning.Icon()), nobody))
	}
	for _, d := range turns {
		person := p.desk.Person(d.Person)
		name, span := widgets.NewWords(person.Name), widgets.NewMuted(when(d))
		name.Bold, name.Shorten, span.Shorten = true, true, true
		phone := person.Phone
		if phone == "" {
			phone = p.around.T("today.nophone")
		}
		number := container.NewHBox(widget.NewIcon(look.IconPhone), widgets.NewWords(phone))
		column.Add(name)
		column.Add(number)
		column.Add(span)
	}
	return column
}
