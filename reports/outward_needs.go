package reports

import "siaga/model"

// Need is something that a paper cannot do without; its sentence is
// "outward.need.<name>".
type Need struct {
	name string
	met  func(Outward) bool
}

// WordKey names what is needed.
func (n Need) WordKey() string { return "outward.need." + n.name }

var (
	needContact     = Need{"contact", func(v Outward) bool { return contactOf(v.Office) != "" }}
	needSigner      = Need{"signer", func(v Outward) bool { return v.Signer.Name != "" }}
	needKnown       = Need{"known", func(v Outward) bool { return v.Incident.KnownAt.Known() }}
	needHappened    = Need{"happened", func(v Outward) bool { return v.Incident.HappenedAt.Known() }}
	needSystem      = Need{"system", func(v Outward) bool { return v.Incident.System != "" || v.Incident.Affected != "" }}
	needController  = Need{"controller", func(v Outward) bool { return v.controller() != "" }}
	needCategory    = Need{"category", func(v Outward) bool { return v.Incident.Category != "" }}
	needRisk        = Need{"risk", func(v Outward) bool { return v.Incident.Risk != "" }}
	needDescription = written("description", func(i model.Incident) string { return i.Description })
	needImpact      = written("impact", func(i model.Incident) string { return i.Impact })
	needCause       = written("cause", func(i model.Incident) string { return i.RootCause })
	needExposed     = written("exposed", func(i model.Incident) string { return i.Exposed })
	needExposure    = written("exposure", func(i model.Incident) string { return i.Exposure })
	needChronology  = Need{"chronology", func(v Outward) bool { return len(v.Incident.Chronology) > 0 }}
	needActions     = Need{"actions", func(v Outward) bool { return len(v.Incident.Actions) > 0 }}
	needEvidence    = Need{"evidence", func(v Outward) bool { return len(v.Incident.Evidence) > 0 }}
)

func written(name string, text func(model.Incident) string) Need {
	return Need{name, func(v Outward) bool { return either(text(v.Incident)) != "" }}
}

// What each paper needs: the minimum of its article first.
var (
	reportNeeds = []Need{needContact, needDescription, needChronology, needImpact, needKnown, needSystem, needCategory, needRisk, needActions, needSigner}
	formNeeds   = []Need{needContact, needDescription, needChronology, needImpact, needKnown, needSystem, needCategory, needRisk, needActions, needCause, needEvidence}
	helpNeeds   = []Need{needContact, needDescription, needImpact, needSystem, needCategory, needRisk, needActions, needEvidence, needSigner}
	noticeNeeds = []Need{needExposed, needExposure, needHappened, needKnown, needActions, needController, needContact}
	policeNeeds = []Need{needDescription, needChronology, needImpact, needKnown, needSystem, needActions, needEvidence, needContact, needSigner}
)

// Missing are what the paper lacks, in its own order: it is a draft until
// nothing does.
func (v Outward) Missing() (missing []Need) {
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
