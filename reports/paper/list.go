package paper

import (
	"strconv"
)

// Marker is what stands before the points of a list.
type Marker int

// The markers of a list.
const (
	Numbered Marker = iota // 1. 2. 3.
	Lettered               // a. b. c.
	Dashed                 // –
)

// List is a list of points, one level deep; Depth moves it to the right.
type List struct {
	Marker Marker
	Depth  int
	Points [][]Span
}

// Points makes list points of plain sentences.
func Points(texts ...string) [][]Span {
	var out [][]Span
	for _, text := range texts {
		out = append(out, []Span{Plain(text)})
	}
	return out
}

// List adds a list.
func (d *Doc) List(list List) {
	size, step := d.style.Text, 7.5*mm
	left := float64(list.Depth) * step
	label := setting{size: size, x: left, width: step}
	text := setting{size: size, x: left + step, width: d.width - left - step, align: justified}
	node := d.tree.Add("L")
	for i, point := range list.Points {
		item := node.Add("LI")
		mark := d.run(label, item.Add("Lbl"), Plain(list.Marker.text(i)))
		body := d.run(text, item.Add("LBody"), point...)
		d.add(spaced(max(size/6, first(i)*size/3), beside(mark, body))...)
	}
}

func (m Marker) text(i int) string {
	switch m {
	case Numbered:
		return strconv.Itoa(i+1) + "."
	case Lettered:
		return alphabetic(i) + "."
	}
	return "–"
}

// alphabetic counts a, b … z, aa, ab …
func alphabetic(i int) string {
	if i >= 26 {
		return alphabetic(i/26-1) + alphabetic(i%26)
	}
	return string(rune('a' + i))
}

// Copies adds the list of those who receive a copy (tembusan), each line as
// the caller punctuates it; it stands below the signature, on its page.
func (d *Doc) Copies(title string, receivers ...string) {
	size, from := d.style.Table, d.lastBefore(len(d.strips))
	s := setting{size: size, width: d.width / 2}
	d.add(spaced(d.style.Text, kept(d.run(s, d.tree.Add("P"), Plain(title))))...)
	list := d.tree.Add("L")
	for i, receiver := range receivers {
		item := list.Add("LI")
		mark := d.run(s, item.Add("Lbl"), Plain(Numbered.text(i)))
		indented := setting{size: size, x: 6 * mm, width: d.width*0.7 - 6*mm}
		d.add(beside(mark, d.run(indented, item.Add("LBody"), Plain(receiver)))...)
	}
	d.bind(from)
}
