package paper

import (
	"math"

	"siaga/reports/paper/sheet"
)

// Sign is a small drawn shape. It always stands beside a word: neither shape
// nor colour says anything alone.
type Sign int

// The signs.
const (
	None      Sign = iota
	Tick           // kept, done
	Cross          // breached, refused
	ArrowUp        // more than before
	ArrowDown      // less than before
	Level          // as before
)

// draw draws the sign in a square of that side round its middle, as an
// artefact.
func (s Sign) draw(c *canvas, middle sheet.Point, side float64) {
	node := c.node
	c.node = nil
	at := func(x, y float64) sheet.Point {
		return sheet.Point{X: middle.X + x*side, Y: middle.Y + y*side}
	}
	switch s {
	case Tick:
		c.stroke(good, side/7, at(-0.4, 0), at(-0.1, 0.32), at(0.42, -0.35))
	case Cross:
		c.stroke(bad, side/7, at(-0.33, -0.33), at(0.33, 0.33))
		c.stroke(bad, side/7, at(-0.33, 0.33), at(0.33, -0.33))
	case ArrowUp:
		c.area(ink, at(-0.42, 0.32), at(0, -0.4), at(0.42, 0.32))
	case ArrowDown:
		c.area(ink, at(-0.42, -0.32), at(0, 0.4), at(0.42, -0.32))
	case Level:
		c.stroke(ink, side/6, at(-0.4, -0.15), at(0.4, -0.15))
		c.stroke(ink, side/6, at(-0.4, 0.15), at(0.4, 0.15))
	}
	c.node = node
}

func (c *canvas) stroke(color sheet.Color, width float64, points ...sheet.Point) {
	c.draw(sheet.Path{Points: points, Stroke: &color, Width: width})
}

func (c *canvas) area(color sheet.Color, points ...sheet.Point) {
	c.draw(sheet.Path{Points: points, Closed: true, Fill: &color})
}

// regular returns the corners of a regular shape round a middle, the first one
// above it.
func regular(middle sheet.Point, radius float64, corners int) []sheet.Point {
	points := make([]sheet.Point, corners)
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(corners))
		points[i] = sheet.Point{X: middle.X + radius*sin, Y: middle.Y - radius*cos}
	}
	return points
}
