package model

import "slices"

// Places in the chain of escalation that are no post of Lampiran I.
const (
	PostOnDuty      Post = "piket"       // who is on duty
	PostCoordinator Post = "koordinator" // of each team that handles the incident
)

// Rung is one place in the chain of escalation: who is told when a share of a
// promised time, in per cent, has been used up and nobody has acted; or some
// minutes after that.
type Rung struct {
	Post    Post `json:"post"`
	Percent int  `json:"percent"`
	Minutes int  `json:"minutes,omitempty"`
}

// ReachedAt is when the rung's turn comes on a clock.
func (r Rung) ReachedAt(k Clock) Instant {
	at := k.ReachedAt(r.Percent)
	if at.Known() {
		at += Instant(r.Minutes) * 60
	}
	return at
}

// DefaultEscalation is the chain with which an office begins: petugas piket, the
// Koordinator of the team, Sekretaris, Ketua.
func DefaultEscalation() []Rung {
	return []Rung{{PostOnDuty, 50, 0}, {PostCoordinator, 80, 0}, {"IV", 100, 0}, {"III", 150, 0}}
}

// RungPosts are the posts that can stand in the chain, in the order of a list.
func RungPosts() []Post {
	out := []Post{PostOnDuty, PostCoordinator}
	for _, e := range Posts {
		if !e.Many {
			out = append(out, e.Post)
		}
	}
	return out
}

// The bounds of a chain.
const (
	mostRungs       = 12
	mostRungMinutes = 7 * 24 * 60
)

// CheckEscalation refuses a chain without a rung, one that names who cannot be
// told, or the same post twice, and one that comes back to earlier.
func CheckEscalation(chain []Rung) error {
	if len(chain) == 0 {
		return RefuseAt("escalation", "refuse.required")
	}
	for i, r := range chain {
		if err := firstError(filled("escalation", string(r.Post)), choose("escalation", r.Post, RungPosts())); err != nil {
			return err
		}
		earlier := i > 0 && (r.Percent < chain[i-1].Percent || r.Percent == chain[i-1].Percent && r.Minutes < chain[i-1].Minutes)
		again := slices.ContainsFunc(chain[:i], func(o Rung) bool { return o.Post == r.Post })
		if earlier || again || r.Percent < 1 || r.Percent > mostWarning || r.Minutes < 0 || r.Minutes > mostRungMinutes || len(chain) > mostRungs {
			return RefuseAt("escalation", "refuse.escalation", "Most", mostWarning)
		}
	}
	return nil
}

// RelayChannels are the ways in which a message is passed on.
var RelayChannels = []Channel{"telepon", "whatsapp", "surel", "langsung"}

// Relay is one row of the record of who was told about a promise at risk: as the
// holder of which post, about which clock, when, by which way and by whom.
type Relay struct {
	Mark    Mark      `json:"mark"`
	At      Instant   `json:"at"`
	Post    Post      `json:"post"` // a place in the chain
	Person  PersonID  `json:"person"`
	Clock   ClockName `json:"clock"`
	Segment int       `json:"segment"`
	Channel Channel   `json:"channel"`
	By      PersonID  `json:"by,omitempty"`
}

// Relayed is the fact that somebody was told.
type Relayed struct{ Relay }

// Kind is "incident.relayed".
func (Relayed) Kind() Kind { return "incident.relayed" }

// Check refuses an ended incident that owes no letter, nobody told, an unknown way,
// and a time that is in the future or before the receipt.
func (r Relayed) Check(i Incident, now Instant) error {
	if err := i.Open(); err != nil && !slices.ContainsFunc(i.Duties(now), LegalDuty.Waits) {
		return err
	}
	if r.At < i.ReceivedAt {
		return RefuseAt("at", "refuse.before-receipt", "At", r.At.Time(), "Received", i.ReceivedAt.Time())
	}
	return firstError(filled("post", string(r.Post)), choose("post", r.Post, RungPosts()), filled("person", string(r.Person)),
		filled("channel", string(r.Channel)), choose("channel", r.Channel, RelayChannels), notAfter("at", r.At, now))
}

// Values writes the row.
func (r Relayed) Values() Values { return Values{"relayed": r.Relay} }
