package model

import (
	"cmp"
	"slices"
	"time"
)

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

// Policy is what the office promises and how its clocks run. An incident keeps
// the one that was in force when its report was received. A part that is left
// out has the value with which this program began ([Policy.EndStep] and the
// others), which no later program changes.
type Policy struct {
	Targets      map[Class]Target `json:"targets"`
	Basis        Basis            `json:"basis"`
	Ends         Step             `json:"ends,omitempty"`         // the step that ends the resolution clock
	Calendar     *Calendar        `json:"calendar,omitempty"`     // nil: all day, every day
	PauseReasons []PauseReason    `json:"pauseReasons,omitempty"` // for which a clock may be paused
	Warnings     []int            `json:"warnings,omitzero"`      // per cent of a target at which somebody is warned; empty, not nil: none
	Legal        []LegalClock     `json:"legal,omitzero"`         // duties of reporting outwards; empty, not nil: none
}

// EndSteps are the steps that can end the resolution clock, the default first.
// Lampiran III prints its time from step 5 to 9 and says no more.
var EndSteps = []Step{StepConclude, StepRecover, StepAnnounce}

// EndStep is the step that ends the resolution clock: step 8, Laporan
// penyelesaian insiden, unless the policy names another.
func (p Policy) EndStep() Step { return cmp.Or(p.Ends, StepConclude) }

// Reasons are the reasons for which the resolution clock may be paused.
func (p Policy) Reasons() []PauseReason {
	if p.PauseReasons == nil {
		return PauseReasons
	}
	return p.PauseReasons
}

// WarnAt are the shares of a target, in per cent, at which somebody is warned.
func (p Policy) WarnAt() []int {
	if p.Warnings == nil {
		return []int{50, 80, 100, 150}
	}
	return p.Warnings
}

// Duties are the duties of reporting outwards.
func (p Policy) Duties() []LegalClock {
	if p.Legal == nil {
		return lawOf2026()
	}
	return p.Legal
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

// longestTarget bounds what is promised, in seconds: ten years.
const longestTarget = 10 * 366 * secondsOfDay

// Check refuses a policy that lacks a class, promises nothing, or names what
// does not exist.
func (p Policy) Check() error {
	for _, c := range Classes {
		t := p.Targets[c]
		if t.Response <= 0 || t.Resolution <= 0 || t.Resolution > longestTarget {
			return RefuseAt("targets", "refuse.policy-target", "Class", c)
		}
		if t.Response > t.Resolution {
			return RefuseAt("targets", "refuse.policy-order", "Class", c)
		}
	}
	if p.Basis == "" {
		return RefuseAt("basis", "refuse.required")
	}
	if !slices.Contains(EndSteps, p.EndStep()) {
		return RefuseAt("ends", "refuse.policy-ends", "Step", int(p.Ends))
	}
	return firstError(choose("basis", p.Basis, Bases), p.Calendar.Check(), p.checkReasons(), checkWarnings(p.Warnings), checkDuties(p.Legal))
}

func (p Policy) checkReasons() error {
	if p.PauseReasons != nil && len(p.PauseReasons) == 0 {
		return RefuseAt("pauseReasons", "refuse.required")
	}
	for _, r := range p.PauseReasons {
		if err := firstError(filled("pauseReasons", string(r)), choose("pauseReasons", r, PauseReasons)); err != nil {
			return err
		}
	}
	return nil
}

// The bounds of the shares at which somebody is warned, in per cent, and how
// many there may be.
const (
	leastWarning = 10
	mostWarning  = 1000
	mostWarnings = 12
)

func checkWarnings(shares []int) error {
	for i, share := range shares {
		if share < leastWarning || share > mostWarning || i > 0 && share <= shares[i-1] || len(shares) > mostWarnings {
			return RefuseAt("warnings", "refuse.policy-warnings", "Least", leastWarning, "Most", mostWarning)
		}
	}
	return nil
}
