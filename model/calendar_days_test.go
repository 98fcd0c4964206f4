package model

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The days on the way to a deadline, as one adds them up with pencil and paper.
func TestTheDaysOnTheWayToADeadline(t *testing.T) {
	ramadan := officeHours()
	ramadan.Holidays = append(ramadan.Holidays, Holiday{"2026-03-19", "Nyepi", false})
	for name, c := range map[string]struct {
		clock Clock
		want  []string
	}{
		"over Christmas": {Clock{StartAt: wib("2026-12-23 15:00"), Target: 2 * 3600, Calendar: officeHours()}, []string{
			"2026-12-23 3600 3600", "2026-12-24 closed Natal 0 3600", "2026-12-25 closed Kelahiran Yesus Kristus 0 3600",
			"2026-12-26 closed 0 3600", "2026-12-27 closed 0 3600", "2026-12-28 3600 7200"}},
		"from the night before, due at the end of a day": {Clock{StartAt: wib("2026-10-04 22:00"), Target: 7.5 * 3600, Calendar: officeHours()}, []string{
			"2026-10-04 closed 0 0", "2026-10-05 27000 27000"}},
		"out of Ramadan": {Clock{StartAt: wib("2026-03-16 14:00"), Target: 3600 + 27000, Calendar: NewCalendar(*ramadan)}, []string{
			"2026-03-16 Ramadan 3600 3600", "2026-03-17 closed Ramadan 0 3600", "2026-03-18 closed Ramadan 0 3600", "2026-03-19 closed Nyepi 0 3600",
			"2026-03-20 closed Ramadan 0 3600", "2026-03-21 closed 0 3600", "2026-03-22 closed 0 3600", "2026-03-23 27000 30600"}},
		"with a pause": {Clock{StartAt: wib("2026-10-05 08:00"), Target: 3600, Paused: 1800, Calendar: officeHours()}, []string{"2026-10-05 5400 5400"}},
		"all day":      {Clock{StartAt: wib("2026-10-05 08:00"), Target: 3600}, nil},
		"not begun":    {Clock{Target: 3600, Calendar: officeHours()}, nil},
	} {
		var got []string
		for _, d := range c.clock.Days() {
			got = append(got, spelled(d))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func spelled(d CountedDay) string {
	out := string(d.Date)
	if d.Closed() {
		out += " closed"
	}
	if d.Holiday != nil {
		out += " " + d.Holiday.Name
	}
	if d.Season != "" {
		out += " " + d.Season
	}
	return fmt.Sprint(out, " ", d.Counted, " ", d.Sum)
}

// Whatever the start, the days follow one another and add up to what the clock
// is to count.
func TestTheDaysAddUpToWhatTheClockCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := Clock{StartAt: wib("2026-02-10 00:00") + Instant(rapid.IntRange(0, 400*86400).Draw(t, "start")), Calendar: officeHours(),
			Target: Seconds(rapid.IntRange(1, 60*3600).Draw(t, "target")), Paused: Seconds(rapid.IntRange(0, 9*3600).Draw(t, "paused"))}
		days := k.Days()
		sum := Seconds(0)
		for n, d := range days {
			sum += d.Counted
			if d.Sum != sum || d.Counted < 0 || d.Closed() && d.Counted > 0 || n > 0 && d.Date <= days[n-1].Date {
				t.Fatalf("%s after %v", spelled(d), days[max(0, n-1)])
			}
		}
		if sum != k.Target+k.Paused || days[len(days)-1].Date != DateOf(k.Due(), jakarta) {
			t.Errorf("%d seconds of %d until %s", sum, k.Target+k.Paused, k.Due())
		}
	})
}
