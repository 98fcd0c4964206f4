package cli

import (
	"strings"
	"testing"
)

const officeWeek = `[[],[{"from":450,"to":720},{"from":780,"to":960}],[{"from":450,"to":720},{"from":780,"to":960}],` +
	`[{"from":450,"to":720},{"from":780,"to":960}],[{"from":450,"to":720},{"from":780,"to":960}],[{"from":450,"to":690},{"from":780,"to":990}],[]]`

// Friday 9 October 2026, 16.00: the office has half an hour left. From Monday on
// the office counts office hours, and what was received before keeps its promise.
func TestAnOfficeThatCountsOfficeHours(t *testing.T) {
	b := newDesk(t)
	b.now = "2026-10-09T15:00:00+07:00"
	register := `{"do":"register-incident","reporterName":"Guru","description":"Situs diretas","class":"tinggi"}`
	before := results(t, b.feed(register, "apply", "-").out)[0].Ticket
	b.feed(`{"do":"settle-policy","letter":"500.12/7/Diskominfostandi","calendar":{"offset":25200,"week":`+officeWeek+`,"holidays":[{"date":"2026-10-12","name":"Contoh"}]},"basis":"receipt"}`, "apply", "-")
	b.now = "2026-10-09T16:00:00+07:00"
	after := results(t, b.feed(register, "apply", "-").out)[0].Ticket

	old, new := parsed[clocksOf](t, b.must("clock", before, "--json")), parsed[clocksOf](t, b.must("clock", after, "--json"))
	if old.Response.Due != "2026-10-09T16:00:00+07:00" || len(old.Response.Days) > 0 || old.Resolutions[0].Basis != "escalation" {
		t.Errorf("what was received before keeps its promise, not %+v", old)
	}
	if new.Response.Due != "2026-10-13T08:00:00+07:00" || new.Resolutions[0].Due != "2026-10-16T08:30:00+07:00" {
		t.Errorf("due %s and %s", new.Response.Due, new.Resolutions[0].Due)
	}
	if len(old.Unfilled) > 0 || len(new.Unfilled) > 0 {
		t.Errorf("no holidays are known of %v and %v", old.Unfilled, new.Unfilled)
	}
	days := new.Response.Days
	if last := days[len(days)-1]; len(days) != 5 || last.Sum != 3600 || days[3].Hours != "libur nasional: Contoh" {
		t.Errorf("%+v", days)
	}
	for lang, want := range map[string]string{"id": "Selasa, 13 Oktober 2026", "en": "Tuesday, 13 October 2026"} {
		told := b.must("clock", after, "--days", "--lang", lang)
		if !strings.Contains(told, want) {
			t.Errorf("%s is not in\n%s", want, told)
		}
		if head := map[string]string{"id": "Jam kerja", "en": "Office hours"}[lang]; !strings.Contains(told, head+" ") {
			t.Errorf("the days have no headings:\n%s", told)
		}
		if told := b.must("clock", before, "--days", "--lang", lang); strings.Contains(told, want) {
			t.Errorf("all day, every day has no days:\n%s", told)
		}
	}
}

// A promise that reaches into a year of which nobody has entered the holidays says
// so wherever it is reckoned.
func TestAYearWithoutHolidaysIsSaidWhereClocksAreReckoned(t *testing.T) {
	b := newDesk(t)
	b.now = "2026-12-30T14:00:00+07:00"
	b.feed(`{"do":"settle-policy","calendar":{"offset":25200,"week":`+officeWeek+`,"holidays":[{"date":"2026-12-25","name":"Contoh"}]},"basis":"receipt"}`, "apply", "-")
	register := func(class string) string {
		return results(t, b.feed(`{"do":"register-incident","reporterName":"Guru","description":"Situs diretas","class":"`+class+`"}`, "apply", "-").out)[0].Ticket
	}
	within, beyond := register("strategis"), register("tinggi")
	for ticket, years := range map[string]int{within: 0, beyond: 1} {
		k, w := parsed[clocksOf](t, b.must("clock", ticket, "--json")), parsed[whole](t, b.must("show", ticket, "--json"))
		if len(k.Unfilled) != years || len(w.Unfilled) != years {
			t.Errorf("%s: no holidays are known of %v and %v", ticket, k.Unfilled, w.Unfilled)
		}
		for lang, says := range map[string]string{"id": "Kalender belum memuat hari libur 2027", "en": "The calendar has no holidays for 2027"} {
			for _, verb := range []string{"clock", "show"} {
				if out := b.must("--lang", lang, verb, ticket); strings.Count(out, says) != years {
					t.Errorf("%s of %s says it %d times", verb, ticket, strings.Count(out, says))
				}
			}
		}
	}
}

// The hours of Ramadan stand below the figures of a period in which they counted,
// and below no others, as on paper.
func TestFiguresTellASeasonOnlyWhereItCounts(t *testing.T) {
	b := newDesk(t)
	b.now = "2026-11-02T09:00:00+07:00"
	b.feed(`{"do":"settle-policy","calendar":{"offset":25200,"week":`+officeWeek+`,"holidays":[{"date":"2026-12-25","name":"Contoh"}],"seasons":[`+
		`{"name":"Bulan Contoh","from":"2026-12-01","to":"2026-12-20","week":`+officeWeek+`}]},"basis":"receipt"}`, "apply", "-")
	b.now = "2027-01-11T09:00:00+07:00"
	for period, told := range map[string]bool{"2026-11": false, "2026-12": true} {
		if out := b.must("figures", period); strings.Contains(out, "Bulan Contoh") != told {
			t.Errorf("%s tells it: %t\n%s", period, !told, out)
		}
	}
	preview := b.must("policy", "preview", "--office-hours", "--period", "2026-11")
	if before, _, cut := strings.Cut(preview, "Menurut ketentuan itu:"); !cut || strings.Contains(before, "Bulan Contoh") {
		t.Error(preview)
	}
}
