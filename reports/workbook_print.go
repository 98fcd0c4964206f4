package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"siaga/model"
)

// Widths are measured in digits of the standard letter; about this many stand
// side by side on an A4 page in a size that can be read.
const (
	acrossDigits  = 190
	uprightDigits = 140
)

// across lays a sheet on A4 across, as many pages wide as its columns need to
// be readable.
func (w *workbook) across(sheet string, widths []float64) {
	w.printSetup(sheet, "landscape", int(math.Ceil(sum(widths)/acrossDigits)))
}

// upright lays a sheet on A4 upright.
func (w *workbook) upright(sheet string, widths []float64) {
	w.printSetup(sheet, "portrait", int(math.Ceil(sum(widths)/uprightDigits)))
}

func sum(widths []float64) float64 {
	all := 0.0
	for _, width := range widths {
		all += width
	}
	return all
}

// printSetup puts marking and page numbers on each printed page.
func (w *workbook) printSetup(sheet, orientation string, pagesWide int) {
	w.keep(w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: new(9), Orientation: &orientation, FitToWidth: &pagesWide, FitToHeight: new(0), PageOrder: new("overThenDown"),
	}))
	w.keep(w.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: new(0.5), Right: new(0.5), Top: new(0.8), Bottom: new(0.7), Header: new(0.35), Footer: new(0.35),
	}))
	w.keep(w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	w.keep(w.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + inHeader(w.office.Team+" · "+w.title) + "&R&B" + inHeader(w.marking),
		OddFooter: "&L" + inHeader(w.stamp()) + "&R" + w.book.T("workbook.page", "Page", "&P", "Pages", "&N"),
	}))
}

// repeat prints the first row, and the first columns, on every page.
func (w *workbook) repeat(sheet string, columns int) {
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	last, err := excelize.ColumnNumberToName(columns)
	w.keep(err)
	w.keep(w.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: sheet,
		RefersTo: fmt.Sprintf("%s!$A:$%s,%s!$1:$1", quoted, last, quoted),
	}))
}

// inHeader is a text for the head of a page, in which & begins an order to the
// printer, and which holds 255 characters in all.
func inHeader(s string) string {
	runes := []rune(s)
	return strings.ReplaceAll(string(runes[:min(len(runes), 70)]), "&", "&&")
}

// mark chooses the marking of the workbook from what is in it.
func (w *workbook) mark(rows []*model.Row) {
	w.marking = marking(w.book, strictest(rows))
}

// strictest is the label under which a list of incidents goes out: the
// strictest of theirs, and AMBER at least, since the list names reporters.
func strictest(rows []*model.Row) model.TLP {
	at := slices.Index(model.TLPs, model.TLPAmber)
	for _, r := range rows {
		at = max(at, slices.Index(model.TLPs, r.TLP))
	}
	return model.TLPs[at]
}
