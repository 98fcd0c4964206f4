package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
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
	content := widgets.Stacked(
		widgets.NewFlow(widgets.NewQuiet(around.T("settings.times.form"), look.IconBack, back), widgets.NewPrimary(around.T("common.save"), look.IconSave, func() { t.record(order) })),
		widgets.NewSection(around.T("settings.times.would"), nil, widgets.Stacked(
			t.periods(order, p.Period),
			widgets.NewProse(around.Book.N("policy.preview.counted", len(p.Before.All), "Period", t.periodName(p.Period), "Date", around.Book.DayDate(p.Day))),
			t.unfilled(p.Unfilled),
			t.rates(model.Response, p.Before.Response.Classes, p.After.Response.Classes),
			t.rates(model.Resolution, p.Before.Resolution.Classes, p.After.Resolution.Classes))),
		widgets.NewSection(around.Book.N("policy.preview.changed", len(p.Changed)), nil, t.changed("clock", clockChanges(around.Book, p.Changed))),
		widgets.NewSection(around.Book.N("policy.preview.duties", len(p.Duties)), nil, t.changed("duty", dutyChanges(around.Book, p.Duties))),
		t.warnings(p),
		widgets.NewProse(around.T("policy.preview.nothing")))
	t.draw(widgets.Scrolled(content))
}

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

// unfilled warns of years whose holidays are counted as working days.
func (t *times) unfilled(years []int) fyne.CanvasObject {
	if len(years) == 0 {
		return widgets.Stacked()
	}
	said := widgets.NewWords(t.page.around.Book.Unfilled(years))
	said.SetTone(look.Warning)
	return container.NewBorder(nil, nil, widget.NewIcon(look.Warning.Icon()), nil, said)
}

// warnings says what a preview leaves out.
func (t *times) warnings(p previewed) fyne.CanvasObject {
	if !p.Warnings {
		return widgets.Stacked()
	}
	return widgets.NewProse(t.page.around.T("policy.preview.warnings", "Date", t.page.around.Book.DayDate(p.Day)))
}
