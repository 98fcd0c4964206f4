package reports

import (
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"siaga/locales"
)

// The register of 100,000 incidents against the floor: excelize's StreamWriter
// writing the same cells without anything else, in the same run. The goal is
// a ratio of at most 1.3.
func BenchmarkRegister100k(b *testing.B) {
	r := registerOf(many(100_000))
	cells := cellsOf(b, r)
	whole, bare := time.Hour, time.Hour // the best of each, since others use the machine too
	for b.Loop() {
		whole = min(whole, timed(b, func() error { return r.XLSX(io.Discard, locales.Open(locales.ID), b.TempDir()) }))
		bare = min(bare, timed(b, func() error { return writeBare(cells, b.TempDir()) }))
	}
	b.ReportMetric(whole.Seconds(), "s/register")
	b.ReportMetric(bare.Seconds(), "s/bare")
	b.ReportMetric(whole.Seconds()/bare.Seconds(), "ratio")
}

func timed(b *testing.B, write func() error) time.Duration {
	b.Helper()
	runtime.GC()
	start := time.Now()
	if err := write(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// cellsOf makes every cell of the register beforehand.
func cellsOf(b *testing.B, r Register) [][]any {
	b.Helper()
	w := newWorkbook(locales.Open(locales.ID), r.Office, r.PrintedAt, b.TempDir())
	defer w.close()
	read := reader{book: w.book, office: r.Office, names: r.Names, now: r.PrintedAt}
	columns := incidentColumns()
	rows := make([][]any, len(r.Rows))
	for n, row := range r.Rows {
		line := read.read(row)
		for _, c := range columns {
			rows[n] = append(rows[n], excelize.Cell{StyleID: w.styles[c.style], Value: w.value(c.value(line))})
		}
	}
	return rows
}

func writeBare(rows [][]any, spill string) error {
	f := excelize.NewFile(excelize.Options{TmpDir: spill})
	defer f.Close()
	for _, s := range looks() {
		if _, err := f.NewStyle(&s); err != nil {
			return err
		}
	}
	out, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for n, row := range rows {
		if err := out.SetRow(cellAt(1, n+1), row); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Write(io.Discard)
}
