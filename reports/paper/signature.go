package paper

import (
	"slices"
	"strings"

	"siaga/reports/paper/sheet"
)

// Signature is one block of signature.
type Signature struct {
	PlaceDate string   // "Bekasi, 24 November 2026"; "" where the letter's head has it
	Office    []string // "a.n. Wali Kota Bekasi", "Sekretaris Daerah,"; a line each
	Box       string   // words in a box reserved for an electronic signature; "": room for a pen
	Name      string
	Rank      string // pangkat and golongan
	NIP       string // with its label: "NIP 19700101 …"
}

const (
	signatureRoom = 26 * mm
	boxWidth      = 62 * mm
	longClosing   = 8 // lines
)

// Signature adds signature blocks: one stands at the right, two share the
// width. They are an [Doc.Ending].
func (d *Doc) Signature(blocks ...Signature) {
	column := d.width / float64(max(2, len(blocks)))
	frames := make([]setting, len(blocks))
	name := 0.0 // where the names begin, level in all blocks
	for i, block := range blocks {
		x := d.width - column*float64(len(blocks)-i) + d.style.Text
		frames[i] = setting{size: d.style.Text, x: x, width: column - d.style.Text}
		name = max(name, block.head(frames[i], d.style.Leading)+signatureRoom)
	}
	var c canvas
	height := 0.0
	for i, block := range blocks {
		height = max(height, d.signature(&c, frames[i], block, name))
	}
	d.Ending(func() { d.add(strip{space: d.style.Text * 1.5, height: height, items: c.items}) })
}

// Ending adds what ends a document, such as its signatures, and keeps it on one
// page with the paragraph before it and the end of what stands before that: a
// closing and a signature are never alone. A long paragraph gives its last lines.
func (d *Doc) Ending(write func()) {
	from := len(d.strips) - 1
	for from > 0 && !d.strips[from].part {
		from--
	}
	if len(d.strips)-from > longClosing {
		from = len(d.strips) - 1
	}
	from = d.lastBefore(from)
	write()
	d.bind(from)
}

// head returns the height of the lines above the signature.
func (s Signature) head(frame setting, leading float64) float64 {
	lines := len(frame.lines(Plain(s.PlaceDate)))
	for _, text := range s.Office {
		lines += len(frame.lines(Plain(text)))
	}
	return float64(lines) * frame.size * leading
}

// signature draws one block with its name at that height, and returns its
// bottom. A block with fewer lines above the signature begins lower.
func (d *Doc) signature(c *canvas, frame setting, block Signature, name float64) float64 {
	y := name - signatureRoom - block.head(frame, d.style.Leading)
	write := func(texts ...string) {
		c.node = d.tree.Add("P")
		text := strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), "\n")
		y += c.paragraph(frame, y, d.style.Leading, Plain(text))
	}
	write(block.PlaceDate)
	write(slices.Clone(block.Office)...)
	if block.Box != "" {
		d.signatureBox(c, sheet.Point{X: frame.x, Y: y + 2*mm}, min(boxWidth, frame.width), block.Box)
	}
	y = name
	write(block.Name, block.Rank, block.NIP)
	return y
}

func (d *Doc) signatureBox(c *canvas, at sheet.Point, width float64, text string) {
	height := signatureRoom - 4*mm
	c.node = nil
	c.frame(at, width, height, pen{color: middleGray, width: 0.5, dash: 2})
	c.node = d.tree.Add("P")
	s := setting{size: d.style.Note, x: at.X + 2*mm, width: width - 4*mm, align: Center}
	lines := float64(len(s.lines(Plain(text))))
	c.paragraph(s, at.Y+(height-lines*s.size*d.style.Leading)/2, d.style.Leading, Plain(text))
}
