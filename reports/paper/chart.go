package paper

import (
	"math"

	"siaga/reports/paper/sheet"
)

// Series is a row of values of a chart, one for each of its labels. Texts are
// the values as the reader sees them, printed at the marks. Values below zero
// are drawn as zero: all axes begin there.
type Series struct {
	Name   string
	Values []float64
	Texts  []string
}

func (s Series) value(i int) float64 {
	if i >= len(s.Values) {
		return 0
	}
	return amount(s.Values[i])
}

// amount is a value as it is drawn: nothing for what is below zero, infinite
// or no number.
func amount(v float64) float64 {
	if v > 0 && v <= math.MaxFloat64 {
		return v
	}
	return 0
}

func (s Series) text(i int) string {
	if i >= len(s.Texts) {
		return ""
	}
	return s.Texts[i]
}

const (
	chartSize   = 9.0 // points, of the letters in a chart
	chartHeight = 55 * mm
	labelBand   = 14.0 // points, for the labels below an axis
	valueBand   = 12.0 // points, for the values above marks
)

// figure adds a drawing that stays whole, below its title. Draw gets the
// canvas and the top of the room, and returns the bottom.
func (d *Doc) figure(title, alt string, draw func(c *canvas, y float64) float64) {
	c := canvas{node: d.tree.Add("Figure")}
	c.node.Alt = sheet.Clean(alt)
	y := 0.0
	if title != "" {
		s := setting{size: d.style.Table, width: d.width}
		y = c.paragraph(s, 0, d.style.Leading, Bold(title)) + 2*mm
	}
	y = draw(&c, y)
	d.add(strip{space: d.style.Text, height: y, items: c.items}, strip{height: d.style.Text / 2})
}

// legend draws the looks and names of the series in rows, and returns the
// bottom.
func (d *Doc) legend(c *canvas, y float64, names []string, swatch func(c *canvas, i int, at sheet.Point)) float64 {
	const side = 8.0
	style := letters{size: chartSize, color: ink, width: d.width - 3*side}
	x := 0.0
	for i, name := range names {
		step := side*2 + style.face.Width(style.fit(oneLine(name)), chartSize) + 14
		if x > 0 && x+step-14 > d.width {
			x, y = 0, y+chartSize*1.5
		}
		swatch(c, i, sheet.Point{X: x, Y: y + 2})
		c.write(sheet.Point{X: x + side*1.5, Y: y + 2 + side*0.85}, style, name)
		x += step
	}
	return y + chartSize*1.5
}

// swatch draws the look of series i in a small square.
func swatch(c *canvas, i int, at sheet.Point) { lookOf(i).area(c, at, 8, 8) }

func names(series []Series) []string {
	out := make([]string, len(series))
	for i, s := range series {
		out[i] = s.Name
	}
	return out
}

// scale returns how many points one unit takes if the largest value is to
// fill the room; without any value it is zero.
func scale(room, largest float64) float64 {
	if largest <= 0 {
		return 0
	}
	return room / largest
}
