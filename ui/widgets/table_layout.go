package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Layout returns what a person changed about the table, to be remembered.
func (t *Table[T]) Layout() TableLayout { return t.layout }

// SetLayout restores what was remembered; columns that no longer exist are ignored.
func (t *Table[T]) SetLayout(layout TableLayout) {
	t.layout = layout
	t.arrange()
	t.relayout()
}

// Sort orders the rows by a column; OnLayout hears of it.
func (t *Table[T]) Sort(id string, descending bool) {
	focus := ""
	if t.cursor >= 0 {
		focus = t.key(t.rows[t.cursor])
	}
	t.layout.Sort, t.layout.Descending = id, descending
	t.arrange()
	t.keepSelection(focus)
	t.header.rebuild()
	t.body.redraw()
	t.remember()
}

// sortOrTurn is a tap on a header: first ascending, then descending.
func (t *Table[T]) sortOrTurn(c *Column[T]) {
	if c.Compare != nil {
		t.Sort(c.ID, t.layout.Sort == c.ID && !t.layout.Descending)
	}
}

// ShowColumn shows or hides a column; the last visible one stays.
func (t *Table[T]) ShowColumn(id string, visible bool) {
	if t.column(id) == nil || (!visible && len(t.shown) <= 1) {
		return
	}
	if t.layout.Hidden == nil {
		t.layout.Hidden = map[string]bool{}
	}
	t.layout.Hidden[id] = !visible
	t.relayout()
	t.remember()
}

// resizeColumn sets a dragged width, never under 40 points.
func (t *Table[T]) resizeColumn(id string, width float32) {
	if t.layout.Widths == nil {
		t.layout.Widths = map[string]float32{}
	}
	t.layout.Widths[id] = max(width, 40)
	t.measure(t.scroll.Size().Width)
	t.header.arrange()
	t.scroll.Refresh()
	t.body.redraw()
}

func (t *Table[T]) remember() {
	if t.OnLayout != nil {
		t.OnLayout(t.layout)
	}
}

// ColumnMenu returns a menu with a tick for every column, for a button of the page;
// the header shows it at the right button.
func (t *Table[T]) ColumnMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for i := range t.columns {
		c := &t.columns[i]
		item := fyne.NewMenuItem(c.Title, func() { t.ShowColumn(c.ID, t.hidden(c)) })
		item.Checked = !t.hidden(c)
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// SortMenu returns a menu with the columns that can be sorted, for a button of the page,
// so that sorting needs no mouse; choosing the ticked one turns the order round.
func (t *Table[T]) SortMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for i := range t.columns {
		c := &t.columns[i]
		if c.Compare == nil {
			continue
		}
		item := fyne.NewMenuItem(c.Title, func() { t.sortOrTurn(c) })
		item.Checked = t.layout.Sort == c.ID
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// ShowMenu shows a menu at a place of the canvas, or below an object when at is zero.
func ShowMenu(menu *fyne.Menu, by fyne.CanvasObject, at fyne.Position) {
	if at.IsZero() {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(by).AddXY(0, by.Size().Height)
	}
	if c := canvasOf(by); c != nil && menu != nil && len(menu.Items) > 0 {
		widget.ShowPopUpMenuAtPosition(menu, c, at)
	}
}
