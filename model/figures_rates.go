package model

import (
	"cmp"
	"slices"
	"time"
)

// Rates are the clocks of one kind that ended in the period, all of them and
// in groups. A clock belongs to the period in which it ended, to no other.
type Rates struct {
	Total    Rate
	Classes  []Rate // each class, also one without clocks; the class the clock is measured by
	Teams    []Rate // by team; a clock counts once for each team that handles its incident
	Agencies []Rate // by AgencyID, most clocks first
}

// Rate is how a group of clocks did: those that ended in time and late. An
// incident with several segments stands in the lists once for each.
type Rate struct {
	Key      string  // class, team or AgencyID; empty for the total, and for incidents without one
	Target   Seconds // of a class, by the office's present policy
	Kept     []*Row
	Breached []*Row
	Spread   // of the time that counted
}

// Spread is how lengths of time lie: exact to the second, zero without any.
type Spread struct {
	Mean      time.Duration
	Median    time.Duration // the middle one, the mean of the two middle ones when their number is even
	Ninetieth time.Duration // 90th percentile by nearest rank: the shortest that nine tenths do not exceed
	Longest   time.Duration
}

// Ended is how many clocks ended.
func (r Rate) Ended() int { return len(r.Kept) + len(r.Breached) }

// Share is the part that was kept, from 0 to 1; ok is false when none ended.
func (r Rate) Share() (share float64, ok bool) {
	if r.Ended() == 0 {
		return 0, false
	}
	return float64(len(r.Kept)) / float64(r.Ended()), true
}

// spreadOf measures lengths of time, which it sorts.
func spreadOf(took []time.Duration) (s Spread) {
	n := len(took)
	if n == 0 {
		return s
	}
	slices.Sort(took)
	var sum time.Duration
	for _, t := range took {
		sum += t
	}
	return Spread{
		Mean:      (sum / time.Duration(n)).Truncate(time.Second),
		Median:    ((took[(n-1)/2] + took[n/2]) / 2).Truncate(time.Second),
		Ninetieth: took[(9*n+9)/10-1],
		Longest:   took[n-1],
	}
}

// verdict is a clock that ended in the period.
type verdict struct {
	row   *Row
	class Class
	at    Instant
	took  time.Duration
	late  bool
}

// verdicts are the clocks that ended in the period, by the receipt of their
// incidents.
func (f *counting) verdicts(clocks func(c *Course, tell func(Clock))) []verdict {
	out := make([]verdict, 0, len(f.All))
	for _, r := range f.All {
		clocks(f.course(r), func(k Clock) {
			f.ran(k)
			if k.Counts() && f.Period.Holds(k.EndAt) {
				out = append(out, verdict{r, k.Class, k.EndAt, k.Took(), k.Breached()})
			}
		})
	}
	return out
}

// ran notes a clock that ran in the period. The deadline of one that ended in it
// makes no difference, and is not reckoned.
func (f *counting) ran(k Clock) {
	switch {
	case k.EndAt.Known() && k.EndAt < f.Period.From:
	case k.EndAt.Known() && k.StartAt.Known():
		f.Ran.From = min(f.Ran.From, k.StartAt)
	default:
		f.Ran.Add(k)
	}
}

// eachResolution tells the resolution clocks of all segments.
func (c *Course) eachResolution(now Instant, tell func(Clock)) {
	tell(c.ResolutionOf(1, now))
	for i := range c.Reopenings {
		tell(c.ResolutionOf(c.Reopenings[i].Segment, now))
	}
}

// rating is a rate in the making.
type rating struct {
	Rate
	took []time.Duration
}

func (t *rating) add(v *verdict) {
	if v.late {
		t.Breached = append(t.Breached, v.row)
	} else {
		t.Kept = append(t.Kept, v.row)
	}
	t.took = append(t.took, v.took)
}

func (t *rating) rate() Rate {
	t.Spread = spreadOf(t.took)
	return t.Rate
}

// ratings are rates by key.
type ratings map[string]*rating

func (t ratings) of(key string) *rating {
	if t[key] == nil {
		t[key] = &rating{Rate: Rate{Key: key}}
	}
	return t[key]
}

// ranked are the rates in an order, equal ones by key.
func (t ratings) ranked(order func(a, b Rate) int) []Rate {
	var out []Rate
	for _, one := range t {
		out = append(out, one.rate())
	}
	slices.SortFunc(out, func(a, b Rate) int { return cmp.Or(order(a, b), cmp.Compare(a.Key, b.Key)) })
	return out
}

func ratesOf(ended []verdict, policy Policy, target func(Target) Seconds) Rates {
	var all rating
	classes, agencies, teams := ratings{}, ratings{}, ratings{}
	for i := range ended {
		v := &ended[i]
		all.add(v)
		classes.of(string(v.class)).add(v)
		agencies.of(string(v.row.Agency)).add(v)
		for _, team := range v.row.Teams {
			teams.of(team).add(v)
		}
		if len(v.row.Teams) == 0 {
			teams.of("").add(v)
		}
	}
	rates := Rates{Total: all.rate()}
	for _, class := range Classes {
		rate := classes.of(string(class)).rate()
		rate.Target = target(policy.Targets[class])
		rates.Classes = append(rates.Classes, rate)
	}
	rates.Teams = teams.ranked(func(a, b Rate) int { return cmp.Compare(teamPlace(a.Key), teamPlace(b.Key)) })
	rates.Agencies = agencies.ranked(func(a, b Rate) int { return cmp.Compare(b.Ended(), a.Ended()) })
	return rates
}

// teamPlace is the place of a team in a table: no team stands last.
func teamPlace(team string) int {
	if i := slices.Index(HandlingTeams, team); i >= 0 {
		return i
	}
	return len(HandlingTeams)
}
