package reports

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"siaga/locales"
	"siaga/model"
)

// xlsx is anything that writes itself as a workbook.
type xlsx interface {
	XLSX(w io.Writer, book *locales.Book, spill string) error
}

func bytesOf(t rapid.TB, x xlsx, book *locales.Book, spill string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := x.XLSX(&out, book, spill); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// opened is a workbook as a reader finds it, its values unformatted.
func opened(t rapid.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func rowsOf(t rapid.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// under is the value of a row in the column of that title.
func under(t rapid.TB, rows [][]string, row int, title string) string {
	t.Helper()
	at := slices.Index(rows[0], title)
	if at < 0 {
		t.Fatalf("no column %q in %q", title, rows[0])
	}
	if at >= len(rows[row]) {
		return ""
	}
	return rows[row][at]
}

func TestTheSameValueGivesTheSameBytes(t *testing.T) {
	for _, x := range []xlsx{registerOf(stories()), periodicOf(t, stories(), "2026-10")} {
		first := bytesOf(t, x, locales.Open(locales.ID), t.TempDir())
		for range 5 {
			if !bytes.Equal(first, bytesOf(t, x, locales.Open(locales.ID), t.TempDir())) {
				t.Fatalf("%T: other bytes the second time", x)
			}
		}
	}
}

func TestNothingReadableIsLeftBehind(t *testing.T) {
	spill := t.TempDir()
	bytesOf(t, registerOf(many(9000)), locales.Open(locales.ID), spill)
	if left, _ := os.ReadDir(spill); len(left) > 0 {
		t.Errorf("left in the folder: %v", left)
	}
}

func TestNoWordIsMissingInAnyWorkbook(t *testing.T) {
	for _, book := range books() {
		for _, x := range []xlsx{registerOf(stories()), registerOf(nil), periodicOf(t, stories(), "2026-10"), periodicOf(t, nil, "2026")} {
			f := opened(t, bytesOf(t, x, book, t.TempDir()))
			for _, sheet := range f.GetSheetList() {
				for n, row := range rowsOf(t, f, sheet) {
					if strings.Contains(strings.Join(row, " "), "⟦") {
						t.Errorf("%s %s, row %d: %q", book.Lang(), sheet, n+1, row)
					}
				}
			}
		}
	}
}

func TestColumnTitlesAreDifferent(t *testing.T) {
	for _, book := range books() {
		seen := map[string]string{}
		for _, c := range append(incidentColumns(), periodicXLSX{}.flowColumns()...) {
			title := c.title(book, "WIB")
			if seen[strings.ToLower(title)] != "" {
				t.Errorf("%s: %s and %s are both called %q", book.Lang(), seen[strings.ToLower(title)], c.name(), title)
			}
			seen[strings.ToLower(title)] = c.name()
		}
	}
}

func TestTheZipStandsInOrder(t *testing.T) {
	file := bytesOf(t, periodicOf(t, stories(), "2026-10"), locales.Open(locales.ID), t.TempDir())
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, part := range archive.File {
		parts = append(parts, part.Name)
		if body, err := part.Open(); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		} else if _, err := io.Copy(io.Discard, body); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
	}
	if !slices.IsSorted(parts) || len(slices.Compact(slices.Clone(parts))) != len(parts) {
		t.Errorf("parts: %q", parts)
	}
}

func TestALongTextIsCutAndSaysSo(t *testing.T) {
	for name, long := range map[string]string{"letters": strings.Repeat("a", 40000), "two units each": strings.Repeat("a🔥", 15000)} {
		i := reported(1, long, model.Rendah, "2026-10-01 09:00")
		f := opened(t, bytesOf(t, registerOf([]*model.Row{i.Row}), locales.Open(locales.ID), t.TempDir()))
		got := under(t, rowsOf(t, f, "Register insiden"), 1, "Judul")
		if !strings.HasSuffix(got, locales.Open(locales.ID).T("workbook.cut")) || strings.Contains(got, "\uFFFD") || len(got) < 30000 {
			t.Errorf("%s: %d bytes, ends in %q", name, len(got), got[len(got)-60:])
		}
	}
	w := newWorkbook(locales.Open(locales.ID), model.NewOffice(), printDay, t.TempDir())
	defer w.close()
	if whole := strings.Repeat("é", 32767); w.text(whole) != whole {
		t.Error("a text that fits is cut")
	}
}

func TestAnInstantIsTheWallClockOfTheOffice(t *testing.T) {
	office := model.NewOffice()
	office.Zone, office.ZoneName = "Asia/Makassar", "WITA"
	w := newWorkbook(locales.Open(locales.ID), office, printDay, t.TempDir())
	defer w.close()
	at, err := excelize.ExcelDateToTime(w.serial(wibTime("2026-10-05 09:12")), false)
	if err != nil || at.Format("2006-01-02 15:04:05") != "2026-10-05 10:12:00" {
		t.Errorf("%v %v", at, err)
	}
}

func TestMarkingIsTheStrictestLabel(t *testing.T) {
	clear := reported(1, "", model.Rendah, "2026-10-01 09:00")
	clear.TLP = model.TLPClear
	if got := strictest([]*model.Row{clear.Row}); got != model.TLPAmber {
		t.Errorf("a list with reporters goes out as %s", got)
	}
	if got := strictest(stories()); got != model.TLPRed {
		t.Errorf("a list with a red incident goes out as %s", got)
	}
}

// days compares a cell with a number of days.
func days(t rapid.TB, what, cell string, want float64) {
	t.Helper()
	var got float64
	if err := scan(cell, &got); err != nil || math.Abs(got-want) > 1e-9 {
		t.Fatalf("%s: the cell holds %q, not %v", what, cell, want)
	}
}
