package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// dayButton opens the day-by-day table of a clock that counts office hours;
// nil for one that counts all day.
func (d *detail) dayButton(name string, k model.Clock) fyne.CanvasObject {
	if len(k.Days()) == 0 {
		return nil
	}
	return widgets.NewQuiet(d.T("incidents.days.open", "Clock", name), look.IconClock, func() { d.showDays(name, k) })
}

func (d *detail) dayCounted(day model.CountedDay) string {
	if day.Counted == 0 {
		return d.T("format.none")
	}
	return d.Book.Hours(day.Counted.Duration())
}

// showDays is the way to a deadline, day by day, as an inspector adds it up.
func (d *detail) showDays(name string, k model.Clock) {
	text := func(id, key string, width, stretch float32, of func(model.CountedDay) string) widgets.Column[model.CountedDay] {
		return widgets.Column[model.CountedDay]{ID: id, Title: d.T(key), Width: width, Stretch: stretch, Text: of}
	}
	table := widgets.NewTable(func(day model.CountedDay) string { return string(day.Date) },
		text("date", "days.date", 210, 1, func(day model.CountedDay) string { return d.Book.Weekday(day.Date) }),
		text("hours", "days.hours", 260, 2, d.Book.Day),
		text("counted", "days.counted", 120, 0, d.dayCounted),
		text("sum", "days.sum", 120, 0, func(day model.CountedDay) string { return d.Book.Hours(day.Sum.Duration()) }))
	table.SetRows(k.Days())
	dialog := widgets.Dialog{Title: d.T("incidents.days.title", "Clock", name), Width: 860, Primary: d.T("common.close"),
		Content: widgets.Stacked(widgets.NewProse(d.why(k)), container.NewGridWrap(fyne.NewSize(820, 380), table)), OnPrimary: func() bool { return true }}
	dialog.Show(d.Canvas())
}
