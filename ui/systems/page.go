// Package systems is the place Sistem: the register of Sistem Elektronik with
// the class that the ten questions of Peraturan BSSN 8/2020 give, the incidents
// of each, and the Perangkat Daerah that own them.
package systems

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Desk is what this place asks of the desk.
type Desk interface {
	place.Eraser
	Incidents() []*model.Row
	Systems() []model.System
	Agencies() []model.Agency
	People() []model.Person
	Office() model.Office
}

// The parts of the place, as routes name them; a new system is partNew, an
// entered one the subject of the route.
const (
	partSystems  = "systems"
	partAgencies = "agencies"
	partNew      = "new"
)

// Page is the place Sistem.
type Page struct {
	around place.Around
	desk   Desk
	part   string

	page     *widgets.Page
	parts    *widgets.Chips
	stage    *fyne.Container
	list     *list
	agencies *agencies
	detail   *detail // the system that is open, nil at the lists
}

// New returns the page at the list of systems.
func New(around place.Around, desk Desk) *Page {
	p := &Page{around: around, desk: desk, stage: container.NewStack(), part: partSystems}
	p.parts = widgets.NewChips(
		widgets.Chip{Key: partSystems, Word: around.T("systems.part.systems"), Icon: look.IconSystems, Count: -1},
		widgets.Chip{Key: partAgencies, Word: around.T("systems.part.agencies"), Icon: look.IconFolder, Count: -1})
	p.parts.Single = true
	p.parts.OnChange = func(active []string) {
		part := p.part
		if len(active) > 0 {
			part = active[0]
		}
		p.parts.SetActive(p.part)
		p.leave(func() { p.turn(part) })
	}
	p.list, p.agencies = newList(p), newAgencies(p)
	p.page = widgets.NewPage(around.T("systems.title"), around.T("systems.subtitle"), nil, widgets.Over(p.parts, p.stage))
	p.turn(partSystems)
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// Open shows a list, one system, an agency in its list, or the form of a new
// system.
func (p *Page) Open(r place.Route) {
	switch {
	case r.Part == partNew:
		p.show(model.System{Table: p.desk.Office().Table})
	case p.desk.System(r.Subject).ID != "":
		p.show(p.desk.System(r.Subject))
	case p.desk.Agency(r.Subject).ID != "":
		p.turn(partAgencies)
		p.agencies.find(r.Subject)
	case r.Part != "":
		p.turn(r.Part)
	default:
		p.turn(p.part)
	}
}

// Route is the list or system that is open.
func (p *Page) Route() place.Route {
	r := place.Route{Place: place.Systems, Part: p.part}
	if p.detail != nil && p.detail.system.ID == "" {
		r.Part = partNew
	} else if p.detail != nil {
		r.Subject = p.detail.system.ID
	}
	return r
}

// Back leaves an open system for the list, after asking when something was
// typed and not saved.
func (p *Page) Back() bool {
	if p.detail == nil {
		return false
	}
	p.leave(func() { p.turn(partSystems) })
	return true
}

// FocusSearch goes to the search of the open list.
func (p *Page) FocusSearch() {
	search := p.list.search
	if p.part == partAgencies {
		search = p.agencies.search
	}
	p.leave(func() {
		p.turn(p.part)
		p.around.Canvas().Focus(search)
	})
}

// Reload reads the lists anew; what is being typed about a system stays.
func (p *Page) Reload() {
	switch {
	case p.detail != nil:
		p.detail.reload()
	case p.part == partAgencies:
		p.agencies.reload()
	default:
		p.list.reload()
	}
}

// Tick has nothing to do: nothing here shows time left.
func (p *Page) Tick(time.Time) {}

// turn shows a list; an unknown part is that of systems.
func (p *Page) turn(part string) {
	p.part, p.detail = partSystems, nil
	content := p.list.content
	if part == partAgencies {
		p.part, content = partAgencies, p.agencies.content
	}
	p.set(content)
}

// show opens one system.
func (p *Page) show(s model.System) {
	p.part, p.detail = partSystems, newDetail(p, s)
	p.set(p.detail.content)
}

func (p *Page) set(content fyne.CanvasObject) {
	p.page.Say(look.Plain, "")
	p.parts.SetActive(p.part)
	p.stage.Objects = []fyne.CanvasObject{content}
	p.Reload()
	p.stage.Refresh()
}

// leave goes on at once, or after the person agreed to lose what was typed.
func (p *Page) leave(on func()) {
	if p.detail == nil || !p.detail.changed() {
		on()
		return
	}
	widgets.Confirm{Title: p.around.T("systems.unsaved"), Sentence: p.around.T("systems.unsaved.sentence"),
		Primary: p.around.T("systems.discard"), Secondary: p.around.T("systems.stay"), Danger: true,
		OnConfirm: func(string) { on() }}.Show(p.around.Canvas())
}

// order gives an order that has no form; a refusal is told in the corner.
func (p *Page) order(c app.Command, done string) {
	if _, err := p.desk.Do(app.Order{Command: c}); err != nil {
		p.around.Fail(err)
		return
	}
	p.around.Tell(look.Kept, done, nil)
	p.Reload()
}

// askRetire asks for the reason with which something is used no longer.
func (p *Page) askRetire(name string, retire func(reason string)) {
	widgets.Confirm{Title: p.around.T("systems.retire"), Sentence: p.around.T("systems.retire.sentence", "Name", name),
		Reason: p.around.T("common.reason"), Missing: p.around.T("refuse.reason"), Danger: true,
		Primary: p.around.T("systems.retire"), Secondary: p.around.T("common.cancel"), OnConfirm: retire}.Show(p.around.Canvas())
}

// markTone is the tone of an example or of what is no longer in use.
func markTone(example bool, retired string) look.Tone {
	switch {
	case retired != "":
		return look.Neutral
	case example:
		return look.Warning
	}
	return look.Plain
}
