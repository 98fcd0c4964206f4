package systems

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
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

func (l *list) columns() []widgets.Column[line] {
	around := l.p.around
	text := func(id string, width float32, of func(line) string) widgets.Column[line] {
		return widgets.Column[line]{ID: id, Title: around.T("systems.column." + id), Width: width, Text: of,
			Compare: func(a, b line) int { return locales.Compare(of(a), of(b)) }}
	}
	number := func(id string, width float32, of func(line) int) widgets.Column[line] {
		return widgets.Column[line]{ID: id, Title: around.T("systems.column." + id), Width: width, Align: fyne.TextAlignTrailing,
			Text:    func(s line) string { return around.Book.Number(of(s)) },
			Compare: func(a, b line) int { return cmp.Compare(of(a), of(b)) }}
	}
	name := text("name", 220, l.name)
	name.Stretch, name.Tone = 1, func(s line) look.Tone { return markTone(s.Example, s.Retired) }
	class := text("class", 100, l.class)
	class.Compare = func(a, b line) int { return cmp.Compare(rank(a.Class), rank(b.Class)) }
	score := number("score", 65, func(s line) int { return s.score })
	score.Text = func(s line) string { return l.scored(s.score) }
	score.Tone = func(s line) look.Tone {
		if model.Ambiguous(s.score) {
			return look.Warning
		}
		return look.Plain
	}
	last := text("last", 105, func(s line) string { return l.day(s.last) })
	last.Compare = func(a, b line) int { return cmp.Compare(a.last, b.last) }
	return []widgets.Column[line]{name, text("owner", 145, func(s line) string { return s.owner.Label() }), class, score,
		text("vital", 55, func(s line) string { return l.yes(s.Vital) }),
		text("personal", 105, func(s line) string { return l.yes(s.PersonalData) }),
		number("open", 80, func(s line) int { return s.open }), number("all", 75, func(s line) int { return s.all }), last}
}

// name is a system's name, with its mark when it has one.
func (l *list) name(s line) string {
	if mark := l.p.mark(s.Example, s.Retired); mark != "" {
		return l.p.around.T("systems.marked", "Name", s.Name, "Mark", mark)
	}
	return s.Name
}

// class is the word of a system's class.
func (l *list) class(s line) string {
	if s.Class == "" {
		return l.p.around.T("systems.noclass")
	}
	return l.p.around.Book.Word(s.Class)
}

// rank orders the classes, the highest first and the missing last.
func rank(c model.Class) int {
	if i := slices.Index(model.Classes, c); i >= 0 {
		return i
	}
	return len(model.Classes)
}

func (l *list) scored(score int) string {
	if score == 0 {
		return ""
	}
	return l.p.around.Book.Number(score)
}

func (l *list) yes(is bool) string {
	if is {
		return l.p.around.T("common.yes")
	}
	return ""
}

// day prints the day of an instant for a cell.
func (l *list) day(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return strings.Fields(l.p.around.Book.Stamp(at.Time()))[0]
}

// sieve is a filter of the list, by its chip.
type sieve struct {
	key  string
	word string
	fits func(model.System) bool
}

// withRetired is the chip that widens the list instead of narrowing it.
const withRetired = "retired"

// sieves are the filters; those of the class widen each other.
func (l *list) sieves() []sieve {
	around := l.p.around
	var all []sieve
	for _, c := range model.Classes {
		all = append(all, sieve{"class." + string(c), around.Book.Word(c), func(s model.System) bool { return s.Class == c }})
	}
	return append(all,
		sieve{"class.none", around.T("systems.unclassified"), func(s model.System) bool { return s.Class == "" }},
		sieve{"vital", around.T("systems.vital"), func(s model.System) bool { return s.Vital }},
		sieve{"personal", around.T("systems.personal"), func(s model.System) bool { return s.PersonalData }},
		sieve{withRetired, around.T("systems.withretired"), func(s model.System) bool { return s.Retired != "" }})
}

// fits reports whether the chosen filters let a system through.
func fits(s model.System, sieves []sieve, active []string) bool {
	classes, ofClass := 0, false
	for _, v := range sieves {
		switch {
		case !slices.Contains(active, v.key):
		case strings.HasPrefix(v.key, "class."):
			classes++
			ofClass = ofClass || v.fits(s)
		case v.key != withRetired && !v.fits(s):
			return false
		}
	}
	return (classes == 0 || ofClass) && (s.Retired == "" || slices.Contains(active, withRetired))
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
