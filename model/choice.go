package model

import "slices"

// Class is the klasifikasi Sistem Elektronik of Lampiran III; it decides the
// promised times.
type Class string

// The three classes, highest first.
const (
	Strategis Class = "strategis"
	Tinggi    Class = "tinggi"
	Rendah    Class = "rendah"
)

// Channel is how a report came in.
type Channel string

// ChannelCSIRT is another CSIRT that has shared the incident.
const ChannelCSIRT Channel = "csirt"

// TLP is a label of the Traffic Light Protocol, version 2.0 (FIRST).
type TLP string

// The labels of TLP 2.0, widest sharing first.
const (
	TLPClear       TLP = "clear"
	TLPGreen       TLP = "green"
	TLPAmber       TLP = "amber"
	TLPAmberStrict TLP = "amber+strict"
	TLPRed         TLP = "red"
)

// Risk is the tingkat risiko of Peraturan BSSN 1/2024 Ps. 15: the result of
// the organisation's own risk management, apart from the class.
type Risk string

// The levels of risk, lowest first.
const (
	RiskLow      Risk = "rendah"
	RiskMedium   Risk = "sedang"
	RiskHigh     Risk = "tinggi"
	RiskCritical Risk = "kritis"
)

// Priority is the order of handling that triage by Team V sets.
type Priority string

// ActionPhase is the phase of NIST SP 800-61 an action belongs to; hardening
// is the decree's own word (Lampiran II V.e).
type ActionPhase string

// Outcome is how an incident ended; empty while it is open. The four are
// different things and counted apart.
type Outcome string

// The ways an incident can end.
const (
	Closed      Outcome = "closed"      // step 9 was passed
	NotIncident Outcome = "notIncident" // step 4 "Tidak": answered to the reporter
	Rejected    Outcome = "rejected"    // not for this team
	Duplicate   Outcome = "duplicate"   // recorded already under another ticket
)

// PauseReason says why a resolution clock stands still.
type PauseReason string

// Standing is the status of an assignment: definitive or acting.
type Standing string

// The standings of official letters; Definitive prints nothing before the title.
const (
	Definitive Standing = "definitif"
	Plt        Standing = "plt" // pelaksana tugas: the post is vacant
	Plh        Standing = "plh" // pelaksana harian: the holder is absent
	Pj         Standing = "pj"  // penjabat
)

// Addressee is to whom a notice about an incident went.
type Addressee string

// Security is the klasifikasi keamanan of an official document.
type Security string

// The four classifications of official documents.
const (
	Biasa         Security = "biasa"
	Terbatas      Security = "terbatas"
	Rahasia       Security = "rahasia"
	SangatRahasia Security = "sangat-rahasia"
)

// The closed sets, in the order in which lists show them.
var (
	Classes      = []Class{Strategis, Tinggi, Rendah}
	Channels     = []Channel{"telepon", "surel", "whatsapp", "aplikasi", "surat", "bssn", ChannelCSIRT, "pemantauan", "langsung"}
	TLPs         = []TLP{TLPClear, TLPGreen, TLPAmber, TLPAmberStrict, TLPRed}
	Risks        = []Risk{RiskLow, RiskMedium, RiskHigh, RiskCritical}
	Priorities   = []Priority{"rendah", "sedang", "tinggi", "mendesak"}
	ActionPhases = []ActionPhase{"containment", "eradication", "recovery", "hardening"}
	Outcomes     = []Outcome{Closed, NotIncident, Rejected, Duplicate}
	PauseReasons = []PauseReason{"menunggu-pengguna", "menunggu-pihak-ketiga", "menunggu-persetujuan", "kahar", "lainnya"}
	Standings    = []Standing{Definitive, Plt, Plh, Pj}
	Addressees   = []Addressee{"bssn", "lembaga-pdp", "subjek-data", "masyarakat", "aph", "lainnya"}
	Securities   = []Security{Biasa, Terbatas, Rahasia, SangatRahasia}
)

// WordKey names the word for the value.
func (c Class) WordKey() string       { return "class." + string(c) }
func (c Channel) WordKey() string     { return "channel." + string(c) }
func (t TLP) WordKey() string         { return "tlp." + string(t) }
func (r Risk) WordKey() string        { return "risk." + string(r) }
func (p Priority) WordKey() string    { return "priority." + string(p) }
func (a ActionPhase) WordKey() string { return "action." + string(a) }
func (o Outcome) WordKey() string     { return "outcome." + string(o) }
func (p PauseReason) WordKey() string { return "pause." + string(p) }
func (s Standing) WordKey() string    { return "standing." + string(s) }
func (a Addressee) WordKey() string   { return "addressee." + string(a) }
func (s Security) WordKey() string    { return "security." + string(s) }

// Security returns the klasifikasi under which a document with this label is
// printed: RED is Rahasia, both AMBER are Terbatas, the rest Biasa.
func (t TLP) Security() Security {
	switch t {
	case TLPRed:
		return Rahasia
	case TLPAmber, TLPAmberStrict:
		return Terbatas
	}
	return Biasa
}

// choose refuses a value that is not in its closed set; an empty one passes.
func choose[T ~string](field string, value T, set []T) error {
	if value == "" || slices.Contains(set, value) {
		return nil
	}
	names := ""
	for i, v := range set {
		if i > 0 {
			names += ", "
		}
		names += string(v)
	}
	return RefuseAt(field, "refuse.choice", "Value", string(value), "Choices", names)
}
