package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// surface is a panel that can be tapped and takes the keyboard: tiles, chips, places,
// bars, boxes of the chart and of the week.
type surface struct {
	widget.BaseWidget
	ground  *Panel
	edge    fyne.ThemeColorName // without the keyboard
	thick   float32
	tapped  func() // nil means that it is only to be looked at
	focused bool
}

func newSurface(ground *Panel, tapped func()) *surface {
	s := &surface{ground: newPanel(ground), edge: ground.Edge, thick: ground.Thick, tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// dress changes ground and edge.
func (s *surface) dress(fill, edge fyne.ThemeColorName) {
	s.ground.Fill, s.edge = fill, edge
	s.paint()
}

func (s *surface) paint() {
	s.ground.Edge, s.ground.Thick = s.edge, s.thick
	if s.focused {
		s.ground.Edge, s.ground.Thick = edgeOn(s.ground.Fill), 3
	}
	s.ground.Refresh()
}

// edgeOn is the colour of the edge of focus round a ground.
func edgeOn(ground fyne.ThemeColorName) fyne.ThemeColorName {
	if ground == look.ColorSideBar || ground == look.ColorSideMark {
		return look.ColorSideInk
	}
	return look.ColorFocusEdge
}

// CreateRenderer is called by Fyne.
func (s *surface) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.ground)
}

// Tapped does what the surface is for.
func (s *surface) Tapped(*fyne.PointEvent) {
	if s.tapped != nil {
		s.tapped()
	}
}

// Cursor shows whether it can be tapped.
func (s *surface) Cursor() desktop.Cursor {
	if s.tapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Disabled takes a surface without a purpose out of the Tab order.
func (s *surface) Disabled() bool { return s.tapped == nil }

// Enable and Disable are there because Fyne asks for them together with Disabled.
func (s *surface) Enable() {}

// Disable takes the purpose away.
func (s *surface) Disable() { s.tapped = nil }

// FocusGained shows the focus.
func (s *surface) FocusGained() {
	s.focused = true
	s.paint()
}

// FocusLost hides the focus.
func (s *surface) FocusLost() {
	s.focused = false
	s.paint()
}

// TypedRune is not used.
func (s *surface) TypedRune(rune) {}

// TypedKey taps on Enter and Space.
func (s *surface) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.Tapped(nil)
	default:
		passKey(s, key)
	}
}
