package incidents

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// intake takes in one report after the other: a form, then the ticket.
type intake struct {
	*Page
	drafts drafts
	form   *intakeForm

	page *widgets.Page
	body *fyne.Container
	fold *widgets.Button
}

func newIntake(p *Page) *intake {
	in := &intake{Page: p, drafts: drafts{Page: p}, body: container.NewStack()}
	back := widgets.NewButton(p.T("common.back"), look.IconBack, func() { p.Back() })
	in.page = widgets.NewPage(p.T("incidents.intake.title"), p.T("incidents.intake.subtitle"), []fyne.CanvasObject{back}, in.body)
	in.fold = widgets.NewButton("", nil, func() { in.unfold(!in.form.unfolded) })
	return in
}

func (in *intake) content() fyne.CanvasObject { return in.page }

func (in *intake) route() place.Route {
	if in.drafts.current != (app.RegisterIncident{}) {
		return place.Route{Part: partContinue}
	}
	return place.Route{Part: partIntake}
}

// reload keeps what is being typed and refreshes what there is to choose.
func (in *intake) reload() {
	if in.form != nil {
		in.form.reload()
	}
}

func (in *intake) tick(time.Time) {}

// begin opens an empty form, and continues or offers what was left behind.
func (in *intake) begin(goOn bool) {
	in.drafts.begin()
	in.fresh()
	if goOn && len(in.drafts.offered) > 0 {
		in.goOn()
	}
	in.offer()
}

// fresh is an empty form with the keyboard in its first field.
func (in *intake) fresh() {
	in.form = newIntakeForm(in.Page)
	in.form.OnSubmit = in.save
	in.form.onChange = func() { in.drafts.keep(in.form.typed()) }
	in.unfold(false)
	save := widgets.NewPrimary(in.T("incidents.intake.save"), look.IconSave, in.form.Submit)
	empty := widgets.NewQuiet(in.T("incidents.intake.empty"), look.IconClose, in.startAnew)
	buttons := container.NewHBox(save, in.fold, empty)
	in.set(widgets.Scrolled(widgets.Stacked(widgets.NewPanel(in.form.Form), buttons)))
	in.form.FocusFirst()
}

func (in *intake) set(content fyne.CanvasObject) {
	in.body.Objects = []fyne.CanvasObject{content}
	in.body.Refresh()
}

func (in *intake) unfold(open bool) {
	word, icon := "incidents.intake.more", look.IconDown
	if open {
		word, icon = "incidents.intake.less", look.IconUp
	}
	in.fold.Icon = icon
	in.fold.SetText(in.T(word))
	in.form.unfold(open)
}

// startAnew empties the form; what was typed can be brought back at once.
func (in *intake) startAnew() {
	left := in.form.typed()
	in.drafts.keep(app.RegisterIncident{})
	in.fresh()
	if left == (app.RegisterIncident{}) {
		return
	}
	in.Tell(look.Neutral, in.T("incidents.intake.emptied"), widgets.NewButton(in.T("common.undo"), look.IconUndo, func() {
		if in.form == nil {
			in.fresh()
		}
		in.drafts.offered = append(in.drafts.offered, left)
		in.goOn()
		in.offer()
	}))
}

// offer shows the last draft that was left behind, with what to do about it.
func (in *intake) offer() {
	n := len(in.drafts.offered)
	if n == 0 {
		in.page.Say(look.Running, "")
		return
	}
	left := in.drafts.offered[n-1]
	in.page.Say(look.Running, in.Book.N("incidents.draft.offer", n, "Who", orDash(in.Page, left.ReporterName), "What", short(left.Description)),
		widgets.NewButton(in.T("incidents.draft.continue"), nil, func() {
			in.goOn()
			in.offer()
		}),
		widgets.NewQuiet(in.T("incidents.draft.discard"), look.IconWithdraw, func() {
			in.drafts.discard()
			in.offer()
		}))
}

// goOn takes up a draft; what has been typed meanwhile waits in its place.
func (in *intake) goOn() {
	meanwhile := in.form.typed()
	taken := in.drafts.takeUp()
	if meanwhile != (app.RegisterIncident{}) {
		in.drafts.offered = append(in.drafts.offered, meanwhile)
	}
	in.form.write(taken)
	in.unfold(in.form.usesMore())
	in.drafts.write()
	in.form.FocusFirst()
}

// save registers the report; a mistake stays at its field with all that was typed.
func (in *intake) save() {
	report, err := in.form.report()
	var done app.Done
	if err == nil {
		done, err = in.desk.Do(app.Order{Command: report})
	}
	if err != nil {
		in.mistake(in.Errors(err))
		return
	}
	in.drafts.keep(app.RegisterIncident{})
	in.page.Say(look.Kept, "")
	in.form = nil
	in.showTaken(done)
}

func (in *intake) mistake(mistakes map[string]string) {
	if in.form.hides(mistakes) {
		in.unfold(true)
	}
	homeless := in.form.ShowErrors(mistakes)
	for _, sentence := range homeless {
		in.page.Say(look.Breached, sentence)
	}
}

func orDash(p *Page, s string) string {
	if s == "" {
		return p.T("format.none")
	}
	return s
}

// short is the beginning of a text, for a banner.
func short(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
