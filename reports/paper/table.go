package paper

import (
	"fmt"

	"siaga/reports/paper/sheet"
)

// Table is a table with a head that every page repeats.
type Table struct {
	Caption string // above it; "": none
	Columns []Column
	Rows    []Row
	Empty   string // the sentence that a table without rows prints
	Zebra   bool   // every other row on a grey ground
}

// Column is a column of a table.
type Column struct {
	Title string
	Share float64 // of the width, in relation to the other columns; 0 counts as 1
	Align Align
}

// Row is a row of a table.
type Row struct {
	Cells []Cell  // missing ones are empty, further ones refused by [Doc.LayOut]
	Total bool    // set in bold, and never alone on a page
	Room  float64 // at least so high, in mm, for what is written by hand
}

// Cell is a cell of a table.
type Cell struct {
	Text string
	Bold bool
	Sign Sign // drawn before the text
}

// Cells makes a row of plain texts.
func Cells(texts ...string) Row {
	row := Row{}
	for _, text := range texts {
		row.Cells = append(row.Cells, Cell{Text: text})
	}
	return row
}

// Total makes a total row of plain texts.
func Total(texts ...string) Row {
	row := Cells(texts...)
	row.Total = true
	return row
}

// Table adds a table. A row taller than a third of a page may break between
// its lines; any other stays whole.
func (d *Doc) Table(table Table) {
	if len(table.Columns) == 0 {
		return
	}
	grid := d.newGrid(table.Columns)
	caption := d.caption(grid.node, table.Caption)
	head := grid.head(table.Columns)
	again := d.again(table.Caption, head)
	strips := append(caption, head)
	for i, row := range table.Rows {
		if len(row.Cells) > len(table.Columns) {
			d.err = fmt.Errorf("paper: table row %d has %d cells for %d columns", i+1, len(row.Cells), len(table.Columns))
			return
		}
		if row.Total && i > 0 {
			strips[len(strips)-1].keep = true
		}
		strips = append(strips, grid.row(row, table.Zebra && i%2 == 1, &again)...)
	}
	if len(table.Rows) == 0 {
		strips = append(strips, grid.nothing(table.Empty))
	}
	d.add(spaced(d.style.Text*0.75, strips)...)
	d.add(strip{height: d.style.Text / 4})
}

// caption sets the caption over a table; it stays with the head below.
func (d *Doc) caption(table *sheet.Node, text string) []strip {
	if text == "" {
		return nil
	}
	s := setting{size: d.style.Table, width: d.width}
	return kept(d.run(s, table.Add("Caption"), Bold(text)))
}

// again is what stands at the top of each further page of a table.
func (d *Doc) again(caption string, head strip) strip {
	out := strip{height: head.height}
	if caption != "" {
		style := letters{face: sheet.Bold, size: d.style.Table, width: d.width}
		more := style
		more.face = sheet.Italic
		suffix := " (" + oneLine(d.setup.Labels.Continued) + ")"
		style.width -= more.face.Width(suffix, more.size)
		var c canvas
		text := style.fit(oneLine(caption))
		base := sheet.Ascent * style.size
		c.write(sheet.Point{Y: base}, style, text)
		c.write(sheet.Point{X: style.face.Width(text, style.size), Y: base}, more, suffix)
		out.items = c.items
		out.height += d.style.Table * d.style.Leading
	}
	shift := out.height - head.height
	for _, item := range head.items {
		out.items = append(out.items, sheet.Item{Mark: item.Mark.Moved(0, shift)})
	}
	return asArtefact(out)
}

func asArtefact(s strip) strip {
	for i := range s.items {
		s.items[i].Node = nil
	}
	return s
}
