package locales

import (
	"fmt"
	"strings"
	"time"
)

const day = 24 * time.Hour

// units are the parts of a duration, largest first, with the key of each.
var units = []struct {
	size time.Duration
	key  string
}{
	{day, "duration.days"},
	{time.Hour, "duration.hours"},
	{time.Minute, "duration.minutes"},
	{time.Second, "duration.seconds"},
}

// Duration prints a duration cut to minutes, or to hours from a day up:
// 1 jam 25 menit, 2 hari 3 jam; under a minute it prints seconds.
func (b *Book) Duration(d time.Duration) string {
	step := time.Minute
	switch size := d.Abs(); {
	case size >= day:
		step = time.Hour
	case size < time.Minute:
		step = time.Second
	}
	return b.DurationExact(d.Truncate(step))
}

// DurationExact prints a duration to the second, without the parts that are
// zero: 1 hari 2 jam 9 detik.
func (b *Book) DurationExact(d time.Duration) string {
	var parts []string
	rest := d.Abs()
	for _, unit := range units {
		if n := int(rest / unit.size); n > 0 {
			parts = append(parts, b.N(unit.key, n))
		}
		rest %= unit.size
	}
	if len(parts) == 0 {
		return b.N("duration.minutes", 0)
	}
	return minus(d < 0) + strings.Join(parts, " ")
}

// DurationShort prints hours and minutes for the cell of a table, cut to the
// minute: 26:05.
func (b *Book) DurationShort(d time.Duration) string {
	minutes := d.Abs() / time.Minute
	return fmt.Sprintf("%s%d:%02d", minus(d < 0 && minutes > 0), minutes/60, minutes%60)
}

// Overdue prints by how much a deadline has passed, whichever sign the caller
// measured it with: terlambat 1 jam 25 menit.
func (b *Book) Overdue(d time.Duration) string {
	return b.T("duration.overdue", "Duration", b.Duration(d.Abs()))
}

// Ago prints an instant as seen from now, in whole units of its largest part:
// 12 menit lalu, dalam 3 jam; within a minute, baru saja or sebentar lagi.
func (b *Book) Ago(t, now time.Time) string {
	ahead := t.Sub(now)
	direction := "ago."
	if ahead > 0 {
		direction = "ahead."
	}
	for _, unit := range units[:3] {
		if n := int(ahead.Abs() / unit.size); n > 0 {
			return b.T(direction+"span", "Span", b.N(unit.key, n))
		}
	}
	return b.T(direction + "moment")
}

func minus(negative bool) string {
	if negative {
		return "-"
	}
	return ""
}
