package paper

import "siaga/reports/paper/sheet"

// The colours are those of Okabe and Ito, which readers with any kind of
// colour vision tell apart; their greys in black-and-white print differ too.
var (
	ink         = sheet.Color{R: 40, G: 40, B: 40}
	middleGray  = sheet.Color{R: 110, G: 110, B: 110}
	paleGray    = sheet.Color{R: 200, G: 200, B: 200}
	headGround  = sheet.Color{R: 225, G: 230, B: 236}
	zebraGround = sheet.Color{R: 245, G: 246, B: 248}
	draftGray   = sheet.Color{R: 233, G: 233, B: 233}
	good        = sheet.Color{R: 0, G: 115, B: 85}
	bad         = sheet.Color{R: 190, G: 70, B: 0}
)

// looks are those of the series of a chart: a colour and a pattern each.
var looks = []look{
	{sheet.Color{R: 0, G: 90, B: 150}, solid},
	{sheet.Color{R: 230, G: 159, B: 0}, rising},
	{sheet.Color{R: 0, G: 140, B: 105}, levelLines},
	{sheet.Color{R: 190, G: 70, B: 0}, falling},
	{sheet.Color{R: 75, G: 165, B: 215}, hollow},
	{sheet.Color{R: 175, G: 100, B: 145}, rising},
}

// letters returns the colour for letters of that look: orange is too pale.
func (l look) letters() sheet.Color {
	if l.color == looks[1].color {
		return ink
	}
	return l.color
}

type pattern int

const (
	solid pattern = iota
	rising
	falling
	levelLines
	hollow
)

// look is how an area of a chart is filled.
type look struct {
	color   sheet.Color
	pattern pattern
}

func lookOf(i int) look { return looks[i%len(looks)] }

// area fills a rectangle with the look.
func (l look) area(c *canvas, at sheet.Point, width, height float64) {
	if width <= 0 || height <= 0 {
		return
	}
	edge := pen{color: l.color, width: 0.75}
	switch l.pattern {
	case solid:
		c.fill(at, width, height, l.color)
	case hollow:
		c.frame(at, width, height, edge)
	default:
		l.hatch(c, at, width, height)
		c.frame(at, width, height, edge)
	}
}

const hatchStep = 3.5 // points

// hatch draws the lines of the pattern, cut at the edges of the rectangle.
func (l look) hatch(c *canvas, at sheet.Point, width, height float64) {
	for d := hatchStep; d < width+height; d += hatchStep {
		from := sheet.Point{X: max(0, d-height), Y: min(d, height)}
		to := sheet.Point{X: min(d, width), Y: max(0, d-width)}
		switch l.pattern {
		case falling:
			from.Y, to.Y = height-from.Y, height-to.Y
		case levelLines:
			if d >= height {
				return
			}
			from, to = sheet.Point{Y: d}, sheet.Point{X: width, Y: d}
		}
		c.line(sheet.Point{X: at.X + from.X, Y: at.Y + from.Y}, sheet.Point{X: at.X + to.X, Y: at.Y + to.Y},
			pen{color: l.color, width: 0.75})
	}
}
