// Package exchange is the place Pertukaran: what desks that have no server send
// each other as bundle files. It is built of sections, one bar of chips above
// them.
//
// Send and receive makes files and takes them in, with a preview first. Desks is
// who belongs to the office and how one joins. Backup is what this desk keeps for
// itself, by hand or by itself, and the folder that desks share.
//
// To decide is a list, and a page for one thing: all values side by side with who
// wrote them, at which desk, when and why; or what does not fit, and what mends
// it. What there is to decide the desk says (app.Decisions); the orders are
// app.Decide and app.RenumberIncident.
package exchange

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Desk is what this place asks of the desk.
type Desk interface {
	Do(app.Order) (app.Done, error)
	Decisions() ([]app.Decision, error)
	Incidents() []*model.Row
	Incident(app.IncidentRef) (model.Incident, error)
	History(model.SubjectID) ([]model.Change, error)
	Person(model.PersonID) model.Person
	Agency(model.AgencyID) model.Agency
	System(model.SystemID) model.System
	People() []model.Person
	Agencies() []model.Agency
	Systems() []model.System
	Seats() []model.Seat
	Duties() []model.Duty
	Ticket(model.IncidentID) model.Ticket
	Office() model.Office
	Zone() (*time.Location, string)
	Exchanging
}

// section is one part of the place.
type section interface {
	content() fyne.CanvasObject
	open(place.Route)
	route() place.Route
	reload()
	back() bool
}

// named is a section with the word of its chip, "exchange.part.<part>", which is
// also the part of a route.
type named struct {
	part string
	section
}

// Page is the place Pertukaran.
type Page struct {
	place.Around
	desk   Desk
	keeper Keeper

	page     *widgets.Page
	chips    *widgets.Chips
	stage    *fyne.Container
	sections []named
	here     named
}

// New returns the place on its first section.
func New(around place.Around, desk Desk, keeper Keeper) *Page {
	p := &Page{Around: around, desk: desk, keeper: keeper, stage: container.NewStack()}
	p.sections = []named{{partSend, newSend(p)}, {partDecide, newDecide(p)}, {partDesks, newDesks(p)}, {partBackup, newBackup(p)}}
	var chips []widgets.Chip
	for _, s := range p.sections {
		chips = append(chips, widgets.Chip{Key: s.part, Word: around.T("exchange.part." + s.part), Count: -1})
	}
	p.chips = widgets.NewChips(chips...)
	p.chips.Single = true
	p.chips.OnChange = func(active []string) {
		if len(active) == 1 {
			p.Open(place.Route{Part: active[0]})
		}
		p.chips.SetActive(p.here.part)
	}
	p.page = widgets.NewPage(around.T("exchange.title"), around.T("exchange.subtitle"), nil, widgets.Over(p.chips, p.stage))
	p.Open(place.Route{})
	return p
}

// Content is the place's page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// Open shows the section of a route's part; a subject is opened in it.
func (p *Page) Open(r place.Route) {
	part := r.Part
	switch {
	case part == "" && r.Subject != "":
		part = partDecide
	case part == "":
		part = p.here.part
	}
	wanted := p.sections[0]
	for _, s := range p.sections {
		if s.part == part {
			wanted = s
		}
	}
	p.here = wanted
	p.chips.SetActive(wanted.part)
	p.stage.Objects = []fyne.CanvasObject{wanted.content()}
	wanted.open(r)
	p.stage.Refresh()
}

// Route is where the person is now.
func (p *Page) Route() place.Route {
	r := p.here.route()
	r.Place, r.Part = place.Exchange, p.here.part
	return r
}

// Back goes one step back within the section.
func (p *Page) Back() bool { return p.here.back() }

// Reload reads the section anew.
func (p *Page) Reload() { p.here.reload() }

// Tick has nothing to do.
func (p *Page) Tick(time.Time) {}
