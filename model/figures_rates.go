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
func (f *counting) verdicts(clocks func(*Course) []Clock) []verdict {
	out := make([]verdict, 0, len(f.All))
	for _, r := range f.All {
		for _, k := range clocks(f.stood[r]) {
			if k.Counts() && f.Period.Holds(k.EndAt) {
				out = append(out, verdict{r, k.Class, k.EndAt, k.Took(), k.Breached()})
			}
		}
	}
	return out
}

func ratesOf(ended []verdict, policy Policy, target func(Target) Seconds) Rates {
	rates := Rates{Total: rateOf("", ended)}
	classes := map[Class][]verdict{}
	agencies, teams := map[string][]verdict{}, map[string][]verdict{}
	for _, v := range ended {
		classes[v.class] = append(classes[v.class], v)
		agencies[string(v.row.Agency)] = append(agencies[string(v.row.Agency)], v)
		for _, team := range v.row.Teams {
			teams[team] = append(teams[team], v)
		}
		if len(v.row.Teams) == 0 {
			teams[""] = append(teams[""], v)
		}
	}
	for _, class := range Classes {
		rate := rateOf(string(class), classes[class])
		rate.Target = target(policy.Targets[class])
		rates.Classes = append(rates.Classes, rate)
	}
	rates.Teams = ranked(teams, func(a, b Rate) int { return cmp.Compare(teamPlace(a.Key), teamPlace(b.Key)) })
	rates.Agencies = ranked(agencies, func(a, b Rate) int { return cmp.Compare(b.Ended(), a.Ended()) })
	return rates
}

// teamPlace is the place of a team in a table: no team stands last.
func teamPlace(team string) int {
	if i := slices.Index(HandlingTeams, team); i >= 0 {
		return i
	}
	return len(HandlingTeams)
}

// ranked are the rates of groups in an order, equal ones by key.
func ranked(groups map[string][]verdict, order func(a, b Rate) int) []Rate {
	var out []Rate
	for key, ended := range groups {
		out = append(out, rateOf(key, ended))
	}
	slices.SortFunc(out, func(a, b Rate) int { return cmp.Or(order(a, b), cmp.Compare(a.Key, b.Key)) })
	return out
}

func rateOf(key string, ended []verdict) Rate {
	rate := Rate{Key: key}
	took := make([]time.Duration, len(ended))
	for i, v := range ended {
		took[i] = v.took
		if v.late {
			rate.Breached = append(rate.Breached, v.row)
		} else {
			rate.Kept = append(rate.Kept, v.row)
		}
	}
	rate.Spread = spreadOf(took)
	return rate
}
