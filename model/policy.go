package model

import "time"

// Basis is the instant from which the resolution clock runs; Lampiran III
// leaves it open, so the office settles it and every report prints it.
type Basis string

// The two readings of Lampiran III.
const (
	FromEscalation Basis = "escalation" // step 5 passed
	FromReceipt    Basis = "receipt"    // the report was received
)

// Bases lists both, the default first.
var Bases = []Basis{FromEscalation, FromReceipt}

// WordKey names the basis in words.
func (b Basis) WordKey() string { return "basis." + string(b) }

// Target is one row of Lampiran III: the promised times of a class, in seconds.
type Target struct {
	Response   Seconds `json:"response"`
	Resolution Seconds `json:"resolution"`
}

// Seconds is a length of time in whole seconds.
type Seconds int64

// Duration returns the length as a time.Duration.
func (s Seconds) Duration() time.Duration { return time.Duration(s) * time.Second }

// Policy is what the office promises: the targets of each class and how the
// clocks run. An incident keeps the one it was registered under.
type Policy struct {
	Targets map[Class]Target `json:"targets"`
	Basis   Basis            `json:"basis"`
}

// Decree is the policy of Keputusan Wali Kota Bekasi
// 555/Kep.217/Diskominfostandi/V/2023, Lampiran III, in calendar time.
func Decree() Policy {
	const minute, hour = 60, 3600
	return Policy{
		Targets: map[Class]Target{
			Strategis: {10 * minute, 8 * hour},
			Tinggi:    {1 * hour, 24 * hour},
			Rendah:    {1 * hour, 48 * hour},
		},
		Basis: FromEscalation,
	}
}

// Check refuses a policy that lacks a class, promises nothing, or names an
// unknown basis.
func (p Policy) Check() error {
	for _, c := range Classes {
		t := p.Targets[c]
		if t.Response <= 0 || t.Resolution <= 0 {
			return RefuseAt("policy", "refuse.policy-target", "Class", c)
		}
		if t.Response > t.Resolution {
			return RefuseAt("policy", "refuse.policy-order", "Class", c)
		}
	}
	if p.Basis == "" {
		return RefuseAt("basis", "refuse.required")
	}
	return choose("basis", p.Basis, Bases)
}
