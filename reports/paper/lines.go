package paper

import "siaga/reports/paper/sheet"

// Align says to which side lines are set.
type Align int

// The four ways of setting lines.
const (
	Left Align = iota
	Center
	Right
	justified
)

// setting is how a text is set: size of the letters, box and side.
type setting struct {
	size   float64
	x      float64 // left edge of the box
	width  float64
	indent float64 // of the first line
	align  Align
	color  sheet.Color
}

// line is a row of words.
type line struct {
	words []word
	first bool
	ends  bool // the last before a line feed or the end, never stretched
	tight bool // no blank follows: the text ends, or its last word goes on below
}

// lines breaks text into lines, each filled as far as it goes.
func (s setting) lines(spans ...Span) []line {
	var out []line
	open, x := line{first: true}, s.indent
	end := func(ends bool) {
		open.ends = ends
		out = append(out, open)
		open, x = line{}, 0
	}
	for _, whole := range words(spans, s.size) {
		if whole.breaks {
			end(true)
			continue
		}
		for _, w := range whole.split(s.width-s.indent, s.size) {
			step := w.width
			if len(open.words) > 0 && !w.glued {
				step += s.blank()
			}
			if x+step > s.width+0.001 && len(open.words) > 0 {
				open.tight = w.glued
				end(false)
				step = w.width
			}
			open.words = append(open.words, w)
			x += step
		}
	}
	if len(open.words) > 0 {
		end(true)
	}
	if len(out) > 0 {
		out[len(out)-1].tight = true
	}
	return out
}

func (s setting) blank() float64 { return sheet.Regular.Width(" ", s.size) }

// items sets one line with its top at y.
func (s setting) items(l line, y float64, node *sheet.Node) []sheet.Item {
	x, gap := s.start(l)
	base := y + sheet.Ascent*s.size
	var texts []sheet.Text
	for i, w := range l.words {
		if i > 0 && !w.glued {
			x += gap
		}
		for j, p := range w.pieces {
			part := p.s
			if j == len(w.pieces)-1 && blankAfter(l, i) {
				part += " "
			}
			texts = append(texts, sheet.Text{At: sheet.Point{X: x, Y: base}, Face: p.face, Size: s.size, Color: s.color, S: part})
			x += p.face.Width(p.s, s.size)
		}
	}
	return joined(texts, gap == s.blank(), node)
}

// blankAfter tells whether the text has a blank after that word, so that who
// copies or hears the text gets words; at the end of a line it shows nothing.
func blankAfter(l line, i int) bool {
	if i == len(l.words)-1 {
		return !l.tight
	}
	return !l.words[i+1].glued
}

// start returns where the line's first word begins and how wide its blanks are.
func (s setting) start(l line) (x, gap float64) {
	x, gap = s.x, s.blank()
	if l.first {
		x += s.indent
	}
	free, blanks := s.x+s.width-x, 0
	for i, w := range l.words {
		free -= w.width
		if i > 0 && !w.glued {
			free -= gap
			blanks++
		}
	}
	switch {
	case s.align == Center:
		x += free / 2
	case s.align == Right:
		x += free
	case s.align == justified && !l.ends && blanks > 0 && free/float64(blanks) < s.size:
		gap += free / float64(blanks)
	}
	return x, gap
}

// joined makes one mark of neighbours in the same face where nothing was
// stretched between them.
func joined(texts []sheet.Text, natural bool, node *sheet.Node) []sheet.Item {
	var items []sheet.Item
	for i, t := range texts {
		if natural && i > 0 && texts[i-1].Face == t.Face {
			last := items[len(items)-1].Mark.(sheet.Text)
			last.S += t.S
			items[len(items)-1].Mark = last
			continue
		}
		items = append(items, sheet.Item{Node: node, Mark: t})
	}
	return items
}
