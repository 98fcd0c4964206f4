package systems

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// owner is a Perangkat Daerah with how many systems it has.
type owner struct {
	model.Agency
	head    string // by name
	systems int
}

// agencies is the table of Perangkat Daerah.
type agencies struct {
	p       *Page
	search  *widgets.Search
	filters *widgets.Chips
	table   *widgets.Table[owner]
	checked *widgets.Button
	edit    *widgets.Button
	retire  *widgets.Button
	content fyne.CanvasObject
}

const onlyExamples = "example"

func newAgencies(p *Page) *agencies {
	a := &agencies{p: p, search: widgets.NewSearch(p.around.T("systems.searchagency")), filters: widgets.NewChips()}
	a.search.OnSearch = func(string) { a.reload() }
	a.filters.OnChange = func([]string) { a.reload() }
	add := widgets.NewPrimary(p.around.T("systems.addagency"), look.IconAdd, func() { p.askAgency(model.Agency{}) })
	a.checked = widgets.NewButton(p.around.T("systems.checked"), look.IconKept, a.markChecked)
	a.edit = widgets.NewButton(p.around.T("common.edit"), look.IconEdit, func() { p.askAgency(a.table.Selected()[0].Agency) })
	a.retire = widgets.NewButton(p.around.T("systems.retire"), look.IconWithdraw, func() { a.askRetire(a.table.Selected()[0]) })
	a.table = widgets.NewTable(func(o owner) string { return string(o.ID) }, a.columns()...)
	a.table.OnOpen = func(o owner) { p.askAgency(o.Agency) }
	a.table.OnSelect = a.choose
	a.table.SetEmpty(widgets.NewEmpty(look.IconFolder, p.around.T("systems.noagencyfound"),
		widgets.NewButton(p.around.T("systems.addagency"), look.IconAdd, func() { p.askAgency(model.Agency{}) })))
	a.choose(nil)
	a.content = widgets.Over(widgets.Over(widgets.Toolbar(a.search, a.checked, a.edit, a.retire, add), a.filters), a.table)
	return a
}

func (a *agencies) columns() []widgets.Column[owner] {
	column := func(id string, width, stretch float32, text func(owner) string) widgets.Column[owner] {
		return widgets.Column[owner]{ID: id, Title: a.p.around.T("field." + id), Width: width, Stretch: stretch, Text: text,
			Compare: func(x, y owner) int { return locales.Compare(text(x), text(y)) }}
	}
	email := column("email", 150, 1, func(o owner) string { return o.Email })
	head := column("head", 180, 1, func(o owner) string { return o.head })
	email.Hidden, head.Hidden = true, true
	count := widgets.Column[owner]{ID: "systems", Title: a.p.around.T("systems.column.systems"), Width: 90, Align: fyne.TextAlignTrailing,
		Text:    func(o owner) string { return a.p.around.Book.Number(o.systems) },
		Compare: func(x, y owner) int { return cmp.Compare(x.systems, y.systems) }}
	mark := column("mark", 195, 1, a.mark)
	mark.Title = a.p.around.T("common.status")
	mark.Tone = func(o owner) look.Tone { return markTone(o.Example, o.Retired) }
	return []widgets.Column[owner]{column("name", 300, 3, func(o owner) string { return o.Name }),
		column("short", 145, 0, func(o owner) string { return o.Short }),
		column("kind", 140, 0, func(o owner) string { return a.p.kind(o.Kind) }),
		column("phone", 130, 0, func(o owner) string { return o.Phone }), email, head, count, mark}
}

// mark says that an agency is an example, or why it is no longer in use.
func (a *agencies) mark(o owner) string {
	switch {
	case o.Retired != "":
		return a.p.around.T("systems.retired", "Reason", o.Retired)
	case o.Example:
		return a.p.around.T("common.example")
	}
	return ""
}

// kind is the word for a kind of Perangkat Daerah; one that is not in the list
// stands as it was entered.
func (p *Page) kind(kind string) string {
	if slices.Contains(model.AgencyKinds, model.AgencyKind(kind)) {
		return p.around.Book.Word(model.AgencyKind(kind))
	}
	return kind
}

func (a *agencies) reload() {
	owned := map[model.AgencyID]int{}
	for _, s := range a.p.desk.Systems() {
		if s.Retired == "" {
			owned[s.Agency]++
		}
	}
	names := map[model.PersonID]string{}
	for _, m := range a.p.desk.People() {
		names[m.ID] = m.Name
	}
	var rows []owner
	examples, retired, active := 0, 0, a.filters.Active()
	for _, g := range a.p.desk.Agencies() {
		switch {
		case g.Retired != "":
			retired++
		case g.Example:
			examples++
		}
		if (g.Retired == "" || slices.Contains(active, withRetired)) && (g.Example || !slices.Contains(active, onlyExamples)) &&
			found(a.search.Text, g.Name, g.Short, a.p.kind(g.Kind), g.Phone, g.Email, g.Address, names[g.Head]) {
			rows = append(rows, owner{g, names[g.Head], owned[g.ID]})
		}
	}
	a.filters.SetChips(
		widgets.Chip{Key: onlyExamples, Word: a.p.around.T("common.example"), Count: examples},
		widgets.Chip{Key: withRetired, Word: a.p.around.T("systems.withretired"), Count: retired})
	a.table.SetRows(rows)
	a.choose(a.table.Selected())
}

// choose enables what can be done with the chosen ones.
func (a *agencies) choose(rows []owner) {
	for _, b := range []*widgets.Button{a.edit, a.retire} {
		if b.Disable(); len(rows) == 1 {
			b.Enable()
		}
	}
	a.retire.SetText(a.p.around.T("systems.retire"))
	if len(rows) == 1 && rows[0].Retired != "" {
		a.retire.SetText(a.p.around.T("systems.restore"))
	}
	a.checked.Disable()
	if slices.ContainsFunc(rows, func(o owner) bool { return o.Example }) {
		a.checked.Enable()
	}
}

// find shows one agency, whatever is searched for.
func (a *agencies) find(id model.AgencyID) {
	if a.p.desk.Agency(id).Retired != "" {
		a.filters.SetActive(withRetired)
	}
	a.search.Clear()
	a.reload()
	a.table.Select(string(id))
}

// markChecked takes the example mark from the chosen ones.
func (a *agencies) markChecked() {
	no, n := false, 0
	for _, o := range a.table.Selected() {
		if !o.Example {
			continue
		}
		if _, err := a.p.desk.Do(app.Order{Command: app.AmendAgency{Agency: app.AgencyRef(o.ID), Example: &no}}); err != nil {
			a.p.around.Fail(err)
			break
		}
		n++
	}
	if n > 0 {
		a.p.around.Tell(look.Kept, a.p.around.Book.N("systems.checkeddone", n), nil)
	}
	a.p.Reload()
}

func (a *agencies) askRetire(o owner) {
	ref := app.AgencyRef(o.ID)
	if o.Retired != "" {
		back := ""
		a.p.order(app.AmendAgency{Agency: ref, Retired: &back}, a.p.around.T("systems.restored", "Name", o.Name))
		return
	}
	a.p.askRetire(o.Name, func(reason string) {
		a.p.order(app.AmendAgency{Agency: ref, Retired: &reason}, a.p.around.T("systems.retiredone", "Name", o.Name))
	})
}
