package paper

import (
	"slices"

	"siaga/reports/paper/sheet"
)

// Bar is a bar of a bar chart; Text is its value as the reader sees it.
type Bar struct {
	Label string
	Value float64
	Text  string
}

// Bars is a chart of horizontal bars, for comparing named things.
type Bars struct {
	Title string
	Alt   string // what the chart shows, in words, for who cannot see it
	Bars  []Bar
}

const barStep = 17.0 // points

// barsPerFigure is as many as stand on a page.
const barsPerFigure = 36

// Bars adds a chart of horizontal bars; a long one goes on in a further
// figure of the same scale.
func (d *Doc) Bars(chart Bars) {
	f := barFrame{left: d.barLabels(chart.Bars)}
	var texts []string
	most := 0.0
	for _, bar := range chart.Bars {
		texts = append(texts, bar.Text)
		most = max(most, amount(bar.Value))
	}
	f.unit = scale(d.width-f.left-widest(texts)-6, most)
	for part := range slices.Chunk(chart.Bars, barsPerFigure) {
		d.figure(chart.Title, chart.Alt, func(c *canvas, y float64) float64 { return f.draw(c, y, part) })
		chart.Title = ""
	}
}

// barFrame is the common frame of all bars of a chart.
type barFrame struct {
	left float64 // where the bars begin
	unit float64 // points for one unit
}

func (f barFrame) draw(c *canvas, y float64, bars []Bar) float64 {
	label := letters{size: chartSize, color: ink, align: Right, width: f.left - 5}
	value := letters{face: sheet.Bold, size: chartSize, color: ink}
	top := y
	for _, bar := range bars {
		base := y + barStep/2 + chartSize*0.35
		length := amount(bar.Value) * f.unit
		c.write(sheet.Point{X: f.left - 5, Y: base}, label, bar.Label)
		lookOf(0).area(c, sheet.Point{X: f.left, Y: y + 3}, length, barStep-6)
		c.write(sheet.Point{X: f.left + length + 4, Y: base}, value, bar.Text)
		y += barStep
	}
	c.line(sheet.Point{X: f.left, Y: top}, sheet.Point{X: f.left, Y: y}, pen{color: ink, width: 0.75})
	return y
}

// barLabels returns the room for the labels, two fifths of the width at most.
func (d *Doc) barLabels(bars []Bar) float64 {
	texts := make([]string, len(bars))
	for i, bar := range bars {
		texts[i] = bar.Label
	}
	return min(widest(texts)+6, d.width*0.4)
}

// widest returns the width of the longest of some texts in a chart.
func widest(texts []string) float64 {
	width := 0.0
	for _, text := range texts {
		width = max(width, sheet.Bold.Width(oneLine(text), chartSize))
	}
	return width
}
