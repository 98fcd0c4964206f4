package app

import (
	"slices"

	"siaga/model"
)

// PolicyPreview is what a policy would have meant for the incidents of a
// period: the figures as they are, as they would have been, and the clocks and
// duties of reporting on which the verdict would be another one.
type PolicyPreview struct {
	Day           model.Date
	Policy        model.SettledPolicy
	Period        model.Period
	Before, After model.Figures
	Changed       []VerdictChange
	Duties        []DutyChange
	Unfilled      []int // years that its clocks reach, of which the policy's calendar names no holiday
	Warnings      bool  // other shares would be warned of, which is not recounted
}

// VerdictChange is a clock of which another policy would say something else.
type VerdictChange struct {
	Row        *model.Row
	Was, Would model.Clock
}

// PreviewPolicy counts a period as if its incidents had had the policy that the
// order would settle. It records nothing; it refuses what the order would.
func (d *Desk) PreviewPolicy(order SettlePolicy, period model.Period) (PolicyPreview, error) {
	zone, _ := d.Zone()
	office, now := d.Office(), d.Now()
	if err := period.Begun(now); err != nil {
		return PolicyPreview{}, err
	}
	fact, err := order.fact(office, zone, now)
	if err != nil {
		return PolicyPreview{}, err
	}
	before := model.Count(d.Incidents(), period, office.PolicyAt(min(period.To-1, now)), now)
	p := PolicyPreview{Day: fact.Day, Policy: fact.SettledPolicy, Period: period, Before: before,
		Warnings: !slices.Equal(fact.WarnAt(), office.PolicyAt(fact.From).WarnAt())}
	others, recounted := make([]model.Row, len(p.Before.All)), make([]*model.Row, len(p.Before.All))
	for i, row := range p.Before.All {
		others[i] = *row
		others[i].Policy, recounted[i] = &fact.Policy, &others[i]
		p.Changed = append(p.Changed, verdictsChanged(row, &others[i], p.Before.Until)...)
		p.Duties = append(p.Duties, dutiesChanged(row, &others[i], p.Before.Until)...)
	}
	p.After = model.Count(recounted, period, fact.Policy, now)
	p.Unfilled = p.After.Ran.Unfilled(fact.Policy)
	return p, nil
}

// verdictsChanged compares the clocks of an incident under two policies, as they
// stood at an instant.
func verdictsChanged(row, other *model.Row, until model.Instant) (out []VerdictChange) {
	is, would := row.Course.AsOf(until), other.Course.AsOf(until)
	compare := func(was, would model.Clock) {
		if verdict(was) != verdict(would) {
			out = append(out, VerdictChange{row, was, would})
		}
	}
	compare(is.Response(until-1), would.Response(until-1))
	others := would.Resolutions(until - 1)
	for i, was := range is.Resolutions(until - 1) {
		compare(was, others[i])
	}
	return out
}

// verdict is what a clock says of its promise; while it is neither kept nor
// broken it says nothing.
func verdict(k model.Clock) model.ClockState {
	switch state := k.State(); state {
	case model.Kept, model.Breached, model.Overdue:
		return state
	}
	return ""
}
