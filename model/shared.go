package model

import (
	"slices"
	"strings"
)

// Sharing is one row of the record of which other CSIRT was told what of an
// incident: under which label, which texts beside the summary, and for TLP:AMBER
// why it has to know.
type Sharing struct {
	Mark       Mark       `json:"mark"`
	At         Instant    `json:"at"`
	To         string     `json:"to"` // the name of the CSIRT
	TLP        TLP        `json:"tlp"`
	Fields     FieldNames `json:"fields,omitempty"`
	NeedToKnow string     `json:"needToKnow,omitempty"`
	By         PersonID   `json:"by,omitempty"`
	Origin     *Origin    `json:"origin,omitempty"`
}

// Shared is the fact that an incident was shared with another CSIRT.
type Shared struct{ Sharing }

// Kind is "incident.shared".
func (Shared) Kind() Kind { return "incident.shared" }

// Check refuses a sharing that TLP 2.0 forbids: see [Incident.MayShare]. It
// refuses also an unnamed receiver, and TLP:AMBER without a written need to know.
func (s Shared) Check(i Incident) error {
	if err := i.MayShare(); err != nil {
		return err
	}
	switch {
	case strings.TrimSpace(s.To) == "":
		return RefuseAt("to", "refuse.share-to")
	case i.TLP == TLPAmber && strings.TrimSpace(s.NeedToKnow) == "":
		return RefuseAt("needToKnow", "refuse.share-need", "Ticket", string(i.Ticket))
	}
	return nil
}

// Values writes the row.
func (s Shared) Values() Values { return Values{"shares": s.Sharing} }

// MayShare refuses an incident that no other CSIRT may be told of (FIRST, Traffic
// Light Protocol 2.0): TLP:RED is for the persons who were told, AMBER+STRICT for
// the organisation alone; without a label, or where desks disagree about it, one
// has to be decided first. What came from another CSIRT with AMBER is that one's
// to share.
func (i Incident) MayShare() error {
	ticket := string(i.Ticket)
	switch {
	case i.TLP == "" || slices.Contains(i.Conflicts, "tlp"):
		return RefuseAt("tlp", "refuse.share-tlp-none", "Ticket", ticket)
	case i.TLP == TLPRed || i.TLP == TLPAmberStrict:
		return RefuseAt("tlp", "refuse.share-tlp", "Ticket", ticket, "TLP", i.TLP)
	case i.Source != nil && Stricter(i.Source.TLP, TLPGreen):
		return RefuseAt("tlp", "refuse.share-source", "Ticket", ticket, "Team", i.Source.Team, "TLP", i.Source.TLP)
	}
	return nil
}

// Stricter reports whether the first label allows less than the second.
func Stricter(a, b TLP) bool { return slices.Index(TLPs, a) > slices.Index(TLPs, b) }
