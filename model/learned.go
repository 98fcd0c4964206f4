package model

// Source is where an incident came from that another CSIRT has shared: all that
// it told, as it told it. What becomes of the incident here is written elsewhere.
type Source struct {
	Excerpt
	Team        string   `json:"team"` // the CSIRT
	Office      OfficeID `json:"office"`
	SharedAt    Instant  `json:"sharedAt"`
	Fingerprint string   `json:"fingerprint"` // of the desk that has sent it; nobody has compared it
}

// Learned is the fact that an incident came from another CSIRT.
type Learned struct{ Source }

// Kind is "incident.learned".
func (Learned) Kind() Kind { return "incident.learned" }

// Values writes the source, and whether personal data is concerned.
func (l Learned) Values() Values {
	v := Values{"source": l.Source}
	return v.put("personalData", l.PersonalData)
}

// IsSharing reports whether a kind says what another CSIRT was told or has told,
// which nothing takes back.
func (k Kind) IsSharing() bool { return k == "incident.shared" || k == "incident.learned" }

// sourceField is read like the other fields, but corrected by nobody: it is what
// another CSIRT has said.
var sourceField = []Field[Incident]{{"source", true, func(i *Incident) any { return &i.Source }}}

// keepsLabel refuses a label that allows more than the CSIRT that shared the
// incident has allowed: only it may (TLP 2.0).
func (i Incident) keepsLabel(t TLP) error {
	if i.Source != nil && Stricter(i.Source.TLP, t) {
		return RefuseAt("tlp", "refuse.tlp-source", "Team", i.Source.Team, "TLP", i.Source.TLP)
	}
	return nil
}
