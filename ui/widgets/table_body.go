package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// tableBody is as tall as all rows and holds only those in view: line i is drawn by
// lines[i mod n], so that a scroll by one row writes one row.
type tableBody[T any] struct {
	widget.BaseWidget
	table   *Table[T]
	lines   []*tableLine[T]
	frame   *canvas.Rectangle // shows the focus
	hover   int
	focused bool
	held    fyne.KeyModifier
}

func newTableBody[T any](t *Table[T]) *tableBody[T] {
	b := &tableBody[T]{table: t, frame: canvas.NewRectangle(nil), hover: -1}
	b.frame.StrokeWidth, b.frame.CornerRadius = 2, 3
	b.ExtendBaseWidget(b)
	return b
}

// first and count say which rows are in view, one more at each end.
func (b *tableBody[T]) inView() (first, after int) {
	t := b.table
	h := t.rowHeight()
	first = max(0, int(t.scroll.Offset.Y/h)-1)
	after = min(len(t.rows), first+int(t.scroll.Size().Height/h)+3)
	return first, after
}

// place gives each row in view its line and writes the lines whose row is new.
func (b *tableBody[T]) place() {
	first, after := b.inView()
	grown := false
	for need := int(b.table.scroll.Size().Height/b.table.rowHeight()) + 3; len(b.lines) < need; grown = true {
		b.lines = append(b.lines, newTableLine(b.table))
	}
	for _, line := range b.lines {
		if line.row < first || line.row >= after {
			line.leave()
		}
	}
	for i := first; i < after; i++ {
		b.lines[i%len(b.lines)].write(i, false)
	}
	b.placeFrame()
	if grown {
		b.BaseWidget.Refresh()
	}
}

// redraw writes every line in view again.
func (b *tableBody[T]) redraw() {
	for _, line := range b.lines {
		line.leave()
	}
	b.table.scroll.Refresh()
	b.place()
}

// tick writes the lines in view again; a cell with the same words is left alone.
func (b *tableBody[T]) tick() {
	first, after := b.inView()
	for i := first; i < after && len(b.lines) > 0; i++ {
		b.lines[i%len(b.lines)].write(i, true)
	}
}

func (b *tableBody[T]) placeFrame() {
	t := b.table
	b.frame.Hidden = !b.focused || t.cursor < 0
	h := t.rowHeight()
	b.frame.Move(fyne.NewPos(t.scroll.Offset.X+1, float32(t.cursor)*h+1))
	b.frame.Resize(fyne.NewSize(t.scroll.Size().Width-2, h-2))
	b.frame.StrokeColor = colour(b, look.ColorFocusEdge)
	b.frame.Refresh()
}

func (b *tableBody[T]) rowAt(pos fyne.Position) int {
	row := int(pos.Y / b.table.rowHeight())
	if row < 0 || row >= len(b.table.rows) {
		return -1
	}
	return row
}

// MouseDown selects: alone, with Ctrl one more, with Shift the whole stretch.
func (b *tableBody[T]) MouseDown(e *desktop.MouseEvent) {
	row := b.rowAt(e.Position)
	if c := canvasOf(b); c != nil {
		c.Focus(b)
	}
	if row < 0 {
		return
	}
	t := b.table
	if e.Button == desktop.MouseButtonSecondary && t.selected[t.key(t.rows[row])] {
		t.moveTo(row)
		return
	}
	t.choose(row, e.Modifier&fyne.KeyModifierShift != 0, e.Modifier&fyne.KeyModifierShortcutDefault != 0)
}

// MouseUp is not used.
func (b *tableBody[T]) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped opens.
func (b *tableBody[T]) DoubleTapped(e *fyne.PointEvent) {
	if row := b.rowAt(e.Position); row >= 0 && b.table.OnOpen != nil {
		b.table.OnOpen(b.table.rows[row])
	}
}

// TappedSecondary shows the menu of the selected rows.
func (b *tableBody[T]) TappedSecondary(e *fyne.PointEvent) {
	if b.rowAt(e.Position) >= 0 {
		b.showMenu(e.AbsolutePosition)
	}
}

func (b *tableBody[T]) showMenu(at fyne.Position) {
	if rows := b.table.Selected(); b.table.Menu != nil && len(rows) > 0 {
		ShowMenu(b.table.Menu(rows), b, at)
	}
}

// MouseIn, MouseMoved and MouseOut show which row the mouse is on.
func (b *tableBody[T]) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved shows which row the mouse is on.
func (b *tableBody[T]) MouseMoved(e *desktop.MouseEvent) { b.setHover(b.rowAt(e.Position)) }

// MouseOut takes the mark away.
func (b *tableBody[T]) MouseOut() { b.setHover(-1) }

func (b *tableBody[T]) setHover(row int) {
	before := b.hover
	b.hover = row
	if before == row {
		return
	}
	for _, line := range b.lines {
		if line.row >= 0 && (line.row == before || line.row == row) {
			line.paintGround()
		}
	}
}

// CreateRenderer is called by Fyne.
func (b *tableBody[T]) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer[T]{b} }

type bodyRenderer[T any] struct{ body *tableBody[T] }

func (r *bodyRenderer[T]) Layout(fyne.Size) {}
func (r *bodyRenderer[T]) Destroy()         {}

func (r *bodyRenderer[T]) MinSize() fyne.Size {
	t := r.body.table
	return fyne.NewSize(t.totalWidth(), float32(len(t.rows))*t.rowHeight())
}

func (r *bodyRenderer[T]) Refresh() {
	for _, line := range r.body.lines {
		line.leave()
	}
	r.body.place()
	canvas.Refresh(r.body)
}

func (r *bodyRenderer[T]) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.body.lines)+1)
	for _, line := range r.body.lines {
		objects = append(objects, line.box)
	}
	return append(objects, r.body.frame)
}
