package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// Table shows many rows in columns: sorting, hiding and dragging columns, selecting
// several rows, everything by keyboard too. Only the rows in view exist, so
// 100,000 are as quick as ten.
//
// Keys: arrows, Page Up and Down, Home and End move; with Shift they extend the
// selection; Space toggles, Ctrl+A takes all, Ctrl+C copies, Enter opens, Menu asks
// for the row's menu.
type Table[T any] struct {
	widget.BaseWidget
	OnOpen   func(row T)               // Enter or double tap
	OnSelect func(rows []T)            // after each change of the selection
	Menu     func(rows []T) *fyne.Menu // of the selected rows, at the right button
	OnLayout func(TableLayout)         // a person sorted, dragged or hid a column
	Single   bool                      // at most one row can be selected
	Then     func(a, b T) int          // decides between rows that a sort finds equal

	key     func(T) string
	columns []Column[T]
	layout  TableLayout
	given   []T // as they came
	rows    []T // as they are shown
	shown   []*Column[T]
	widths  []float32

	selected map[string]bool
	cursor   int // row with the focus frame, -1 for none
	anchor   int // where a Shift selection began

	body   *tableBody[T]
	header *tableHeader[T]
	scroll *container.Scroll
	empty  *fyne.Container
}

// NewTable returns an empty table; key names a row for ever, so that the selection
// survives SetRows.
func NewTable[T any](key func(T) string, columns ...Column[T]) *Table[T] {
	t := &Table[T]{key: key, columns: columns, selected: map[string]bool{}, cursor: -1, anchor: -1}
	t.body = newTableBody(t)
	t.header = newTableHeader(t)
	t.scroll = container.NewScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.body.place(); t.header.follow() }
	t.empty = container.NewCenter()
	t.ExtendBaseWidget(t)
	return t
}

// SetRows replaces the rows, keeps order, selection, focus and place.
func (t *Table[T]) SetRows(rows []T) {
	focus := ""
	if t.cursor >= 0 {
		focus = t.key(t.rows[t.cursor])
	}
	t.given = rows
	t.arrange()
	t.keepSelection(focus)
	t.body.redraw()
	t.showEmpty()
}

// Rows returns the rows in the order in which they are shown.
func (t *Table[T]) Rows() []T { return t.rows }

// SetEmpty sets what is shown when there are no rows, usually a [NewEmpty].
func (t *Table[T]) SetEmpty(content fyne.CanvasObject) {
	t.empty.Objects = []fyne.CanvasObject{content}
	t.showEmpty()
}

func (t *Table[T]) showEmpty() {
	t.empty.Hidden = len(t.rows) > 0
	t.empty.Refresh()
}

// SetColumns replaces the columns, for another language; what was dragged stays.
func (t *Table[T]) SetColumns(columns ...Column[T]) {
	t.columns = columns
	t.relayout()
}

// Tick draws the rows in view again, for time left; rows whose words are the same cost
// nothing.
func (t *Table[T]) Tick() { t.body.tick() }

// Open opens the row of a key as Enter would; an unknown key does nothing.
func (t *Table[T]) Open(key string) {
	if i := t.index(key); i >= 0 && t.OnOpen != nil {
		t.OnOpen(t.rows[i])
	}
}

// Focus puts the keyboard into the table, on its first row if none had it.
func (t *Table[T]) Focus() {
	if c := canvasOf(t); c != nil {
		c.Focus(t.body)
	}
}

// arrange sorts what was given into what is shown.
func (t *Table[T]) arrange() {
	t.rows = slices.Clone(t.given)
	c := t.column(t.layout.Sort)
	if c == nil || c.Compare == nil {
		return
	}
	slices.SortStableFunc(t.rows, func(a, b T) int {
		order := c.Compare(a, b)
		if t.layout.Descending {
			order = -order
		}
		if order == 0 && t.Then != nil {
			order = t.Then(a, b)
		}
		return order
	})
}

func (t *Table[T]) index(key string) int {
	return slices.IndexFunc(t.rows, func(row T) bool { return t.key(row) == key })
}

func (t *Table[T]) textSize() float32 { return t.Theme().Size(theme.SizeNameText) }

// rowHeight is the height of every row in points.
func (t *Table[T]) rowHeight() float32 { return t.textSize() + 18 }

// CreateRenderer is called by Fyne.
func (t *Table[T]) CreateRenderer() fyne.WidgetRenderer {
	content := container.New(&tableLayout[T]{t}, t.header, t.scroll, t.empty)
	frame := newPanel(&Panel{Content: content, Fill: look.ColorPanel, Edge: look.ColorBorder, Pad: 1})
	return widget.NewSimpleRenderer(frame)
}

type tableLayout[T any] struct{ table *Table[T] }

func (l *tableLayout[T]) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, l.table.rowHeight()*4)
}

func (l *tableLayout[T]) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t := l.table
	t.measure(size.Width)
	h := t.rowHeight()
	t.header.Resize(fyne.NewSize(size.Width, h))
	t.header.arrange()
	t.scroll.Move(fyne.NewPos(0, h))
	t.scroll.Resize(fyne.NewSize(size.Width, size.Height-h))
	t.scroll.Refresh()
	t.body.place()
	t.empty.Move(fyne.NewPos(0, h))
	t.empty.Resize(fyne.NewSize(size.Width, size.Height-h))
}

// relayout measures and draws everything again after a change of columns.
func (t *Table[T]) relayout() {
	t.measure(t.scroll.Size().Width)
	t.header.rebuild()
	t.scroll.Refresh()
	t.body.redraw()
}
