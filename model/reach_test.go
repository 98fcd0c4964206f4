package model

import "testing"

// Both ends of a season are days of it; the end of a reach is no longer in it.
func TestASeasonCountsWhereADayOfItIsReached(t *testing.T) {
	p := Decree()
	p.Calendar = OfficeHours(7 * 3600) // Ramadan from 19 February to 20 March
	for _, c := range []struct {
		from, to string
		counts   bool
	}{
		{"2026-02-01 00:00", "2026-02-19 00:00", false},
		{"2026-02-01 00:00", "2026-02-19 00:00:01", true},
		{"2026-03-01 00:00", "2026-03-02 00:00", true},
		{"2026-01-01 00:00", "2027-01-01 00:00", true},
		{"2026-03-20 23:59:59", "2026-04-01 00:00", true},
		{"2026-03-21 00:00", "2026-04-01 00:00", false},
	} {
		cut := Reach{wib(c.from), wib(c.to)}.Policy(p)
		if got := len(cut.Calendar.Seasons) == 1; got != c.counts || len(cut.Calendar.Holidays) != len(p.Calendar.Holidays) {
			t.Errorf("from %s to %s: %v", c.from, c.to, cut.Calendar.Seasons)
		}
	}
	if len(p.Calendar.Seasons) != 1 {
		t.Error("the policy itself has lost its season")
	}
	if cut := (Reach{1, 2}).Policy(Decree()); cut.Calendar != nil {
		t.Error("all day and every day has become a calendar")
	}
}

func TestYearsWithoutHolidaysThatClocksReach(t *testing.T) {
	p := Decree()
	p.Calendar = OfficeHours(7 * 3600) // holidays of 2026
	for to, want := range map[string]int{"2027-01-01 00:00": 0, "2027-01-01 00:00:01": 2027} {
		years := Reach{wib("2026-12-30 00:00"), wib(to)}.Unfilled(p)
		if want == 0 && len(years) > 0 || want > 0 && (len(years) != 1 || years[0] != want) {
			t.Errorf("to %s: %v", to, years)
		}
	}
	if years := (Reach{}).Unfilled(p); len(years) > 0 {
		t.Errorf("no clock has started: %v", years)
	}
}

// A clock reaches from its start to its end or, while it runs, to its deadline.
func TestHowFarClocksReach(t *testing.T) {
	start := wib("2026-10-05 09:00")
	ended := Clock{Target: 3600, StartAt: start, EndAt: start + 600, Now: start + 99999}
	late := Clock{Target: 3600, StartAt: start + 60, EndAt: start + 7200, Now: start + 99999}
	runs := Clock{Target: 86400, StartAt: start + 60, Now: start + 120}
	for name, c := range map[string]struct {
		clocks []Clock
		want   Reach
	}{
		"none":        {nil, Reach{}},
		"not started": {[]Clock{{Target: 60, Now: start}}, Reach{}},
		"ended":       {[]Clock{ended}, Reach{start, start + 3601}},
		"late":        {[]Clock{ended, late}, Reach{start, start + 7201}},
		"running":     {[]Clock{runs, ended}, Reach{start, start + 60 + 86401}},
	} {
		if got := ReachOf(c.clocks); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
