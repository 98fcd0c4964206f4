package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// persons is the table of everybody the office works with.
type persons struct {
	p       *Page
	search  *widgets.Search
	filters *widgets.Chips
	table   *widgets.Table[model.Person]
	edit    *widgets.Button
	retire  *widgets.Button
	erase   *widgets.Button
	content fyne.CanvasObject
}

// The filters of the table.
const (
	onlyExamples = "example"
	withRetired  = "retired"
)

func newPersons(p *Page) *persons {
	s := &persons{p: p, search: widgets.NewSearch(p.around.T("people.search")), filters: widgets.NewChips()}
	s.search.OnSearch = func(string) { s.reload() }
	s.filters.OnChange = func([]string) { s.reload() }
	add := widgets.NewPrimary(p.around.T("people.add"), look.IconAdd, func() { s.ask(model.Person{}, nil) })
	s.edit = widgets.NewButton(p.around.T("common.edit"), look.IconEdit, func() { s.each(func(m model.Person) { s.ask(m, nil) }) })
	s.retire = widgets.NewButton("", nil, func() { s.each(s.askRetire) })
	s.erase = widgets.NewButton(p.around.T("erase.act"), nil, func() { s.each(s.askErasure) })
	s.table = s.newTable()
	s.choose(nil)
	columns := widgets.NewButton("", look.IconColumns, nil)
	columns.OnTapped = func() { widgets.ShowMenu(s.table.ColumnMenu(), columns, fyne.Position{}) }
	s.content = widgets.Over(widgets.Over(widgets.Toolbar(s.search, columns, s.edit, s.retire, s.erase, add), s.filters), s.table)
	return s
}

func (s *persons) newTable() *widgets.Table[model.Person] {
	around := s.p.around
	column := func(id string, width, stretch float32, text func(model.Person) string) widgets.Column[model.Person] {
		return widgets.Column[model.Person]{ID: id, Title: around.T("field." + id), Width: width, Stretch: stretch, Text: text,
			Compare: func(a, b model.Person) int { return locales.Compare(text(a), text(b)) }}
	}
	name := column("name", 170, 2, func(m model.Person) string { return m.Name })
	rank := column("rank", 150, 0, func(m model.Person) string { return m.Rank })
	email := column("email", 150, 1, func(m model.Person) string { return m.Email })
	rank.Hidden, email.Hidden = true, true
	nip := column("nip", 175, 0, func(m model.Person) string { return model.PrintNIP(m.NIP) })
	nip.Title = around.T("people.column.nip")
	mark := widgets.Column[model.Person]{ID: "mark", Title: around.T("common.status"), Width: 195, Text: s.mark,
		Tone: func(m model.Person) look.Tone {
			if m.Retired == "" {
				return look.Warning
			}
			return look.Neutral
		}}
	table := widgets.NewTable(func(m model.Person) string { return string(m.ID) }, name,
		nip, rank,
		column("jobTitle", 140, 1, func(m model.Person) string { return m.JobTitle }),
		column("agency", 145, 0, func(m model.Person) string { return s.p.desk.Agency(m.Agency).Label() }),
		column("phone", 135, 0, func(m model.Person) string { return m.Phone }),
		email, mark)
	table.Single = true
	table.OnOpen = func(m model.Person) { s.ask(m, nil) }
	table.OnSelect = s.choose
	table.SetEmpty(widgets.NewEmpty(look.IconPerson, around.T("people.none"),
		widgets.NewButton(around.T("people.add"), look.IconAdd, func() { s.ask(model.Person{}, nil) })))
	return table
}

// mark says that somebody is an example, or why no longer in use.
func (s *persons) mark(m model.Person) string {
	switch {
	case m.Retired != "":
		return s.p.around.T("people.retired", "Reason", m.Retired)
	case m.Example:
		return s.p.around.T("common.example")
	}
	return ""
}

func (s *persons) reload() {
	var rows []model.Person
	active := strings.Join(s.filters.Active(), " ")
	count := map[string]int{}
	for _, m := range s.p.desk.People() {
		if m.Retired != "" {
			count[withRetired]++
		} else if m.Example {
			count[onlyExamples]++
		}
		agency := s.p.desk.Agency(m.Agency)
		if (m.Retired == "" || strings.Contains(active, withRetired)) && (m.Example || !strings.Contains(active, onlyExamples)) &&
			found(s.search.Text, m.Name, m.NIP, m.JobTitle, m.Phone, m.Email, agency.Name, agency.Short) {
			rows = append(rows, m)
		}
	}
	s.filters.SetChips(
		widgets.Chip{Key: onlyExamples, Word: s.p.around.T("people.examples"), Count: count[onlyExamples]},
		widgets.Chip{Key: withRetired, Word: s.p.around.T("people.withretired"), Count: count[withRetired]})
	s.table.SetRows(rows)
	s.choose(s.table.Selected())
}

// found reports whether every word of a query stands somewhere in the texts.
func found(query string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}

// find selects a person from elsewhere, whatever is searched for.
func (s *persons) find(id model.PersonID) {
	if s.p.desk.Person(id).Retired != "" {
		s.filters.SetActive(withRetired)
	}
	s.search.Clear()
	s.reload()
	s.table.Select(string(id))
}

// choose enables what can be done with the chosen person.
func (s *persons) choose(rows []model.Person) {
	word, icon := s.p.around.T("people.retire"), look.IconWithdraw
	if len(rows) == 1 && rows[0].Retired != "" {
		word, icon = s.p.around.T("people.restore"), look.IconUndo
	}
	s.retire.SetText(word)
	s.retire.SetIcon(icon)
	for _, b := range []*widgets.Button{s.edit, s.retire, s.erase} {
		if b.Disable(); len(rows) == 1 {
			b.Enable()
		}
	}
}

func (s *persons) each(act func(model.Person)) {
	for _, m := range s.table.Selected() {
		act(m)
	}
}

// askRetire takes a person out of the lists with a reason, or back into them.
func (s *persons) askRetire(m model.Person) {
	p, person := s.p, app.PersonRef(m.ID)
	if m.Retired != "" {
		back := ""
		p.order(app.AmendPerson{Person: person, Retired: &back}, p.around.T("people.restored", "Name", m.Name))
		return
	}
	widgets.Confirm{Title: p.around.T("people.retire"), Sentence: p.around.T("people.retire.sentence", "Name", m.Name),
		Reason: p.around.T("common.reason"), Missing: p.around.T("refuse.reason"), Danger: true,
		Primary: p.around.T("people.retire"), Secondary: p.around.T("common.cancel"),
		OnConfirm: func(reason string) {
			p.order(app.AmendPerson{Person: person, Retired: &reason}, p.around.T("people.retiredone", "Name", m.Name))
		}}.Show(p.around.Canvas())
}

// askErasure asks what personal data of somebody are erased for good.
func (s *persons) askErasure(m model.Person) {
	place.AskErasure(s.p.around, s.p.desk, m.ID, func(app.Done) { s.p.Reload() })
}
