package paper

import "strings"

// Opening is the head of a letter (bentuk korespondensi).
type Opening struct {
	PlaceDate string   // "Bekasi, 24 November 2026", at the right
	Facts     []Fact   // Nomor, Sifat, Lampiran, Hal
	To        []string // "Yth. …", "melalui", …, "di", a line each
	At        string   // the addressee's place, indented
}

// LetterOpening adds the head of a letter.
func (d *Doc) LetterOpening(o Opening) {
	right := setting{size: d.style.Text, width: d.width, align: Right}
	d.add(d.run(right, d.tree.Add("P"), Plain(o.PlaceDate))...)
	d.Facts(o.Facts...)
	left := setting{size: d.style.Text, width: d.width * 0.7}
	node := d.tree.Add("P")
	d.add(spaced(d.style.Text, kept(d.run(left, node, Plain(strings.Join(o.To, "\n")+"\n"))))...)
	left.x = 10 * mm
	d.add(kept(d.run(left, node, Plain(o.At)))...)
	d.add(strip{height: d.style.Text / 2})
}
