// Package today is the place Hari ini: who is on duty, how many incidents wait
// for what, the lists of what is to be done next, and which set-up is missing.
// Every line opens its thing and carries its one next action.
//
// What is waiting is decided by [app.Plan] alone; the rest of the package draws it.
package today

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Desk is what this place asks of the desk.
type Desk interface {
	Do(app.Order) (app.Done, error)
	Incidents() []*model.Row
	Elsewhere(app.Agenda) int
	AtDesk() (model.Person, bool)
	Person(model.PersonID) model.Person
	Agency(model.AgencyID) model.Agency
	System(model.SystemID) model.System
	Missing() []app.Sentence
	Duties() []model.Duty
	Zone() (*time.Location, string)
	Exchange() (app.Exchange, error)
	STR() model.STR
}

// Page is the place Hari ini.
type Page struct {
	around place.Around
	desk   Desk

	page      *widgets.Page
	clock     *widgets.Words
	tiles     map[app.Tally]*widgets.Tile
	duty      *fyne.Container
	lists     *fyne.Container
	setUp     *fyne.Container
	exchange  *fyne.Container
	handover  *widgets.Words
	handsOver model.Instant // when the duty is, zero for nobody on duty

	lines  map[lineKey]*line
	length map[app.Queue]int // how many lines of a list are shown
	minute time.Time         // that the lists show
}

// New returns the page, filled.
func New(around place.Around, desk Desk) *Page {
	p := &Page{around: around, desk: desk, tiles: map[app.Tally]*widgets.Tile{},
		lines: map[lineKey]*line{}, length: map[app.Queue]int{},
		duty: container.NewStack(), lists: widgets.Stacked(), setUp: widgets.Stacked(), exchange: widgets.Stacked()}
	p.clock = widgets.NewHeading("", theme.SizeNameHeadingText)
	p.handover = widgets.NewMuted("")
	var figures []fyne.CanvasObject
	for _, t := range app.Tallies {
		tile := widgets.NewTile(around.Book.Word(t), func() { p.openCounted(t) })
		p.tiles[t] = tile
		figures = append(figures, tile)
	}
	body := widgets.Scrolled(widgets.Stacked(widgets.Columns(figures...), p.duty, p.lists, p.exchange, p.setUp))
	p.page = widgets.NewPage("", " ", []fyne.CanvasObject{p.clock}, body)
	p.Reload()
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// Open shows the page as it stands now.
func (p *Page) Open(place.Route) { p.Reload() }

// Route is this place.
func (p *Page) Route() place.Route { return place.Route{Place: place.Today} }

// Reload makes the agenda anew; lines that stay keep the keyboard.
func (p *Page) Reload() {
	now := p.around.Doors.Now()
	p.minute = now.Truncate(time.Minute)
	me, _ := p.desk.AtDesk()
	agenda := app.Plan(p.desk.Incidents(), model.At(now), p.midnight(now), me.ID)
	p.page.SetTitle(p.greeting(now, me.Name), p.around.Book.DateLong(now))
	p.clock.SetText(p.around.Book.Clock(now))
	p.showCounts(agenda)
	p.showDuty(model.At(now))
	p.showLists(agenda, now)
	p.showExchange()
	p.showSetUp()
}

// Tick redraws the time left, and makes the agenda anew once a minute.
func (p *Page) Tick(now time.Time) {
	if !now.Truncate(time.Minute).Equal(p.minute) {
		p.Reload()
		return
	}
	for _, l := range p.lines {
		l.tick(now)
	}
	p.tickDuty(model.At(now))
}

func (p *Page) midnight(now time.Time) model.Instant {
	zone, _ := p.desk.Zone()
	y, m, d := now.In(zone).Date()
	return model.At(time.Date(y, m, d, 0, 0, 0, 0, zone))
}

// greetings are the parts of the day with the hour at which each ends.
var greetings = []struct {
	until int
	key   string
}{{11, "today.morning"}, {15, "today.noon"}, {18, "today.afternoon"}, {24, "today.evening"}}

func (p *Page) greeting(now time.Time, name string) string {
	zone, _ := p.desk.Zone()
	for _, g := range greetings {
		if now.In(zone).Hour() < g.until && name != "" {
			return p.around.T("today.greeting", "Greeting", p.around.T(g.key), "Name", name)
		} else if now.In(zone).Hour() < g.until {
			return p.around.T(g.key)
		}
	}
	return ""
}

func (p *Page) showCounts(agenda app.Agenda) {
	for _, t := range app.Tallies {
		n, tone := agenda.Tallies[t], look.Plain
		if n > 0 {
			tone = tones[t]
		}
		more := ""
		if past := agenda.Tallies[app.TallyProvisional]; t == app.TallyUnclassified && past > 0 {
			more = p.around.Book.N("today.provisional", past)
		}
		p.tiles[t].Set(p.around.Book.Number(n), more, tone)
	}
}

func (p *Page) openCounted(t app.Tally) {
	now := p.around.Doors.Now()
	filter := t.Filter(model.At(now), p.midnight(now))
	p.around.Go(place.Route{Place: place.Incidents, Filter: &filter})
}
