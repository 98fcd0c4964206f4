package incidents

import (
	"cmp"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// list is the table of incidents with everything that chooses what it shows.
type list struct {
	*Page
	wish   wish
	latest widgets.Latest

	page   *widgets.Page
	search *widgets.Search
	chips  *widgets.Chips
	beyond *beyond
	table  *widgets.Table[*line]
	batch  *widgets.Button
}

func newList(p *Page) *list {
	l := &list{Page: p}
	l.search = widgets.NewSearch(p.T("incidents.search"))
	l.search.OnSearch = func(query string) {
		l.wish.Text = query
		l.find()
	}
	l.chips = widgets.NewChips(p.chipFaces()...)
	l.chips.OnChange = func(active []string) {
		l.wish.setChips(active)
		l.find()
	}
	l.beyond = newBeyond(p, func() { l.want(wish{}) })
	l.newTable()
	create := widgets.NewPrimary(p.T("incidents.new"), look.IconAdd, l.create)
	top := widgets.Stacked(l.toolbar(), container.NewVBox(l.chips, l.beyond.line))
	l.page = widgets.NewPage(p.T(place.Incidents.WordKey()), " ", []fyne.CanvasObject{create}, widgets.Over(top, l.table))
	return l
}

func (l *list) newTable() {
	l.table = widgets.NewTable(func(r *line) string { return string(r.ID) }, l.columns()...)
	l.table.Then = func(a, b *line) int { return cmp.Compare(b.ReceivedAt, a.ReceivedAt) }
	l.table.OnOpen = func(r *line) { l.openIncident(r.ID) }
	l.table.OnSelect = func(rows []*line) { l.selected(len(rows)) }
	l.table.Menu = func(rows []*line) *fyne.Menu { return l.batchMenu(rows) }
	l.table.SetLayout(l.rememberedLayout())
	l.table.OnLayout = l.rememberLayout
}

func (l *list) toolbar() fyne.CanvasObject {
	var filter, views, columns, sort *widgets.Button
	filter = widgets.NewButton(l.T("common.filter"), look.IconFilter, l.askFilter)
	views = widgets.NewButton(l.T("incidents.views"), look.IconDown, func() { below(views, l.viewMenu()) })
	columns = widgets.NewButton(l.T("incidents.columns"), look.IconColumns, func() { below(columns, l.table.ColumnMenu()) })
	sort = widgets.NewButton(l.T("common.sort"), look.IconDown, func() { below(sort, l.table.SortMenu()) })
	l.batch = widgets.NewButton("", look.IconMore, func() { below(l.batch, l.batchMenu(l.table.Selected())) })
	l.selected(0)
	return widgets.Toolbar(l.search, l.batch, filter, views, columns, sort)
}

func below(button *widgets.Button, menu *fyne.Menu) { widgets.ShowMenu(menu, button, fyne.Position{}) }

func (l *list) create() { l.open(place.Route{Part: partIntake}) }

func (l *list) content() fyne.CanvasObject { return l.page }

func (l *list) route() place.Route {
	filter := l.wish.Filter
	return place.Route{Filter: &filter, Part: strings.Join(l.wish.codes()["only"], ",")}
}

// want shows something else: a saved view, a route, or everything.
func (l *list) want(w wish) {
	l.wish = w
	l.chips.SetActive(w.activeChips()...)
	// SetText searches by itself, but only when it changes something.
	if l.search.Text == w.Text {
		l.find()
	}
	l.search.SetText(w.Text)
}

func (l *list) reload() { l.find() }

// find asks the desk beside the window; an answer that was overtaken is dropped.
func (l *list) find() {
	wanted, wish, asker, now := l.latest.Ask(), l.wish, l.asker(), l.now()
	l.beyond.show(wish)
	widgets.Run(l.Doors, func() []*line {
		var rows []*line
		for _, r := range l.desk.Search(wish.Filter) {
			if wish.keeps(r, asker) {
				rows = append(rows, newLine(r, now))
			}
		}
		return rows
	}, func(rows []*line) {
		if wanted() {
			l.found(rows)
		}
	})
}

func (l *list) found(rows []*line) {
	l.table.SetRows(rows)
	l.page.SetTitle(l.T(place.Incidents.WordKey()), l.Book.N("incidents.count", len(rows)))
	if len(rows) == 0 {
		l.table.SetEmpty(l.empty())
	}
}

// empty says what belongs here: the first incident, or a wider wish.
func (l *list) empty() fyne.CanvasObject {
	if l.wish.Text == "" && len(l.wish.codes()) == 0 {
		return widgets.NewEmpty(look.IconIncidents, l.T("incidents.none"), widgets.NewButton(l.T("incidents.new"), look.IconAdd, l.create))
	}
	return widgets.NewEmpty(look.IconSearch, l.T("incidents.nomatch"),
		widgets.NewButton(l.T("incidents.showall"), nil, func() { l.want(wish{}) }))
}

func (l *list) tick(time.Time) { l.table.Tick() }

// selected enables what can be done with several rows at once.
func (l *list) selected(count int) {
	l.batch.SetText(l.Book.N("incidents.selected", count))
	if count == 0 {
		l.batch.Disable()
	} else {
		l.batch.Enable()
	}
}

// ids are the identities of rows.
func ids(rows []*line) []model.IncidentID {
	out := make([]model.IncidentID, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}
