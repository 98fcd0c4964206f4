package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/model"
)

func TestPolicies(t *testing.T) {
	b, _ := afterTheDay(t)
	template := filepath.Join(t.TempDir(), "libur.csv")
	b.must("policy", "template", template)
	if got := b.run("policy", "holidays", template); got.code != refused || !strings.Contains(got.err, "Tetapkan jam kerja lebih dahulu") {
		t.Errorf("holidays while all days count: %+v", got)
	}
	file := written(t, "ketentuan.json", `{"office":1,"from":"2027-01-01"}`)
	if got := b.run("policy", "settle", file); got.code != refused {
		t.Errorf("a field that is none: %+v", got)
	}
	file = written(t, "ketentuan.json", `{"from":"2027-01-01","warnings":[60],"ends":9}`)
	b.refuses(refused, "Pilih salah satu", "policy", "settle", "--office-hours", "--all-day")
	b.refuses(refused, "Choose one", "policy", "preview", "--all-day", "--office-hours", "--lang", "en")
	b.refuses(refused, "Belum ada yang diubah", "policy", "preview", written(t, "jam.json", `{"calendar":{"week":[[],[{"from":480,"to":960}],[],[],[],[],[]]}}`), "--all-day")
	law := written(t, "kewajiban.json", `{"legal":[{"code":"bssn-iiv","cause":"vital","to":"bssn","limit":1,"source":"uji"}],"warnings":[60]}`)
	for lang, words := range map[string][]string{
		"id": {"Kalender belum memuat hari libur 2025", "3 kewajiban pelaporan akan dinilai berbeda", "tidak ada kewajiban", "Peringatan tidak dihitung ulang"},
		"en": {"The calendar has no holidays for 2025", "no duty", "Warnings are not recounted"},
	} {
		text := b.must("policy", "preview", law, "--period", "2026", "--lang", lang) + b.must("policy", "preview", "--office-hours", "--period", "2025", "--lang", lang)
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%q is not said in\n%s", w, text)
			}
		}
	}
	if p := parsed[policyPreview](t, b.must("policy", "preview", law, "--period", "2026", "--json")); len(p.Duties) == 0 || !p.Warnings || len(p.Unfilled) != 0 {
		t.Errorf("previewed: %+v", p)
	}
	b.must("policy", "settle", file, "--office-hours", "--warnings", "40, 80", "--letter", "555/Kep.1/2027", "--reasons", "kahar,lainnya")
	before := b.must("policy", "--json")
	var all []policyValue
	if err := json.Unmarshal([]byte(before), &all); err != nil || len(all) != 2 {
		t.Fatalf("%d policies: %v", len(all), err)
	}
	if p := all[1]; p.State != "coming" || p.From != "2027-01-01" || p.Letter != "555/Kep.1/2027" || len(p.Warnings) != 2 || p.Ends != model.StepAnnounce ||
		len(p.Reasons) != 2 || len(p.Calendar.Holidays) != 25 || len(p.Legal) != 5 {
		t.Errorf("settled %+v", p)
	}
	wrong := written(t, "salah.csv", "tanggal,nama,jenis\n2027-01-01,Tahun Baru,libur nasional\n2027-02-29,Kabisat,libur nasional\n")
	got := b.run("policy", "holidays", wrong, "--from", "2027-01-01")
	if got.code != refused || !strings.Contains(got.err, "Baris 3") || b.must("policy", "--json") != before {
		t.Errorf("a wrong date: %+v", got)
	}
	right, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	right = append(right, "2027-01-01,Tahun Baru 2027 Masehi,libur nasional\n2027-02-08,Ramadan 1448 H,ramadan,2027-03-09\n"...)
	b.must("policy", "holidays", written(t, "libur.csv", string(right)), "--from", "2027-01-01", "--letter", "SKB 2027")
	if text := b.must("policy"); !strings.Contains(text, "2027: libur nasional 1 hari") || !strings.Contains(text, "SKB 2027") || !strings.Contains(text, "Ramadan 1448 H") {
		t.Errorf("the policies read:\n%s", text)
	}
	if text := b.must("history", "office"); !strings.Contains(text, "Ketentuan waktu sejak 1 Januari 2027") {
		t.Errorf("the history reads:\n%s", text)
	}
}
