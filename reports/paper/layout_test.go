package paper

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"siaga/reports/paper/sheet"
)

// someWord is a word as people write them, now and then longer than a line.
var someWord = rapid.Custom(func(t *rapid.T) string {
	if rapid.IntRange(0, 15).Draw(t, "long") == 0 {
		return rapid.StringMatching(`[a-z0-9/:.\-]{60,300}`).Draw(t, "token")
	}
	return rapid.StringMatching(`[A-Za-z0-9,.]{1,14}`).Draw(t, "word")
})

// tale draws words and remembers them.
type tale struct {
	t     *rapid.T
	words []string
}

func (s *tale) text(most int) string {
	words := rapid.SliceOfN(someWord, 1, most).Draw(s.t, "text")
	s.words = append(s.words, words...)
	return strings.Join(words, " ")
}

// title draws the title of a column, which is our own word and short.
func (s *tale) title() string {
	title := rapid.StringMatching(`[A-Z][a-z]{2,12}`).Draw(s.t, "title")
	s.words = append(s.words, title)
	return title
}

// part adds one random part to a document.
func (s *tale) part(d *Doc) {
	switch rapid.IntRange(0, 6).Draw(s.t, "part") {
	case 0:
		d.Heading(rapid.IntRange(1, 4).Draw(s.t, "level"), s.text(20))
	case 1:
		d.Note(Plain(s.text(40)))
	case 2:
		d.Facts(Fact{Value: s.text(60)}, Fact{Value: s.text(3)})
	case 3:
		d.KeepTogether(func() { s.part(d); s.part(d) })
	case 4:
		s.table(d)
	default:
		d.Paragraph(Plain(s.text(120)+" "), Bold(s.text(5)), Plain(" "), Italic(s.text(30)))
	}
}

func (s *tale) table(d *Doc) {
	columns := rapid.IntRange(1, 6).Draw(s.t, "columns")
	var table Table
	for range columns {
		table.Columns = append(table.Columns, Column{
			Title: s.title(), Share: float64(rapid.IntRange(1, 5).Draw(s.t, "share")),
			Align: Align(rapid.IntRange(int(Left), int(Right)).Draw(s.t, "align")),
		})
	}
	for range rapid.IntRange(1, 30).Draw(s.t, "rows") {
		var row Row
		for range columns {
			row.Cells = append(row.Cells, Cell{Text: s.text(1 + rapid.IntRange(0, 200).Draw(s.t, "length")/8), Sign: Sign(rapid.IntRange(0, 5).Draw(s.t, "sign"))})
		}
		table.Rows = append(table.Rows, row)
	}
	d.Table(table)
}

func TestNothingIsLostRepeatedOrOutside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tale{t: t}
		d := New(setup())
		for range rapid.IntRange(1, 8).Draw(t, "parts") {
			s.part(d)
		}
		sheets, err := d.LayOut()
		if err != nil {
			t.Fatal(err)
		}
		doc := sheets.Document()
		if got := read(doc); !slices.Equal(got, s.words) {
			t.Fatalf("wrote %q, reads %q", s.words, got)
		}
		for i, page := range doc.Pages {
			insideMargins(t, i, page)
			apart(t, i, page)
		}
	})
}

// read returns the words of the content in the order of the structure,
// without the colons that Facts sets.
func read(doc *sheet.Document) []string {
	texts := map[*sheet.Node]string{}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if text, ok := item.Mark.(sheet.Text); ok && item.Node != nil && item.Node.Role != "Lbl" {
				texts[item.Node] += text.S
			}
		}
	}
	var words []string
	var walk func(*sheet.Node)
	walk = func(n *sheet.Node) {
		words = append(words, strings.Fields(texts[n])...)
		for _, kid := range n.Kids {
			walk(kid)
		}
	}
	walk(doc.Tree)
	return words
}

// insideMargins wants every mark of the text between the margins.
func insideMargins(t rapid.TB, number int, page sheet.Page) {
	style := DefaultStyle()
	const slack = 0.05
	for _, item := range page.Items {
		from, to := item.Mark.Bounds()
		if item.Node != nil && (from.X < style.Left*mm-slack || to.X > (style.Paper.Width-style.Right)*mm+slack ||
			from.Y < style.Top*mm-slack || to.Y > (style.Paper.Height-style.Bottom)*mm+slack) {
			t.Fatalf("page %d: %+v leaves the margins: %v %v", number+1, item.Mark, from, to)
		}
	}
}

// apart wants no two texts over each other.
func apart(t rapid.TB, number int, page sheet.Page) {
	type box struct{ from, to sheet.Point }
	var boxes []box
	for _, item := range page.Items {
		if _, ok := item.Mark.(sheet.Text); !ok {
			continue
		}
		from, to := item.Mark.Bounds()
		for _, other := range boxes {
			if min(to.X, other.to.X)-max(from.X, other.from.X) > 0.05 && min(to.Y, other.to.Y)-max(from.Y, other.from.Y) > 0.05 {
				t.Fatalf("page %d: %+v stands over another text", number+1, item.Mark)
			}
		}
		boxes = append(boxes, box{from, to})
	}
}

func TestHeadOfATableStandsOnEachPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := New(setup())
		for range rapid.IntRange(0, 45).Draw(t, "before") {
			d.Paragraph(Plain("baris"))
		}
		count := rapid.IntRange(1, 150).Draw(t, "rows")
		table := Table{Caption: "Tabel", Columns: []Column{{Title: "KEPALA"}, {Title: "Isi"}}}
		for i := range count {
			lines := rapid.IntRange(1, 90).Draw(t, "lines")
			if lines > 30 {
				lines = 1
			}
			table.Rows = append(table.Rows, Cells(fmt.Sprint("row", i), strings.TrimSpace(strings.Repeat("isi\n", lines))))
		}
		table.Rows = append(table.Rows, Total("Jumlah", ""))
		d.Table(table)
		sheets, err := d.LayOut()
		if err != nil {
			t.Fatal(err)
		}
		for i, page := range sheets.Document().Pages {
			heads, cells := headsAndCells(page)
			if cells > 0 && heads != 1 || cells == 0 && heads > 0 {
				t.Fatalf("page %d has %d cells and %d heads", i+1, cells, heads)
			}
			if cells == 1 && i == sheets.Count()-1 && count > 1 {
				t.Fatal("the total stands alone")
			}
			insideMargins(t, i, page)
			apart(t, i, page)
		}
	})
}

func headsAndCells(page sheet.Page) (heads, cells int) {
	for _, item := range page.Items {
		text, ok := item.Mark.(sheet.Text)
		switch {
		case ok && strings.TrimSpace(text.S) == "KEPALA":
			heads++
		case ok && item.Node != nil && item.Node.Role == "TD":
			cells++
		}
	}
	return heads, cells
}

func TestSignatureIsNeverAlone(t *testing.T) {
	for before := range 60 {
		d := New(setup())
		for range before {
			d.Paragraph(Plain("baris"))
		}
		d.Paragraph(Plain("penutup"))
		d.Signature(signer("Ruang tanda tangan elektronik"))
		sheets, err := d.LayOut()
		if err != nil {
			t.Fatal(err)
		}
		lines, whole := 0, 0
		for _, item := range sheets.Document().Pages[sheets.Count()-1].Items {
			text, ok := item.Mark.(sheet.Text)
			switch s := strings.TrimSpace(text.S); {
			case ok && (s == "baris" || s == "penutup"):
				lines++
			case ok && (strings.HasPrefix(s, "Bekasi, ") || strings.HasPrefix(s, "NIP ")):
				whole++
			}
		}
		if lines < min(2, before+1) || whole != 2 {
			t.Fatalf("after %d lines: %d lines and %d ends of the block on the last page", before, lines, whole)
		}
	}
}

// A closing and a signature are not alone either: the end of what stands before
// them goes with them, be it a line, a row or a table that is held together, and
// of a table that is more than a page its last row. A note does not count.
func TestAClosingIsNeverAlone(t *testing.T) {
	table := func(rows, lines int) func(*Doc) {
		return func(d *Doc) {
			d.KeepTogether(func() {
				table := Table{Columns: []Column{{Title: "KEPALA"}}}
				for range rows {
					table.Rows = append(table.Rows, Cells(strings.TrimSpace(strings.Repeat("isi\n", lines))))
				}
				d.Table(table)
			})
			d.Note(Plain("catatan"))
		}
	}
	long := strings.Repeat("tutup\n", longClosing)
	for name, c := range map[string]struct {
		body    func(*Doc)
		closing string
		words   []string // of the last page
	}{
		"lines":       {func(d *Doc) {}, "tutup\ntutup", []string{"baris", "tutup"}},
		"table":       {table(5, 2), "tutup", []string{"isi", "catatan", "tutup", "Tembusan:"}},
		"long table":  {table(12, 6), "tutup", []string{"isi", "catatan", "tutup", "Tembusan:"}},
		"long prose":  {func(d *Doc) {}, long + "tutup", []string{"tutup"}},
		"longer than": {func(d *Doc) {}, strings.Repeat(long, 8), []string{"tutup"}},
	} {
		for before := 1; before < 60; before++ {
			sheets := lay(t, setup(), func(d *Doc) {
				for range before {
					d.Paragraph(Plain("baris"))
				}
				c.body(d)
				d.Paragraph(Plain(c.closing))
				d.Signature(signer(""))
				d.Copies("Tembusan:", "arsip.")
			})
			last := wordsOf(sheets.Document().Pages[sheets.Count()-1])
			for _, word := range append(c.words, "NIP", "arsip.") {
				if !slices.Contains(last, word) {
					t.Fatalf("%s after %d lines: no %s on the last page: %v", name, before, word, last)
				}
			}
		}
	}
}

func wordsOf(page sheet.Page) (words []string) {
	for _, item := range page.Items {
		if text, ok := item.Mark.(sheet.Text); ok && item.Node != nil {
			words = append(words, strings.Fields(text.S)...)
		}
	}
	return words
}

func TestHeadingIsNeverLast(t *testing.T) {
	for before := range 60 {
		sheets := lay(t, setup(), func(d *Doc) {
			for range before {
				d.Paragraph(Plain("baris"))
			}
			d.Heading(1, "KEPALA")
			d.Paragraph(Plain(prose))
		})
		for i, page := range sheets.Document().Pages {
			texts := 0
			for _, item := range page.Items {
				if item.Node != nil && item.Node.Role == "H1" {
					texts = 0
				}
				if item.Node != nil && item.Node.Role == "P" {
					texts++
				}
			}
			if texts < 2 && before > 1 {
				t.Fatalf("page %d after %d lines ends with a heading or a single line", i+1, before)
			}
		}
	}
}
