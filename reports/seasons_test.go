package reports

import (
	"slices"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// The hours of Ramadan are defined where they count: in a period that has a day
// of it, and in one in which a clock ran that had begun then.
func TestHoursOfASeasonAreDefinedOnlyWhereTheyCount(t *testing.T) {
	// From the last working day of Ramadan, the 17th of March, into April.
	slow := reported(1, "Laman sekolah diubah", model.Rendah, "2026-03-17 09:00").closed(15, 60*24*20).Row
	open := reported(2, "Pemindaian port", model.Rendah, "2026-03-17 09:00").Row
	for _, c := range []struct {
		name, period string
		rows         []*model.Row
		defined      bool
	}{
		{"long after", "2026-10", stories(), false},
		{"in it", "2026-03", nil, true},
		{"the year", "2026", nil, true},
		{"after it", "2026-04", nil, false},
		{"ended after it", "2026-04", []*model.Row{slow}, true},
		{"ended before the period", "2026-05", []*model.Row{slow}, false},
		{"open since", "2026-05", []*model.Row{open}, true},
	} {
		p := periodicOf(t, c.rows, c.period)
		p.Office.Policy.Calendar = model.OfficeHours(7 * 3600)
		for _, lang := range locales.Langs() {
			if got := strings.Contains(everything(sheetsOf(t, p, lang)), "Ramadan"); got != c.defined {
				t.Errorf("%s, %s: defined on paper: %t", c.name, lang, got)
			}
		}
		notes := rowsOf(t, opened(t, bytesOf(t, p, locales.Open(locales.ID), t.TempDir())), "Keterangan")
		if got := namesRamadan(notes); got != c.defined {
			t.Errorf("%s: defined in the workbook: %t", c.name, got)
		}
	}
}

func TestARegisterDefinesTheSeasonsOfItsClocks(t *testing.T) {
	slow := reported(1, "Laman sekolah diubah", model.Rendah, "2026-03-17 09:00").closed(15, 60*24*20).Row
	for name, c := range map[string]struct {
		rows     []*model.Row
		from, to string
		defined  bool
	}{
		"of all":         {stories(), "", "", false},
		"with it":        {append(stories(), slow), "", "", true},
		"of its time":    {nil, "2026-03-01 00:00", "2026-04-01 00:00", true},
		"of other times": {stories(), "2026-10-01 00:00", "2026-11-01 00:00", false},
	} {
		r := registerOf(c.rows)
		r.Office.Policy.Calendar = model.OfficeHours(7 * 3600)
		if c.from != "" {
			r.From, r.To = wibTime(c.from), wibTime(c.to)
		}
		notes := rowsOf(t, opened(t, bytesOf(t, r, locales.Open(locales.ID), t.TempDir())), "Keterangan")
		if got := namesRamadan(notes); got != c.defined {
			t.Errorf("%s: defined: %t", name, got)
		}
	}
}

// The closing report of an incident defines the seasons of its own clocks.
func TestAClosingReportDefinesTheSeasonsOfItsClocks(t *testing.T) {
	for at, defined := range map[string]bool{"2026-03-17 09:00": true, "2026-04-06 09:00": false} {
		v := Resolution{Office: paperOffice(), Names: directory(), Incident: whole(reported(1, "Laman sekolah diubah", model.Rendah, at).closed(15, 600).Row), PrintedAt: printDay}
		policy := model.Decree()
		policy.Calendar = model.OfficeHours(7 * 3600)
		v.Incident.Policy = &policy
		if got := strings.Contains(everything(sheetsOf(t, v, locales.ID)), "Ramadan 1447 H, "); got != defined {
			t.Errorf("%s: defined: %t", at, got)
		}
	}
}

// It says too when the clocks reach a year of which the calendar knows no holidays.
func TestAClosingReportSaysWhichHolidaysAreNotKnown(t *testing.T) {
	for at, years := range map[string][]int{"2026-10-05 09:00": nil, "2026-12-30 15:00": {2027}, "2025-12-30 15:00": {2025}} {
		v := Resolution{Office: paperOffice(), Names: directory(), Incident: whole(reported(1, "Laman sekolah diubah", model.Rendah, at).closed(15, 600).Row), PrintedAt: printDay}
		policy := model.Decree()
		policy.Calendar = model.OfficeHours(7 * 3600)
		v.Incident.Policy = &policy
		for _, lang := range locales.Langs() {
			says := locales.Open(lang).Unfilled([]int{1})
			if says, _, _ = strings.Cut(says, "1"); strings.Contains(everything(sheetsOf(t, v, lang)), says) != (years != nil) {
				t.Errorf("%s, %s: %q", at, lang, says)
			}
			if years != nil && !strings.Contains(everything(sheetsOf(t, v, lang)), locales.Open(lang).Unfilled(years)) {
				t.Errorf("%s, %s: not of %v", at, lang, years)
			}
		}
	}
}

func namesRamadan(notes [][]string) bool {
	return slices.ContainsFunc(notes, func(row []string) bool { return strings.Contains(strings.Join(row, " "), "Ramadan") })
}
