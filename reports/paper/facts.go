package paper

import "siaga/reports/paper/sheet"

// Fact is a label and what it says, as in "Nomor : 500.12/1".
type Fact struct{ Label, Value string }

// Facts adds rows of label and value, aligned on the colon.
func (d *Doc) Facts(facts ...Fact) {
	size := d.style.Text
	label := setting{size: size, width: labelWidth(facts, size, d.width)}
	colon := label.width + size/2
	value := setting{size: size, x: colon + size*0.75, width: d.width - colon - size*0.75}
	list := d.tree.Add("L")
	for i, fact := range facts {
		item := list.Add("LI")
		name := d.run(label, item.Add("Lbl"), Plain(fact.Label))
		text := d.run(value, item.Add("LBody"), Plain(fact.Value))
		if len(name) > 0 {
			name[0].items = append(name[0].items, d.colon(colon, item)...)
		}
		d.add(spaced(first(i)*size/2, beside(name, text))...)
	}
}

// labelWidth is that of the longest label, two fifths of the page at most.
func labelWidth(facts []Fact, size, page float64) float64 {
	width := 0.0
	for _, fact := range facts {
		width = max(width, sheet.Regular.Width(oneLine(fact.Label), size))
	}
	return min(width+0.1, page*0.4)
}

// colon draws the colon of a row; it belongs to the label.
func (d *Doc) colon(x float64, item *sheet.Node) []sheet.Item {
	s := setting{size: d.style.Text, x: x, width: d.style.Text}
	return d.run(s, item.Kids[0], Plain(":"))[0].items
}

// beside sets two columns of lines next to each other.
func beside(left, right []strip) []strip {
	rows := left
	if len(right) > len(left) {
		rows = right
	}
	out := make([]strip, len(rows))
	for i, row := range rows {
		out[i] = strip{height: row.height}
		for _, column := range [][]strip{left, right} {
			if i < len(column) {
				out[i].items = append(out[i].items, column[i].items...)
				out[i].keep = out[i].keep || column[i].keep
			}
		}
	}
	return out
}
