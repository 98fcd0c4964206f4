package model

// Reach is the time through which clocks run: from the first start up to the last
// end, or the deadline of one that still runs.
type Reach struct{ From, To Instant }

// Add widens the reach to that of a clock; one that has not started has none.
func (r *Reach) Add(k Clock) {
	if !k.StartAt.Known() {
		return
	}
	if !r.From.Known() || k.StartAt < r.From {
		r.From = k.StartAt
	}
	r.To = max(r.To, k.until()+1, k.Due()+1)
}

// ReachOf is the reach of some clocks.
func ReachOf(clocks []Clock) (r Reach) {
	for _, k := range clocks {
		r.Add(k)
	}
	return r
}

// Reach is the time through which the clocks of an incident run.
func (c *Course) Reach(now Instant) Reach {
	return ReachOf(append(c.Resolutions(now), c.Response(now)))
}

// Unfilled are the years of that time of which a policy counts holidays as working
// days, see [Calendar.Unfilled].
func (r Reach) Unfilled(p Policy) []int { return p.Calendar.Unfilled(r.From, r.To) }

// Policy is a policy as it counts through that time: of the seasons of its
// calendar only those with a day in it.
func (r Reach) Policy(p Policy) Policy {
	if p.Calendar == nil {
		return p
	}
	first, _ := p.Calendar.local(r.From)
	last, _ := p.Calendar.local(r.To - 1)
	calendar := *p.Calendar
	calendar.Seasons = nil
	for _, s := range p.Calendar.Seasons {
		if s.From <= dateOfDay(last) && dateOfDay(first) <= s.To {
			calendar.Seasons = append(calendar.Seasons, s)
		}
	}
	p.Calendar = &calendar
	return p
}

// Policies are those in force in the period, with the seasons through which its
// clocks ran.
func (f Figures) Policies(o Office) []SettledPolicy {
	return f.Ran.Policies(o.PoliciesIn(f.Period.From, f.Until))
}

// Policies are policies as they count through that time.
func (r Reach) Policies(all []SettledPolicy) []SettledPolicy {
	out := make([]SettledPolicy, len(all))
	for i, p := range all {
		p.Policy = r.Policy(p.Policy)
		out[i] = p
	}
	return out
}
