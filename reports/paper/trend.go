package paper

import (
	"math"

	"siaga/reports/paper/sheet"
)

// Trend is a chart of lines over time.
type Trend struct {
	Title  string
	Alt    string // what the chart shows, in words, for who cannot see it
	Labels []string
	Series []Series
}

// Trend adds a chart of lines; each has its own colour, dash and point shape.
func (d *Doc) Trend(chart Trend) {
	d.figure(chart.Title, chart.Alt, func(c *canvas, y float64) float64 {
		if len(chart.Series) > 1 {
			y = d.legend(c, y, names(chart.Series), sample) + 2*mm
		}
		plot := plot{
			base: y + chartHeight, width: d.width, count: len(chart.Labels),
			unit: scale(chartHeight-valueBand, largest(chart.Series, false)),
		}
		plot.axis(c, chart.Labels)
		for k, s := range chart.Series {
			plot.curve(c, s, k)
		}
		for i := range chart.Labels {
			plot.values(c, chart.Series, i)
		}
		return plot.base + labelBand
	})
}

// sample draws what a line of the trend looks like.
func sample(c *canvas, i int, at sheet.Point) {
	mid := sheet.Point{X: at.X + 4, Y: at.Y + 4}
	c.line(sheet.Point{X: at.X, Y: mid.Y}, sheet.Point{X: at.X + 9, Y: mid.Y}, linePen(i))
	dot(c, i, mid)
}

func linePen(k int) pen {
	return pen{color: lookOf(k).color, width: 1.5, dash: []float64{0, 4, 2}[k%3]}
}

// dot draws the point of a series: circle, square, triangle or diamond.
func dot(c *canvas, k int, at sheet.Point) {
	corners := []int{16, 3, 4, 6}[k%4]
	c.area(lookOf(k).color, regular(at, 3, corners)...)
}

func (p plot) at(s Series, i int) sheet.Point {
	return sheet.Point{X: p.step() * (float64(i) + 0.5), Y: p.base - s.value(i)*p.unit}
}

func (p plot) curve(c *canvas, s Series, k int) {
	count := min(p.count, len(s.Values))
	for i := range count {
		if i > 0 {
			c.line(p.at(s, i-1), p.at(s, i), linePen(k))
		}
		dot(c, k, p.at(s, i))
	}
}

// values prints the values of one label at their points.
func (p plot) values(c *canvas, series []Series, i int) {
	var taken []float64
	for k, s := range series {
		at := p.at(s, i)
		y := p.free(at.Y, p.crowded(series, i, k), taken)
		taken = append(taken, y)
		style := letters{face: sheet.Bold, size: chartSize, color: lookOf(k).letters(), align: Center}
		c.write(sheet.Point{X: at.X, Y: y}, style, s.text(i))
	}
}

// crowded tells whether another line runs close above the point of series k.
func (p plot) crowded(series []Series, i, k int) bool {
	for j, other := range series {
		gap := p.at(series[k], i).Y - p.at(other, i).Y
		if j != k && gap >= 0 && gap < 2*valueBand && (gap > 0 || j < k) {
			return true
		}
	}
	return false
}

// free returns a base line for the value of a point: above it, or below it
// where that is crowded, and else the next place upwards that is not taken.
func (p plot) free(point float64, crowded bool, taken []float64) float64 {
	y := point - 5
	if below := point + valueBand - 1; crowded && below < p.base && vacant(below, taken) {
		return below
	}
	for !vacant(y, taken) {
		y -= 2
	}
	return y
}

func vacant(y float64, taken []float64) bool {
	for _, other := range taken {
		if math.Abs(y-other) < chartSize {
			return false
		}
	}
	return true
}
