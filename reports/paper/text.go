package paper

import (
	"strconv"
	"strings"

	"siaga/reports/paper/sheet"
)

var black = sheet.Color{}

// body is the setting of running text.
func (d *Doc) body() setting {
	return setting{size: d.style.Text, width: d.width, align: justified}
}

// run turns text into strips of one line each. The first two and the last two
// lines of it stay together.
func (d *Doc) run(s setting, node *sheet.Node, spans ...Span) []strip {
	var out []strip
	lines := s.lines(spans...)
	for i, l := range lines {
		out = append(out, strip{
			height: s.size * d.style.Leading,
			items:  s.items(l, s.size*(d.style.Leading-sheet.Ascent-sheet.Descent)/2, node),
			keep:   len(lines) > 1 && i == 0 || i == len(lines)-2,
		})
	}
	return out
}

// spaced sets the empty height above the first of some strips.
func spaced(space float64, strips []strip) []strip {
	if len(strips) > 0 {
		strips[0].space = space
	}
	return strips
}

// kept binds strips together and to whatever follows.
func kept(strips []strip) []strip {
	for i := range strips {
		strips[i].keep = true
	}
	return strips
}

// Paragraph adds running text, justified, its first line indented as the
// style says.
func (d *Doc) Paragraph(spans ...Span) {
	s := d.body()
	s.indent = d.style.Indent * mm
	d.add(spaced(d.style.Text/2, d.run(s, d.tree.Add("P"), spans...))...)
}

// Note adds small text, such as a source or a definition under a table.
func (d *Doc) Note(spans ...Span) {
	s := setting{size: d.style.Note, width: d.width}
	strips := d.run(s, d.tree.Add("P"), spans...)
	for i := range strips {
		strips[i].note = true
	}
	d.add(spaced(d.style.Note/2, strips)...)
}

// Heading adds the heading of a section, 1 being the highest level; it stays
// with the text below it and appears in the outline. A level more than one
// deeper than the heading before counts as one deeper; blank text adds nothing.
func (d *Doc) Heading(level int, text string) {
	title := strings.Join(strings.Fields(sheet.Clean(text)), " ")
	if title == "" {
		return
	}
	level = max(1, min(level, d.level+1, 5))
	d.level = level
	role := level
	if d.titled {
		role++
	}
	s := setting{size: d.style.Text, width: d.width}
	strips := d.run(s, d.tree.Add("H"+strconv.Itoa(role)), Span{Text: title, Bold: true, Italic: level > 2})
	strips[0].entry, strips[0].level = &title, level-1
	d.add(spaced(d.style.Text, kept(strips))...)
}

// Title adds the centred head of a report, minutes or official record (judul):
// kind, number and subject, a line each. It is the document's main heading.
func (d *Doc) Title(lines ...string) {
	d.titled = true
	s := setting{size: d.style.Text, width: d.width, align: Center}
	strips := d.run(s, d.tree.Add("H1"), Bold(strings.Join(lines, "\n")))
	d.add(spaced(d.style.Text, kept(strips))...)
}

// first is 1 for the first of several, 0 for the others.
func first(i int) float64 {
	if i == 0 {
		return 1
	}
	return 0
}
