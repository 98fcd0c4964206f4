// Package paper draws official documents (tata naskah dinas): letters, reports
// and their parts (letterhead, title, facts, tables, charts, signature block).
//
// A document is written top to bottom with the methods of [Doc], each named
// after the part it adds. [Doc.LayOut] then breaks it into pages, once:
// [Sheets] gives the same pages as PDF/A-2u file and as pictures.
//
//	doc := paper.New(paper.Setup{Title: "Laporan", Language: "id-ID", Date: date, Labels: labels})
//	doc.Letterhead(paper.Kop{Government: "PEMERINTAH KOTA BEKASI", Office: "DINAS …"})
//	doc.Paragraph(paper.Plain("Bersama ini kami sampaikan …"))
//	sheets, err := doc.LayOut()
//	file, err := sheets.PDF()
//
// The package reads no clock, file or setting, and speaks no language: every
// word comes from the caller. Any string is safe: characters that the face
// lacks are replaced (see [sheet.Clean]). The same values give the same bytes,
// in every process.
//
// Lengths in values are millimetres, sizes of letters points.
package paper

import (
	"time"

	"siaga/reports/paper/sheet"
)

// mm is a millimetre in points.
const mm = 72 / 25.4

// Setup says what a document is and how its pages look.
type Setup struct {
	Title, Author, Subject, Creator string
	Language                        string    // of the text: "id-ID", "en-GB"
	Date                            time.Time // the document's own date; no clock is read
	Style                           Style     // zero: [DefaultStyle]
	Running                         Running
	Labels                          Labels
}

// Running is what stands on every page, outside the text.
type Running struct {
	Marking string // klasifikasi and TLP, at the top and bottom: "TERBATAS · TLP:AMBER"
	Name    string // of the document, at the bottom left
	Notice  string // a sentence at the very bottom, e.g. about a translation
	Draft   string // large and pale across the page: "RANCANGAN"; "" on a final document
}

// Labels are the few words that the layout itself needs.
type Labels struct {
	Page      string // with {n} and {m}: "Halaman {n} dari {m}"
	Continued string // after the caption of a table that goes on: "lanjutan"
}

// Doc is a document being written.
type Doc struct {
	setup  Setup
	style  Style
	width  float64 // of the text, in points
	strips []strip
	tree   *sheet.Node
	titled bool
	level  int // of the last heading
	breaks bool
	err    error
}

// New begins an empty document.
func New(setup Setup) *Doc {
	style := setup.Style
	if style == (Style{}) {
		style = DefaultStyle()
	}
	return &Doc{
		setup: setup, style: style, tree: &sheet.Node{Role: "Document"},
		width: (style.Paper.Width - style.Left - style.Right) * mm,
	}
}

// add puts strips at the end of the document.
func (d *Doc) add(strips ...strip) {
	if len(strips) == 0 {
		return
	}
	strips[0].breaks = strips[0].breaks || d.breaks
	strips[0].part = len(strips[0].items) > 0
	d.breaks = false
	d.strips = append(d.strips, strips...)
}

// PageBreak lets the next part begin a new page.
func (d *Doc) PageBreak() { d.breaks = len(d.strips) > 0 }

// KeepTogether keeps everything that write adds on one page, if it fits one.
func (d *Doc) KeepTogether(write func()) {
	from := len(d.strips)
	write()
	for i := from; i < len(d.strips)-1; i++ {
		d.strips[i].held = true
	}
}

// bind keeps everything from that strip on one page.
func (d *Doc) bind(from int) {
	for i := from; i < len(d.strips)-1; i++ {
		d.strips[i].keep = true
	}
}

// lastBefore is the last strip before that one with anything on it but a note.
func (d *Doc) lastBefore(i int) int {
	for i--; i > 0 && (len(d.strips[i].items) == 0 || d.strips[i].note); {
		i--
	}
	return max(0, i)
}
