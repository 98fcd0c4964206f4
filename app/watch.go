package app

import "siaga/model"

// Watches are the turns of duty that last at an instant, and those that begin
// next together; turns are given with the earliest first.
func Watches(turns []model.Duty, now model.Instant) (on, next []model.Duty) {
	for _, d := range turns {
		switch {
		case d.Covers(now):
			on = append(on, d)
		case d.Retired == "" && d.StartAt > now && (len(next) == 0 || d.StartAt == next[0].StartAt):
			next = append(next, d)
		}
	}
	return on, next
}

// Handover is when whoever is on duty hands over next: the end of the turn that
// ends first; zero when nobody is on duty.
func Handover(on []model.Duty) (at model.Instant) {
	for _, d := range on {
		if !at.Known() || d.EndAt < at {
			at = d.EndAt
		}
	}
	return at
}
