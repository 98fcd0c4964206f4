package reports

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"siaga/locales"
	"siaga/model"
)

// sheetRows is how many incidents one sheet holds under its head.
const sheetRows = excelize.TotalRows - 1

// frozen is how many columns stay in sight and are repeated in print: ticket
// and title.
const frozen = 2

// list is a list of incidents on sheets of its own.
type list struct {
	name    string // of the sheet
	columns []column
	rows    []*model.Row
	reader  reader
	perPage int // incidents on one sheet
}

// list writes a list of incidents; what one sheet does not hold stands on the
// next.
func (w *workbook) list(l list) {
	for part := 1; ; part++ {
		name := l.name
		if part > 1 {
			name = fmt.Sprintf("%s (%d)", l.name, part)
		}
		count := min(len(l.rows), l.perPage)
		w.listSheet(name, part, list{columns: l.columns, rows: l.rows[:count], reader: l.reader})
		if l.rows = l.rows[count:]; len(l.rows) == 0 || w.err != nil {
			return
		}
	}
}

func (w *workbook) listSheet(name string, part int, l list) {
	w.sheet(name)
	widths := make([]float64, len(l.columns))
	for i, c := range l.columns {
		widths[i] = c.width
	}
	w.across(name, widths)
	w.judge(name, l)
	out, err := w.file.NewStreamWriter(name)
	if err != nil {
		w.keep(err)
		return
	}
	for i, width := range widths {
		w.keep(out.SetColWidth(i+1, i+1, width))
	}
	w.keep(out.SetPanes(&excelize.Panes{Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}))
	w.listHead(out, l.columns)
	w.keep(out.AddTable(&excelize.Table{
		Range: cellsFrom(1, 1, len(l.columns), max(2, len(l.rows)+1)), Name: fmt.Sprintf("Siaga%d", part),
		StyleName: "TableStyleLight1", ShowRowStripes: new(true),
	}))
	w.listRows(out, l)
	w.keep(out.Flush())
	w.repeat(name, frozen)
}

func (w *workbook) listHead(out *excelize.StreamWriter, columns []column) {
	cells := make([]any, len(columns))
	for i, c := range columns {
		cells[i] = excelize.Cell{StyleID: w.styles[headCell], Value: c.title(w.book, w.office.ZoneName)}
	}
	w.keep(out.SetRow("A1", cells, excelize.RowOpts{Height: 44}))
}

func (w *workbook) listRows(out *excelize.StreamWriter, l list) {
	cells := make([]any, len(l.columns))
	for n, row := range l.rows {
		line := l.reader.read(row)
		lines := 1
		for i, c := range l.columns {
			v := w.value(c.value(line))
			cells[i] = excelize.Cell{StyleID: w.styles[c.style], Value: v}
			if s, ok := v.(string); ok {
				lines = max(lines, linesOf(s, c.width))
			}
		}
		if err := out.SetRow(cellAt(1, n+2), cells, excelize.RowOpts{Height: rowHeight(lines)}); err != nil {
			w.keep(err)
			return
		}
	}
	if len(l.rows) == 0 {
		w.keep(out.SetRow("A3", []any{excelize.Cell{StyleID: w.styles[headingCell], Value: w.book.T("workbook.nil")}}))
	}
}

// judge colours the verdicts; the word is in the cell.
func (w *workbook) judge(sheet string, l list) {
	for i, c := range l.columns {
		if c.style != verdictCell {
			continue
		}
		var rules []excelize.ConditionalFormatOptions
		for _, colour := range []struct {
			word locales.Worded
			id   int
		}{{model.Kept, w.goodIf}, {model.Breached, w.badIf}, {model.Overdue, w.badIf}} {
			rules = append(rules, excelize.ConditionalFormatOptions{
				Type: "cell", Criteria: "==", Value: `"` + w.book.Word(colour.word) + `"`, Format: &colour.id,
			})
		}
		w.keep(w.file.SetConditionalFormat(sheet, cellsFrom(i+1, 2, i+1, max(2, len(l.rows)+1)), rules))
	}
}

// cellsFrom is a range of cells, from column and row to column and row.
func cellsFrom(column, row, lastColumn, lastRow int) string {
	return cellAt(column, row) + ":" + cellAt(lastColumn, lastRow)
}

// cellAt is the reference of a cell; the columns of a workbook are few enough for
// it to exist.
func cellAt(column, row int) string {
	ref, _ := excelize.CoordinatesToCellName(column, row)
	return ref
}
