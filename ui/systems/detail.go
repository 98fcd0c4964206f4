package systems

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// detail is one system, entered or new: its incidents, its score, and its form.
type detail struct {
	p         *Page
	system    model.System
	opened    model.System // as the form showed it first
	form      *form
	score     *score
	incidents *widgets.Button
	content   fyne.CanvasObject
}

func newDetail(p *Page, s model.System) *detail {
	if s.Table == "" {
		s.Table = model.TableBSSN
	}
	d := &detail{p: p, system: s, score: newScore(p.around)}
	d.form = newForm(p, s, d.showScore)
	d.form.OnSubmit = d.save
	d.opened = d.form.value(s.ID)
	d.incidents = widgets.NewButton("", look.IconIncidents, func() {
		p.openIncidents(app.Filter{System: []model.SystemID{s.ID}})
	})
	d.content = widgets.Over(d.head(), widgets.Over(d.score.content, widgets.Scrolled(widgets.NewPanel(d.form.Form))))
	d.showScore()
	return d
}

func (d *detail) head() fyne.CanvasObject {
	around := d.p.around
	title := widgets.NewHeading(around.T("systems.add"), theme.SizeNameSubHeadingText)
	title.Shorten = true
	save := widgets.NewPrimary(around.T("common.save"), look.IconSave, d.form.Submit)
	right := container.NewHBox(save)
	if d.system.ID != "" {
		title.SetText(d.system.Name)
		word, icon := around.T("systems.retire"), look.IconWithdraw
		if d.system.Retired != "" {
			word, icon = around.T("systems.restore"), look.IconUndo
		}
		right = container.NewHBox(d.incidents, widgets.NewButton(word, icon, d.retire),
			widgets.NewButton(around.T("erase.act"), nil, d.askErasure), save)
	}
	back := widgets.NewQuiet(around.T("systems.tolist"), look.IconBack, func() { d.p.Back() })
	return container.NewBorder(nil, nil, back, right, title)
}

// reload counts the incidents anew and leaves the form as it is.
func (d *detail) reload() {
	t := tallies(d.p.desk.Incidents())[d.system.ID]
	d.incidents.SetText(d.p.around.Book.N("systems.counted", t.all, "Open", t.open))
}

func (d *detail) showScore() {
	d.score.show(d.form.questions.answers(), model.Table(d.form.table.Selected()))
}

// changed reports whether something was typed that is not saved.
func (d *detail) changed() bool { return d.form.value(d.system.ID) != d.opened }

// save sends the form; mistakes stand at their fields.
func (d *detail) save() {
	around := d.p.around
	d.p.page.Say(look.Plain, "")
	done, err := d.p.desk.Do(app.Order{Command: order(d.form.value(d.system.ID))})
	if err != nil {
		for _, sentence := range d.form.ShowErrors(around.Errors(err)) {
			d.p.page.Say(look.Breached, sentence)
		}
		return
	}
	around.Tell(look.Kept, around.T("systems.saved", "Name", d.form.name.Text), nil)
	if done.Notice != nil {
		around.Tell(look.Warning, around.Book.Refusal(done.Notice), nil)
	}
	d.p.turn(partSystems)
	d.p.list.table.Select(string(done.ID))
}

// retire takes the system out of the lists with a reason, or back into them.
func (d *detail) retire() {
	ref, name := app.SystemRef(d.system.ID), d.system.Name
	if d.system.Retired != "" {
		back := ""
		d.p.order(app.AmendSystem{System: ref, Retired: &back}, d.p.around.T("systems.restored", "Name", name))
		d.p.turn(partSystems)
		return
	}
	d.p.askRetire(name, func(reason string) {
		d.p.order(app.AmendSystem{System: ref, Retired: &reason}, d.p.around.T("systems.retiredone", "Name", name))
		d.p.turn(partSystems)
	})
}

// askErasure asks what personal data of the system are erased for good.
func (d *detail) askErasure() {
	d.p.leave(func() {
		place.AskErasure(d.p.around, d.p.desk, d.system.ID, func(app.Done) { d.p.show(d.p.desk.System(d.system.ID)) })
	})
}
