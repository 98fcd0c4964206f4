package reports

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"siaga/locales"
	"siaga/model"
)

// workbook is an Excel file being written. Its methods go on after an error;
// finish tells the first one.
type workbook struct {
	file      *excelize.File
	book      *locales.Book
	office    model.Office
	zone      *time.Location
	printedAt model.Instant
	title     string
	marking   string // TLP and klasifikasi, on each printed page
	styles    []int
	goodIf    int // conditional: a promise kept
	badIf     int // conditional: a promise broken
	err       error
}

// newWorkbook begins a workbook of an office in the language of a book; what
// excelize cannot hold in memory it lays, readable, into the folder spill.
func newWorkbook(book *locales.Book, office model.Office, printedAt model.Instant, spill string) *workbook {
	book, zone := inOffice(book, office)
	w := &workbook{
		file: excelize.NewFile(excelize.Options{TmpDir: spill}),
		book: book, office: office, zone: zone, printedAt: printedAt,
	}
	w.keep(w.file.SetDefaultFont(letters))
	for _, s := range looks() {
		id, err := w.file.NewStyle(&s)
		w.keep(err)
		w.styles = append(w.styles, id)
	}
	w.goodIf, w.badIf = w.conditional(goodColor, goodGround), w.conditional(badColor, badGround)
	return w
}

func (w *workbook) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

// sheet adds a sheet; the first one takes the place of the sheet that every
// new file has.
func (w *workbook) sheet(name string) {
	if w.file.GetSheetName(0) == "Sheet1" {
		w.keep(w.file.SetSheetName("Sheet1", name))
		return
	}
	_, err := w.file.NewSheet(name)
	w.keep(err)
}

// finish writes the file with its properties: the same value gives the same
// bytes.
func (w *workbook) finish(to io.Writer) error {
	printed := w.printedAt.String()
	w.keep(w.file.SetDocProps(&excelize.DocProperties{
		Title: w.title, Subject: w.marking, Creator: w.office.Team, LastModifiedBy: w.office.Team,
		Language: string(w.book.Lang()), Created: printed, Modified: printed,
	}))
	w.keep(w.file.SetAppProps(&excelize.AppProperties{Application: "Siaga", Company: w.office.OfficeName}))
	if w.err != nil {
		return fmt.Errorf("write workbook: %w", w.err)
	}
	return w.file.SetZipWriter(newSortedZip).Write(to)
}

// close removes what was laid into the spill folder.
func (w *workbook) close() { _ = w.file.Close() }

// stamp is when the workbook was printed, as a sentence.
func (w *workbook) stamp() string {
	return w.book.T("workbook.printed", "At", w.printedAt)
}
