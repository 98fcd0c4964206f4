package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// reveal scrolls what an object stands in until the object is seen. Fyne leaves
// the page where it is when the keyboard goes to what is out of sight.
func reveal(wanted fyne.CanvasObject) {
	c := canvasOf(wanted)
	if c == nil {
		return
	}
	if top := c.Overlays().Top(); top != nil && scrollTo(top, wanted) {
		return
	}
	scrollTo(c.Content(), wanted)
}

// scrollTo reports whether the object is in there; whatever scrolls on the way
// to it is moved, the innermost first.
func scrollTo(in, wanted fyne.CanvasObject) bool {
	if in == wanted {
		return true
	}
	for _, part := range partsOf(in) {
		if part != nil && part.Visible() && scrollTo(part, wanted) {
			if s, ok := in.(*container.Scroll); ok {
				bring(s, wanted)
			}
			return true
		}
	}
	return false
}

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case interface{ parts() []fyne.CanvasObject }:
		return o.parts()
	}
	return nil
}

func (p *piece) parts() []fyne.CanvasObject   { return p.box.Objects }
func (p *Panel) parts() []fyne.CanvasObject   { return []fyne.CanvasObject{p.Content} }
func (s *surface) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.ground} }

// revealGap is what is seen above or below what was revealed.
const revealGap = 24

func bring(s *container.Scroll, wanted fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := at(wanted).Y - at(s.Content).Y
	bottom, seen := top+wanted.Size().Height, s.Size().Height
	switch {
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, top-revealGap))
	case bottom > s.Offset.Y+seen:
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(top, bottom-seen+revealGap)))
	}
}
