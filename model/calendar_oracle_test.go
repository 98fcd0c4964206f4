package model

import (
	"math/rand/v2"
	"time"
)

// somePolicy is one of the ways in which an office can settle its clocks.
func somePolicy(rnd *rand.Rand) Policy {
	p := Decree()
	p.Basis, p.Ends = Bases[rnd.IntN(2)], EndSteps[rnd.IntN(3)]
	if rnd.IntN(2) == 0 {
		p.Calendar = someCalendar(rnd)
	}
	return p
}

// someCalendar has office hours, hours of its own in some weeks, and holidays
// round the eves on which random lives begin.
func someCalendar(rnd *rand.Rand) *Calendar {
	hours := []Hours{{450, 720}, {780, 960}}
	short := []Hours{{480, 720}, {750, 900}}
	night := []Hours{{0, 30}, {1320, 1440}}
	week := func(h []Hours) Week { return Week{1: h, 2: h, 3: h, 4: h, 5: h} }
	c := Calendar{Offset: 7 * 3600, Week: week([][]Hours{hours, short, night}[rnd.IntN(3)])}
	if rnd.IntN(3) == 0 {
		c.Week[rnd.IntN(7)] = []Hours{{0, 1440}}
	}
	for _, e := range eves {
		day, _ := Date(e[:10]).day()
		for range rnd.IntN(4) {
			c.Holidays = append(c.Holidays, Holiday{Date: dateOfDay(day + rnd.IntN(12)), Name: "libur"})
		}
		if from := day + rnd.IntN(20); rnd.IntN(2) == 0 {
			c.Seasons = append(c.Seasons, Season{Name: "Ramadan", From: dateOfDay(from), To: dateOfDay(from + rnd.IntN(30)), Week: week(short)})
		}
	}
	return NewCalendar(c)
}

// counts says whether the minute that begins at an instant counts, as one would
// look it up on a calendar on the wall.
func (l *life) counts(m Instant) bool {
	c := l.policy.Calendar
	if c == nil {
		return true
	}
	local := time.Unix(int64(m)+int64(c.Offset), 0).UTC()
	number := int(local.Unix() / secondsOfDay)
	if l.days[number] == nil {
		l.days[number] = minutesThatCount(c, local)
	}
	return l.days[number][60*local.Hour()+local.Minute()]
}

func minutesThatCount(c *Calendar, day time.Time) *[minutesOfDay]bool {
	var minutes [minutesOfDay]bool
	date, week := Date(day.Format("2006-01-02")), c.Week
	for _, s := range c.Seasons {
		if s.From <= date && date <= s.To {
			week = s.Week
		}
	}
	for _, h := range c.Holidays {
		if h.Date == date {
			return &minutes
		}
	}
	for _, h := range week[day.Weekday()] {
		for m := h.From; m < h.To; m++ {
			minutes[m] = true
		}
	}
	return &minutes
}

// slowDue is the first minute at which that much has counted since start.
func (l *life) slowDue(start Instant, length Seconds) Instant {
	if l.policy.Calendar == nil {
		return start + Instant(length)
	}
	for ; length > 0; start += 60 {
		if l.counts(start) {
			length -= 60
		}
	}
	return start
}
