package paper

import (
	"math"

	"siaga/reports/paper/sheet"
)

// measured is a cell with its text broken into lines.
type measured struct {
	node    *sheet.Node
	setting setting
	sign    Sign
	lines   []line
}

// measure breaks the texts of a row into lines.
func (g grid) measure(row Row) []measured {
	tr := g.node.Add("TR")
	cells := make([]measured, len(g.aligns))
	for i := range cells {
		var cell Cell
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		s := g.setting(i, g.aligns[i])
		if cell.Sign != None {
			s.x, s.width = s.x+g.size*1.2, s.width-g.size*1.2
		}
		text := Span{Text: cell.Text, Bold: cell.Bold || row.Total}
		cells[i] = measured{node: tr.Add("TD"), setting: s, sign: cell.Sign, lines: s.lines(text)}
	}
	if room := int(math.Ceil(row.Room * mm / g.step())); room > len(cells[0].lines) {
		cells[0].lines = append(cells[0].lines, make([]line, room-len(cells[0].lines))...)
	}
	return cells
}

// tallest counts the lines of the tallest cell, at least one.
func tallest(cells []measured) int {
	most := 1
	for _, cell := range cells {
		most = max(most, len(cell.lines))
	}
	return most
}

// slice draws some of a row's lines: ground and rules first, as artefacts,
// then the texts. The row's top and bottom rules stand at its ends only.
func (g grid) slice(cells []measured, from, to int, ground *sheet.Color) strip {
	top, height := 0.0, float64(to-from)*g.step()
	if from == 0 {
		top, height = cellPadY, height+cellPadY
	}
	end := to >= tallest(cells)
	if end {
		height += cellPadY
	}
	var c canvas
	if ground != nil {
		c.fill(sheet.Point{}, g.edges[len(g.edges)-1], height, *ground)
	}
	g.rules(&c, height, from == 0, end)
	for _, cell := range cells {
		cell.draw(&c, g, from, to, top)
	}
	return strip{height: height, items: c.items}
}

func (g grid) rules(c *canvas, height float64, top, bottom bool) {
	right := g.edges[len(g.edges)-1]
	for _, x := range g.edges {
		c.line(sheet.Point{X: x}, sheet.Point{X: x, Y: height}, rule)
	}
	if top {
		c.line(sheet.Point{}, sheet.Point{X: right}, rule)
	}
	if bottom {
		c.line(sheet.Point{Y: height}, sheet.Point{X: right, Y: height}, rule)
	}
}

func (m measured) draw(c *canvas, g grid, from, to int, top float64) {
	if from == 0 && m.sign != None {
		m.sign.draw(c, sheet.Point{X: m.setting.x - g.size*0.75, Y: top + g.step()/2}, g.size*0.8)
	}
	pad := g.size * (g.leading - sheet.Ascent - sheet.Descent) / 2
	for i := from; i < min(to, len(m.lines)); i++ {
		y := top + float64(i-from)*g.step() + pad
		c.items = append(c.items, m.setting.items(m.lines[i], y, m.node)...)
	}
}
