package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// tableHeader is the line of titles; it moves sideways with the rows.
type tableHeader[T any] struct {
	widget.BaseWidget
	table   *Table[T]
	ground  *canvas.Rectangle
	cells   []*headerCell[T]
	handles []*dragHandle[T]
}

func newTableHeader[T any](t *Table[T]) *tableHeader[T] {
	h := &tableHeader[T]{table: t, ground: canvas.NewRectangle(nil)}
	h.ExtendBaseWidget(h)
	return h
}

// rebuild makes the cells anew after columns or the order changed.
func (h *tableHeader[T]) rebuild() {
	h.cells, h.handles = nil, nil
	for _, c := range h.table.shown {
		h.cells = append(h.cells, newHeaderCell(h.table, c))
		h.handles = append(h.handles, newDragHandle(h.table, c))
	}
	h.arrange()
	h.Refresh()
}

func (h *tableHeader[T]) arrange() {
	if len(h.cells) != len(h.table.shown) {
		h.rebuild()
		return
	}
	x, height := -h.table.scroll.Offset.X, h.table.rowHeight()
	for i, w := range h.table.widths {
		h.cells[i].Move(fyne.NewPos(x, 0))
		h.cells[i].Resize(fyne.NewSize(w, height))
		x += w
		h.handles[i].Move(fyne.NewPos(x-4, 0))
		h.handles[i].Resize(fyne.NewSize(8, height))
	}
}

func (h *tableHeader[T]) follow() { h.arrange() }

// CreateRenderer is called by Fyne.
func (h *tableHeader[T]) CreateRenderer() fyne.WidgetRenderer {
	h.ground.FillColor = colour(h, theme.ColorNameHeaderBackground)
	return &headerRenderer[T]{h}
}

type headerRenderer[T any] struct{ header *tableHeader[T] }

func (r *headerRenderer[T]) Layout(size fyne.Size) { r.header.ground.Resize(size) }
func (r *headerRenderer[T]) MinSize() fyne.Size    { return fyne.NewSize(0, r.header.table.rowHeight()) }
func (r *headerRenderer[T]) Destroy()              {}

func (r *headerRenderer[T]) Refresh() {
	r.header.ground.FillColor = colour(r.header, theme.ColorNameHeaderBackground)
	r.header.ground.Refresh()
	canvas.Refresh(r.header)
}

func (r *headerRenderer[T]) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.header.ground}
	for i, cell := range r.header.cells {
		objects = append(objects, cell, r.header.handles[i])
	}
	return objects
}

// headerCell is one title; a tap sorts, the right button offers the columns.
type headerCell[T any] struct {
	piece
	table  *Table[T]
	column *Column[T]
}

func newHeaderCell[T any](t *Table[T], c *Column[T]) *headerCell[T] {
	cell := &headerCell[T]{table: t, column: c}
	title := newWords(&Words{Text: c.Title, Bold: true, Shorten: true, Align: c.Align})
	line := stretch(title)
	if t.layout.Sort == c.ID {
		arrow := look.IconUp
		if t.layout.Descending {
			arrow = look.IconDown
		}
		line.Add(newIcon(arrow))
	}
	cell.start(cell, inset(0, 8, line))
	return cell
}

// Tapped sorts by this column, a second tap turns the order round.
func (c *headerCell[T]) Tapped(*fyne.PointEvent) { c.table.sortOrTurn(c.column) }

// TappedSecondary offers the columns to show and hide.
func (c *headerCell[T]) TappedSecondary(at *fyne.PointEvent) {
	ShowMenu(c.table.ColumnMenu(), c, at.AbsolutePosition)
}

// Cursor shows that the title can be tapped.
func (c *headerCell[T]) Cursor() desktop.Cursor {
	if c.column.Compare != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// dragHandle is the edge of a column that can be dragged.
type dragHandle[T any] struct {
	widget.BaseWidget
	table  *Table[T]
	column *Column[T]
	line   *canvas.Rectangle
}

func newDragHandle[T any](t *Table[T], c *Column[T]) *dragHandle[T] {
	d := &dragHandle[T]{table: t, column: c, line: canvas.NewRectangle(nil)}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged makes the column wider or narrower.
func (d *dragHandle[T]) Dragged(e *fyne.DragEvent) {
	for i, c := range d.table.shown {
		if c.ID == d.column.ID {
			d.table.resizeColumn(c.ID, d.table.widths[i]+e.Dragged.DX)
			return
		}
	}
}

// DragEnd tells OnLayout.
func (d *dragHandle[T]) DragEnd() { d.table.remember() }

// Cursor shows that the edge can be dragged.
func (d *dragHandle[T]) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer is called by Fyne.
func (d *dragHandle[T]) CreateRenderer() fyne.WidgetRenderer { return &handleRenderer[T]{d} }

type handleRenderer[T any] struct{ handle *dragHandle[T] }

func (r *handleRenderer[T]) Layout(size fyne.Size) {
	r.handle.line.FillColor = colour(r.handle, look.ColorBorder)
	r.handle.line.Move(fyne.NewPos(size.Width/2, 6))
	r.handle.line.Resize(fyne.NewSize(1, max(0, size.Height-12)))
}
func (r *handleRenderer[T]) MinSize() fyne.Size { return fyne.NewSize(8, 0) }
func (r *handleRenderer[T]) Refresh()           { r.Layout(r.handle.Size()) }
func (r *handleRenderer[T]) Destroy()           {}
func (r *handleRenderer[T]) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.handle.line}
}
