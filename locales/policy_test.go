package locales

import (
	"strings"
	"testing"

	"siaga/model"
)

func TestHoursAreWrittenAsTheyAreRead(t *testing.T) {
	for _, lang := range Langs() {
		b := Open(lang)
		for _, week := range []model.Week{model.OfficeWeek(), model.RamadanWeek(), {{{From: 0, To: 1440}}}} {
			for day, hours := range week {
				again, err := b.ParseDayHours(b.DayHours(hours))
				if err != nil || len(again) != len(hours) || len(hours) > 0 && again[0] != hours[0] {
					t.Errorf("%s: day %d reads %q as %v, %v", lang, day, b.DayHours(hours), again, err)
				}
			}
		}
		for _, text := range []string{"pagi", "07.30", "07.30–", "07.30–12.00 13.00–16.00", "07.75–12.00", "7–12", "07.30–12.00,"} {
			if hours, err := b.ParseDayHours(text); err == nil {
				t.Errorf("%q is read as %v", text, hours)
			}
		}
	}
}

func TestAWeekInWords(t *testing.T) {
	same(t, Open(ID).Week(model.OfficeWeek()), "Senin–Kamis 07.30–12.00 dan 13.00–16.00; Jumat 07.30–11.30 dan 13.00–16.30")
	same(t, Open(EN).Week(model.RamadanWeek()), "Monday–Thursday 08:00–12:00 and 12:30–15:00; Friday 08:00–11:30 and 12:30–15:30")
	same(t, Open(ID).Week(model.Week{{{From: 480, To: 1440}}, {}, {}, {}, {}, {}, {{From: 480, To: 1440}}}), "Sabtu–Minggu 08.00–24.00")
}

func TestWhatAPolicyChanges(t *testing.T) {
	was, is := model.Decree(), model.Decree()
	is.Calendar, is.Warnings, is.Ends = model.OfficeHours(25200), []int{60}, model.StepAnnounce
	var fields []string
	for _, part := range Open(ID).PolicyChanges(is, was) {
		fields = append(fields, part.Field)
	}
	same(t, strings.Join(fields, " "), "ends calendar seasons holidays warnings")
	other := is
	moved := append([]model.Holiday{}, is.Calendar.Holidays...)
	moved[3].Date = "2026-02-18"
	changed := *is.Calendar
	changed.Holidays = moved
	other.Calendar = &changed
	if got := Open(EN).PolicyChanges(other, is); len(got) != 1 || got[0].Field != "holidays" {
		t.Errorf("a holiday on another day reads as %v", got)
	}
}

func TestWhatStandsUnderATable(t *testing.T) {
	for _, lang := range Langs() {
		b := Open(lang)
		hours := model.Decree()
		hours.Calendar = model.OfficeHours(25200)
		one := b.PolicyBases([]model.SettledPolicy{{Policy: model.Decree()}})
		two := b.PolicyBases([]model.SettledPolicy{{Policy: model.Decree()}, {From: model.Date("2026-07-01").Begin(b.zone), Letter: "555/Kep.1/2026", Policy: hours}})
		if len(one) != 1 || len(two) != 3 || !strings.Contains(two[2], "555/Kep.1/2026") || !strings.Contains(two[2], b.Week(hours.Calendar.Week)) || !strings.Contains(two[2], "2026") {
			t.Errorf("%s: %q, %q", lang, one, two)
		}
	}
}
