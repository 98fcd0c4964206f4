package model

import (
	"encoding/json"
	"sort"
)

// SettledPolicy is a policy with the day from which it is in force, and the
// decision it rests on.
type SettledPolicy struct {
	From   Instant `json:"from"`
	Letter string  `json:"letter,omitempty"` // number of the decision, when there is one
	Policy
}

// PolicySettled is the fact that the office settled a policy for a day and from
// then on. Settled again for the same day, it takes the other's place; what two
// desks settle apart is for the office to decide.
type PolicySettled struct {
	Day Date
	SettledPolicy
}

// Kind is "office.policySettled".
func (PolicySettled) Kind() Kind { return "office.policySettled" }

// Check refuses a policy that cannot be kept, and a day that has passed: what
// was promised then stands with its incidents.
func (p PolicySettled) Check(today Date) error {
	if err := p.Day.Check("from"); err != nil {
		return err
	}
	if p.Day < today {
		return RefuseAt("from", "refuse.policy-past")
	}
	return p.Policy.Check()
}

// Values writes the policy under its day.
func (p PolicySettled) Values() Values { return Values{"policy/" + string(p.Day): p.SettledPolicy} }

// PolicyAt is the policy in force at an instant: the last one that was settled
// for then or before, at first the one with which the office was set up.
func (o Office) PolicyAt(at Instant) Policy {
	inForce := o.Policy
	for i := range o.Policies {
		if o.Policies[i].From <= at {
			inForce = o.Policies[i].Policy
		}
	}
	return inForce
}

// Held is the policy that an incident keeps: the one in force when its report
// was received.
func (c *Course) Held() Policy { return *c.policy() }

// PoliciesIn are the policies that were in force in the time from one instant up
// to another, the earliest first. The one with which the office was set up has
// no beginning.
func (o Office) PoliciesIn(from, to Instant) []SettledPolicy {
	all := append([]SettledPolicy{{Policy: o.Policy}}, o.Policies...)
	first := 0
	for i := range all {
		if all[i].From <= from {
			first = i
		}
	}
	out := all[first : first+1]
	for _, p := range all[first+1:] {
		if p.From < to {
			out = append(out, p)
		}
	}
	return out
}

// readPolicies reads the policies that were settled, the earliest first.
func (s *Subject) readPolicies() []SettledPolicy {
	var out []SettledPolicy
	s.family("policy", func(_ string, e Entry) {
		var p SettledPolicy
		if json.Unmarshal(e.Value, &p) == nil && p.From.Known() && p.Check() == nil {
			out = append(out, p)
		}
	})
	sort.Slice(out, func(i, j int) bool { return out[i].From < out[j].From })
	return out
}
