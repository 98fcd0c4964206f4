package sheet

import "math"

// path fills the area and draws the line of a path.
func (b *brush) path(p Path) {
	points := make([]Point, len(p.Points))
	for i, at := range p.Points {
		points[i] = Point{at.X * b.scale, at.Y * b.scale}
	}
	if p.Fill != nil {
		var area outline
		area.polygon(points...)
		b.fill(&area, *p.Fill)
	}
	if p.Stroke != nil {
		b.stroke(points, p)
	}
}

// stroke draws each piece of the line on its own, so that pieces which run
// against each other do not cancel out where they meet.
func (b *brush) stroke(points []Point, p Path) {
	if p.Closed {
		points = append(points, points[0])
	}
	width := max(p.Width*b.scale, 0.6) // thinner lines vanish on a screen
	for i := 1; i < len(points); i++ {
		for _, piece := range dashes(points[i-1], points[i], p.Dash*b.scale) {
			var bar outline
			bar.polygon(thicken(piece[0], piece[1], width, p.Dash == 0)...)
			b.fill(&bar, *p.Stroke)
		}
	}
}

// dashes cuts a straight line into dashes of that length with equal gaps.
func dashes(from, to Point, length float64) [][2]Point {
	whole := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length <= 0 || whole == 0 {
		return [][2]Point{{from, to}}
	}
	at := func(d float64) Point {
		share := min(d/whole, 1)
		return Point{from.X + (to.X-from.X)*share, from.Y + (to.Y-from.Y)*share}
	}
	var pieces [][2]Point
	for d := 0.0; d < whole; d += 2 * length {
		pieces = append(pieces, [2]Point{at(d), at(d + length)})
	}
	return pieces
}

// thicken returns the four corners of a line of that width; square ends reach
// half the width further and close the corners of a box.
func thicken(from, to Point, width float64, square bool) []Point {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length == 0 {
		return []Point{from, from, from, from}
	}
	ux, uy := (to.X-from.X)/length*width/2, (to.Y-from.Y)/length*width/2
	if square {
		from, to = Point{from.X - ux, from.Y - uy}, Point{to.X + ux, to.Y + uy}
	}
	return []Point{
		{from.X - uy, from.Y + ux}, {to.X - uy, to.Y + ux},
		{to.X + uy, to.Y - ux}, {from.X + uy, from.Y - ux},
	}
}
