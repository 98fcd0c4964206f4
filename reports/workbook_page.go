package reports

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// page is a small sheet that is written row by row, as a reader meets it.
type page struct {
	*workbook
	sheet  string
	widths []float64
	row    int // the last one written
}

// cell is a value and how it looks.
type cell struct {
	style style
	value any
}

// page begins a small sheet with columns of these widths.
func (w *workbook) page(name string, widths ...float64) *page {
	w.sheet(name)
	w.upright(name, widths)
	w.keep(w.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		w.keep(err)
		w.keep(w.file.SetColWidth(name, column, column, width))
	}
	return &page{workbook: w, sheet: name, widths: widths}
}

// put writes one row, as high as its longest text needs.
func (p *page) put(cells ...cell) {
	p.row++
	lines := 1
	for i, c := range cells {
		ref := cellAt(i+1, p.row)
		v := p.value(c.value)
		p.keep(p.file.SetCellValue(p.sheet, ref, v))
		p.keep(p.file.SetCellStyle(p.sheet, ref, ref, p.styles[c.style]))
		if s, ok := v.(string); ok && c.style != titleCell && c.style != headingCell {
			lines = max(lines, linesOf(s, p.widths[i]))
		}
	}
	if lines > 1 {
		p.keep(p.file.SetRowHeight(p.sheet, p.row, rowHeight(lines)))
	}
}

// sentence writes a text over the whole width.
func (p *page) sentence(s string) {
	p.row++
	p.keep(p.file.MergeCell(p.sheet, cellAt(1, p.row), cellAt(len(p.widths), p.row)))
	p.keep(p.file.SetCellStr(p.sheet, cellAt(1, p.row), p.text(s)))
	p.keep(p.file.SetCellStyle(p.sheet, cellAt(1, p.row), cellAt(len(p.widths), p.row), p.styles[noteCell]))
	p.keep(p.file.SetRowHeight(p.sheet, p.row, rowHeight(linesOf(s, sum(p.widths)))))
}

// begin writes the name of the document, and whose it is.
func (p *page) begin() {
	p.put(cell{titleCell, p.title})
	p.keep(p.file.SetRowHeight(p.sheet, p.row, 24))
	p.sentence(p.office.Team + " · " + p.office.Government)
}

// onePage prints the whole sheet on one page, so that no chart is cut.
func (p *page) onePage() {
	p.keep(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{FitToWidth: new(1), FitToHeight: new(1)}))
}

// onePageWide prints the sheet across, so that no table is cut in its width.
func (p *page) onePageWide() {
	p.keep(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{Orientation: new("landscape"), FitToWidth: new(1), FitToHeight: new(0)}))
}

// heading begins a part of the sheet, after an empty row.
func (p *page) heading(s string) {
	p.row++
	p.put(cell{headingCell, s})
	p.keep(p.file.SetRowHeight(p.sheet, p.row, 18))
}

// heads writes the heads of a table whose first column names the rows and
// whose others hold numbers.
func (p *page) heads(first string, numbers ...string) {
	cells := []cell{{headCell, first}}
	for _, n := range numbers {
		cells = append(cells, cell{headNumberCell, n})
	}
	p.put(cells...)
}

// check says whether the totals above agree with the lists.
func (p *page) check(label string, agrees bool) {
	if agrees {
		p.put(cell{textCell, label}, cell{goodCell, p.book.T("workbook.agrees")})
		return
	}
	p.put(cell{textCell, label}, cell{badCell, p.book.T("workbook.differs")})
}

// linesOf is about how many lines a text takes in a column: excelize cannot
// measure it, and Excel does not set the height of merged cells by itself.
func linesOf(s string, width float64) int {
	width *= 1.15 // letters are narrower than digits
	if len(s) < int(width) && strings.IndexByte(s, '\n') < 0 {
		return 1
	}
	lines := 0
	for part := range strings.SplitSeq(s, "\n") {
		lines += max(1, int(math.Ceil(float64(utf8.RuneCountInString(part))/width)))
	}
	return lines
}

func rowHeight(lines int) float64 { return min(409, 2+13.5*float64(max(1, lines))) }
