package widgets_test

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"

	"siaga/ui/look"
	"siaga/ui/widgets"
)

type system struct {
	id, name, owner string
	due             time.Time
}

// words stands for a locales.Book.
type words interface {
	T(key string, values ...any) string
}

// A page: columns as data, a search, a dialog with a form, a tick.
func Example_page() {
	var (
		book   words
		doors  widgets.Doors
		canvas fyne.Canvas
		find   func(query string) []system
		save   func(name, owner string) (mistakes map[string]string)
		open   func(system)
	)
	table := widgets.NewTable(func(s system) string { return s.id },
		widgets.Column[system]{ID: "name", Title: book.T("system.name"), Width: 200, Stretch: 2,
			Text:    func(s system) string { return s.name },
			Compare: func(a, b system) int { return cmp.Compare(a.name, b.name) }},
		widgets.Column[system]{ID: "due", Title: book.T("system.due"), Width: 140, Align: fyne.TextAlignTrailing,
			Text: func(s system) string { return s.due.Sub(doors.Now()).String() },
			Tone: func(s system) look.Tone { return look.Warning }},
		widgets.Column[system]{ID: "owner", Title: book.T("system.owner"), Width: 160, Hidden: true,
			Text: func(s system) string { return s.owner }})
	table.OnOpen = open

	var latest widgets.Latest
	search := widgets.NewSearch(book.T("system.search"))
	search.OnSearch = func(query string) {
		wanted := latest.Ask()
		widgets.Run(doors, func() []system { return find(query) }, func(rows []system) {
			if wanted() {
				table.SetRows(rows)
			}
		})
	}
	add := func() {
		name, owner := widgets.NewEntry(""), widgets.NewPick(book.T("pick"), nil)
		d := &widgets.Dialog{Title: book.T("system.new"), Primary: book.T("save"), Secondary: book.T("cancel"),
			Content: widgets.NewForm(
				widgets.NewField("name", book.T("system.name"), name).Required(),
				widgets.NewField("owner", book.T("system.owner"), owner).Hint(book.T("system.owner.hint")))}
		d.OnPrimary = func() bool { return d.ShowErrors(save(name.Text, owner.Selected())) }
		d.Show(canvas)
	}
	create := widgets.NewPrimary(book.T("system.new"), look.IconAdd, add)
	table.SetEmpty(widgets.NewEmpty(look.IconSystems, book.T("system.none"), widgets.NewButton(book.T("system.new"), look.IconAdd, add)))
	page := widgets.NewPage(book.T("place.systems"), "", []fyne.CanvasObject{create}, widgets.Over(widgets.Toolbar(search), table))
	page.Say(look.Warning, book.T("system.unowned"))
	table.Tick() // once a second, from the window's one ticker
}
