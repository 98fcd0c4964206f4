package paper

import "siaga/reports/paper/sheet"

// Columns is a chart of upright columns: for each label one column per
// series, side by side or on top of each other.
type Columns struct {
	Title   string
	Alt     string // what the chart shows, in words, for who cannot see it
	Labels  []string
	Series  []Series
	Stacked bool
}

// Columns adds a chart of upright columns.
func (d *Doc) Columns(chart Columns) {
	d.figure(chart.Title, chart.Alt, func(c *canvas, y float64) float64 {
		if len(chart.Series) > 1 {
			y = d.legend(c, y, names(chart.Series), swatch) + 2*mm
		}
		plot := plot{
			base: y + chartHeight, width: d.width, count: len(chart.Labels),
			unit: scale(chartHeight-valueBand, largest(chart.Series, chart.Stacked)),
		}
		plot.axis(c, chart.Labels)
		for i := range chart.Labels {
			if chart.Stacked {
				plot.stack(c, chart.Series, i)
			} else {
				plot.group(c, chart.Series, i)
			}
		}
		return plot.base + labelBand
	})
}

// plot is the room of a chart with an upright axis that begins at zero.
type plot struct {
	base, width float64
	count       int
	unit        float64 // points for one unit
}

func (p plot) step() float64 { return p.width / float64(max(1, p.count)) }

// axis draws the base line and the labels below it.
func (p plot) axis(c *canvas, labels []string) {
	c.line(sheet.Point{Y: p.base}, sheet.Point{X: p.width, Y: p.base}, pen{color: ink, width: 0.75})
	style := letters{size: chartSize, color: ink, align: Center, width: p.step() - 2}
	for i, label := range labels {
		c.write(sheet.Point{X: p.step() * (float64(i) + 0.5), Y: p.base + chartSize + 2}, style, label)
	}
}

// group draws the columns of one label side by side.
func (p plot) group(c *canvas, series []Series, i int) {
	width := p.step() * 0.76 / float64(max(1, len(series)))
	width = min(width, 14*mm)
	x := p.step()*(float64(i)+0.5) - width*float64(len(series))/2
	style := letters{face: sheet.Bold, size: valueSize(series, width), color: ink, align: Center}
	for k, s := range series {
		height := s.value(i) * p.unit
		lookOf(k).area(c, sheet.Point{X: x + 0.5, Y: p.base - height}, width-1, height)
		c.write(sheet.Point{X: x + width/2, Y: p.base - height - 3}, style, s.text(i))
		x += width
	}
}

// valueSize is the size at which all values fit above columns of that width,
// within what can still be read.
func valueSize(series []Series, width float64) float64 {
	most := 0.0
	for _, s := range series {
		most = max(most, widest(s.Texts))
	}
	if most <= width {
		return chartSize
	}
	return max(5.5, chartSize*width/most)
}

// stack draws the columns of one label on top of each other. A value stands
// in its part on a white ground, or beside it if the part is too flat.
func (p plot) stack(c *canvas, series []Series, i int) {
	width := min(p.step()*0.6, 14*mm)
	center := p.step() * (float64(i) + 0.5)
	y := p.base
	for k, s := range series {
		height := s.value(i) * p.unit
		y -= height
		lookOf(k).area(c, sheet.Point{X: center - width/2, Y: y}, width, height)
		if height > chartSize+2 {
			inside(c, sheet.Point{X: center, Y: y + height/2}, s.text(i))
		} else if height > 0 {
			flat := letters{face: sheet.Bold, size: chartSize - 1.5, color: ink, align: []Align{Left, Right}[k%2]}
			x := center + []float64{1, -1}[k%2]*(width/2+3)
			c.write(sheet.Point{X: x, Y: min(y+height/2+3, p.base-2)}, flat, s.text(i))
		}
	}
}

// inside writes a value on a white ground in the middle of an area.
func inside(c *canvas, at sheet.Point, text string) {
	style := letters{face: sheet.Bold, size: chartSize, color: ink, align: Center}
	width := style.face.Width(oneLine(text), chartSize)
	if width == 0 {
		return
	}
	c.fill(sheet.Point{X: at.X - width/2 - 1.5, Y: at.Y - chartSize*0.5}, width+3, chartSize, sheet.Color{R: 255, G: 255, B: 255})
	c.write(sheet.Point{X: at.X, Y: at.Y + chartSize*0.35}, style, text)
}

// largest returns the largest value of the series, or of their sums.
func largest(series []Series, stacked bool) float64 {
	most := 0.0
	for i := 0; ; i++ {
		sum, more := 0.0, false
		for _, s := range series {
			more = more || i < len(s.Values)
			if stacked {
				sum += s.value(i)
			} else {
				sum = max(sum, s.value(i))
			}
		}
		if !more {
			return most
		}
		most = max(most, sum)
	}
}
