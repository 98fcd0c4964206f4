package reports

import (
	"time"

	"siaga/model"
)

// obligation is a duty to report an incident outwards that follows from what
// is recorded about it. Name is the sentence "obligation.<name>", with .basis
// for its source and .limit for its time.
type obligation struct {
	name  string
	to    model.Addressee
	limit time.Duration
}

const day = 24 * time.Hour

// obligations are the duties of an incident: Peraturan BSSN 1/2024 Ps. 15
// (5)-(6) for vital infrastructure and (1)-(4) for at least high risk, which
// names no hours (the limit is the team's own); UU 27/2022 Ps. 46 for personal
// data, owed by the controller.
func obligations(i model.Incident) []obligation {
	var out []obligation
	switch {
	case i.Vital:
		out = append(out, obligation{"vital", "bssn", day})
	case i.Risk == model.RiskHigh || i.Risk == model.RiskCritical:
		out = append(out, obligation{"risk", "bssn", day})
	}
	if i.PersonalData {
		out = append(out, obligation{"subjects", "subjek-data", 3 * day}, obligation{"authority", "lembaga-pdp", 3 * day})
	}
	return out
}

// due is until when: counted in calendar time from when the incident became
// known, or was received where that was not recorded.
func (o obligation) due(i model.Incident) model.Instant {
	known := i.KnownAt
	if !known.Known() {
		known = i.ReceivedAt
	}
	return known.Add(o.limit)
}

// notice is the first one that fulfilled the duty.
func (o obligation) notice(i model.Incident) (model.Notice, bool) {
	for _, n := range i.Notices {
		if n.To == o.to {
			return n, true
		}
	}
	return model.Notice{}, false
}
