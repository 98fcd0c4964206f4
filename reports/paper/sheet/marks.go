package sheet

// Mark is a [Text], a [Path] or a [Picture].
type Mark interface {
	// Moved returns the mark shifted by that many points.
	Moved(dx, dy float64) Mark
	// Bounds returns the corners of the box that the mark fills.
	Bounds() (from, to Point)
}

// Point is a place on a page, in points from its top left corner.
type Point struct{ X, Y float64 }

// Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// Text is a run of characters of one face; At is the start of its base line.
// S contains only characters that [Clean] lets through.
type Text struct {
	At    Point
	Face  Face
	Size  float64
	Color Color
	Angle float64 // degrees, counter-clockwise round At
	S     string
}

// Path is a line or an area through points; nil colours draw nothing.
type Path struct {
	Points []Point
	Closed bool
	Fill   *Color
	Stroke *Color
	Width  float64 // of the stroke
	Dash   float64 // length of dashes and gaps; 0: solid
}

// Picture is an image in a box, bottom and top edges level.
type Picture struct {
	At            Point // top left
	Width, Height float64
	Image         *Image
}

// Moved returns the text at its new place.
func (t Text) Moved(dx, dy float64) Mark {
	t.At = Point{t.At.X + dx, t.At.Y + dy}
	return t
}

// Bounds returns the box of the text as if it were level, from the top of the
// tallest letters to the bottom of the longest; blanks at the end do not count.
func (t Text) Bounds() (from, to Point) {
	width := t.Face.Width(trimRight(t.S), t.Size)
	return Point{t.At.X, t.At.Y - Ascent*t.Size}, Point{t.At.X + width, t.At.Y + Descent*t.Size}
}

// Moved returns the path at its new place.
func (p Path) Moved(dx, dy float64) Mark {
	points := make([]Point, len(p.Points))
	for i, at := range p.Points {
		points[i] = Point{at.X + dx, at.Y + dy}
	}
	p.Points = points
	return p
}

// Bounds returns the box round the path's points.
func (p Path) Bounds() (from, to Point) {
	from, to = p.Points[0], p.Points[0]
	for _, at := range p.Points {
		from = Point{min(from.X, at.X), min(from.Y, at.Y)}
		to = Point{max(to.X, at.X), max(to.Y, at.Y)}
	}
	return from, to
}

// Moved returns the picture at its new place.
func (p Picture) Moved(dx, dy float64) Mark {
	p.At = Point{p.At.X + dx, p.At.Y + dy}
	return p
}

// Bounds returns the corners of the picture.
func (p Picture) Bounds() (from, to Point) {
	return p.At, Point{p.At.X + p.Width, p.At.Y + p.Height}
}

// Line returns a straight line.
func Line(from, to Point, width float64, color Color) Path {
	return Path{Points: []Point{from, to}, Stroke: &color, Width: width}
}

// Box returns a rectangle without colour; set Fill or Stroke.
func Box(at Point, width, height float64) Path {
	return Path{Closed: true, Points: []Point{
		at, {at.X + width, at.Y}, {at.X + width, at.Y + height}, {at.X, at.Y + height},
	}}
}
