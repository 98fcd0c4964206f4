package paper

import (
	"slices"

	"siaga/reports/paper/sheet"
)

// Promises is a chart of promises kept and breached: a row for each class.
type Promises struct {
	Title          string
	Alt            string // what the chart shows, in words, for who cannot see it
	Kept, Breached string // the names of the two parts
	Rows           []Promise
}

// Promise is a row of [Promises]: two counts, and words for the whole row,
// such as the share kept.
type Promise struct {
	Label          string
	Kept, Breached float64
	KeptText       string
	BreachedText   string
	Summary        string
}

const promiseStep = 22.0 // points

// promisesPerFigure is as many rows as stand on a page.
const promisesPerFigure = 26

// Promises adds a chart of promises kept (plain) and breached (hatched).
func (d *Doc) Promises(chart Promises) {
	var labels []Bar
	var summaries []string
	for _, row := range chart.Rows {
		labels = append(labels, Bar{Label: row.Label})
		summaries = append(summaries, row.Summary)
	}
	left := d.barLabels(labels)
	room := d.width - left - widest(summaries) - 8
	for part := range slices.Chunk(chart.Rows, promisesPerFigure) {
		d.figure(chart.Title, chart.Alt, func(c *canvas, y float64) float64 {
			y = d.legend(c, y, []string{chart.Kept, chart.Breached}, promiseSwatch) + 1*mm
			for _, row := range part {
				row.draw(c, sheet.Point{X: left, Y: y}, room)
				y += promiseStep
			}
			return y
		})
		chart.Title = ""
	}
}

var promiseLooks = [2]look{{good, solid}, {bad, rising}}

func promiseSwatch(c *canvas, i int, at sheet.Point) { promiseLooks[i].area(c, at, 8, 8) }

// draw draws a row: label, both parts, which together fill the room, and the
// summary.
func (p Promise) draw(c *canvas, at sheet.Point, room float64) {
	base := at.Y + promiseStep/2 + chartSize*0.35
	c.write(sheet.Point{X: at.X - 5, Y: base}, letters{size: chartSize, color: ink, align: Right, width: at.X - 5}, p.Label)
	c.write(sheet.Point{X: at.X + room + 6, Y: base}, letters{face: sheet.Bold, size: chartSize, color: ink}, p.Summary)
	counts := Series{Values: []float64{p.Kept, p.Breached}}
	unit := scale(room, counts.value(0)+counts.value(1))
	at.Y += 3
	if unit == 0 {
		c.frame(at, room, promiseStep-6, pen{color: paleGray, width: 0.75})
	}
	for i, text := range []string{p.KeptText, p.BreachedText} {
		width := counts.value(i) * unit
		promiseLooks[i].area(c, at, width, promiseStep-6)
		if width > sheet.Bold.Width(oneLine(text), chartSize)+4 {
			inside(c, sheet.Point{X: at.X + width/2, Y: at.Y + (promiseStep-6)/2}, text)
		}
		at.X += width
	}
}
