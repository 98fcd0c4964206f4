package systems

import "siaga/model"

// tally is how many incidents a system had.
type tally struct {
	open, all int
	last      model.Instant // received
}

// tallies counts the incidents of every system in one pass.
func tallies(rows []*model.Row) map[model.SystemID]tally {
	counted := map[model.SystemID]tally{}
	for _, r := range rows {
		if r.System == "" {
			continue
		}
		t := counted[r.System]
		t.all++
		if r.Outcome == "" {
			t.open++
		}
		t.last = max(t.last, r.ReceivedAt)
		counted[r.System] = t
	}
	return counted
}
