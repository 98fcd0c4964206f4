package model

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// longestRamadan is how many days Ramadan has at most.
const longestRamadan = 30

// ramadan takes a season from a line; it refuses a last day that cannot be its
// last, and days that another line has already.
func (h *holidayFile) ramadan(line int, s Season) bool {
	if n := s.length(); n == 0 || n > longestRamadan {
		return h.refuse("refuse.holidays-until", line, "Value", string(s.To), "Most", longestRamadan)
	}
	for _, other := range h.found.Seasons {
		if s.meets(other) {
			return h.refuse("refuse.holidays-overlap", line, "Name", other.Name)
		}
	}
	h.found.Seasons = append(h.found.Seasons, s)
	return true
}

// meets reports whether two seasons share a day.
func (s Season) meets(other Season) bool { return s.From <= other.To && other.From <= s.To }

// isRamadan reports whether a season is one of Ramadan, by its name or its hours.
func (s Season) isRamadan() bool {
	return strings.Contains(strings.ToLower(s.Name), kindRamadan) || reflect.DeepEqual(s.Week, RamadanWeek())
}

// withSeasons are the calendar's seasons with those of a file. Each takes the
// place of the one that has its name and of the Ramadan that shares a day with
// it, with their hours; a new one has the hours of the calendar's last Ramadan, at first those of
// Perpres 21/2023.
func (c *Calendar) withSeasons(file []Season) []Season {
	out, last := slices.Clone(c.Seasons), Season{Week: RamadanWeek()}
	for _, s := range c.Seasons {
		if s.isRamadan() && s.From > last.From {
			last = s
		}
	}
	for _, s := range file {
		s.Week = last.Week
		out = slices.DeleteFunc(out, func(old Season) bool {
			replaced := old.Name == s.Name || old.isRamadan() && old.meets(s)
			if replaced {
				s.Week = old.Week
			}
			return replaced
		})
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Season) int { return cmp.Compare(a.From, b.From) })
	return out
}
