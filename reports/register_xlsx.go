package reports

import (
	"io"

	"siaga/locales"
	"siaga/model"
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
	w.notes(notes{
		facts:    []string{w.book.N("workbook.rows", len(r.Rows)), selection(w.book, r.From, r.To)},
		policies: r.policies(),
		columns:  columns,
	})
	return w.finish(to)
}

// policies are those in force in the time of the register, with the seasons
// through which its clocks run.
func (r Register) policies() []model.SettledPolicy {
	ran := model.Reach{From: r.From, To: r.To}
	if !ran.To.Known() {
		ran.To = r.PrintedAt + 1
	}
	inForce := r.Office.PoliciesIn(ran.From, ran.To)
	for _, row := range r.Rows {
		ran.Add(row.Response(r.PrintedAt))
		for _, k := range row.Resolutions(r.PrintedAt) {
			ran.Add(k)
		}
	}
	return ran.Policies(inForce)
}
