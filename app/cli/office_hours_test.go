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
