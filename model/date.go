package model

import "time"

// Date is a day of the calendar as 2026-03-19. It has no zone: the office's
// zone says when the day begins.
type Date string

const dateForm = "2006-01-02"

// DateOf is the day on which an instant lies in a zone.
func DateOf(at Instant, zone *time.Location) Date { return Date(at.Time().In(zone).Format(dateForm)) }

// Begin is the first instant of the day in a zone; zero for what is no day.
func (d Date) Begin(zone *time.Location) Instant {
	t, err := time.ParseInLocation(dateForm, string(d), zone)
	if err != nil {
		return 0
	}
	return At(t)
}

// Check refuses what is no day between 1970 and 2200, at a field.
func (d Date) Check(field string) error {
	t, err := time.Parse(dateForm, string(d))
	if err != nil || t.Year() < 1970 || t.Year() > 2200 {
		return RefuseAt(field, "refuse.date", "Value", string(d))
	}
	return nil
}

// day is the number of the day since 1970-01-01, ok is false for none.
func (d Date) day() (n int, ok bool) {
	if d.Check("") != nil {
		return 0, false
	}
	t, _ := time.Parse(dateForm, string(d)) // was just read
	return int(t.Unix() / secondsOfDay), true
}

// year is the year of the day, zero for what is no day.
func (d Date) year() int {
	t, _ := time.Parse(dateForm, string(d))
	if t.IsZero() {
		return 0
	}
	return t.Year()
}

// dateOfDay is the day with a number.
func dateOfDay(n int) Date { return Date(time.Unix(int64(n)*secondsOfDay, 0).UTC().Format(dateForm)) }
