package settings

import (
	"maps"
	"time"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// times is the section of what is promised: Lampiran III, and the basis of the
// resolution clock.
type times struct {
	page  *Page
	form  *widgets.Form
	spans map[string]*widgets.Span // by class and clock
	basis *widgets.Pick
	shown model.Policy
}

// clocks are the two promises of a class and how they stand in a target.
var clocks = []struct {
	name string
	of   func(*model.Target) *model.Seconds
}{
	{"response", func(t *model.Target) *model.Seconds { return &t.Response }},
	{"resolution", func(t *model.Target) *model.Seconds { return &t.Resolution }},
}

func (p *Page) timesSection() section {
	t := &times{page: p, spans: map[string]*widgets.Span{}}
	book := p.around.Book
	var fields []*widgets.Field
	for _, class := range model.Classes {
		decreed := model.Decree().Targets[class]
		for _, clock := range clocks {
			id := string(class) + "." + clock.name
			t.spans[id] = widgets.NewSpan(p.around.T("settings.times.example"), p.hours, book.ParseDuration)
			label := p.around.T("settings.times.label", "Clock", p.around.T("clock."+clock.name), "Class", class)
			hint := p.around.T("settings.times.decree", "Target", p.hours(clock.of(&decreed).Duration()))
			fields = append(fields, widgets.NewField(id, label, t.spans[id]).Hint(hint))
		}
	}
	t.basis = widgets.NewPick("", nil)
	var bases []widgets.Choice
	for _, b := range model.Bases {
		bases = append(bases, widgets.Choice{Key: string(b), Title: p.around.T("settings.times.basis", "Basis", b)})
	}
	t.basis.SetChoices(bases)
	fields = append(fields, widgets.NewField("basis", p.around.T("field.basis"), t.basis).Hint(p.around.T("settings.times.basis.hint")).Wide())
	t.form = widgets.NewForm(fields...)
	t.form.OnSubmit = t.save
	return section{"times", widgets.Scrolled(widgets.Stacked(
		widgets.NewSection(p.around.T("settings.part.times"), nil,
			widgets.Stacked(widgets.NewProse(p.around.T("settings.times.from-now")), t.form)),
		widgets.NewFlow(widgets.NewPrimary(p.around.T("common.save"), look.IconSave, t.form.Submit),
			widgets.NewButton(p.around.T("settings.times.restore"), look.IconUndo, func() { t.fill(model.Decree()) })))), t.show}
}

// hours prints whole hours as hours, as Lampiran III does: 24 jam, not 1 hari.
func (p *Page) hours(d time.Duration) string {
	if d >= time.Hour && d%time.Hour == 0 {
		return p.around.Book.N("duration.hours", int(d/time.Hour))
	}
	return p.around.Book.DurationExact(d)
}

// show fills in what the office promises, unless it is as it was shown last.
func (t *times) show() {
	policy := t.page.desk.Office().PolicyAt(t.page.desk.Now())
	if policy.Basis == t.shown.Basis && maps.Equal(policy.Targets, t.shown.Targets) {
		return
	}
	t.shown = policy
	t.fill(policy)
}

func (t *times) fill(policy model.Policy) {
	for _, class := range model.Classes {
		target := policy.Targets[class]
		for _, clock := range clocks {
			t.spans[string(class)+"."+clock.name].SetValue(clock.of(&target).Duration())
		}
	}
	t.basis.SetSelected(string(policy.Basis))
}

func (t *times) save() {
	policy := model.Policy{Targets: map[model.Class]model.Target{}, Basis: model.Basis(t.basis.Selected())}
	mistakes := map[string]string{}
	for _, class := range model.Classes {
		var target model.Target
		for _, clock := range clocks {
			id := string(class) + "." + clock.name
			span, err := t.spans[id].Value()
			if err != nil {
				mistakes[id] = t.page.around.Book.Refusal(err)
			}
			*clock.of(&target) = model.Seconds(span / time.Second)
		}
		policy.Targets[class] = target
	}
	if t.form.ShowErrors(mistakes); len(mistakes) == 0 && t.page.amend(app.SettlePolicy{Targets: &policy.Targets, Basis: &policy.Basis}, t.form) {
		t.page.Reload()
	}
}
