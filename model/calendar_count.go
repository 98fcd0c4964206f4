package model

import (
	"slices"
	"sort"
	"time"
)

const (
	secondsOfDay = 24 * 60 * 60
	minutesOfDay = 24 * 60
)

// countedDays is a calendar in the form in which clocks are counted fast: what
// each ordinary weekday counts, and the days that are not ordinary.
type countedDays struct {
	hours  [7][]Hours // by weekday
	before [8]Seconds // of the week from Thursday (1970-01-01 was one) up to the n-th day
	days   []oddDay   // in order
}

// oddDay is a day with other hours than its weekday.
type oddDay struct {
	day   int // since 1970-01-01
	hours []Hours
	more  Seconds // by how much all odd days up to and with this one count more than ordinary
}

const thursday = int(time.Thursday)

// count makes the form of a calendar. Hours that no calendar can have, which
// only a foreign file could bring, count nothing.
func (c *Calendar) count() *countedDays {
	n := &countedDays{}
	for weekday, hours := range c.Week {
		n.hours[weekday] = sane(hours)
	}
	for i := range 7 {
		n.before[i+1] = n.before[i] + lengthOf(n.hours[(thursday+i)%7])
	}
	odd := map[int][]Hours{}
	for _, s := range c.Seasons {
		from, _ := s.From.day()
		for i := range s.length() {
			odd[from+i] = sane(s.Week[weekdayOf(from+i)])
		}
		if len(odd) > maxDays {
			break
		}
	}
	for _, h := range c.Holidays[:min(len(c.Holidays), maxDays)] {
		if day, ok := h.Date.day(); ok {
			odd[day] = nil
		}
	}
	for day, hours := range odd {
		n.days = append(n.days, oddDay{day: day, hours: hours})
	}
	slices.SortFunc(n.days, func(a, b oddDay) int { return a.day - b.day })
	more := Seconds(0)
	for i := range n.days {
		d := &n.days[i]
		more += lengthOf(d.hours) - lengthOf(n.hours[weekdayOf(d.day)])
		d.more = more
	}
	return n
}

func sane(hours []Hours) []Hours {
	var out []Hours
	end := Minute(0)
	for _, h := range hours {
		if h.From >= end && h.To > h.From && h.To <= minutesOfDay {
			out, end = append(out, h), h.To
		}
	}
	return out
}

func lengthOf(hours []Hours) Seconds {
	total := Seconds(0)
	for _, h := range hours {
		total += h.length()
	}
	return total
}

func weekdayOf(day int) int { return ((day+thursday)%7 + 7) % 7 }

func (c *Calendar) form() *countedDays {
	if c.counted == nil {
		return c.count()
	}
	return c.counted
}

// week is what an ordinary week counts.
func (n *countedDays) week() Seconds { return n.before[7] }

// hoursOf are the hours of a day.
func (n *countedDays) hoursOf(day int) []Hours {
	i := sort.Search(len(n.days), func(i int) bool { return n.days[i].day >= day })
	if i < len(n.days) && n.days[i].day == day {
		return n.days[i].hours
	}
	return n.hours[weekdayOf(day)]
}

// upTo is what counts from 1970-01-01 up to the beginning of a day.
func (n *countedDays) upTo(day int) Seconds {
	weeks := day / 7
	if day%7 < 0 {
		weeks--
	}
	total := Seconds(weeks)*n.week() + n.before[day-7*weeks]
	if i := sort.Search(len(n.days), func(i int) bool { return n.days[i].day >= day }); i > 0 {
		total += n.days[i-1].more
	}
	return total
}

// local is the day of an instant and its second in it.
func (c *Calendar) local(at Instant) (day int, second Seconds) {
	s := int64(at) + int64(c.Offset)
	day = int(s / secondsOfDay)
	if s%secondsOfDay < 0 {
		day--
	}
	return day, Seconds(s - int64(day)*secondsOfDay)
}

// instant is that second of a day.
func (c *Calendar) instant(day int, second Seconds) Instant {
	return Instant(int64(day)*secondsOfDay + int64(second) - int64(c.Offset))
}

// at is what counts from 1970-01-01 up to an instant.
func (c *Calendar) at(n *countedDays, at Instant) Seconds {
	day, second := c.local(at)
	total := n.upTo(day)
	for _, h := range n.hoursOf(day) {
		total += max(0, min(second, Seconds(h.To)*60)-Seconds(h.From)*60)
	}
	return total
}

// Between is how much of the time from one instant to another counts.
func (c *Calendar) Between(from, to Instant) Seconds {
	if c == nil {
		return Seconds(to - from)
	}
	n := c.form()
	if n.week() <= 0 {
		return Seconds(to - from)
	}
	return c.at(n, to) - c.at(n, from)
}

// After is the first instant at which that much has counted since from.
func (c *Calendar) After(from Instant, length Seconds) Instant {
	if c == nil || length <= 0 {
		return from + Instant(max(0, length))
	}
	n := c.form()
	if n.week() <= 0 {
		return from + Instant(length)
	}
	want := c.at(n, from) + length
	first, _ := c.local(from)
	reach := 1
	for n.upTo(first+reach) < want && reach < 1<<24 {
		reach *= 2
	}
	day := first + sort.Search(reach, func(i int) bool { return n.upTo(first+i+1) >= want })
	rest := want - n.upTo(day)
	for _, h := range n.hoursOf(day) {
		if rest <= h.length() {
			return c.instant(day, Seconds(h.From)*60+rest)
		}
		rest -= h.length()
	}
	return c.instant(day+1, 0)
}
