package paper

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"github.com/jung-kurt/gofpdf"

	"siaga/reports/paper/pdfa"
	"siaga/reports/paper/sheet"
)

// encoder writes a laid out document through gofpdf, of which it uses pages,
// fonts, single texts and raw operators only.
type encoder struct {
	doc    *sheet.Document
	pdf    *gofpdf.Fpdf
	next   int // number of the next marked content of the page
	places map[*sheet.Node][]pdfa.Place
	images []*sheet.Image
}

const family = "liberation"

var styles = [sheet.Faces]string{sheet.Regular: "", sheet.Bold: "B", sheet.Italic: "I", sheet.BoldItalic: "BI"}

func (e *encoder) encode() ([]byte, error) {
	e.pdf = gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: e.doc.Width, Ht: e.doc.Height},
	})
	e.places = map[*sheet.Node][]pdfa.Place{}
	e.pdf.SetCatalogSort(true)
	e.pdf.SetCreationDate(e.doc.Date)
	e.pdf.SetModificationDate(e.doc.Date)
	e.pdf.SetAutoPageBreak(false, 0)
	e.fonts()
	for i, page := range e.doc.Pages {
		e.pdf.AddPage()
		e.next = 0
		e.bookmarks(i)
		e.page(i, page)
	}
	var out bytes.Buffer
	if err := e.pdf.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// fonts adds the faces in use. Each document needs its own copy of the font
// file, as gofpdf writes to it.
func (e *encoder) fonts() {
	used := [sheet.Faces]bool{}
	used[sheet.Regular] = true // of the bookmarks
	for _, page := range e.doc.Pages {
		for _, item := range page.Items {
			if text, ok := item.Mark.(sheet.Text); ok {
				used[text.Face] = true
			}
		}
	}
	for face := sheet.Regular; face < sheet.Faces; face++ {
		if used[face] {
			e.pdf.AddUTF8FontFromBytes(family, styles[face], bytes.Clone(face.TTF()))
		}
	}
}

func (e *encoder) bookmarks(page int) {
	for _, entry := range e.doc.Outline {
		if entry.Page == page {
			e.pdf.SetFont(family, "", 10) // bookmarks are written in the current font's encoding
			e.pdf.Bookmark(entry.Title, entry.Level, entry.Y)
		}
	}
}

// page draws the items; neighbours of the same node are one marked content.
func (e *encoder) page(index int, page sheet.Page) {
	e.pdf.RawWriteStr("2 J") // square line ends
	for i := 0; i < len(page.Items); {
		node := page.Items[i].Node
		e.open(node, index)
		for i < len(page.Items) && page.Items[i].Node == node {
			e.mark(page.Items[i].Mark)
			i++
		}
		e.pdf.RawWriteStr("EMC")
	}
}

func (e *encoder) open(node *sheet.Node, page int) {
	if node == nil {
		e.pdf.RawWriteStr("/Artifact BMC")
		return
	}
	e.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", node.Role, e.next))
	e.places[node] = append(e.places[node], pdfa.Place{Page: page, ID: e.next})
	e.next++
}

func (e *encoder) mark(mark sheet.Mark) {
	switch mark := mark.(type) {
	case sheet.Text:
		e.text(mark)
	case sheet.Path:
		e.pdf.RawWriteStr(e.path(mark))
	case sheet.Picture:
		e.pdf.RawWriteStr(fmt.Sprintf("q %.2f 0 0 %.2f %s cm /Im%d Do Q",
			mark.Width, mark.Height, e.at(sheet.Point{X: mark.At.X, Y: mark.At.Y + mark.Height}), e.image(mark.Image)))
	}
}

func (e *encoder) text(t sheet.Text) {
	e.pdf.SetFont(family, styles[t.Face], t.Size)
	e.pdf.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	if t.Angle == 0 {
		e.pdf.Text(t.At.X, t.At.Y, t.S)
		return
	}
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	e.pdf.RawWriteStr(fmt.Sprintf("q %.5f %.5f %.5f %.5f %s cm", cos, sin, -sin, cos, e.at(t.At)))
	e.pdf.Text(0, e.doc.Height, t.S)
	e.pdf.RawWriteStr("Q")
}

// path writes a path in the operators of PDF.
func (e *encoder) path(p sheet.Path) string {
	var out strings.Builder
	out.WriteString("q ")
	paint := "n"
	if p.Fill != nil {
		out.WriteString(colorOperator(*p.Fill, "rg"))
		paint = "f"
	}
	if p.Stroke != nil {
		fmt.Fprintf(&out, "%s%.2f w ", colorOperator(*p.Stroke, "RG"), p.Width)
		paint = map[bool]string{true: "B", false: "S"}[p.Fill != nil]
	}
	if p.Dash > 0 {
		fmt.Fprintf(&out, "0 J [%.2f] 0 d ", p.Dash)
	}
	for i, at := range p.Points {
		out.WriteString(e.at(at) + map[bool]string{true: " m ", false: " l "}[i == 0])
	}
	if p.Closed {
		out.WriteString("h ")
	}
	return out.String() + paint + " Q"
}

// at writes a place in the coordinates of PDF, which begin at the bottom.
func (e *encoder) at(p sheet.Point) string { return fmt.Sprintf("%.2f %.2f", p.X, e.doc.Height-p.Y) }

func colorOperator(c sheet.Color, operator string) string {
	return fmt.Sprintf("%.3f %.3f %.3f %s ", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255, operator)
}
