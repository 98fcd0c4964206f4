package locales

import (
	"slices"

	"siaga/model"
)

// Stamps prints instants that belong together for the cells of a table: all to
// the second where one of them has seconds, so that anyone can add them up.
func (b *Book) Stamps(together ...model.Instant) func(model.Instant) string {
	return b.instants("format.stamp", together)
}

// Moments prints instants that belong together in full, as Stamps does.
func (b *Book) Moments(together ...model.Instant) func(model.Instant) string {
	return b.instants("format.datetime", together)
}

func (b *Book) instants(key string, together []model.Instant) func(model.Instant) string {
	if fine(together) {
		key += ".seconds"
	}
	return func(at model.Instant) string { return b.layout(key, at.Time()) }
}

// fine reports whether one of the instants is not on a full minute.
func fine(together []model.Instant) bool {
	return slices.ContainsFunc(together, func(at model.Instant) bool { return at%60 != 0 })
}
