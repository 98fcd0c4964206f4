package reports

import "siaga/model"

// need is something that a paper cannot do without; its sentence is
// "outward.need.<name>".
type need struct {
	name string
	met  func(Outward) bool
}

// WordKey names what is needed.
func (n need) WordKey() string { return "outward.need." + n.name }

var (
	needContact     = need{"contact", func(v Outward) bool { return contactOf(v.Office) != "" }}
	needSigner      = need{"signer", func(v Outward) bool { return v.Signer.Name != "" }}
	needKnown       = need{"known", func(v Outward) bool { return v.Incident.KnownAt.Known() }}
	needHappened    = need{"happened", func(v Outward) bool { return v.Incident.HappenedAt.Known() }}
	needSystem      = need{"system", func(v Outward) bool { return v.Incident.System != "" || v.Incident.Affected != "" }}
	needController  = need{"controller", func(v Outward) bool { return v.controller() != "" }}
	needCategory    = need{"category", func(v Outward) bool { return v.Incident.Category != "" }}
	needRisk        = need{"risk", func(v Outward) bool { return v.Incident.Risk != "" }}
	needDescription = written("description", func(i model.Incident) string { return i.Description })
	needImpact      = written("impact", func(i model.Incident) string { return i.Impact })
	needCause       = written("cause", func(i model.Incident) string { return i.RootCause })
	needExposed     = written("exposed", func(i model.Incident) string { return i.Exposed })
	needExposure    = written("exposure", func(i model.Incident) string { return i.Exposure })
	needChronology  = need{"chronology", func(v Outward) bool { return len(v.Incident.Chronology) > 0 }}
	needActions     = need{"actions", func(v Outward) bool { return len(v.Incident.Actions) > 0 }}
	needEvidence    = need{"evidence", func(v Outward) bool { return len(v.Incident.Evidence) > 0 }}
)

func written(name string, text func(model.Incident) string) need {
	return need{name, func(v Outward) bool { return either(text(v.Incident)) != "" }}
}

// What each paper needs: the minimum of its article first.
var (
	reportNeeds = []need{needContact, needDescription, needChronology, needImpact, needKnown, needSystem, needCategory, needRisk, needActions, needSigner}
	formNeeds   = []need{needContact, needDescription, needChronology, needImpact, needKnown, needSystem, needCategory, needRisk, needActions, needCause, needEvidence}
	helpNeeds   = []need{needContact, needDescription, needImpact, needSystem, needCategory, needRisk, needActions, needEvidence, needSigner}
	noticeNeeds = []need{needExposed, needExposure, needHappened, needKnown, needActions, needController, needContact}
	policeNeeds = []need{needDescription, needChronology, needImpact, needKnown, needSystem, needActions, needEvidence, needContact, needSigner}
)

// Missing are what the paper lacks, in its own order: it is a draft until
// nothing does.
func (v Outward) Missing() (missing []need) {
	for _, n := range outwardPapers()[v.Kind].needs {
		if !n.met(v) {
			missing = append(missing, n)
		}
	}
	return missing
}

// controller is the Pengendali Data Pribadi: the Perangkat Daerah whose data it
// is, "" while it is not recorded.
func (v Outward) controller() string { return v.Names.Agencies[v.Incident.Agency] }
