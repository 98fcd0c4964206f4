package cli

import (
	"strings"
	"testing"

	"siaga/reports"
)

// The figures of those chosen balance, each number is the length of its list,
// and the parts of a group are those that the filter chooses.
func TestTheFiguresOfAFilter(t *testing.T) {
	b, _ := afterTheDay(t)
	all := parsed[figuresValue](t, b.must("figures", "2026-S2", "--json"))
	if all.All != 12 || len(all.Months) != 4 || len(all.Steps) != 8 {
		t.Fatalf("%d incidents, %d months, %d steps", all.All, len(all.Months), len(all.Steps))
	}
	for _, narrow := range [][]string{{"--class", "tinggi"}, {"--class", "strategis,rendah"}, {"--team", "VII"}, {"--agency", "Disdik"}, {"--category", "WDF"}, {"--filter", "outcome=open class=tinggi"}} {
		f := parsed[figuresValue](t, b.must(append([]string{"figures", "2026-S2", "--json"}, narrow...)...))
		if f.Opening+f.Incoming-f.Completed != f.Closing || f.All >= all.All || len(f.IDs["incoming"]) != f.Incoming {
			t.Errorf("%v: %d + %d - %d = %d, of %d", narrow, f.Opening, f.Incoming, f.Completed, f.Closing, f.All)
		}
		months := 0
		for _, m := range f.Months {
			months += m.Response.Kept + m.Response.Breached
		}
		if total := f.Response.Total; months != total.Kept+total.Breached || len(total.KeptIDs) != total.Kept {
			t.Errorf("%v: %d clocks ended in months, %d in all", narrow, months, total.Kept+total.Breached)
		}
	}
	for _, g := range all.Classes {
		if g.Key == "" {
			continue
		}
		f := parsed[figuresValue](t, b.must("figures", "2026-S2", "--json", "--class", string(g.Key)))
		if f.Opening != g.Opening || f.Incoming != g.Incoming || f.Completed != g.Completed || f.Closing != g.Closing {
			t.Errorf("%s: filtered %d, %d, %d, %d; in the table %+v", g.Key, f.Opening, f.Incoming, f.Completed, f.Closing, g)
		}
	}
	b.refuses(refused, "“2026-13”", "figures", "2026-13")
	b.refuses(refused, "Periode 2026-11 baru dimulai pada", "figures", "2026-11")
	b.refuses(refused, "Pilih periode yang sedang berjalan", "figures", "2028", "--json")
	b.refuses(refused, "begins only on", "report", "period", "2028", "--json", "-", "--lang", "en")
	b.refuses(refused, "Periode 2028", "policy", "preview", "--office-hours", "--period", "2028")
	b.refuses(refused, "“merah”", "figures", "2026", "--class", "merah")
	b.refuses(wrongUsage, "figures", "figures")
}

// A person reads every figure by its name, and what it means.
func TestTheFiguresInWords(t *testing.T) {
	b, _ := afterTheDay(t)
	for lang, words := range map[string][]string{
		"id": {"masih berjalan; angkanya dihitung sampai dengan", "Saldo awal", "Waktu respons menurut tim", "Persentil ke-90", "Lama setiap langkah", "Menurut bulan", "2026-10"},
		"en": {"still running", "Opening balance", "Response time by city agency", "90th percentile", "Time in each step", "By month"},
	} {
		told := b.must("figures", "2026-Q4", "--lang", lang)
		meanings := b.must("figures", "--definitions", "--lang", lang)
		for _, w := range words {
			if !strings.Contains(told, w) {
				t.Errorf("%q is not told in\n%s", w, told)
			}
		}
		if n := strings.Count(meanings, "\n"); n < 2*len(reports.Definitions()) {
			t.Errorf("%d lines define %d figures", n, len(reports.Definitions()))
		}
	}
	if defined := parsed[[]definedValue](t, b.must("figures", "--definitions", "--json")); len(defined) != len(reports.Definitions()) {
		t.Errorf("%d definitions", len(defined))
	}
}
