package people

import (
	"cmp"
	"slices"
	"time"

	"siaga/model"
)

// shift is a line of the duty week: when it begins after midnight, and how
// long it lasts.
type shift struct{ start, length time.Duration }

// wholeDay is the shift that an office keeps as long as it sets no other:
// from the beginning of work to the next day's.
var wholeDay = shift{7*time.Hour + 30*time.Minute, 24 * time.Hour}

// gap says how much of a cell has nobody on duty.
type gap int

const (
	filled gap = iota
	partly
	nobody
)

// cell is one shift of one day.
type cell struct {
	from, to model.Instant
	turns    []model.Duty
	gap      gap
}

// week is a duty week: cells[day][shift].
type week struct {
	monday time.Time // at midnight in the office's zone
	shifts []shift
	cells  [][]cell
}

// mondayOf is the midnight at which the week of an instant begins.
func mondayOf(at time.Time, zone *time.Location) time.Time {
	day := midnight(at, zone)
	return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

// planWeek sets the turns of duty, the earliest first, into the week that begins on a Monday. Each
// length and hour of turns has its line; a turn of several days stands in the
// whole days that it fills by half at least.
func planWeek(duties []model.Duty, monday time.Time) week {
	w := week{monday: monday}
	var turns []model.Duty
	first, last := model.At(monday), model.At(monday.AddDate(0, 0, 8))
	for _, d := range duties {
		if d.Retired == "" && d.StartAt < last && d.EndAt > first {
			turns = append(turns, d)
		}
	}
	w.shifts = shiftsOf(turns, monday)
	for day := range 7 {
		midnight := monday.AddDate(0, 0, day)
		line := make([]cell, len(w.shifts))
		for i, s := range w.shifts {
			from := model.At(midnight.Add(s.start))
			c := cell{from: from, to: from.Add(s.length)}
			c.turns = turnsIn(turns, c, s)
			c.gap = gapIn(turns, c)
			line[i] = c
		}
		w.cells = append(w.cells, line)
	}
	return w
}

// shiftOf is the line on which a turn stands.
func shiftOf(d model.Duty, zone *time.Location) shift {
	if d.EndAt.Sub(d.StartAt) > 24*time.Hour {
		return wholeDay
	}
	start := d.StartAt.Time().In(zone)
	return shift{start.Sub(midnight(start, zone)), d.EndAt.Sub(d.StartAt)}
}

// shiftsOf are the lines that a week needs: those in use from Monday on, and
// the whole day where the others leave hours open.
func shiftsOf(turns []model.Duty, monday time.Time) (shifts []shift) {
	var hours time.Duration
	for _, d := range turns {
		s := shiftOf(d, monday.Location())
		if s != wholeDay && (d.StartAt < model.At(monday) || d.StartAt >= model.At(monday.AddDate(0, 0, 7))) {
			continue // of the week before or after
		}
		if !slices.Contains(shifts, s) {
			shifts = append(shifts, s)
			hours += s.length
		}
	}
	if hours < 24*time.Hour {
		shifts = append(shifts, wholeDay)
	}
	slices.SortFunc(shifts, func(a, b shift) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.length, b.length)) })
	return shifts
}

// turnsIn are the turns that stand in a cell of a line.
func turnsIn(turns []model.Duty, c cell, s shift) (in []model.Duty) {
	middle := c.from.Add(s.length / 2)
	for _, d := range turns {
		several := d.EndAt.Sub(d.StartAt) > 24*time.Hour
		if d.StartAt == c.from && d.EndAt == c.to || several && s == wholeDay && d.Covers(middle) {
			in = append(in, d)
		}
	}
	return in
}

// gapIn walks through the turns, which begin one after the other.
func gapIn(turns []model.Duty, c cell) gap {
	at, covered := c.from, false
	for _, d := range turns {
		if d.EndAt <= at || d.StartAt >= c.to {
			continue
		}
		if d.StartAt > at {
			return partly
		}
		at, covered = d.EndAt, true
	}
	switch {
	case at >= c.to:
		return filled
	case covered:
		return partly
	}
	return nobody
}

// copied are the turns of the week before a Monday, moved by seven days; those
// of a person who has a turn then already are left out.
func copied(duties []model.Duty, monday time.Time) (next []model.Duty) {
	before, first := model.At(monday.AddDate(0, 0, -7)), model.At(monday)
	for _, d := range duties {
		if d.Retired != "" || d.StartAt < before || d.StartAt >= first {
			continue
		}
		moved := model.Duty{Person: d.Person, StartAt: d.StartAt.Add(7 * 24 * time.Hour), EndAt: d.EndAt.Add(7 * 24 * time.Hour), Note: d.Note}
		busy := func(o model.Duty) bool {
			return o.Retired == "" && o.Person == moved.Person && o.StartAt < moved.EndAt && moved.StartAt < o.EndAt
		}
		if !slices.ContainsFunc(duties, busy) {
			next = append(next, moved)
		}
	}
	return next
}
