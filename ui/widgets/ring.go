package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// ringed draws a ring round what has the keyboard. Fyne lays a veil over its
// ground, which cannot stand out enough: the word on it must stay readable.
type ringed struct {
	fyne.WidgetRenderer
	of   fyne.Widget
	ring *canvas.Rectangle
	ink  func() fyne.ThemeColorName // none when empty: it has not the keyboard
}

func newRinged(of fyne.Widget, drawn fyne.WidgetRenderer, ink func() fyne.ThemeColorName) *ringed {
	r := &ringed{WidgetRenderer: drawn, of: of, ring: &canvas.Rectangle{StrokeWidth: 2, CornerRadius: 3}, ink: ink}
	r.style()
	return r
}

// ringInset is the space between the edge of a widget and its ring.
const ringInset = 2

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Move(fyne.NewSquareOffsetPos(ringInset))
	r.ring.Resize(size.SubtractWidthHeight(2*ringInset, 2*ringInset))
}

func (r *ringed) style() {
	name := r.ink()
	r.ring.Hidden = name == ""
	if name != "" {
		r.ring.StrokeColor = colour(r.of, name)
	}
}

func (r *ringed) Refresh() {
	r.style()
	r.WidgetRenderer.Refresh()
}

func (r *ringed) Objects() []fyne.CanvasObject {
	return append(slices.Clip(r.WidgetRenderer.Objects()), r.ring)
}

// inkOn is the colour of a button's word, and of the ring on its ground.
func inkOn(importance widget.Importance) fyne.ThemeColorName {
	switch importance {
	case widget.HighImportance:
		return theme.ColorNameForegroundOnPrimary
	case widget.DangerImportance:
		return theme.ColorNameForegroundOnError
	}
	return theme.ColorNameForeground
}

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(b, b.Button.CreateRenderer(), func() fyne.ThemeColorName {
		if !b.focused {
			return ""
		}
		return inkOn(b.Importance)
	})
}

// FocusGained shows the focus, and brings it into sight.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	reveal(b)
}

// FocusLost hides the focus.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// CreateRenderer is called by Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(c, c.Check.CreateRenderer(), func() fyne.ThemeColorName {
		if !c.focused {
			return ""
		}
		return look.ColorFocusEdge
	})
}

// FocusGained shows the focus, and brings it into sight.
func (c *Check) FocusGained() {
	c.focused = true
	c.Check.FocusGained()
	reveal(c)
}

// FocusLost hides the focus.
func (c *Check) FocusLost() {
	c.focused = false
	c.Check.FocusLost()
}
