package paper

import (
	"slices"
	"strconv"
	"strings"

	"siaga/reports/paper/sheet"
)

const (
	runningSize = 8.5     // points
	headBase    = 12 * mm // base line of the marking, from the top
	footBase    = 15 * mm // base line of the foot, from the bottom
	draftSize   = 84.0
)

// furnish adds what stands outside the text: marking, name, page number,
// notice, and a draft's watermark below everything. All are artefacts.
func (d *Doc) furnish(page *sheet.Page, number, count int) {
	var below, above canvas
	d.watermark(&below)
	d.foot(&above, number, count)
	page.Items = slices.Concat(below.items, page.Items, above.items)
}

func (d *Doc) foot(c *canvas, number, count int) {
	left, right := d.style.Left*mm, (d.style.Paper.Width-d.style.Right)*mm
	center, y := (left+right)/2, d.style.Paper.Height*mm-footBase
	plain := letters{size: runningSize, color: ink, width: d.width * 0.3}
	marking := letters{face: sheet.Bold, size: runningSize, color: ink, align: Center, width: d.width}
	c.write(sheet.Point{X: center, Y: headBase}, marking, d.setup.Running.Marking)
	c.line(sheet.Point{X: left, Y: y - 4*mm}, sheet.Point{X: right, Y: y - 4*mm}, pen{color: middleGray, width: 0.5})
	c.write(sheet.Point{X: left, Y: y}, plain, d.setup.Running.Name)
	marking.width = d.width * 0.38
	c.write(sheet.Point{X: center, Y: y}, marking, d.setup.Running.Marking)
	plain.align = Right
	c.write(sheet.Point{X: right, Y: y}, plain, d.setup.Labels.page(number, count))
	notice := letters{face: sheet.Italic, size: runningSize - 1, color: ink, align: Center, width: d.width}
	c.write(sheet.Point{X: center, Y: y + 4.5*mm}, notice, d.setup.Running.Notice)
}

func (l Labels) page(number, count int) string {
	return strings.NewReplacer("{n}", strconv.Itoa(number), "{m}", strconv.Itoa(count)).Replace(l.Page)
}

// watermark writes the draft's word from the lower left to the upper right,
// smaller if it is long.
func (d *Doc) watermark(c *canvas) {
	text := oneLine(d.setup.Running.Draft)
	if text == "" {
		return
	}
	size := draftSize
	room := d.style.Paper.Height * mm * 0.62
	if width := sheet.Bold.Width(text, size); width > room {
		size *= room / width
	}
	const slope = 0.7071 // sine and cosine of 45 degrees
	half := sheet.Bold.Width(text, size) / 2 * slope
	rise := size * 0.35 * slope
	c.draw(sheet.Text{
		At:   sheet.Point{X: d.style.Paper.Width*mm/2 - half + rise, Y: d.style.Paper.Height*mm/2 + half + rise},
		Face: sheet.Bold, Size: size, Color: draftGray, Angle: 45, S: text,
	})
}
