package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"siaga/ui/look"
	"siaga/ui/widgets"
)

// listEditor is a list that is written in a form: a table, and what is added,
// changed and taken away. Nothing of it is recorded before the form is.
type listEditor[T any] struct {
	content fyne.CanvasObject
	rows    []T
	page    *Page
	key     func(T) string
	table   *widgets.Table[T]
	ask     func(was T, put func(T)) // shows one to be changed, an empty one to be added
}

func newListEditor[T any](p *Page, key func(T) string, ask func(T, func(T)), height float32, columns []widgets.Column[T], more ...fyne.CanvasObject) *listEditor[T] {
	l := &listEditor[T]{page: p, key: key, ask: ask, table: widgets.NewTable(key, columns...)}
	l.table.Single = true
	l.table.OnOpen = func(T) { l.edit() }
	l.table.SetEmpty(widgets.NewMuted(p.around.T("common.none")))
	bar := widgets.NewFlow(append(more,
		widgets.NewButton(p.around.T("common.add"), look.IconAdd, l.add), widgets.NewButton(p.around.T("common.edit"), look.IconEdit, l.edit),
		widgets.NewButton(p.around.T("common.remove"), look.IconWithdraw, l.remove))...)
	l.content = widgets.Over(bar, widgets.NewHeight(height, l.table))
	return l
}

func (l *listEditor[T]) set(rows []T) {
	l.rows = slices.Clone(rows)
	l.table.SetRows(l.rows)
}

func (l *listEditor[T]) add() {
	var empty T
	l.ask(empty, func(is T) { l.set(append(l.rows, is)) })
}

func (l *listEditor[T]) edit() {
	if at := l.chosen(); at >= 0 {
		l.ask(l.rows[at], func(is T) {
			l.rows[at] = is
			l.set(l.rows)
		})
	}
}

func (l *listEditor[T]) remove() {
	if at := l.chosen(); at >= 0 {
		l.set(slices.Delete(l.rows, at, at+1))
	}
}

// chosen is where the selected row stands; -1 says that one is to be chosen.
func (l *listEditor[T]) chosen() int {
	if chosen := l.table.Selected(); len(chosen) > 0 {
		return slices.IndexFunc(l.rows, func(row T) bool { return l.key(row) == l.key(chosen[0]) })
	}
	l.page.page.Say(look.Running, l.page.around.T("settings.times.choose"))
	return -1
}
