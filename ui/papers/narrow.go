package papers

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/reports"
	"siaga/ui/widgets"
)

// narrow chooses the incidents that are counted on the screen: chips for class
// and team, choosers for the rest. The papers always count all.
type narrow struct {
	content fyne.CanvasObject

	page                     *Page
	some                     *widgets.Chips // classes and teams
	category, agency, system *widgets.Pick
}

func newNarrow(p *Page) *narrow {
	n := &narrow{page: p}
	var chips []widgets.Chip
	for _, class := range model.Classes {
		chips = append(chips, widgets.Chip{Key: string(class), Word: p.around.Book.Word(class), Count: -1})
	}
	for _, team := range model.HandlingTeams {
		chips = append(chips, widgets.Chip{Key: team, Word: p.around.T("figures.team", "Team", team), Count: -1})
	}
	n.some = widgets.NewChips(chips...)
	n.category, n.agency, n.system = n.pick("field.category"), n.pick("field.agency"), n.pick("field.system")
	n.category.SetChoices(n.orAll(categories(p.around.Book, p.desk.Office())))
	n.some.OnChange = func([]string) { p.recount() }
	n.content = widgets.Stacked(n.some, widgets.Columns(n.category, n.agency, n.system))
	return n
}

func (n *narrow) pick(key string) *widgets.Pick {
	pick := widgets.NewPick(n.page.around.T(key), nil)
	pick.Nothing = n.page.around.T("common.none")
	pick.OnChange = func(string) { n.page.recount() }
	return pick
}

func (n *narrow) orAll(choices []widgets.Choice) []widgets.Choice {
	return append([]widgets.Choice{{Title: n.page.around.T("common.all")}}, choices...)
}

// offer offers the agencies and systems of a report.
func (n *narrow) offer(names reports.Directory) {
	n.agency.SetChoices(n.orAll(namedChoices(names.Agencies)))
	n.system.SetChoices(n.orAll(namedChoices(names.Systems)))
}

func namedChoices[T ~string](names map[T]string) (choices []widgets.Choice) {
	for id, name := range names {
		choices = append(choices, widgets.Choice{Key: string(id), Title: name})
	}
	slices.SortFunc(choices, func(a, b widgets.Choice) int { return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Key, b.Key)) })
	return choices
}

// filter is what was chosen; ok is false when nothing was.
func (n *narrow) filter() (f app.Filter, ok bool) {
	for _, key := range n.some.Active() {
		if slices.Contains(model.HandlingTeams, key) {
			f.Team = append(f.Team, key)
		} else {
			f.Class = append(f.Class, model.Class(key))
		}
	}
	f.Category, f.Agency, f.System = oneChosen[string](n.category), oneChosen[model.AgencyID](n.agency), oneChosen[model.SystemID](n.system)
	return f, len(f.Class)+len(f.Team)+len(f.Category)+len(f.Agency)+len(f.System) > 0
}

func oneChosen[T ~string](pick *widgets.Pick) []T {
	if key := pick.Selected(); key != "" {
		return []T{T(key)}
	}
	return nil
}

// recount counts the incidents that are chosen now, and shows them.
func (p *Page) recount() {
	v := p.doc.periodic
	if v == nil {
		return
	}
	filter, chosen := p.narrow.filter()
	if !chosen {
		p.counts = counts{v.Figures, v.Before}
		p.draw()
		return
	}
	wanted := p.recounts.Ask()
	widgets.Run(p.around.Doors, func() counts {
		return counts{p.desk.Figures(v.Figures.Period, filter), p.desk.Figures(v.Before.Period, filter)}
	}, func(c counts) {
		if wanted() && p.doc.periodic == v {
			p.counts = c
			p.draw()
		}
	})
}
