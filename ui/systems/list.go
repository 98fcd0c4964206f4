package systems

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// line is a system with what its row shows.
type line struct {
	model.System
	tally
	owner model.Agency
	score int // 0 without answers
}

// list is the table of systems.
type list struct {
	p         *Page
	search    *widgets.Search
	filters   *widgets.Chips
	table     *widgets.Table[line]
	edit      *widgets.Button
	incidents *widgets.Button
	content   fyne.CanvasObject
}

func newList(p *Page) *list {
	l := &list{p: p, search: widgets.NewSearch(p.around.T("systems.search")), filters: widgets.NewChips()}
	l.search.OnSearch = func(string) { l.reload() }
	l.filters.OnChange = func([]string) { l.reload() }
	add := widgets.NewPrimary(p.around.T("systems.add"), look.IconAdd, func() { p.Open(place.Route{Part: partNew}) })
	l.edit = widgets.NewButton(p.around.T("common.open"), look.IconEdit, func() { l.each(func(s line) { p.show(s.System) }) })
	l.incidents = widgets.NewButton(p.around.T("systems.incidents"), look.IconIncidents, func() {
		l.each(func(s line) { p.openIncidents(app.Filter{System: []model.SystemID{s.ID}}) })
	})
	l.table = widgets.NewTable(func(s line) string { return string(s.ID) }, l.columns()...)
	l.table.Single = true
	l.table.OnOpen = func(s line) { p.show(s.System) }
	l.table.OnSelect = l.choose
	l.table.SetEmpty(widgets.NewEmpty(look.IconSystems, p.around.T("systems.none"),
		widgets.NewButton(p.around.T("systems.add"), look.IconAdd, func() { p.Open(place.Route{Part: partNew}) })))
	l.choose(nil)
	l.content = widgets.Over(widgets.Over(widgets.Toolbar(l.search, l.edit, l.incidents, add), l.filters), l.table)
	return l
}

func (l *list) reload() {
	counted, sieves, active := tallies(l.p.desk.Incidents()), l.sieves(), l.filters.Active()
	chips := make([]widgets.Chip, len(sieves))
	for i, v := range sieves {
		chips[i] = widgets.Chip{Key: v.key, Word: v.word}
	}
	var rows []line
	for _, s := range l.p.desk.Systems() {
		for i, v := range sieves {
			if v.fits(s) && (s.Retired == "" || v.key == withRetired) {
				chips[i].Count++
			}
		}
		row := line{System: s, tally: counted[s.ID], owner: l.p.desk.Agency(s.Agency)}
		_, row.score, _ = s.Proposed()
		if fits(s, sieves, active) && found(l.search.Text, s.Name, s.URL, s.Description, s.Manager, row.owner.Name, row.owner.Short) {
			rows = append(rows, row)
		}
	}
	l.filters.SetChips(chips...)
	l.table.SetRows(rows)
	l.choose(l.table.Selected())
}

// choose enables what can be done with the chosen system.
func (l *list) choose(rows []line) {
	for _, b := range []*widgets.Button{l.edit, l.incidents} {
		if b.Disable(); len(rows) == 1 {
			b.Enable()
		}
	}
}

func (l *list) each(act func(line)) {
	for _, s := range l.table.Selected() {
		act(s)
	}
}

// openIncidents goes to the list of the incidents that a filter chooses.
func (p *Page) openIncidents(f app.Filter) {
	p.around.Go(place.Route{Place: place.Incidents, Filter: &f})
}
