package model

// CountedPause is a pause with how long resolution clocks stood still in it:
// in the time that they count, and only while one of them ran.
type CountedPause struct {
	Pause
	Counted Seconds
}

// PauseSum is every pause of an incident, and by how much all of them together
// moved its deadlines.
type PauseSum struct {
	Pauses  []CountedPause
	Total   Seconds // overlaps once: the Paused of the resolution clocks
	Overlap Seconds // what would count twice if the pauses were added up
	Outside bool    // some of a pause fell where no resolution clock ran
	Office  bool    // counted in office hours
}

// PauseSum adds the pauses up as the resolution clocks of all segments do; one
// that lasts counts until now.
func (c *Course) PauseSum(now Instant) PauseSum {
	clocks, calendar := c.Resolutions(now), c.policy().Calendar
	s := PauseSum{Office: calendar != nil}
	for _, k := range clocks {
		s.Total += k.Paused
	}
	for _, p := range c.Pauses {
		counted := CountedPause{Pause: p}
		for _, k := range clocks {
			if k.StartAt.Known() {
				counted.Counted += calendar.pausedWithin([]Pause{p}, k.StartAt, k.until())
			}
		}
		s.Pauses = append(s.Pauses, counted)
		s.Overlap += counted.Counted
		s.Outside = s.Outside || counted.Counted < calendar.pausedWithin([]Pause{p}, p.From, max(p.From, now))
	}
	s.Overlap -= s.Total
	return s
}

// Instants are the beginnings and ends of the pauses, as far as they are known.
func (s PauseSum) Instants() (all []Instant) {
	for _, p := range s.Pauses {
		all = append(all, p.From, p.Until)
	}
	return all
}
