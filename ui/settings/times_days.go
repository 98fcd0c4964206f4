package settings

import (
	"io"
	"os"
	"time"

	"siaga/app/whole"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// newSeasons is the list of spans of days with hours of their own.
func (h *hoursForm) newSeasons() *listEditor[model.Season] {
	around := h.form.times.page.around
	return newListEditor(h.form.times.page, func(s model.Season) string { return s.Name + string(s.From) }, h.askSeason, 150, []widgets.Column[model.Season]{
		{ID: "name", Title: around.T("common.name"), Width: 275, Text: func(s model.Season) string { return s.Name }},
		{ID: "days", Title: around.T("settings.times.column.days"), Width: 200, Text: func(s model.Season) string {
			return around.Book.Range(s.From.Begin(h.form.zone()).Time(), s.To.Begin(h.form.zone()).Time())
		}},
		{ID: "week", Title: around.T("settings.times.hours"), Width: 200, Stretch: 1, Text: func(s model.Season) string { return around.Book.Week(s.Week) }},
	})
}

func (h *hoursForm) askSeason(was model.Season, put func(model.Season)) {
	page := h.form.times.page
	around, zone := page.around, h.form.zone()
	name, from, to, week := widgets.NewEntry("Ramadan 1448 H"), place.NewDay(around, zone), place.NewDay(around, zone), page.newWeekForm()
	if was.Name == "" {
		was.Week = model.RamadanWeek()
	} else {
		from.SetValue(was.From.Begin(zone).Time())
		to.SetValue(was.To.Begin(zone).Time())
	}
	name.SetText(was.Name)
	week.fill(was.Week)
	fields := append([]*widgets.Field{
		widgets.NewField("name", around.T("common.name"), name).Required().Wide(),
		widgets.NewField("from", around.T("common.from"), from).Required(), widgets.NewField("to", around.T("common.until"), to).Required(),
	}, week.fields()...)
	d := &widgets.Dialog{Title: around.T("settings.times.season"), Content: widgets.NewForm(fields...), Primary: around.T("common.ok"), Secondary: around.T("common.cancel"), Width: 780}
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		wrong := h.wrong(mistakes)
		is := model.Season{Name: name.Text, From: dateIn(from, zone, "from", wrong), To: dateIn(to, zone, "to", wrong), Week: week.week(wrong)}
		if len(mistakes) == 0 {
			wrong("name", (&model.Calendar{Week: model.OfficeWeek(), Seasons: []model.Season{is}}).Check())
		}
		return d.ShowErrors(mistakes) && done(put, is)
	}
	d.Show(around.Canvas())
}

// newHolidays is the list of holidays, which a file can bring.
func (h *hoursForm) newHolidays() *listEditor[model.Holiday] {
	around := h.form.times.page.around
	return newListEditor(h.form.times.page, func(d model.Holiday) string { return string(d.Date) }, h.askHoliday, 250, []widgets.Column[model.Holiday]{
		{ID: "date", Title: around.T("common.date"), Width: 200, Text: func(d model.Holiday) string { return around.Book.DateLong(d.Date.Begin(h.form.zone()).Time()) }},
		{ID: "name", Title: around.T("common.name"), Width: 200, Stretch: 1, Text: func(d model.Holiday) string { return d.Name }},
		{ID: "kind", Title: around.T("settings.times.column.kind"), Width: 140, Text: func(d model.Holiday) string { return around.T(holidayKind(d.Joint)) }},
	}, widgets.NewButton(around.T("settings.times.import"), look.IconImport, h.importFile),
		widgets.NewButton(around.T("settings.times.template"), look.IconExport, h.saveTemplate))
}

func holidayKind(joint bool) string {
	if joint {
		return "settings.times.joint"
	}
	return "settings.times.national"
}

func (h *hoursForm) askHoliday(was model.Holiday, put func(model.Holiday)) {
	around, zone := h.form.times.page.around, h.form.zone()
	date, name := place.NewDay(around, zone), widgets.NewEntry("")
	kind := widgets.NewPick("", []widgets.Choice{{Key: "national", Title: around.T(holidayKind(false))}, {Key: "joint", Title: around.T(holidayKind(true))}})
	kind.SetSelected("national")
	if was.Joint {
		kind.SetSelected("joint")
	}
	if was.Date != "" {
		date.SetValue(was.Date.Begin(zone).Time())
	}
	name.SetText(was.Name)
	d := &widgets.Dialog{Title: around.T("settings.times.holiday"), Primary: around.T("common.ok"), Secondary: around.T("common.cancel"),
		Content: widgets.NewForm(widgets.NewField("date", around.T("common.date"), date).Required(), widgets.NewField("name", around.T("common.name"), name).Required(),
			widgets.NewField("kind", around.T("settings.times.column.kind"), kind))}
	d.OnPrimary = func() bool {
		mistakes := map[string]string{}
		wrong := h.wrong(mistakes)
		is := model.Holiday{Date: dateIn(date, zone, "date", wrong), Name: name.Text, Joint: kind.Selected() == "joint"}
		if len(mistakes) == 0 {
			wrong("name", (&model.Calendar{Week: model.OfficeWeek(), Holidays: []model.Holiday{is}}).Check())
		}
		return d.ShowErrors(mistakes) && done(put, is)
	}
	d.Show(around.Canvas())
}

// importFile takes the holidays and the Ramadan of a file into their lists; a file that is wrong is
// told at the list and changes nothing.
func (h *hoursForm) importFile() {
	around := h.form.times.page.around
	around.Choose.File(around.T("settings.times.import"), func(path string) {
		days, err := readHolidays(path)
		if err != nil {
			h.form.showErrors(map[string]string{"holidays": around.Book.Refusal(err)})
			return
		}
		h.form.showErrors(nil)
		with := (&model.Calendar{Holidays: h.holidays.rows, Seasons: h.seasons.rows}).With(days)
		h.holidays.set(with.Holidays)
		h.seasons.set(with.Seasons)
		h.form.times.page.page.Say(look.Kept, around.Book.N("settings.times.imported", len(days.Holidays), "Seasons", len(days.Seasons)))
	})
}

func readHolidays(path string) (days model.CalendarDays, err error) {
	file, err := os.Open(path)
	if err != nil {
		return days, model.Refuse("refuse.file", "Path", path)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, model.MostHolidayBytes+1))
	if err != nil {
		return days, model.Refuse("refuse.file", "Path", path)
	}
	return model.ReadHolidays(text)
}

func (h *hoursForm) saveTemplate() {
	around := h.form.times.page.around
	around.Choose.Save(around.T("settings.times.template"), "hari-libur.csv", func(path string) {
		if err := whole.WriteBytes(path, model.WriteHolidays(model.CalendarDays{Holidays: h.holidays.rows, Seasons: h.seasons.rows})); err != nil {
			around.Fail(model.Refuse("refuse.file", "Path", path))
			return
		}
		around.Tell(look.Kept, around.T("settings.times.saved", "Path", path), nil)
	})
}

// wrong collects mistakes by field.
func (h *hoursForm) wrong(mistakes map[string]string) func(field string, err error) {
	return func(field string, err error) {
		if err != nil && mistakes[field] == "" {
			mistakes[field] = h.form.times.page.around.Book.Refusal(err)
		}
	}
}

// dateIn is the day that was typed.
func dateIn(w *widgets.When, zone *time.Location, field string, wrong func(string, error)) model.Date {
	at, err := place.DayOf(w, zone)
	if err == nil && !at.Known() {
		err = model.RefuseAt(field, "refuse.required")
	}
	wrong(field, err)
	return model.DateOf(at, zone)
}

func done[T any](put func(T), is T) bool {
	put(is)
	return true
}
