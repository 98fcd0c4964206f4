package settings

import (
	"fmt"

	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/widgets"
)

// hoursForm is the part of the form that says which time counts.
type hoursForm struct {
	form     *timesForm
	kind     *widgets.Pick
	days     weekForm
	seasons  *listEditor[model.Season]
	holidays *listEditor[model.Holiday]
	parts    []fyne.CanvasObject // that are there only for office hours
	filled   bool                // with hours of the office or to begin with
}

// The kinds of calendars.
const (
	allDay      = "allDay"
	officeHours = "hours"
)

func newHoursForm(f *timesForm) *hoursForm {
	around := f.times.page.around
	h := &hoursForm{form: f}
	h.kind = widgets.NewPick("", []widgets.Choice{
		{Key: allDay, Title: around.T("field.allDay")}, {Key: officeHours, Title: around.T("settings.times.hours")}})
	h.kind.OnChange = h.choose
	h.days = f.times.page.newWeekForm()
	h.seasons, h.holidays = h.newSeasons(), h.newHolidays()
	return h
}

// sections are the calendar's parts of the page.
func (h *hoursForm) sections() []fyne.CanvasObject {
	around := h.form.times.page.around
	kind := h.form.add(widgets.NewField("calendar", "", h.kind).Hint(around.T("settings.times.calendar.hint")).Wide())
	days := h.form.add(h.days.fields()...)
	seasons := h.form.add(widgets.NewField("seasons", "", h.seasons.content).Hint(around.T("settings.times.seasons.hint")).Wide())
	holidays := h.form.add(widgets.NewField("holidays", "", h.holidays.content).Hint(around.T("settings.times.holidays.hint")).Wide())
	h.parts = []fyne.CanvasObject{
		widgets.NewSection(around.T("settings.times.hours"), nil, days),
		widgets.NewSection(around.T("field.seasons"), nil, seasons),
		widgets.NewSection(around.T("field.holidays"), nil, holidays),
	}
	return append([]fyne.CanvasObject{widgets.NewSection(around.T("field.calendar"), nil, kind)}, h.parts...)
}

// choose shows the hours where they count, at first those of the Perpres.
func (h *hoursForm) choose(kind string) {
	if kind == officeHours && !h.filled {
		h.fill(h.form.times.page.desk.OfficeHours())
		return
	}
	for _, part := range h.parts {
		if kind == officeHours {
			part.Show()
		} else {
			part.Hide()
		}
	}
	if h.form.content != nil {
		h.form.content.Refresh()
	}
}

func (h *hoursForm) fill(c *model.Calendar) {
	if c == nil {
		h.kind.SetSelected(allDay)
		h.choose(allDay)
		return
	}
	h.filled = true
	h.days.fill(c.Week)
	h.seasons.set(c.Seasons)
	h.holidays.set(c.Holidays)
	h.kind.SetSelected(officeHours)
	h.choose(officeHours)
}

// calendar is what is written, or that all day counts.
func (h *hoursForm) calendar(wrong func(field string, err error)) (c *model.Calendar, allTheDay bool) {
	if h.kind.Selected() != officeHours {
		return nil, true
	}
	return model.NewCalendar(model.Calendar{Week: h.days.week(wrong), Seasons: h.seasons.rows, Holidays: h.holidays.rows}), false
}

// weekForm is the hours of each day of a week, written as text.
type weekForm struct {
	page    *Page
	entries [7]*widgets.Entry // Sunday first
}

func (p *Page) newWeekForm() weekForm {
	w := weekForm{page: p}
	for day := range w.entries {
		entry := widgets.NewEntry(p.around.T("settings.times.closed"))
		entry.OnDone = func() {
			if hours, err := p.around.Book.ParseDayHours(entry.Text); err == nil {
				entry.SetText(p.around.Book.DayHours(hours))
			}
		}
		w.entries[day] = entry
	}
	return w
}

// fields are the days, Monday first.
func (w weekForm) fields() (fields []*widgets.Field) {
	for i := range 7 {
		day := (i + 1) % 7
		fields = append(fields, widgets.NewField(dayField(day), w.page.around.T(fmt.Sprintf("day.%d", day)), w.entries[day]))
	}
	return fields
}

func dayField(day int) string { return fmt.Sprintf("day.%d", day) }

func (w weekForm) fill(week model.Week) {
	for day, hours := range week {
		w.entries[day].SetText(w.page.around.Book.DayHours(hours))
	}
}

// week is what is written; a day that cannot be read or counted is told at its
// field.
func (w weekForm) week(wrong func(field string, err error)) (week model.Week) {
	for day, entry := range w.entries {
		hours, err := w.page.around.Book.ParseDayHours(entry.Text)
		if err == nil && len(hours) > 0 {
			err = (&model.Calendar{Week: model.Week{hours}}).Check()
		}
		wrong(dayField(day), err)
		week[day] = hours
	}
	return week
}
