package model

// LegalCause is the recorded fact that makes a duty of reporting outwards.
type LegalCause string

// The causes, each a mark that an incident carries.
const (
	CauseVital    LegalCause = "vital"    // on Infrastruktur Informasi Vital
	CauseRisk     LegalCause = "risk"     // of at least high risk, on a system that is not vital
	CausePersonal LegalCause = "personal" // personal data failed to be protected
	CauseCrime    LegalCause = "crime"    // a grave disturbance that another party caused
)

// LegalCauses lists them.
var LegalCauses = []LegalCause{CauseVital, CauseRisk, CausePersonal, CauseCrime}

// WordKey names the cause in words.
func (c LegalCause) WordKey() string { return "legalCause." + string(c) }

// ByController reports whether a letter to the addressee is owed and signed by
// the Pengendali Data Pribadi (UU 27/2022 Ps. 46), not by the team.
func (a Addressee) ByController() bool {
	return a == "lembaga-pdp" || a == "subjek-data" || a == "masyarakat"
}

// LegalClock is a duty to report an incident outwards, with its own start,
// addressee and time. It runs from when the incident was known (or received,
// where that was not recorded), all day and every day, and ends with the letter
// that was sent.
type LegalClock struct {
	Code     string     `json:"code"`
	Cause    LegalCause `json:"cause"`
	To       Addressee  `json:"to"`
	Limit    Seconds    `json:"limit,omitempty"`    // zero: "kesempatan pertama", no number
	Internal bool       `json:"internal,omitempty"` // the number is the team's own, the law names none
	Source   string     `json:"source"`             // the article
}

// lawOf2026 are the duties as the law stood when this program began.
func lawOf2026() []LegalClock {
	const day = secondsOfDay
	return []LegalClock{
		{Code: "bssn-iiv", Cause: CauseVital, To: "bssn", Limit: day, Source: "Peraturan BSSN 1/2024 Pasal 15 ayat (5) dan (6)"},
		{Code: "bssn-risiko", Cause: CauseRisk, To: "bssn", Limit: day, Internal: true, Source: "Peraturan BSSN 1/2024 Pasal 15 ayat (1) sampai dengan (4)"},
		{Code: "pdp-subjek", Cause: CausePersonal, To: "subjek-data", Limit: 3 * day, Source: "UU 27/2022 Pasal 46 ayat (1) huruf a"},
		{Code: "pdp-lembaga", Cause: CausePersonal, To: "lembaga-pdp", Limit: 3 * day, Source: "UU 27/2022 Pasal 46 ayat (1) huruf b"},
		{Code: "aph", Cause: CauseCrime, To: "aph", Source: "PP 71/2019 Pasal 24 ayat (3)"},
	}
}

// SourceKey names the article in words where it is one that this program names
// itself; "" for what the office has written.
func (k LegalClock) SourceKey() string {
	for _, own := range lawOf2026() {
		if own.Source == k.Source {
			return "legalSource." + own.Code
		}
	}
	return ""
}

// checkDuties refuses a duty without code, cause, addressee or source, one that
// is named twice, and an own number where there is none.
func checkDuties(duties []LegalClock) error {
	seen := map[string]bool{}
	for _, d := range duties {
		if err := firstError(filled("legal", d.Code), filled("legal", string(d.Cause)), filled("legal", string(d.To)), worded("legal", d.Source),
			choose("legal", d.Cause, LegalCauses), choose("legal", d.To, Addressees)); err != nil {
			return err
		}
		if seen[d.Code] || d.Limit < 0 || d.Limit > longestTarget || d.Internal && d.Limit == 0 {
			return RefuseAt("legal", "refuse.policy-legal", "Code", d.Code)
		}
		seen[d.Code] = true
	}
	return nil
}
