package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Palette is the list that goes anywhere (Ctrl+K): type a few letters of a ticket,
// person, system or command and press Enter.
type Palette struct {
	Placeholder string
	Nothing     string                      // when nothing is found
	Find        func(query string) []Choice // best first; asked at every letter
	OnOpen      func(Choice)
}

// Show opens the palette over the window and puts the keyboard into it.
func (p Palette) Show(c fyne.Canvas) *widget.PopUp {
	var popup *widget.PopUp
	f := newFinder(p.Placeholder, p.Find, func(found Choice) {
		popup.Hide()
		p.OnOpen(found)
	}, func() { popup.Hide() })
	f.nothing = p.Nothing
	popup = widget.NewModalPopUp(f, c)
	popup.Show()
	popup.Resize(fyne.NewSize(min(620, c.Size().Width-40), min(420, c.Size().Height-40)))
	f.search()
	c.Focus(f.entry)
	return popup
}
