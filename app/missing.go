package app

import (
	"strconv"

	"siaga/model"
)

// Missing is the set-up without which papers and duty are not complete, and what
// is still as the program proposed it.
func (d *Desk) Missing() (out []Sentence) {
	office, now := d.Office(), d.Now()
	on, _ := Watches(d.Duties(), now)
	for _, part := range []struct {
		key   string
		count int
	}{
		{"today.setup.letterhead", none(len(office.Letterhead))},
		{"today.setup.contact", none(len(office.Contact))},
		{"today.setup.chair", none(len(d.Holders("III", now)))},
		{"today.setup.duty", none(len(on))},
		{"today.setup.agencies", examples(d.Agencies(), func(a model.Agency) bool { return a.Example && a.Retired == "" })},
		{"today.setup.people", examples(d.People(), func(p model.Person) bool { return p.Example && p.Retired == "" })},
	} {
		if part.count > 0 {
			out = append(out, Sentence{part.key, []any{"Count", part.count}})
		}
	}
	zone, _ := d.Zone()
	if year := office.HolidaysDue(now, zone); year > 0 {
		out = append(out, Sentence{"today.setup.holidays", []any{"Year", strconv.Itoa(year)}})
	}
	if office.SeasonsProposed(now, zone) > 0 {
		out = append(out, Sentence{"today.setup.seasons", nil})
	}
	return out
}

func none(length int) int {
	if length == 0 {
		return 1
	}
	return 0
}

func examples[T any](all []T, example func(T) bool) (n int) {
	for _, one := range all {
		if example(one) {
			n++
		}
	}
	return n
}

// Elsewhere is how much desks have left to decide beside what stands in the
// agenda's list of incidents.
func (d *Desk) Elsewhere(a Agenda) int {
	n := d.Undecided()
	for _, task := range a.Queues[QueueConflicts] {
		n -= task.Row.Conflicts
	}
	return n
}
