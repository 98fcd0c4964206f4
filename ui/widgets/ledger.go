package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// LedgerColumn is one column of a ledger: its heading, and its share of the width.
type LedgerColumn struct {
	Title string
	Share float32
}

// LedgerLine is one line of a ledger: its cells, and the button at its end, nil for none.
type LedgerLine struct {
	Cells []string
	Act   *Button
}

// NewLedger returns a short table in which nothing is cut off: cells break at words.
// For many rows there is [Table].
func NewLedger(columns []LedgerColumn, lines []LedgerLine) fyne.CanvasObject {
	room := &ledgerLayout{}
	heads := make([]fyne.CanvasObject, len(columns))
	for n, c := range columns {
		room.shares = append(room.shares, c.Share)
		heads[n] = newWrapped(&wrapped{text: c.Title, size: theme.SizeNameCaptionText, ink: look.ColorMuted, bold: true, width: usualCell})
	}
	all := stack(6, container.New(room, heads...))
	for _, line := range lines {
		if line.Act != nil {
			room.act = max(room.act, line.Act.MinSize().Width)
		}
		cells := make([]fyne.CanvasObject, len(line.Cells), len(line.Cells)+1)
		for n, text := range line.Cells {
			cells[n] = newWrapped(&wrapped{text: text, size: theme.SizeNameText, firm: true, width: usualCell})
		}
		if line.Act != nil {
			cells = append(cells, line.Act)
		}
		all.Add(container.New(room, cells...))
	}
	return all
}

// usualCell is the width for which cells are broken until the ledger is laid out.
const usualCell = 150

// ledgerLayout gives the cells of every line of a ledger the same widths, and the
// buttons at the ends room of their own.
type ledgerLayout struct {
	shares []float32
	act    float32 // width of the widest button
}

const ledgerGap = 10

func (l *ledgerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	cells, lead := l.lead(objects)
	height := lead + tallest(cells)
	if len(objects) > len(cells) {
		height = max(height, objects[len(cells)].MinSize().Height)
	}
	return fyne.NewSize(float32(len(l.shares))*40+l.act, height)
}

// lead are the cells of a line, and how far they stand below its top, so that the first
// line of text is level with the word of the button.
func (l *ledgerLayout) lead(objects []fyne.CanvasObject) (cells []fyne.CanvasObject, lead float32) {
	cells = objects[:len(l.shares)]
	if len(objects) > len(cells) {
		text := fyne.MeasureText("X", theme.TextSize(), fyne.TextStyle{}).Height
		lead = max(0, (objects[len(cells)].MinSize().Height-text)/2)
	}
	return cells, lead
}

func (l *ledgerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	whole, x := float32(0), float32(0)
	_, lead := l.lead(objects)
	for _, share := range l.shares {
		whole += share
	}
	for n, o := range objects {
		if n == len(l.shares) {
			o.Move(fyne.NewPos(size.Width-l.act, 0))
			o.Resize(fyne.NewSize(l.act, o.MinSize().Height))
			continue
		}
		width := (size.Width - l.act) * l.shares[n] / whole
		o.Move(fyne.NewPos(x, lead))
		o.Resize(fyne.NewSize(width-ledgerGap, size.Height-lead))
		x += width
	}
}
