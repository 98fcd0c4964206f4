package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// tableLine draws one row; it is written again and again with other rows.
type tableLine[T any] struct {
	table  *Table[T]
	row    int // -1 when it draws none
	box    *fyne.Container
	ground *canvas.Rectangle
	mark   *canvas.Rectangle // bar at the left of a selected row, so that colour is not alone
	cells  []*tableCell
}

// tableCell is plain canvas text, which is twenty times quicker than a label.
type tableCell struct {
	whole string // before it was shortened
	width float32
	tone  look.Tone
	text  *canvas.Text
	icon  *canvas.Image // made when first needed
}

func newTableLine[T any](t *Table[T]) *tableLine[T] {
	l := &tableLine[T]{table: t, row: -1}
	l.ground, l.mark = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	l.box = container.NewWithoutLayout(l.ground, l.mark)
	return l
}

// leave hides the line until it is given a row.
func (l *tableLine[T]) leave() {
	l.row = -1
	l.box.Hide()
}

// write draws row i; when again, it stands there already and only words may differ.
func (l *tableLine[T]) write(i int, again bool) {
	if l.row == i && !again {
		return
	}
	t := l.table
	fresh := l.row != i
	l.row = i
	if fresh {
		l.stand(i)
	}
	for len(l.cells) < len(t.shown) {
		l.cells = append(l.cells, l.newCell())
	}
	x := float32(0)
	for n, c := range t.shown {
		l.writeCell(l.cells[n], c, x, t.widths[n], fresh)
		x += t.widths[n]
	}
	for _, cell := range l.cells[len(t.shown):] {
		cell.text.Hide()
		cell.hideIcon()
		cell.whole = ""
	}
}

func (l *tableLine[T]) stand(i int) {
	t := l.table
	h := t.rowHeight()
	size := fyne.NewSize(max(t.totalWidth(), t.scroll.Size().Width), h)
	l.box.Move(fyne.NewPos(0, float32(i)*h))
	l.box.Resize(size)
	l.ground.Resize(size)
	l.mark.Resize(fyne.NewSize(4, h))
	l.paintGround()
	l.box.Show()
}

func (l *tableLine[T]) newCell() *tableCell {
	cell := &tableCell{text: canvas.NewText("", color.Transparent)}
	l.box.Objects = append(l.box.Objects, cell.text)
	return cell
}

func (l *tableLine[T]) writeCell(cell *tableCell, c *Column[T], x, width float32, fresh bool) {
	row := l.table.rows[l.row]
	words, tone := c.Text(row), look.Plain
	if c.Tone != nil {
		tone = c.Tone(row)
	}
	if !fresh && cell.whole == words && cell.tone == tone && cell.width == width {
		return
	}
	cell.whole, cell.tone, cell.width = words, tone, width
	h, size := l.table.rowHeight(), l.table.textSize()
	left, room := x+8, width-16
	cell.hideIcon()
	icon := tone.Icon()
	if icon != nil && words != "" {
		left, room = left+size+6, room-size-6
	}
	cell.text.TextSize, cell.text.Alignment = size, c.Align
	cell.text.Text = shorten(words, room, size, cell.text.TextStyle)
	if icon != nil && words != "" {
		l.showIcon(cell, icon)
		cell.icon.Resize(fyne.NewSquareSize(size + 2))
		cell.icon.Move(fyne.NewPos(left-size-6+cell.indent(room), (h-size-2)/2))
	}
	cell.text.Color = colour(l.table, tone.Color())
	cell.text.Move(fyne.NewPos(left, 0))
	cell.text.Resize(fyne.NewSize(max(room, 0), h))
	cell.text.Show()
	cell.text.Refresh()
}

func (l *tableLine[T]) showIcon(cell *tableCell, icon fyne.Resource) {
	if cell.icon == nil {
		cell.icon = canvas.NewImageFromResource(icon)
		l.box.Objects = append(l.box.Objects, cell.icon)
	}
	cell.icon.Resource = icon
	cell.icon.Hidden = false
	cell.icon.Refresh()
}

// indent is the free room before the text, so that the icon stands right beside it.
func (c *tableCell) indent(room float32) float32 {
	switch c.text.Alignment {
	case fyne.TextAlignTrailing:
		return max(0, room-c.text.MinSize().Width)
	case fyne.TextAlignCenter:
		return max(0, (room-c.text.MinSize().Width)/2)
	}
	return 0
}

func (c *tableCell) hideIcon() {
	if c.icon != nil && !c.icon.Hidden {
		c.icon.Hide()
	}
}

// paintGround shows zebra, hover and selection.
func (l *tableLine[T]) paintGround() {
	t := l.table
	name := look.ColorPanel
	if l.row%2 == 1 {
		name = look.ColorZebra
	}
	chosen := t.selected[t.key(t.rows[l.row])]
	if chosen {
		name = theme.ColorNameSelection
	}
	l.mark.FillColor = color.Transparent
	if chosen {
		l.mark.FillColor = colour(t, theme.ColorNamePrimary)
	}
	l.ground.FillColor = colour(t, name)
	if l.row == t.body.hover && !chosen {
		l.ground.FillColor = colour(t, theme.ColorNameHover)
	}
	l.ground.Refresh()
	l.mark.Refresh()
}
