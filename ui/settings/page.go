// Package settings is the place "Pengaturan": what the office prints and
// promises (recorded by the desk, for everybody), how this window looks (kept on
// this computer), the keys of the desk, and its data.
//
// A section is one entry of the list at the left. Those of the office are
// forms over a table of lines: what a line reads from the office and writes
// into the order.
package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"siaga/app"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// section is one part of the settings.
type section struct {
	part    string // in routes and words
	content fyne.CanvasObject
	reload  func() // shows what the office says now, except where somebody types
}

// Page is the place.
type Page struct {
	around   place.Around
	desk     Desk
	program  Program
	page     *widgets.Page
	list     *widgets.Table[section]
	stage    *fyne.Container
	times    *times
	sections []section
	here     string
}

// New returns the place, which first shows the office.
func New(around place.Around, desk Desk, program Program) *Page {
	p := &Page{around: around, desk: desk, program: program, stage: container.NewStack()}
	p.sections = []section{
		p.officeSection(), p.letterheadSection(), p.timesSection(), p.categoriesSection(),
		p.lettersSection(), p.exchangeSection(), p.warnSection(), p.lookSection(), p.securitySection(), p.dataSection(),
	}
	p.list = widgets.NewTable(func(s section) string { return s.part },
		widgets.Column[section]{ID: "part", Title: around.T("settings.list"), Width: 150, Stretch: 1,
			Text: func(s section) string { return around.T("settings.part." + s.part) }})
	p.list.Single = true
	p.list.SetRows(p.sections)
	p.list.OnSelect = func(chosen []section) {
		if len(chosen) == 1 && chosen[0].part != p.here {
			p.show(chosen[0])
		}
	}
	left := widgets.NewWidth(listWidth, p.list)
	body := container.New(layout.NewBorderLayout(nil, nil, left, nil), left,
		container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), p.stage))
	p.page = widgets.NewPage(around.T("settings.title"), around.T("settings.subtitle"), nil, body)
	return p
}

const (
	listWidth = 210
	partTimes = "times"
	partNew   = "times.new" // the form of a new policy of times
)

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// Open shows the section named by the route's part, for a new policy with its
// form.
func (p *Page) Open(r place.Route) {
	part := r.Part
	if part == partNew {
		part = partTimes
	}
	wanted := p.sections[0]
	for _, s := range p.sections {
		if s.part == part || part == "" && s.part == p.here {
			wanted = s
		}
	}
	p.show(wanted)
	p.list.Select(wanted.part)
	if r.Part == partNew {
		p.times.write()
	}
}

func (p *Page) show(s section) {
	p.here = s.part
	p.page.Say(look.Plain, "")
	s.reload()
	p.stage.Objects = []fyne.CanvasObject{s.content}
	p.stage.Refresh()
}

// Route is the section that is shown.
func (p *Page) Route() place.Route { return place.Route{Place: place.Settings, Part: p.here} }

// Reload shows what the office says now; other sections do so when they are
// opened.
func (p *Page) Reload() {
	for _, s := range p.sections {
		if s.part == p.here {
			s.reload()
		}
	}
}

// Tick has nothing to do.
func (p *Page) Tick(time.Time) {}

// amend records a change of the office and says so; mistakes go to the form.
func (p *Page) amend(order app.Command, form *widgets.Form) bool {
	if _, err := p.desk.Do(app.Order{Command: order}); err != nil {
		for _, sentence := range form.ShowErrors(p.around.Errors(err)) {
			p.page.Say(look.Breached, sentence)
		}
		return false
	}
	p.page.Say(look.Plain, "")
	p.around.Tell(look.Kept, p.around.T("settings.saved"), nil)
	return true
}
