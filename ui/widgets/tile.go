package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Tile is a large figure with its label and how it changed; a tap opens the list that
// it counted.
type Tile struct {
	piece
	figure, change *Words
	icon           *fyne.Container
}

// NewTile returns a tile without a figure; a nil onTap makes it one to look at only.
func NewTile(label string, onTap func()) *Tile {
	t := &Tile{figure: newWords(&Words{TextSize: look.SizeFigure, Bold: true}), change: NewMuted(""), icon: row()}
	t.change.Shorten = true
	name := newWrapped(&wrapped{text: label, size: theme.SizeNameText, ink: look.ColorMuted, width: 150})
	content := stack(2, row(t.icon, t.figure), name, t.change)
	t.start(t, newSurface(&Panel{Content: content, Fill: look.ColorPanel, Edge: look.ColorBorder, Pad: 12, Radius: 6}, onTap))
	return t
}

// Set shows a figure, its tone and how it changed ("" for nothing).
func (t *Tile) Set(figure, change string, tone look.Tone) {
	t.icon.Objects = nil
	if tone.Icon() != nil {
		t.icon.Add(newIcon(tone.Icon()))
	}
	t.icon.Hidden = tone.Icon() == nil
	t.figure.Text, t.figure.Colour = figure, tone.Color()
	t.figure.Refresh()
	t.change.SetText(change)
	t.change.Hidden = change == ""
	t.box.Refresh()
}
