package reports

import (
	"io"

	"siaga/locales"
)

// XLSX writes the incident register as an Excel workbook in the language of
// the book: one row an incident, and a sheet of definitions. While it is
// written, parts of it lie readable in the folder spill, which must be private.
func (r Register) XLSX(w io.Writer, book *locales.Book, spill string) error {
	return r.xlsx(w, book, spill, sheetRows)
}

func (r Register) xlsx(to io.Writer, book *locales.Book, spill string, perPage int) error {
	w := newWorkbook(book, r.Office, r.PrintedAt, spill)
	defer w.close()
	w.title = w.book.T("workbook.register.title")
	w.mark(r.Rows)
	columns := incidentColumns()
	w.list(list{
		name: w.book.T("workbook.register"), columns: columns, rows: r.Rows, perPage: perPage,
		reader: reader{book: w.book, office: r.Office, names: r.Names, now: r.PrintedAt},
	})
	until := r.To
	if !until.Known() {
		until = r.PrintedAt + 1
	}
	w.notes(notes{
		facts:    []string{w.book.N("workbook.rows", len(r.Rows)), selection(w.book, r.From, r.To)},
		policies: r.Office.PoliciesIn(r.From, until),
		columns:  columns,
	})
	return w.finish(to)
}
