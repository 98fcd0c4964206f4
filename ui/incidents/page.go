package incidents

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
)

// Parts of the place that a route can name, beside the sections of an incident.
const (
	partIntake   = "intake"       // an empty form; a draft is offered
	partContinue = "intake.draft" // the form as it was being filled in
)

// view is one of the three things that the page shows.
type view interface {
	content() fyne.CanvasObject
	route() place.Route
	reload()
	tick(now time.Time)
}

// Page is the place Insiden.
type Page struct {
	place.Around
	desk  Desk
	names names

	box   *fyne.Container
	shown view
	trail []place.Route // incidents to come back to with Esc

	list   *list
	intake *intake
	detail *detail

	given []app.Done // orders that no toast has offered to take back yet
}

// New returns the place on its list.
func New(around place.Around, desk Desk) *Page {
	p := &Page{Around: around, desk: desk, box: container.NewStack()}
	p.names = p.readNames()
	p.list = newList(p)
	p.intake = newIntake(p)
	p.detail = newDetail(p)
	p.show(p.list)
	return p
}

// Content is the place's page.
func (p *Page) Content() fyne.CanvasObject { return p.box }

// Route is where the person is now.
func (p *Page) Route() place.Route {
	r := p.shown.route()
	r.Place = place.Incidents
	return r
}

// Open shows the list with a filter, the intake, or one incident. For the list a part
// names conditions that app.Filter does not know: noTeam, mine, closedThisMonth, with
// commas between them; for an incident a section, or a dialog that is opened at once.
func (p *Page) Open(r place.Route) {
	p.trail = nil
	p.open(r)
}

func (p *Page) open(r place.Route) {
	switch {
	case strings.HasPrefix(r.Part, partIntake):
		p.show(p.intake)
		p.intake.begin(r.Part == partContinue)
	case r.Subject != "":
		if p.detail.open(r.Subject, r.Part) {
			p.show(p.detail)
			p.detail.takeFocus()
			if sectionNamed(r.Part) != nil {
				p.detail.showSection()
			} else { // some acts are called as the section that they add to
				p.detail.askPart(r.Part)
			}
		}
	default:
		if r.Filter != nil || r.Part != "" {
			p.list.want(wishOfRoute(r))
		}
		p.show(p.list)
		p.list.table.Focus()
	}
}

// openIncident goes from one incident, or the list, to another and remembers the way.
func (p *Page) openIncident(id model.IncidentID) {
	if p.shown == p.detail {
		p.trail = append(p.trail, p.Route())
	}
	p.open(place.Route{Subject: id})
}

func (p *Page) show(v view) {
	p.shown = v
	v.reload()
	p.box.Objects = []fyne.CanvasObject{v.content()}
	p.box.Refresh()
}

// Reload reads everything shown anew.
func (p *Page) Reload() {
	p.names = p.readNames()
	p.shown.reload()
}

// Tick redraws what shows time left.
func (p *Page) Tick(now time.Time) { p.shown.tick(now) }

// Back goes from an incident to the one before it or to the list, as it was left.
func (p *Page) Back() bool {
	if p.shown == p.list {
		return false
	}
	if last := len(p.trail) - 1; last >= 0 {
		r := p.trail[last]
		p.trail = p.trail[:last]
		p.open(r)
		return true
	}
	p.show(p.list)
	p.list.table.Focus()
	return true
}

// FocusSearch puts the keyboard into the search of the list.
func (p *Page) FocusSearch() {
	if p.shown != p.list {
		p.show(p.list)
	}
	p.Canvas().Focus(p.list.search)
}

// ShowPaper goes to the paper that the open incident has by now; from the list,
// to that of the one selected incident.
func (p *Page) ShowPaper() {
	switch p.shown {
	case p.detail:
		p.goToPaper(p.detail.incident.ID, paperOf(p.detail.incident.Outcome))
	case p.list:
		if chosen := p.list.table.Selected(); len(chosen) == 1 {
			p.goToPaper(chosen[0].ID, paperOf(chosen[0].Outcome))
		}
	}
}

func (p *Page) goToPaper(id model.IncidentID, paper string) {
	p.Go(place.Route{Place: place.Papers, Subject: id, Part: paper})
}

// do gives an order as of now.
func (p *Page) do(c app.Command) error { return p.doAt(c, 0) }

// doAt gives an order for a deed done at an instant; zero is now.
func (p *Page) doAt(c app.Command, at model.Instant) error {
	return p.did(p.desk.Do(app.Order{At: at, Command: c}))
}

// did keeps an order that was given, so that it can be taken back, and tells the
// warning that goes with it.
func (p *Page) did(done app.Done, err error) error {
	if err == nil {
		p.given = append(p.given, done)
	}
	if done.Notice != nil {
		p.Tell(look.Warning, p.Book.Refusal(done.Notice), nil)
	}
	return err
}

func (p *Page) now() model.Instant { return model.At(p.Doors.Now()) }
