package model

import "strings"

// Custody is one link of the chain of custody (rantai penjagaan barang bukti):
// who handed a piece of evidence to whom, when, what for, and where it lies since.
type Custody struct {
	Mark     Mark     `json:"mark"`
	At       Instant  `json:"at"`
	Evidence Mark     `json:"evidence"`       // the row of the piece, as recorded first
	From     string   `json:"from,omitempty"` // empty: as it was found
	To       string   `json:"to"`
	Purpose  string   `json:"purpose"`
	Location string   `json:"location,omitempty"`
	By       PersonID `json:"by,omitempty"`
	Origin   *Origin  `json:"origin,omitempty"`
}

// Check refuses a handover of evidence that the incident does not have or that
// was taken later, and one without a receiver or a purpose.
func (c Custody) Check(i Incident) error {
	v, known := i.EvidenceOf(c.Evidence)
	switch {
	case !known:
		return RefuseAt("evidence", "refuse.evidence-unknown")
	case c.At < v.At:
		return RefuseAt("at", "refuse.custody-early", "At", v.At.Time())
	case strings.TrimSpace(c.To) == "":
		return RefuseAt("to", "refuse.custody-receiver")
	}
	return worded("purpose", c.Purpose)
}

// First is the mark under which a handover was recorded first: before a merge
// copied it.
func (c Custody) First() Mark {
	if c.Origin != nil {
		return c.Origin.Row
	}
	return c.Mark
}

// Handover is the handover of evidence with a mark, its own or the first one,
// and the piece that was handed over.
func (i Incident) Handover(row Mark) (Custody, Evidence, bool) {
	for _, c := range i.Custody {
		if c.Mark == row || c.First() == row {
			v, known := i.EvidenceOf(c.Evidence)
			return c, v, known
		}
	}
	return Custody{}, Evidence{}, false
}

// CustodyOf is the chain of custody of a piece of evidence, in order of time.
func (i Incident) CustodyOf(v Evidence) (chain []Custody) {
	for _, c := range i.Custody {
		if c.Evidence == v.First() {
			chain = append(chain, c)
		}
	}
	return chain
}

// HeldBy is who has a piece of evidence since its last handover; "" before the
// first one.
func (i Incident) HeldBy(v Evidence) (receiver string) {
	for _, c := range i.CustodyOf(v) {
		receiver = c.To
	}
	return receiver
}

// HeldAt is who has had a piece of evidence since its last handover until an
// instant; empty before the first one.
func (i Incident) HeldAt(v Evidence, at Instant) (holder string) {
	for _, c := range i.CustodyOf(v) {
		if c.At <= at {
			holder = c.To
		}
	}
	return holder
}

// KeptAt is where a piece of evidence lies as far as is recorded: since its last
// handover that says so, else where it was put when it was taken.
func (i Incident) KeptAt(v Evidence) string {
	at := v.Location
	for _, c := range i.CustodyOf(v) {
		if c.Location != "" {
			at = c.Location
		}
	}
	return at
}

// handovers counts those whose piece still stands, for which there is a paper.
func (i Incident) handovers() (n int) {
	for _, v := range i.Evidence {
		n += len(i.CustodyOf(v))
	}
	return n
}

// Paper is the name under which the number of the handover's official record is
// kept among the papers of the incident.
func (c Custody) Paper() string { return CustodyRecord + "/" + c.First().String() }

// CustodyRecord is the official record of a handover of evidence, as routes and
// the order that numbers it name it.
const CustodyRecord = "custody-record"
