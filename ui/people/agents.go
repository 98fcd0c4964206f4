package people

import (
	"cmp"

	"fyne.io/fyne/v2"

	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// agentLine is a Perangkat Daerah and its agent; the seat is empty when it has
// none.
type agentLine struct {
	agency model.Agency
	seat   model.Seat
	person model.Person
}

// agentsAt lists every Perangkat Daerah in use with the agents it has at an
// instant (Lampiran I no. IX: one for every Perangkat Daerah).
func (p *Page) agentsAt(at model.Instant) (lines []agentLine) {
	named := map[model.AgencyID][]model.Seat{}
	for _, s := range p.desk.Holders("IX", at) {
		named[s.Agency] = append(named[s.Agency], s)
	}
	for _, a := range p.desk.Agencies() {
		if a.Retired != "" {
			continue
		}
		for _, s := range named[a.ID] {
			lines = append(lines, agentLine{a, s, p.desk.Person(s.Person)})
		}
		if len(named[a.ID]) == 0 {
			lines = append(lines, agentLine{agency: a})
		}
	}
	return lines
}

// agents is the table of Perangkat Daerah and agents.
type agents struct {
	p       *Page
	search  *widgets.Search
	without *widgets.Chips
	table   *widgets.Table[agentLine]
	content fyne.CanvasObject
}

func newAgents(p *Page, name func(model.AgencyID)) *agents {
	a := &agents{p: p, search: widgets.NewSearch(p.around.T("people.searchagent")), without: widgets.NewChips()}
	a.search.OnSearch = func(string) { a.reload() }
	a.without.OnChange = func([]string) { a.reload() }
	a.table = widgets.NewTable(func(l agentLine) string { return string(l.agency.ID) + string(l.seat.ID) }, agentColumns(p)...)
	a.table.Single = true
	a.table.OnOpen = func(l agentLine) { name(l.agency.ID) }
	a.table.SetEmpty(widgets.NewEmpty(look.IconPerson, p.around.T("people.noagencyfound"), nil))
	appoint := widgets.NewButton(p.around.T("people.nameagent"), look.IconPerson, func() {
		for _, l := range a.table.Selected() {
			name(l.agency.ID)
		}
	})
	a.table.OnSelect = func(rows []agentLine) {
		if appoint.Disable(); len(rows) == 1 {
			appoint.Enable()
		}
	}
	appoint.Disable()
	a.content = widgets.Over(widgets.Toolbar(a.search, a.without, appoint), a.table)
	return a
}

func agentColumns(p *Page) []widgets.Column[agentLine] {
	return []widgets.Column[agentLine]{
		{ID: "agency", Title: p.around.T("field.agency"), Width: 180, Stretch: 2, Text: func(l agentLine) string { return l.agency.Name },
			Compare: func(a, b agentLine) int { return locales.Compare(a.agency.Name, b.agency.Name) }},
		{ID: "agent", Title: p.around.T("people.column.agent"), Width: 150, Stretch: 1,
			Text: func(l agentLine) string { return cmp.Or(l.person.Name, p.around.T("people.noagent")) },
			Tone: func(l agentLine) look.Tone {
				if l.seat.ID == "" {
					return look.Warning
				}
				return look.Plain
			},
			Compare: func(a, b agentLine) int { return locales.Compare(a.person.Name, b.person.Name) }},
		{ID: "phone", Title: p.around.T("field.phone"), Width: 130, Text: func(l agentLine) string { return l.person.Phone }},
	}
}

func (a *agents) reload() {
	var rows []agentLine
	missing, only := 0, len(a.without.Active()) > 0
	for _, l := range a.p.agentsAt(model.At(a.p.around.Doors.Now())) {
		if l.seat.ID == "" {
			missing++
		}
		if found(a.search.Text, l.agency.Name, l.agency.Short, l.person.Name) && (!only || l.seat.ID == "") {
			rows = append(rows, l)
		}
	}
	a.without.SetChips(widgets.Chip{Key: "without", Word: a.p.around.T("people.withoutagent"), Icon: look.IconWarning, Count: missing})
	a.table.SetRows(rows)
}
