package model

// CountedDay is a day on a clock's way to its deadline, as one adds it up with
// pencil and paper. A day that counts nothing is a holiday, or no working day.
type CountedDay struct {
	Date    Date
	Hours   []Hours  // office hours of the day
	Holiday *Holiday // when it is one
	Season  string   // whose hours the day has: Ramadan
	Counted Seconds  // of the day, pauses too
	Sum     Seconds  // counted so far; Target + Paused on the last day
}

// Closed reports whether the office was closed all day.
func (d CountedDay) Closed() bool { return len(d.Hours) == 0 }

// maxCounted bounds how many days are listed: what is further away was paused
// for years.
const maxCounted = 2000

// Days are the days from a clock's start to its deadline; none where all day
// and every day counts, and none before it has started.
func (k Clock) Days() []CountedDay {
	if k.Calendar == nil || !k.StartAt.Known() {
		return nil
	}
	due := k.Due()
	first, _ := k.Calendar.local(k.StartAt)
	last, _ := k.Calendar.local(due)
	var days []CountedDay
	sum := Seconds(0)
	for day := first; day <= min(last, first+maxCounted); day++ {
		d := k.Calendar.dayOf(day)
		d.Counted = k.Calendar.Between(max(k.StartAt, k.Calendar.instant(day, 0)), min(due, k.Calendar.instant(day+1, 0)))
		sum += d.Counted
		d.Sum = sum
		days = append(days, d)
	}
	return days
}

// dayOf is a day with why its hours are what they are.
func (c *Calendar) dayOf(day int) CountedDay {
	d := CountedDay{Date: dateOfDay(day), Hours: c.form().hoursOf(day)}
	for i := range c.Holidays {
		if c.Holidays[i].Date == d.Date {
			d.Holiday = &c.Holidays[i]
			return d
		}
	}
	for _, s := range c.Seasons {
		if s.From <= d.Date && d.Date <= s.To {
			d.Season = s.Name
		}
	}
	return d
}
