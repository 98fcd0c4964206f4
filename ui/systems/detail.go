package systems

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// besideWidth is the width of the cards beside the form, in points.
const besideWidth = 290

// detail is one system, entered or new: its form, the score beside it, and its
// incidents.
type detail struct {
	p       *Page
	system  model.System
	opened  model.System // as the form showed it first
	form    *form
	score   *score
	counts  map[string]*widgets.Tile
	content fyne.CanvasObject
}

func newDetail(p *Page, s model.System) *detail {
	if s.Table == "" {
		s.Table = model.TableBSSN
	}
	d := &detail{p: p, system: s, score: newScore(p.around), counts: map[string]*widgets.Tile{}}
	d.form = newForm(p, s, d.showScore)
	d.form.OnSubmit = d.save
	d.opened = d.form.value(s.ID)
	beside := widgets.Stacked(d.score.content)
	if s.ID != "" {
		beside.Add(d.incidents())
	}
	clear := widgets.NewQuiet(p.around.T("systems.clear"), look.IconUndo, func() {
		d.form.questions.set("")
		d.showScore()
	})
	beside.Add(container.NewHBox(clear))
	right := widgets.NewWidth(besideWidth, widgets.Scrolled(beside))
	left := widgets.Scrolled(widgets.NewPanel(d.form.Form))
	d.content = widgets.Over(d.head(), container.NewBorder(nil, nil, nil, right, left))
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
		right = container.NewHBox(widgets.NewButton(word, icon, d.retire), save)
	}
	back := widgets.NewQuiet(around.T("systems.tolist"), look.IconBack, func() { d.p.Back() })
	return container.NewBorder(nil, nil, back, right, title)
}

// incidents are the figures of the system's incidents, which open them.
func (d *detail) incidents() fyne.CanvasObject {
	for _, key := range []string{"systems.openincidents", "systems.allincidents"} {
		d.counts[key] = widgets.NewTile(d.p.around.T(key), func() { d.openIncidents(key == "systems.openincidents") })
	}
	return widgets.Columns(d.counts["systems.openincidents"], d.counts["systems.allincidents"])
}

func (d *detail) openIncidents(onlyOpen bool) {
	filter := app.Filter{System: []model.SystemID{d.system.ID}}
	if onlyOpen {
		filter.Outcome = []string{"open"}
	}
	d.p.openIncidents(filter)
}

// reload counts the incidents anew and leaves the form as it is.
func (d *detail) reload() {
	if d.system.ID == "" {
		return
	}
	t, book := tallies(d.p.desk.Incidents())[d.system.ID], d.p.around.Book
	tone, last := look.Plain, ""
	if t.open > 0 {
		tone = look.Running
	}
	if t.last.Known() {
		last = d.p.around.T("systems.last", "Date", book.Date(t.last.Time()))
	}
	d.counts["systems.openincidents"].Set(book.Number(t.open), "", tone)
	d.counts["systems.allincidents"].Set(book.Number(t.all), last, look.Plain)
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
