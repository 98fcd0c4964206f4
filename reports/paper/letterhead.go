package paper

import (
	"fmt"

	"siaga/reports/paper/sheet"
)

// Kop is the letterhead of a Perangkat Daerah: the crest at the left, the
// names and address centred beside it, a thick and a thin rule below.
type Kop struct {
	Government string   // "PEMERINTAH KOTA BEKASI"
	Office     string   // set larger (4:3) and bold
	Address    []string // street, telephone, site and mail, a line each
	Emblem     []byte   // the crest as PNG or JPEG; nil: none
	EmblemAlt  string   // what it shows, in words
}

const (
	kopGovernment = 13.5 // points; 3:4 to the office below it
	kopOffice     = 18.0
	kopAddress    = 10.0
	emblemHeight  = 24 * mm
	emblemWidth   = 26 * mm
)

// Letterhead adds the kop. A crest that cannot be read is reported by
// [Doc.LayOut].
func (d *Doc) Letterhead(kop Kop) {
	var c canvas
	left, height := 0.0, 0.0
	if len(kop.Emblem) > 0 {
		left, height = d.emblem(&c, kop)
	}
	s := setting{x: left, width: d.width - left, align: Center}
	y := d.kopLine(&c, s, 0, kopGovernment, Plain(kop.Government))
	y = d.kopLine(&c, s, y, kopOffice, Bold(kop.Office))
	for _, text := range kop.Address {
		y = d.kopLine(&c, s, y, kopAddress, Plain(text))
	}
	y = max(y, height) + 2*mm
	c.node = nil
	c.line(sheet.Point{X: 0, Y: y}, sheet.Point{X: d.width, Y: y}, pen{color: black, width: 2.25})
	c.line(sheet.Point{X: 0, Y: y + 2.5}, sheet.Point{X: d.width, Y: y + 2.5}, pen{color: black, width: 0.75})
	d.add(strip{height: y + 2.5 + d.style.Text, items: c.items})
}

func (d *Doc) kopLine(c *canvas, s setting, y, size float64, span Span) float64 {
	s.size, c.node = size, d.tree.Add("P")
	return y + c.paragraph(s, y, 1.12, span)
}

// emblem draws the crest and returns where the text beside it may begin and
// how far down the crest reaches.
func (d *Doc) emblem(c *canvas, kop Kop) (left, height float64) {
	image, err := sheet.ReadImage(kop.Emblem)
	if err != nil {
		d.err = fmt.Errorf("paper: letterhead: %w", err)
		return 0, 0
	}
	height = min(emblemHeight, emblemWidth/image.Ratio())
	width := height * image.Ratio()
	c.node = d.tree.Add("Figure")
	c.node.Alt = sheet.Clean(kop.EmblemAlt)
	c.draw(sheet.Picture{Width: width, Height: height, Image: image})
	return width + 4*mm, height
}
