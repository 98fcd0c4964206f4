package demo

import (
	"time"

	"siaga/model"
)

// draw takes one of a list.
func draw[T any](t *teller, list []T) T { return list[t.rand.IntN(len(list))] }

// chance is true in that share of cases.
func (t *teller) chance(share float64) bool { return t.rand.Float64() < share }

// minutes draws a length between two numbers of minutes, to the second.
func (t *teller) minutes(from, to float64) model.Instant {
	return model.Instant(60*from + t.rand.Float64()*60*(to-from))
}

// within draws an instant in a part of a span, shares 0 to 1 of it.
func (t *teller) within(from, to model.Instant, low, high float64) model.Instant {
	return from + model.Instant(float64(to-from)*(low+t.rand.Float64()*(high-low)))
}

// working reports whether an instant lies in office hours.
func (t *teller) working(at model.Instant) bool {
	local := at.Time().In(t.zone)
	minute := local.Hour()*60 + local.Minute()
	return workday(local) && minute >= 7*60+30 && minute <= 17*60
}

func workday(local time.Time) bool {
	return local.Weekday() != time.Saturday && local.Weekday() != time.Sunday
}

// atWork draws until an instant lies in office hours; after many attempts
// somebody works late.
func (t *teller) atWork(drawn func() model.Instant) model.Instant {
	at := drawn()
	for range 40 {
		if t.working(at) {
			break
		}
		at = drawn()
	}
	return at
}

// nextMorning is the beginning of the next working day.
func (t *teller) nextMorning(at model.Instant) model.Instant {
	local := at.Time().In(t.zone)
	for day := local.AddDate(0, 0, 1); ; day = day.AddDate(0, 0, 1) {
		if workday(day) {
			return model.At(time.Date(day.Year(), day.Month(), day.Day(), 7, 35, 0, 0, t.zone))
		}
	}
}
