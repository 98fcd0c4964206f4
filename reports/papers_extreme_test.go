package reports

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

const endless = "Sistem Informasi Manajemen Pelayanan Administrasi Terpadu Kecamatan dan Kelurahan Kota Bekasi yang namanya tidak kunjung selesai "

// extreme is an incident with everything too long, and characters that no
// face has.
func extreme() Resolution {
	v := solved(stories()[4], "500.12/9999/Diskominfostandi.Statistik-dan-Persandian/XII/2026")
	i := &v.Incident
	i.Title = "Laman diretas 🔥💀 " + strings.Repeat(endless, 2)
	i.Description = strings.Repeat(endless+"日本 \x00\xff ", 40)
	i.Affected = "https://" + strings.Repeat("sangat-panjang.", 20) + "go.id"
	i.Reporter.Name = strings.Repeat("Raden Mas ", 20)
	i.Chronology = nil
	for n := range 300 {
		i.Chronology = append(i.Chronology, model.Occurrence{At: i.ReceivedAt + model.Instant(60*n), Text: strings.Repeat(endless, 1+n%3)})
	}
	i.Chronology[150].Text = strings.Repeat(endless, 60)
	i.Evidence[0].Name = strings.Repeat("gambar-cakram-", 30) + ".dd"
	v.Names.Agencies[i.Agency] = strings.Repeat("Dinas ", 60)
	v.Signer.Name = strings.Repeat("Dr. H. ", 20) + "Ahmad"
	v.Office.OfficeName = strings.Repeat("Dinas Komunikasi dan ", 8) + "Persandian"
	return v
}

func TestAnythingCanBePrinted(t *testing.T) {
	long := monthly(many(160), "500.12/95/Diskominfostandi")
	for n := range long.Stories {
		long.Stories[n].Impact, long.Stories[n].Title = strings.Repeat(endless, 30), "🔥 "+endless
	}
	for name, v := range map[string]sheeted{"extreme": extreme(), "monthly-160": long} {
		for _, lang := range locales.Langs() {
			file := printed(t, v, lang)
			if err := paper.CheckPDFA(file); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			path := saved(t, nameOf(name, lang), file)
			checker(t, "qpdf", "qpdf", "--check", path)
		}
	}
}

func TestTheChronologyListsEverythingByTime(t *testing.T) {
	v := extreme()
	rows := onPaper(t, sheetsOf(t, v, locales.ID), "Kronologi insiden dan penanganannya")
	i := v.Incident
	if want := len(i.Chronology) + len(i.Passages) + 3 + 2; len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	book := locales.Open(locales.ID)
	last := model.Instant(0)
	for n, row := range rows {
		at, err := book.ParseInstant(row[1], v.PrintedAt.Time())
		if err != nil || model.At(at) < last || row[0] != fmt.Sprint(n+1) {
			t.Fatalf("row %d is %q after %s: %v", n+1, row, last, err)
		}
		last = model.At(at)
	}
}

// Whatever happens to incidents, and whatever people type: every paper is
// printed, in both languages, and the report adds up.
func TestWhateverHappensIsPrinted(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := anyIncidents(12).Draw(rt, "rows")
		p := periodicOf(t, rows, rapid.SampledFrom([]string{"2026-08", "2026-Q3", "2026-11", "2026"}).Draw(rt, "period"))
		for _, book := range books() {
			sheets, err := p.Sheets(book)
			if err != nil {
				rt.Fatal(err)
			}
			printsFigures(t, sheets, book, p)
			for _, row := range rows {
				v := Resolution{Office: p.Office, Names: p.Names, Incident: model.Incident{ID: row.ID, Ticket: row.Ticket, Course: row.Course, Title: row.Title,
					Reporter: model.Reporter{Name: row.Reporter}, TLP: row.TLP, Risk: row.Risk, Vital: row.Vital, PersonalData: row.PersonalData, DataBreach: row.DataBreach}, PrintedAt: printDay}
				if _, err := v.Sheets(book); err != nil {
					rt.Fatal(err)
				}
			}
		}
	})
}

func BenchmarkResolutionPDF(b *testing.B) {
	v := solved(stories()[1], "500.12/90/Diskominfostandi")
	for b.Loop() {
		printed(b, v, locales.ID)
	}
}

func BenchmarkMonthlyPDF(b *testing.B) {
	v := monthly(many(160), "500.12/95/Diskominfostandi")
	for b.Loop() {
		printed(b, v, locales.ID)
	}
}
