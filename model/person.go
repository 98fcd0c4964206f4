package model

import "strings"

// Person is somebody the office works with: a member of the team, an agent of
// a Perangkat Daerah, an official who signs.
type Person struct {
	ID       PersonID `json:"id"`
	Name     string   `json:"name"`
	NIP      string   `json:"nip,omitempty"`
	Rank     string   `json:"rank,omitempty"`     // pangkat/golongan, as printed
	JobTitle string   `json:"jobTitle,omitempty"` // jabatan, as printed
	Agency   AgencyID `json:"agency,omitempty"`
	Phone    string   `json:"phone,omitempty"`
	Email    string   `json:"email,omitempty"`
	Example  bool     `json:"example,omitempty"`
	Retired  string   `json:"retired,omitempty"` // why no longer to choose from; empty while active
}

// PersonFields are the registers of a person.
var PersonFields = []Field[Person]{
	{"name", true, func(p *Person) any { return &p.Name }},
	{"nip", true, func(p *Person) any { return &p.NIP }},
	{"rank", true, func(p *Person) any { return &p.Rank }},
	{"jobTitle", true, func(p *Person) any { return &p.JobTitle }},
	{"agency", false, func(p *Person) any { return &p.Agency }},
	{"phone", true, func(p *Person) any { return &p.Phone }},
	{"email", true, func(p *Person) any { return &p.Email }},
	{"example", false, func(p *Person) any { return &p.Example }},
	{"retired", true, func(p *Person) any { return &p.Retired }},
}

// PersonOf reads a folded subject as a person.
func PersonOf(s *Subject) Person {
	p := Person{ID: s.ID}
	readInto(s, &p, PersonFields)
	return p
}

// AddPerson is the fact that a person was entered; it refuses a missing name
// and a NIP that does not have 18 digits.
func AddPerson(p Person) (Record, error) {
	v := Values{"name": p.Name}
	v.put("nip", p.NIP).put("rank", p.Rank).put("jobTitle", p.JobTitle).put("agency", p.Agency).
		put("phone", p.Phone).put("email", p.Email).put("example", p.Example)
	return Record{"person.added", v}, firstError(filled("name", p.Name), CheckNIP(p.NIP))
}

// CheckNIP refuses a NIP that is neither empty nor 18 digits; spaces are
// allowed between them.
func CheckNIP(nip string) error {
	digits := strings.ReplaceAll(nip, " ", "")
	if digits == "" {
		return nil
	}
	if len(digits) != 18 || strings.Trim(digits, "0123456789") != "" {
		return RefuseAt("nip", "refuse.nip")
	}
	return nil
}

// PrintNIP is the NIP as official letters print it: 8-6-1-3 digits.
func PrintNIP(nip string) string {
	d := strings.ReplaceAll(nip, " ", "")
	if len(d) != 18 {
		return nip
	}
	return d[:8] + " " + d[8:14] + " " + d[14:15] + " " + d[15:]
}

// Agency is a Perangkat Daerah.
type Agency struct {
	ID      AgencyID `json:"id"`
	Name    string   `json:"name"`
	Short   string   `json:"short,omitempty"`
	Kind    string   `json:"kind,omitempty"`
	Address string   `json:"address,omitempty"`
	Phone   string   `json:"phone,omitempty"`
	Email   string   `json:"email,omitempty"`

	Head      PersonID `json:"head,omitempty"`      // pimpinan, who answers for it as Pengendali Data Pribadi
	HeadTitle string   `json:"headTitle,omitempty"` // jabatan with which the head signs for it; empty: the person's own

	Example bool   `json:"example,omitempty"` // from the starting list: to be checked
	Retired string `json:"retired,omitempty"`
}

// AgencyFields are the registers of an agency.
var AgencyFields = []Field[Agency]{
	{"name", false, func(a *Agency) any { return &a.Name }},
	{"short", false, func(a *Agency) any { return &a.Short }},
	{"kind", false, func(a *Agency) any { return &a.Kind }},
	{"address", false, func(a *Agency) any { return &a.Address }},
	{"phone", false, func(a *Agency) any { return &a.Phone }},
	{"email", false, func(a *Agency) any { return &a.Email }},
	{"head", false, func(a *Agency) any { return &a.Head }},
	{"headTitle", false, func(a *Agency) any { return &a.HeadTitle }},
	{"example", false, func(a *Agency) any { return &a.Example }},
	{"retired", false, func(a *Agency) any { return &a.Retired }},
}

// AgencyOf reads a folded subject as an agency.
func AgencyOf(s *Subject) Agency {
	a := Agency{ID: s.ID}
	readInto(s, &a, AgencyFields)
	return a
}

// Label is the short name where there is one.
func (a Agency) Label() string {
	if a.Short != "" {
		return a.Short
	}
	return a.Name
}

// AddAgency is the fact that an agency was entered; it refuses a missing name.
func AddAgency(a Agency) (Record, error) {
	v := Values{"name": a.Name}
	v.put("short", a.Short).put("kind", a.Kind).put("address", a.Address).put("phone", a.Phone).
		put("email", a.Email).put("head", a.Head).put("headTitle", a.HeadTitle).put("example", a.Example)
	return Record{"agency.added", v}, filled("name", a.Name)
}
