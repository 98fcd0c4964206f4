package model

import (
	"cmp"
	"encoding/json"
	"slices"
)

// Minute is a minute of the day, 0 to 1440.
type Minute int

// Hours are office hours without a break, from From up to To.
type Hours struct {
	From Minute `json:"from"`
	To   Minute `json:"to"`
}

// Week is the hours of each day, Sunday first as [time.Weekday] counts.
type Week [7][]Hours

// Season is a span of days, both ends in it, with hours of its own: Ramadan.
type Season struct {
	Name string `json:"name"`
	From Date   `json:"from"`
	To   Date   `json:"to"`
	Week Week   `json:"week"`
}

// Holiday is a day on which the office is closed. Joint tells cuti bersama
// from libur nasional.
type Holiday struct {
	Date  Date   `json:"date"`
	Name  string `json:"name"`
	Joint bool   `json:"joint,omitempty"`
}

// Calendar is the time that counts: office hours (Perpres 21/2023) without
// holidays. A nil Calendar counts all day, every day. The zones of Indonesia
// know no daylight saving, so that an offset is enough.
type Calendar struct {
	Offset   Seconds   `json:"offset"` // of the office's zone, east of UTC
	Week     Week      `json:"week"`
	Seasons  []Season  `json:"seasons,omitempty"`
	Holidays []Holiday `json:"holidays,omitempty"`

	counted *countedDays
}

// NewCalendar makes a calendar ready to count with, its holidays in order.
func NewCalendar(c Calendar) *Calendar {
	c.Holidays = slices.Clone(c.Holidays)
	slices.SortStableFunc(c.Holidays, func(a, b Holiday) int { return cmp.Compare(a.Date, b.Date) })
	c.counted = c.count()
	return &c
}

// UnmarshalJSON reads a calendar, ready to count with.
func (c *Calendar) UnmarshalJSON(b []byte) error {
	type plain Calendar
	var p plain
	if err := json.Unmarshal(b, &p); err != nil {
		return err
	}
	*c = *NewCalendar(Calendar(p))
	return nil
}

// maxDays bounds how many holidays and days of seasons a calendar names.
const maxDays = 4000

// Check refuses hours that overlap or run backwards, a week without hours, and
// a holiday or season without a day or name, each at its field.
func (c *Calendar) Check() error {
	if c == nil {
		return nil
	}
	if c.Offset < -14*3600 || c.Offset > 14*3600 {
		return RefuseAt("calendar", "refuse.calendar-offset")
	}
	if err := c.Week.check("calendar"); err != nil {
		return err
	}
	days := 0
	for _, s := range c.Seasons {
		if err := firstError(worded("seasons", s.Name), s.From.Check("seasons"), s.To.Check("seasons"), s.Week.check("seasons")); err != nil {
			return err
		}
		if s.To < s.From {
			return RefuseAt("seasons", "refuse.season-order", "Name", s.Name)
		}
		days += s.length()
	}
	seen := map[Date]bool{}
	for _, h := range c.Holidays {
		if err := firstError(h.Date.Check("holidays"), worded("holidays", h.Name)); err != nil {
			return err
		}
		if seen[h.Date] {
			return RefuseAt("holidays", "refuse.holiday-twice", "Date", string(h.Date))
		}
		seen[h.Date] = true
	}
	if days+len(c.Holidays) > maxDays {
		return RefuseAt("holidays", "refuse.calendar-long", "Most", maxDays)
	}
	return nil
}

func (w Week) check(field string) error {
	total := Seconds(0)
	for _, day := range w {
		end := Minute(0)
		for _, h := range day {
			if h.From < end || h.To <= h.From || h.To > minutesOfDay {
				return RefuseAt(field, "refuse.hours")
			}
			end = h.To
			total += h.length()
		}
	}
	if total == 0 {
		return RefuseAt(field, "refuse.hours-none")
	}
	return nil
}

// Length is how much a week counts.
func (w Week) Length() (total Seconds) {
	for _, day := range w {
		total += lengthOf(day)
	}
	return total
}

func (h Hours) length() Seconds { return Seconds(h.To-h.From) * 60 }

// length is how many days a season has.
func (s Season) length() int {
	from, ok1 := s.From.day()
	to, ok2 := s.To.day()
	if !ok1 || !ok2 || to < from {
		return 0
	}
	return min(to-from+1, maxDays+1) // too long is refused
}

// Unfilled are the years from one instant up to another of which the calendar
// names no holiday, so that holidays count as working days; none where all day
// and every day counts.
func (c *Calendar) Unfilled(from, until Instant) (years []int) {
	if c == nil || from >= until {
		return nil
	}
	first, _ := c.local(from)
	last, _ := c.local(until - 1)
	filled := c.HolidayYears()
	for year := dateOfDay(first).year(); year <= dateOfDay(last).year(); year++ {
		if !slices.Contains(filled, year) {
			years = append(years, year)
		}
	}
	return years
}

// HolidayYears are the years of which the calendar names holidays.
func (c *Calendar) HolidayYears() []int {
	var years []int
	if c == nil {
		return nil
	}
	for _, h := range c.Holidays {
		if year := h.Date.year(); year > 0 && !slices.Contains(years, year) {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}
