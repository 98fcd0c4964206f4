package model

import "testing"

func TestTheRegistrationRunsThreeYearsAndRemindsSixMonthsBefore(t *testing.T) {
	for _, c := range []struct {
		from, today, until Date
		state              STRState
		days               int
	}{
		{"", "2026-11-28", "", STRUnknown, 0},
		{"2023-08-04", "2026-02-03", "2026-08-04", STRValid, 182},
		{"2023-08-04", "2026-02-04", "2026-08-04", STRDue, 181},
		{"2023-08-04", "2026-08-04", "2026-08-04", STRDue, 0},
		{"2023-08-04", "2026-08-05", "2026-08-04", STRExpired, -1},
		{"2024-02-29", "2026-11-28", "2027-02-28", STRDue, 92},
		{"2025-08-31", "2028-02-28", "2028-08-31", STRValid, 185},
		{"2025-08-31", "2028-02-29", "2028-08-31", STRDue, 184},
	} {
		o := NewOffice()
		o.STRFrom = c.from
		s := o.STR(c.today)
		if s.Until != c.until || s.State != c.state || s.Days != c.days || s.Reminds() != (c.state == STRDue || c.state == STRExpired) {
			t.Errorf("from %s, on %s: %+v, want until %s, %s, %d days", c.from, c.today, s, c.until, c.state, c.days)
		}
	}
}

func TestARegistrationOfTomorrowIsRefused(t *testing.T) {
	day := func(d Date) *Date { return &d }
	years := func(n int) *int { return &n }
	for key, err := range map[string]error{
		"":                  CheckSTR(day("2026-11-28"), years(3), "2026-11-28"),
		"refuse.str-future": CheckSTR(day("2026-11-29"), nil, "2026-11-28"),
		"refuse.date":       CheckSTR(day("04-08-2023"), nil, "2026-11-28"),
		"refuse.str-years":  CheckSTR(day(""), years(0), "2026-11-28"),
	} {
		if got := checked(t, err); got != key {
			t.Errorf("%q, want %q", got, key)
		}
	}
}
