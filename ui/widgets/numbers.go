package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Number is one cell of [NewNumbers]; a tap opens the list that it counted, nil
// makes it one to look at only.
type Number struct {
	Text  string
	OnTap func()
}

// NumberLine is a line of numbers under one name.
type NumberLine struct {
	Label string
	Bold  bool // a total
	Cells []Number
}

// NewNumbers returns a small table of numbers, all of it drawn: a name at the left,
// columns of the same width at the right.
func NewNumbers(heads []string, lines []NumberLine) fyne.CanvasObject {
	table := stack(0, numberHeads(heads))
	for i, line := range lines {
		cells := container.New(numberCells{}, newWrapped(&wrapped{text: line.Label, size: theme.SizeNameText, bold: line.Bold, width: 180}))
		for _, n := range line.Cells {
			cells.Add(numberCell(n, line.Bold))
		}
		ground := &Panel{Content: cells, Pad: 1}
		if i%2 == 0 {
			ground.Fill = look.ColorZebra
		}
		table.Add(newPanel(ground))
	}
	return table
}

func numberHeads(heads []string) fyne.CanvasObject {
	cells := container.New(numberCells{}, NewMuted(""))
	for _, head := range heads {
		cells.Add(newWrapped(&wrapped{text: head, size: theme.SizeNameCaptionText, ink: look.ColorMuted, align: fyne.TextAlignTrailing, width: 60}))
	}
	return cells
}

// numberCell underlines nothing and colours what can be opened, as links are.
func numberCell(n Number, bold bool) fyne.CanvasObject {
	words := &Words{Text: n.Text, Align: fyne.TextAlignTrailing, Bold: bold}
	if n.OnTap != nil {
		words.Colour = theme.ColorNameHyperlink
	}
	return newSurface(&Panel{Content: newWords(words), Pad: 2, Radius: 4}, n.OnTap)
}

// numberCells gives the first object a third of the width and the others the
// rest, in equal parts.
type numberCells struct{}

const leastNumber = 46 // width of a column, in points

func (numberCells) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120+leastNumber*float32(len(objects)-1), tallest(objects))
}

func (numberCells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := max(120, size.Width*0.3)
	width := (size.Width - first) / float32(max(1, len(objects)-1))
	for i, o := range objects {
		least, x, room := o.MinSize(), float32(0), first
		if i > 0 {
			x, room = first+float32(i-1)*width, width
		}
		o.Resize(fyne.NewSize(room-4, least.Height))
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
	}
}
