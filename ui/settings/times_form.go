package settings

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// timesForm is the form of a policy of times.
type timesForm struct {
	times    *times
	content  fyne.CanvasObject
	forms    []*widgets.Form
	from     *widgets.When
	letter   *widgets.Entry
	spans    map[string]*widgets.Span // by class and clock
	basis    *widgets.Pick
	ends     *widgets.Pick
	hours    *hoursForm
	reasons  *widgets.Chips
	warnings *widgets.Entry
	duties   *listEditor[model.LegalClock]
}

// clocks are the two promises of a class and how they stand in a target.
var clocks = []struct {
	name string
	of   func(*model.Target) *model.Seconds
}{
	{"response", func(t *model.Target) *model.Seconds { return &t.Response }},
	{"resolution", func(t *model.Target) *model.Seconds { return &t.Resolution }},
}

func newTimesForm(t *times) *timesForm {
	around := t.page.around
	f := &timesForm{times: t, spans: map[string]*widgets.Span{}}
	zone, _ := t.page.desk.Zone()
	f.from, f.letter = place.NewDay(around, zone), widgets.NewEntry(around.T("settings.times.letter.example"))
	f.basis, f.ends = widgets.NewPick("", f.bases()), widgets.NewPick("", f.steps())
	f.reasons, f.warnings = widgets.NewChips(f.pauseReasons()...), widgets.NewEntry("50, 80, 100, 150")
	f.hours, f.duties = newHoursForm(f), f.newDuties()
	when := f.add(
		widgets.NewField("from", around.T("settings.times.from"), f.from).Required().Hint(around.T("settings.times.from-now")),
		widgets.NewField("letter", around.T("field.settle-policy.letter"), f.letter).Hint(around.T("settings.times.letter.hint")))
	counting := f.add(
		widgets.NewField("basis", around.T("field.basis"), f.basis).Hint(around.T("settings.times.basis.hint")),
		widgets.NewField("ends", around.T("field.ends"), f.ends))
	pauses := f.add(
		widgets.NewField("pauseReasons", around.T("field.pauseReasons"), f.reasons).Wide(),
		widgets.NewField("warnings", around.T("settings.times.warnings"), f.warnings).Hint(around.T("settings.times.warnings.hint")).Wide())
	legal := f.add(widgets.NewField("legal", "", f.duties.content).Wide())
	section := func(key string, content fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewSection(around.T(key), nil, content)
	}
	parts := []fyne.CanvasObject{
		widgets.NewFlow(widgets.NewQuiet(around.T("settings.times.back"), look.IconBack, t.leave)),
		section("settings.times.when", when), section("field.targets", f.targets()), section("settings.times.counting", counting),
	}
	parts = append(parts, f.hours.sections()...)
	parts = append(parts, section("settings.times.pauses", pauses), section("field.legal", legal),
		widgets.NewFlow(widgets.NewPrimary(around.T("settings.times.preview"), look.IconNext, f.submit),
			widgets.NewButton(around.T("settings.times.restore"), look.IconUndo, func() { f.fill(model.Decree()) }),
			widgets.NewButton(around.T("common.cancel"), look.IconClose, t.leave)))
	f.content = widgets.Scrolled(widgets.Stacked(parts...))
	return f
}

// add makes a part of the form, which submits the whole.
func (f *timesForm) add(fields ...*widgets.Field) *widgets.Form {
	form := widgets.NewForm(fields...)
	form.OnSubmit = f.submit
	f.forms = append(f.forms, form)
	return form
}

func (f *timesForm) targets() fyne.CanvasObject {
	around := f.times.page.around
	var fields []*widgets.Field
	for _, class := range model.Classes {
		decreed := model.Decree().Targets[class]
		for _, clock := range clocks {
			id := string(class) + "." + clock.name
			f.spans[id] = widgets.NewSpan(around.T("settings.times.example"), f.times.page.hours, around.Book.ParseDuration)
			label := around.T("settings.times.label", "Clock", around.T("clock."+clock.name), "Class", class)
			hint := around.T("settings.times.decree", "Target", f.times.page.hours(clock.of(&decreed).Duration()))
			fields = append(fields, widgets.NewField(id, label, f.spans[id]).Hint(hint))
		}
	}
	return f.add(fields...)
}

func (f *timesForm) bases() (choices []widgets.Choice) {
	around := f.times.page.around
	for _, b := range model.Bases {
		choices = append(choices, widgets.Choice{Key: string(b), Title: around.T("settings.times.basis", "Basis", b)})
	}
	return choices
}

func (f *timesForm) steps() (choices []widgets.Choice) {
	around := f.times.page.around
	for _, s := range model.EndSteps {
		choices = append(choices, widgets.Choice{Key: strconv.Itoa(int(s)), Title: around.T("settings.times.ends", "Step", int(s), "Name", around.T(s.WordKey()))})
	}
	return choices
}

func (f *timesForm) pauseReasons() (chips []widgets.Chip) {
	for _, r := range model.PauseReasons {
		chips = append(chips, widgets.Chip{Key: string(r), Word: f.times.page.around.Book.Word(r), Count: -1})
	}
	return chips
}

// fill shows a policy, to be in force from today.
func (f *timesForm) fill(p model.Policy) {
	if f.from.Empty() {
		f.from.SetValue(f.times.page.desk.Now().Time())
	}
	for _, class := range model.Classes {
		target := p.Targets[class]
		for _, clock := range clocks {
			f.spans[string(class)+"."+clock.name].SetValue(clock.of(&target).Duration())
		}
	}
	f.basis.SetSelected(string(p.Basis))
	f.ends.SetSelected(strconv.Itoa(int(p.EndStep())))
	f.hours.fill(p.Calendar)
	var reasons, shares []string
	for _, r := range p.Reasons() {
		reasons = append(reasons, string(r))
	}
	for _, share := range p.WarnAt() {
		shares = append(shares, strconv.Itoa(share))
	}
	f.reasons.SetActive(reasons...)
	f.warnings.SetText(strings.Join(shares, ", "))
	f.duties.set(p.Duties())
}

// submit shows what the policy would have meant, or what is wrong with it.
func (f *timesForm) submit() {
	order, mistakes := f.order()
	if len(mistakes) > 0 {
		f.showErrors(mistakes)
		return
	}
	f.showErrors(nil)
	f.times.preview(order)
}

// showErrors shows each mistake at its field, and those of no field above.
func (f *timesForm) showErrors(mistakes map[string]string) {
	homeless := ""
	f.times.page.page.Say(look.Plain, "")
	for id, sentence := range mistakes {
		known := false
		for _, form := range f.forms {
			known = known || form.Field(id) != nil
		}
		if !known {
			homeless = sentence
		}
	}
	for _, form := range slices.Backward(f.forms) { // the first mistake gets the keyboard
		form.ShowErrors(mistakes)
	}
	f.times.page.page.Say(look.Breached, homeless)
}

// order is what is written in the form, and what is wrong with it.
func (f *timesForm) order() (app.SettlePolicy, map[string]string) {
	book, mistakes := f.times.page.around.Book, map[string]string{}
	wrong := func(id string, err error) {
		if err != nil {
			mistakes[id] = book.Refusal(err)
		}
	}
	zone, _ := f.times.page.desk.Zone()
	day, err := place.DayOf(f.from, zone)
	wrong("from", err)
	targets := map[model.Class]model.Target{}
	for _, class := range model.Classes {
		var target model.Target
		for _, clock := range clocks {
			id := string(class) + "." + clock.name
			span, err := f.spans[id].Value()
			wrong(id, err)
			*clock.of(&target) = model.Seconds(span / time.Second)
		}
		targets[class] = target
	}
	basis, reasons := model.Basis(f.basis.Selected()), []model.PauseReason{}
	for _, key := range f.reasons.Active() {
		reasons = append(reasons, model.PauseReason(key))
	}
	step, _ := strconv.Atoi(f.ends.Selected()) // one of the choices, or none, which is step 8
	ends, duties := model.Step(step), f.duties.rows
	warnings := shares(f.warnings.Text)
	order := app.SettlePolicy{Letter: f.letter.Text, Targets: &targets, Basis: &basis, Ends: &ends, PauseReasons: &reasons, Warnings: &warnings, Legal: &duties}
	if day.Known() {
		order.From = model.DateOf(day, zone)
	}
	order.Calendar, order.AllDay = f.hours.calendar(wrong)
	return f.unchanged(order), mistakes
}

// unchanged leaves out what is as it was, so that only what was changed is
// recorded anew.
func (f *timesForm) unchanged(order app.SettlePolicy) app.SettlePolicy {
	zone, _ := f.times.page.desk.Zone()
	at := f.times.page.desk.Now()
	if order.From != "" {
		at = max(at, order.From.Begin(zone))
	}
	was := f.times.page.desk.Office().PolicyAt(at)
	if *order.Ends == was.EndStep() {
		order.Ends = nil
	}
	if slices.Equal(*order.PauseReasons, was.Reasons()) {
		order.PauseReasons = nil
	}
	if slices.Equal(*order.Warnings, was.WarnAt()) {
		order.Warnings = nil
	}
	if slices.Equal(*order.Legal, was.Duties()) {
		order.Legal = nil
	}
	return order
}

// shares reads percentages with commas between them; what is no number is zero,
// which is refused.
func shares(text string) []int {
	out := []int{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '%' }) {
		share, _ := strconv.Atoi(part)
		out = append(out, share)
	}
	return out
}
