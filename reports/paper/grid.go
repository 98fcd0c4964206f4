package paper

import (
	"slices"
	"strings"

	"siaga/reports/paper/sheet"
)

// grid is the measured frame of a table.
type grid struct {
	node    *sheet.Node
	edges   []float64 // of the columns; one more than there are columns
	aligns  []Align
	size    float64
	leading float64
}

const (
	cellPadX  = 4.0 // points
	cellPadY  = 2.5
	narrowest = 30 // column
	tallRow   = 20 // lines; a taller row may break over pages
	keepTall  = 3  // lines of it that stay together at either end
	tallHead  = 12 // lines; more of a column's title are not shown
)

var rule = pen{color: sheet.Color{R: 90, G: 90, B: 90}, width: 0.5}

func (d *Doc) newGrid(columns []Column) grid {
	g := grid{node: d.tree.Add("Table"), size: d.style.Table, leading: d.style.Leading}
	x := 0.0
	g.edges = append(g.edges, x)
	for i, width := range columnWidths(columns, d.width, d.style.Table) {
		x += width
		g.edges = append(g.edges, x)
		g.aligns = append(g.aligns, columns[i].Align)
	}
	return g
}

// columnWidths deals the width out by the shares; what a column needs to hold
// the longest word of its title, which may break at a hyphen, and a sign and a
// letter comes first. Where even that is too much for the page, only the sign and
// the letter do.
func columnWidths(columns []Column, whole, size float64) []float64 {
	least, sum := make([]float64, len(columns)), 0.0
	for i, c := range columns {
		least[i] = narrowest
		for _, w := range words([]Span{Bold(strings.ReplaceAll(c.Title, "-", "- "))}, size) {
			least[i] = max(least[i], w.width+2*cellPadX)
		}
		sum += least[i]
	}
	if sum > whole {
		least = slices.Repeat([]float64{narrowest}, len(columns))
	}
	return deal(columns, least, whole)
}

// deal gives a column its share of what is left by those whose share is less
// than they need.
func deal(columns []Column, least []float64, whole float64) []float64 {
	widths := make([]float64, len(columns))
	for {
		free, shares, changed := whole, 0.0, false
		for i, c := range columns {
			free -= widths[i]
			if widths[i] == 0 {
				shares += c.share()
			}
		}
		for i, c := range columns {
			if widths[i] == 0 && c.share()/shares*free < least[i] {
				widths[i], changed = least[i], true
			}
		}
		if changed {
			continue
		}
		for i, c := range columns {
			if widths[i] == 0 {
				widths[i] = c.share() / shares * free
			}
		}
		return widths
	}
}

func (c Column) share() float64 {
	if c.Share > 0 {
		return c.Share
	}
	return 1
}

// setting is how a cell's text is set.
func (g grid) setting(column int, align Align) setting {
	x := g.edges[column] + cellPadX
	return setting{size: g.size, x: x, width: g.edges[column+1] - cellPadX - x, align: align}
}

func (g grid) step() float64 { return g.size * g.leading }

// head is the row of column titles; it stays with the first row.
func (g grid) head(columns []Column) strip {
	tr := g.node.Add("TR")
	cells := make([]measured, len(columns))
	for i, column := range columns {
		node := tr.Add("TH")
		node.Scope = "Column"
		s := g.setting(i, Center)
		lines := s.lines(Bold(column.Title))
		cells[i] = measured{node: node, setting: s, lines: lines[:min(len(lines), tallHead)]}
	}
	out := g.slice(cells, 0, tallest(cells), &headGround)
	out.keep = true
	return out
}

// row makes one strip of a row, or one for each line of a very tall one.
func (g grid) row(row Row, zebra bool, again *strip) []strip {
	cells := g.measure(row)
	ground := row.ground(zebra)
	count := tallest(cells)
	step := count
	if count > tallRow {
		step = 1
	}
	var out []strip
	for from := 0; from < count; from += step {
		part := g.slice(cells, from, from+step, ground)
		part.again = again
		part.keep = step == 1 && (from < keepTall-1 || from >= count-keepTall && from < count-1)
		out = append(out, part)
	}
	return out
}

func (r Row) ground(zebra bool) *sheet.Color {
	switch {
	case r.Total:
		return &headGround
	case zebra:
		return &zebraGround
	}
	return nil
}

// nothing is the only row of an empty table.
func (g grid) nothing(sentence string) strip {
	node := g.node.Add("TR").Add("TD")
	node.Span = len(g.aligns)
	last := len(g.edges) - 1
	whole := grid{edges: []float64{0, g.edges[last]}, size: g.size, leading: g.leading}
	s := whole.setting(0, Center)
	cells := []measured{{node: node, setting: s, lines: s.lines(Italic(sentence))}}
	return whole.slice(cells, 0, tallest(cells), nil)
}
