// Package people is the place Orang & piket, in three parts: the team of
// Lampiran I with its holders, duties and history; the duty roster by weeks; and
// everybody the office works with.
//
// A person sits on a post from day to day ([model.Seat]); days are whole days of
// the office's zone, the last one included, as letters of appointment say it.
package people

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Desk is what this place asks of the desk.
type Desk interface {
	Do(app.Order) (app.Done, error)
	People() []model.Person
	Agencies() []model.Agency
	Seats() []model.Seat
	Holders(model.Post, model.Instant) []model.Seat
	Duties() []model.Duty
	Zone() (*time.Location, string)
	ErasurePlan(subject string, fields, rows []string) (app.ErasurePlan, error)
	locales.Names
}

// The parts of the place, as routes name them; a post of the team is
// "post.III", a team "post.V".
const (
	partTeam   = "team"
	partDuty   = "duty"
	partPeople = "people"
	partPost   = "post."
)

// Page is the place Orang & piket.
type Page struct {
	around place.Around
	desk   Desk
	part   string

	page   *widgets.Page
	parts  *widgets.Chips
	stage  *fyne.Container
	team   *team
	post   *post // the one that is open, nil at the chart
	roster *roster
	people *persons
}

// New returns the page at the team's chart.
func New(around place.Around, desk Desk) *Page {
	p := &Page{around: around, desk: desk, stage: container.NewStack()}
	var chips []widgets.Chip
	for _, part := range []string{partTeam, partDuty, partPeople} {
		chips = append(chips, widgets.Chip{Key: part, Word: around.T("people.part." + part), Count: -1})
	}
	p.parts = widgets.NewChips(chips...)
	p.parts.Single = true
	p.parts.OnChange = func(active []string) {
		if len(active) == 0 {
			active = []string{strings.SplitN(p.chip(), ".", 2)[0]}
		}
		p.turn(active[0])
	}
	p.team, p.roster, p.people = newTeam(p), newRoster(p), newPersons(p)
	p.page = widgets.NewPage(around.T("people.title"), around.T("people.subtitle"), nil, widgets.Over(p.parts, p.stage))
	p.turn(partTeam)
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// Open shows a part, or a person in the list.
func (p *Page) Open(r place.Route) {
	switch {
	case r.Subject != "":
		p.turn(partPeople)
		p.people.find(r.Subject)
	case r.Part != "":
		p.turn(r.Part)
	default:
		p.turn(p.part)
	}
}

// Route is the part that is open.
func (p *Page) Route() place.Route { return place.Route{Place: place.People, Part: p.part} }

// Back leaves an open post for the chart.
func (p *Page) Back() bool {
	if p.post == nil {
		return false
	}
	p.turn(partTeam)
	return true
}

// FocusSearch goes to the search of people.
func (p *Page) FocusSearch() {
	p.turn(partPeople)
	p.around.Canvas().Focus(p.people.search)
}

// Reload reads the open part anew.
func (p *Page) Reload() {
	switch {
	case p.post != nil:
		p.post.reload()
	case p.part == partDuty:
		p.roster.reload()
	case p.part == partPeople:
		p.people.reload()
	default:
		p.team.reload()
	}
}

// Tick moves the roster to the next shift when one begins.
func (p *Page) Tick(now time.Time) {
	if p.part == partDuty && !now.Truncate(time.Minute).Equal(p.roster.minute) {
		p.roster.reload()
	}
}

// turn shows a part; an unknown one is the chart.
func (p *Page) turn(part string) {
	p.part, p.post = part, nil
	var content fyne.CanvasObject
	key, isPost := strings.CutPrefix(part, partPost)
	switch {
	case isPost && len(entriesOf(key)) > 0:
		p.post = newPost(p, key)
		content = p.post.content
	case part == partDuty:
		content = p.roster.content
	case part == partPeople:
		content = p.people.content
	default:
		p.part, content = partTeam, p.team.content
	}
	p.parts.SetActive(p.chip())
	p.stage.Objects = []fyne.CanvasObject{content}
	p.Reload()
	p.stage.Refresh()
}

// chip is the chip of the open part: posts belong to the team.
func (p *Page) chip() string {
	if p.post != nil {
		return partTeam
	}
	return p.part
}

// send gives an order unless there are mistakes already; it returns what is
// wrong, by field, and tells what was done otherwise.
func (p *Page) send(c app.Command, mistakes map[string]string, done string) map[string]string {
	if len(mistakes) > 0 {
		return mistakes
	}
	if _, err := p.desk.Do(app.Order{Command: c}); err != nil {
		return p.around.Errors(err)
	}
	p.around.Tell(look.Kept, done, nil)
	p.Reload()
	return nil
}

// today is the present day of the office's zone, at midnight.
func (p *Page) today() time.Time { return midnight(p.around.Doors.Now(), p.zone()) }

func (p *Page) zone() *time.Location {
	zone, _ := p.desk.Zone()
	return zone
}

func midnight(at time.Time, zone *time.Location) time.Time {
	y, m, d := at.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone)
}
