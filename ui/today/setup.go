package today

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// gap is a piece of set-up that is missing, how often, and where it is done.
type gap struct {
	key   string
	count int
	where place.Route
}

// missing looks for set-up without which papers and duty are not complete.
func (p *Page) missing(now model.Instant) []gap {
	office := p.desk.Office()
	on, _ := app.Watches(p.desk.Duties(), now)
	gaps := []gap{
		{"today.setup.letterhead", none(len(office.Letterhead)), place.Route{Place: place.Settings, Part: "letterhead"}},
		{"today.setup.contact", none(len(office.Contact)), place.Route{Place: place.Settings, Part: "office"}},
		{"today.setup.chair", none(len(p.desk.Holders("III", now))), place.Route{Place: place.People, Part: "team"}},
		{"today.setup.duty", none(len(on)), place.Route{Place: place.People, Part: "duty"}},
		{"today.setup.agencies", examples(p.desk.Agencies(), func(a model.Agency) bool { return a.Example && a.Retired == "" }),
			place.Route{Place: place.Systems, Part: "agencies"}},
		{"today.setup.people", examples(p.desk.People(), func(m model.Person) bool { return m.Example && m.Retired == "" }),
			place.Route{Place: place.People, Part: "people"}},
	}
	var found []gap
	for _, g := range gaps {
		if g.count > 0 {
			found = append(found, g)
		}
	}
	return found
}

func none(length int) int {
	if length == 0 {
		return 1
	}
	return 0
}

func examples[T any](all []T, example func(T) bool) (n int) {
	for _, one := range all {
		if example(one) {
			n++
		}
	}
	return n
}

func (p *Page) showSetUp(now model.Instant) {
	p.setUp.Objects = nil
	column := container.NewVBox()
	if zone, _ := p.desk.Zone(); p.desk.Office().SeasonsProposed(now, zone) > 0 {
		column.Add(p.toDo(p.around.T("today.setup.seasons"), place.Route{Place: place.Settings, Part: "times"}))
	}
	for _, g := range p.missing(now) {
		column.Add(p.toDo(p.around.Book.N(g.key, g.count), g.where))
	}
	zone, _ := p.desk.Zone()
	if year := p.desk.Office().HolidaysDue(now, zone); year != 0 {
		column.Add(p.toDo(p.around.T("today.setup.holidays", "Year", strconv.Itoa(year)), place.Route{Place: place.Settings, Part: "times"}))
	}
	if reminder := p.around.Book.STR(p.desk.STR()); reminder != "" {
		column.Add(p.toDo(reminder, place.Route{Place: place.Settings, Part: "letters"}))
	}
	if len(column.Objects) > 0 {
		p.setUp.Add(widgets.NewSection(p.around.T("today.setup"), nil, column))
	}
	p.setUp.Refresh()
}

// toDo is a line that says what is to be set up, and leads there.
func (p *Page) toDo(said string, where place.Route) fyne.CanvasObject {
	sentence := widgets.NewWords(said)
	sentence.Shorten = true
	open := widgets.NewButton(p.around.T("today.setup.do"), look.IconNext, func() { p.around.Go(where) })
	return container.NewBorder(nil, nil, widget.NewIcon(look.Warning.Icon()), open, sentence)
}
