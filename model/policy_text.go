package model

import (
	"encoding/json"
	"sync/atomic"
)

// lastPolicy is the policy that was read last. Nearly all incidents keep the same
// one, which is long, and many are read one behind the other.
var lastPolicy atomic.Pointer[policyText]

type policyText struct {
	value  string // as events write it
	policy *Policy
	row    string // as rows keep it
}

// readPolicy reads a policy that an event wrote. Those who read the same value
// share the policy: nobody changes one.
func readPolicy(value []byte) (p *Policy) {
	if last := lastPolicy.Load(); last != nil && last.value == string(value) {
		return last.policy
	}
	if _ = json.Unmarshal(value, &p); p != nil {
		lastPolicy.Store(&policyText{string(value), p, p.marshalled()})
	}
	return p
}

// rowText is the policy as rows keep it.
func (p *Policy) rowText() string {
	if last := lastPolicy.Load(); last != nil && last.policy == p {
		return last.row
	}
	return p.marshalled()
}

func (p *Policy) marshalled() string {
	b, _ := json.Marshal(p) // numbers, dates and words always encode
	return string(b)
}
