package reports

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// tool runs a program over files; a machine without it fails the test and is
// told which Debian package to install.
func tool(t *testing.T, debian, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is not installed: apt-get install %s", name, debian)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// convert lets LibreOffice open files and save them as another kind.
func convert(t *testing.T, to, folder string, files ...string) {
	t.Helper()
	args := append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", to, "--outdir", folder}, files...)
	tool(t, "libreoffice-calc", "soffice", args...)
}

func TestLibreOfficeOpensAndPrintsEveryWorkbook(t *testing.T) {
	indonesian, english := locales.Open(locales.ID), locales.Open(locales.EN)
	folder := t.TempDir()
	var files []string
	expect := map[string][]string{}
	for _, c := range []struct {
		name string
		book *locales.Book
		xlsx xlsx
	}{
		{"register-id", indonesian, registerOf(many(60))},
		{"register-en", english, registerOf(many(60))},
		{"register-empty-en", english, registerOf(nil)},
		{"periodic-id", indonesian, periodicOf(t, many(60), "2026-10")},
		{"periodic-en", english, periodicOf(t, many(60), "2026-10")},
		{"periodic-nihil-id", indonesian, periodicOf(t, nil, "2026-10")},
	} {
		path := filepath.Join(folder, c.name+".xlsx")
		if err := os.WriteFile(path, bytesOf(t, c.xlsx, c.book, folder), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
		expect[filepath.Join(folder, c.name+".pdf")] = []string{"TLP:", c.book.T("workbook.columns"), c.book.T("workbook.column.ticket")}
	}
	convert(t, "pdf", folder, files...)
	for path, parts := range expect {
		printed := tool(t, "poppler-utils", "pdftotext", "-layout", path, "-")
		for _, part := range parts {
			if !strings.Contains(printed, part) {
				t.Errorf("%s does not print %q", filepath.Base(path), part)
			}
		}
		if strings.Contains(printed, "###") {
			t.Errorf("%s prints ### for a value that is wider than its column", filepath.Base(path))
		}
	}
	keep(t, folder)
}

// keep leaves the printed workbooks in the folder that -pictures names.
func keep(t *testing.T, folder string) {
	if *pictures == "" {
		return
	}
	if err := os.CopyFS(*pictures, os.DirFS(folder)); err != nil {
		t.Error(err)
	}
}

// No text that a person typed, in any column, runs as a formula in another
// program.
func TestLibreOfficeReadsTypedTextAsText(t *testing.T) {
	typed := []string{"=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=HYPERLINK(\"http://x\")", "007"}
	var rows []*model.Row
	for n, s := range typed {
		r := reported(n+1, s, model.Rendah, "2026-10-01 09:00")
		r.Reporter, r.Affected, r.System, r.Category, r.Ticket, r.Agency = s, s, "", s, model.Ticket(s), model.AgencyID(s)
		r.Teams, r.Persons = nil, []model.PersonID{model.PersonID(s)}
		rows = append(rows, r.Row)
	}
	report := registerOf(rows)
	for n, s := range typed {
		report.Names.Short[model.AgencyID(s)] = s
		report.Names.People[model.PersonID(s)] = typed[n]
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "typed.xlsx")
	if err := os.WriteFile(path, bytesOf(t, report, locales.Open(locales.ID), folder), 0o600); err != nil {
		t.Fatal(err)
	}
	convert(t, "csv", folder, path)
	file, err := os.ReadFile(filepath.Join(folder, "typed.csv"))
	if err != nil {
		t.Fatal(err)
	}
	cells, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range typed {
		for _, title := range []string{"Nomor tiket", "Judul", "Pelapor", "Perangkat Daerah", "Sistem terdampak", "Kategori", "Petugas"} {
			if got := under(t, cells, n+1, title); got != want {
				t.Errorf("%s, row %s: %q became %q", title, strconv.Itoa(n+1), want, got)
			}
		}
	}
}
