package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// previewed is what a policy would have meant, or why it cannot be settled.
type previewed struct {
	app.PolicyPreview
	err error
}

// preview shows what a policy would have meant for last year, or for this one
// where nothing was recorded last year.
func (t *times) preview(order app.SettlePolicy) {
	zone, now := t.form.zone(), t.page.desk.Now()
	this := model.PeriodOf(model.Year, now, zone)
	t.previewOf(order, this.Before(zone), func(p previewed) {
		if p.err == nil && len(p.Before.All) == 0 {
			t.previewOf(order, this, func(p previewed) { t.showPreview(order, p) })
			return
		}
		t.showPreview(order, p)
	})
}

func (t *times) previewOf(order app.SettlePolicy, period model.Period, show func(previewed)) {
	widgets.Run(t.page.around.Doors, func() previewed {
		p, err := t.page.desk.PreviewPolicy(order, period)
		return previewed{p, err}
	}, show)
}

func (t *times) showPreview(order app.SettlePolicy, p previewed) {
	if t.form == nil {
		return // it was given up meanwhile
	}
	if p.err != nil {
		t.form.showErrors(t.page.around.Errors(p.err))
		return
	}
	around := t.page.around
	back := func() { t.draw(t.form.content) }
	changed := fyne.CanvasObject(widgets.NewProse(around.T("settings.times.same")))
	if len(p.Changed) > 0 {
		changed = widgets.NewHeight(changedHeight, t.changed(p.Changed))
	}
	content := widgets.Stacked(
		widgets.NewFlow(widgets.NewQuiet(around.T("settings.times.form"), look.IconBack, back), widgets.NewPrimary(around.T("common.save"), look.IconSave, func() { t.record(order) })),
		widgets.NewSection(around.T("settings.times.would"), nil, widgets.Stacked(
			t.periods(order, p.Period),
			widgets.NewProse(around.Book.N("policy.preview.counted", len(p.Before.All), "Period", t.periodName(p.Period), "Date", around.Book.DayDate(p.Day))),
			t.rates(model.Response, p.Before.Response.Classes, p.After.Response.Classes),
			t.rates(model.Resolution, p.Before.Resolution.Classes, p.After.Resolution.Classes))),
		widgets.NewSection(around.Book.N("policy.preview.changed", len(p.Changed)), nil, changed),
		widgets.NewProse(around.T("policy.preview.nothing")))
	t.draw(widgets.Scrolled(content))
}

const changedHeight = 210

// periods chooses what is recounted.
func (t *times) periods(order app.SettlePolicy, shown model.Period) fyne.CanvasObject {
	zone, now := t.form.zone(), t.page.desk.Now()
	this := model.PeriodOf(model.Year, now, zone)
	all := []model.Period{this.Before(zone), this, model.PeriodOf(model.Quarter, now, zone).Before(zone)}
	var chips []widgets.Chip
	for _, p := range all {
		chips = append(chips, widgets.Chip{Key: p.String(), Word: t.periodName(p), Count: -1})
	}
	choice := widgets.NewChips(chips...)
	choice.Single = true
	choice.SetActive(shown.String())
	choice.OnChange = func(active []string) {
		at := slices.IndexFunc(all, func(p model.Period) bool { return len(active) == 1 && p.String() == active[0] })
		if at < 0 {
			choice.SetActive(shown.String())
			return
		}
		t.previewOf(order, all[at], func(p previewed) { t.showPreview(order, p) })
	}
	return choice
}

// periodName is a period as people say it; the preview knows years and quarters.
func (t *times) periodName(p model.Period) string {
	if p.Span == model.Quarter {
		return t.page.around.Book.Quarter(p.From.Time())
	}
	return t.page.around.Book.Year(p.From.Time())
}

// rates sets what was kept beside what would have been.
func (t *times) rates(clock model.ClockName, before, after []model.Rate) fyne.CanvasObject {
	around := t.page.around
	grid := container.New(layout.NewGridLayout(3), widgets.NewHeading(around.Book.Word(clock), ""),
		widgets.NewMuted(around.T("settings.times.column.was")), widgets.NewMuted(around.T("settings.times.column.would")))
	for i, r := range before {
		would := widgets.NewWords(around.Book.Rate(after[i]))
		would.Bold = around.Book.Rate(after[i]) != around.Book.Rate(r)
		grid.Add(widgets.NewWords(around.Book.Word(model.Class(r.Key))))
		grid.Add(widgets.NewWords(around.Book.Rate(r)))
		grid.Add(would)
	}
	return grid
}

// changed lists the clocks whose result would be another one; each opens its
// incident.
func (t *times) changed(all []app.VerdictChange) fyne.CanvasObject {
	around := t.page.around
	column := func(id string, width, stretch float32, text func(app.VerdictChange) string) widgets.Column[app.VerdictChange] {
		return widgets.Column[app.VerdictChange]{ID: id, Title: around.T("settings.times.column." + id), Width: width, Stretch: stretch, Text: text}
	}
	would := column("would", 150, 0, func(k app.VerdictChange) string { return around.Book.Word(k.Would.State()) })
	would.Tone = func(k app.VerdictChange) look.Tone { return verdictTones[k.Would.State()] }
	was := column("was", 150, 0, func(k app.VerdictChange) string { return around.Book.Word(k.Was.State()) })
	was.Tone = func(k app.VerdictChange) look.Tone { return verdictTones[k.Was.State()] }
	table := widgets.NewTable(func(k app.VerdictChange) string {
		return string(k.Row.ID) + string(k.Was.Name) + string(rune(k.Was.Segment))
	},
		column("ticket", 155, 0, func(k app.VerdictChange) string { return string(k.Row.Ticket) }),
		column("clock", 128, 0, func(k app.VerdictChange) string { return around.Book.Word(k.Was.Name) }),
		was, would, column("title", 120, 1, func(k app.VerdictChange) string { return k.Row.Title }))
	table.Single = true
	table.OnOpen = func(k app.VerdictChange) { around.Go(place.Route{Place: place.Incidents, Subject: k.Row.ID}) }
	table.SetRows(all)
	return table
}

var verdictTones = map[model.ClockState]look.Tone{model.Kept: look.Kept, model.Breached: look.Breached, model.Overdue: look.Breached, model.Running: look.Running}
