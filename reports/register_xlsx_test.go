package reports

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"siaga/locales"
	"siaga/model"
)

func scan(cell string, to *float64) (err error) {
	*to, err = strconv.ParseFloat(cell, 64)
	return err
}

func TestTheRegisterTellsEachStory(t *testing.T) {
	f := opened(t, bytesOf(t, registerOf(stories()), locales.Open(locales.ID), t.TempDir()))
	rows := rowsOf(t, f, "Register insiden")
	for _, c := range []struct {
		row         int
		title, want string
	}{
		{1, "Nomor tiket", string(model.NewTicket("CSIRT", 2026, "A", 1))},
		{1, "Perangkat Daerah", "Dinkes"},
		{1, "Sistem terdampak", "Laman sekolah"},
		{1, "Kategori", "Pengubahan tampilan situs (web defacement)"},
		{1, "Kelas RSIT", "Intrusions"},
		{1, "Langkah", "Selesai"},
		{1, "Hasil akhir", "Ditutup"},
		{1, "Respons: capaian", "Terpenuhi"},
		{1, "Resolusi: capaian", "Terpenuhi"},
		{1, "Diumumkan", "Ya"},
		{2, "Resolusi: capaian", "Tidak terpenuhi"},
		{3, "Resolusi: dihitung sejak", "dieskalasi"},
		{4, "Hasil akhir", "Masih ditangani"},
		{4, "Resolusi setelah dibuka kembali: dihitung sejak", "dibuka kembali"},
		{4, "Resolusi setelah dibuka kembali: capaian", "Melewati batas waktu"},
		{5, "Klasifikasi", "Rendah"},
		{5, "Klasifikasi semula", "Tinggi"},
		{5, "Klasifikasi diubah", "Ya"},
		{5, "Pernah tidak terpenuhi", "Waktu resolusi: Strategis"},
		{6, "Hasil akhir", "Bukan insiden"},
		{7, "Duplikat dari", string(model.NewTicket("CSIRT", 2026, "A", 1))},
		{8, "Langkah", "6. Investigasi"},
		{8, "Resolusi: akhir (WIB)", ""},
		{9, "Sistem terdampak", "Komputer loket 3"},
		{9, "Klasifikasi", ""},
		{10, "IIV", "Ya"},
		{10, "Label TLP", "TLP:RED"},
	} {
		if got := under(t, rows, c.row, c.title); got != c.want {
			t.Errorf("row %d, %s: %q, not %q", c.row, c.title, got, c.want)
		}
	}
	days(t, "received", under(t, rows, 1, "Diterima (WIB)"), 46296+(9*60+12)/1440.0)
	days(t, "paused", under(t, rows, 3, "Resolusi: jeda"), 80/1440.0)
	days(t, "took", under(t, rows, 3, "Resolusi: lama"), (1500-30-80)/1440.0)
	days(t, "target", under(t, rows, 3, "Resolusi: target"), 1)
}

func TestDatesAndDurationsAreNumbers(t *testing.T) {
	file := bytesOf(t, registerOf(stories()), locales.Open(locales.ID), t.TempDir())
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(sheet, []byte("<f>")) {
		t.Error("there is a formula in the sheet")
	}
	for i, c := range incidentColumns() {
		if c.style != instantCell && c.style != spanCell && c.style != numberCell {
			continue
		}
		column := strings.TrimRight(cellAt(i+1, 1), "1")
		for _, found := range regexp.MustCompile(`<c r="`+column+`\d+"[^>]*>`).FindAll(sheet, -1)[1:] {
			if bytes.Contains(found, []byte(` t="`)) && !bytes.Contains(found, []byte(` t="n"`)) {
				t.Errorf("%s: %s", c.name(), found)
			}
		}
	}
}

func TestAFullSheetGoesOnOnTheNext(t *testing.T) {
	var out bytes.Buffer
	if err := registerOf(many(25)).xlsx(&out, locales.Open(locales.EN), t.TempDir(), 10); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.Bytes())
	want := []string{"Incident register", "Incident register (2)", "Incident register (3)", "Definitions"}
	if got := f.GetSheetList(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Fatalf("sheets %q", got)
	}
	for i, count := range []int{10, 10, 5} {
		rows := rowsOf(t, f, want[i])
		if len(rows) != count+1 || rows[0][0] != "Ticket" {
			t.Errorf("%s has %d rows", want[i], len(rows))
		}
	}
}

func TestAnEmptyRegisterSaysSo(t *testing.T) {
	f := opened(t, bytesOf(t, registerOf(nil), locales.Open(locales.ID), t.TempDir()))
	if rows := rowsOf(t, f, "Register insiden"); !strings.HasPrefix(rows[2][0], "Nihil") {
		t.Errorf("%q", rows)
	}
}

// What was typed is read again, whatever it was, and is never a formula.
func TestTextStaysText(t *testing.T) {
	spill := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		rows := anyIncidents(6).Draw(t, "rows")
		f := opened(t, bytesOf(t, registerOf(rows), locales.Open(locales.ID), spill))
		cells := rowsOf(t, f, "Register insiden")
		w := &workbook{book: locales.Open(locales.ID)}
		for n, r := range rows {
			for title, want := range map[string]string{"Judul": r.Title, "Pelapor": r.Reporter} {
				if got := under(t, cells, n+1, title); got != w.text(want) {
					t.Fatalf("%s: %q became %q", title, want, got)
				}
			}
			for i := range incidentColumns() {
				if formula, err := f.GetCellFormula("Register insiden", cellAt(i+1, n+2)); err != nil || formula != "" {
					t.Fatalf("formula %q in %s: %v", formula, cellAt(i+1, n+2), err)
				}
			}
		}
	})
}
