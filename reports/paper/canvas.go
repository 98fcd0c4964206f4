package paper

import "siaga/reports/paper/sheet"

// canvas collects the marks of a strip that is drawn rather than flowing.
type canvas struct {
	node  *sheet.Node // that the marks belong to; nil: artefacts
	items []sheet.Item
}

func (c *canvas) draw(mark sheet.Mark) {
	c.items = append(c.items, sheet.Item{Node: c.node, Mark: mark})
}

// letters is how a single line of text is drawn.
type letters struct {
	face  sheet.Face
	size  float64
	color sheet.Color
	align Align   // of the text round its place
	width float64 // longer text is cut with an ellipsis; 0: no limit
}

// write draws one line of text with its base line at the place.
func (c *canvas) write(at sheet.Point, style letters, text string) {
	text = style.fit(oneLine(text))
	if text == "" {
		return
	}
	width := style.face.Width(text, style.size)
	switch style.align {
	case Center:
		at.X -= width / 2
	case Right:
		at.X -= width
	}
	// the blank keeps apart what a screen reader or a copy runs together
	c.draw(sheet.Text{At: at, Face: style.face, Size: style.size, Color: style.color, S: text + " "})
}

// oneLine returns clean text without line feeds.
func oneLine(text string) string {
	clean := []rune(sheet.Clean(text))
	for i, r := range clean {
		if r == '\n' {
			clean[i] = ' '
		}
	}
	return string(clean)
}

func (l letters) fit(text string) string {
	if l.width <= 0 || l.face.Width(text, l.size) <= l.width {
		return text
	}
	n := fitting(piece{l.face, text}, l.width-l.face.Width("…", l.size), l.size)
	return text[:n] + "…"
}

// paragraph sets text in a box with its top at y and returns the height that
// it takes.
func (c *canvas) paragraph(s setting, y, leading float64, spans ...Span) float64 {
	step := s.size * leading
	lines := s.lines(spans...)
	for i, l := range lines {
		c.items = append(c.items, s.items(l, y+float64(i)*step, c.node)...)
	}
	return float64(len(lines)) * step
}

// fill draws a coloured rectangle.
func (c *canvas) fill(at sheet.Point, width, height float64, color sheet.Color) {
	box := sheet.Box(at, width, height)
	box.Fill = &color
	c.draw(box)
}

// frame draws the outline of a rectangle.
func (c *canvas) frame(at sheet.Point, width, height float64, pen pen) {
	box := sheet.Box(at, width, height)
	box.Stroke, box.Width, box.Dash = &pen.color, pen.width, pen.dash
	c.draw(box)
}

// line draws a straight line.
func (c *canvas) line(from, to sheet.Point, pen pen) {
	c.draw(sheet.Path{Points: []sheet.Point{from, to}, Stroke: &pen.color, Width: pen.width, Dash: pen.dash})
}

// pen is how a line is drawn.
type pen struct {
	color sheet.Color
	width float64
	dash  float64 // length of dashes and gaps; 0: solid
}
