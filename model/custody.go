package model

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

// Holder is who has had a piece of evidence since its last handover until an
// instant; empty before the first one.
func (i Incident) Holder(v Evidence, at Instant) (holder string) {
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
