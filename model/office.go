package model

// Office is what the office itself has settled: everything that is not certain
// for every city is here with the decree's value first.
type Office struct {
	ID           OfficeID   `json:"id"`
	OfficeName   string     `json:"officeName"`             // the Perangkat Daerah of the letterhead
	Government   string     `json:"government"`             // line 1 of the letterhead
	Team         string     `json:"team"`                   // short name of the team
	City         string     `json:"city"`                   // place of signing
	Letterhead   []string   `json:"letterhead,omitempty"`   // address lines
	Emblem       []byte     `json:"emblem,omitempty"`       // PNG or JPEG of the city's arms
	Unit         string     `json:"unit,omitempty"`         // unit in letter numbers
	Contact      string     `json:"contact,omitempty"`      // narahubung (POC), one line each
	TicketPrefix string     `json:"ticketPrefix,omitempty"` // "CSIRT"
	Zone         string     `json:"zone,omitempty"`         // IANA name, default Asia/Jakarta
	ZoneName     string     `json:"zoneName,omitempty"`     // as printed, default WIB
	Policy       Policy     `json:"policy"`                 // with which the office was set up
	Categories   []Category `json:"categories,omitempty"`
	LegalBasis   []string   `json:"legalBasis,omitempty"`  // "Dasar" of reports
	Addressee    []string   `json:"addressee,omitempty"`   // Yth. lines of the periodic report
	CopiesTo     []string   `json:"copiesTo,omitempty"`    // tembusan
	Paper        string     `json:"paper,omitempty"`       // "a4" or "f4"
	Table        Table      `json:"table,omitempty"`       // threshold table of the ten questions
	ConfirmDays  int        `json:"confirmDays,omitempty"` // after how many days another desk should have confirmed what was written
	BackupDays   int        `json:"backupDays,omitempty"`  // after how many days a backup is due

	STRNumber  string   `json:"strNumber,omitempty"`  // of the surat tanda register
	STRFrom    Date     `json:"strFrom,omitempty"`    // its date
	STRYears   int      `json:"strYears,omitempty"`   // for how long it is valid
	ToBSSN     []string `json:"toBSSN,omitempty"`     // Yth. lines of reports to BSSN
	CopyBSSN   []string `json:"copyBSSN,omitempty"`   // tembusan of these
	ToLembaga  []string `json:"toLembaga,omitempty"`  // Yth. lines of notices to the lembaga of UU 27/2022
	ToAPH      []string `json:"toAPH,omitempty"`      // Yth. lines of reports to law enforcement
	Escalation []Rung   `json:"escalation,omitempty"` // who is told next when nobody acts

	Policies []SettledPolicy `json:"policies,omitempty"` // settled since, the earliest first
}

// OfficeFields are the registers of the office.
var OfficeFields = []Field[Office]{
	{"officeName", false, func(o *Office) any { return &o.OfficeName }},
	{"government", false, func(o *Office) any { return &o.Government }},
	{"team", false, func(o *Office) any { return &o.Team }},
	{"city", false, func(o *Office) any { return &o.City }},
	{"letterhead", false, func(o *Office) any { return &o.Letterhead }},
	{"emblem", false, func(o *Office) any { return &o.Emblem }},
	{"unit", false, func(o *Office) any { return &o.Unit }},
	{"contact", true, func(o *Office) any { return &o.Contact }},
	{"ticketPrefix", false, func(o *Office) any { return &o.TicketPrefix }},
	{"zone", false, func(o *Office) any { return &o.Zone }},
	{"zoneName", false, func(o *Office) any { return &o.ZoneName }},
	{"policy", false, func(o *Office) any { return &o.Policy }},
	{"categories", false, func(o *Office) any { return &o.Categories }},
	{"legalBasis", false, func(o *Office) any { return &o.LegalBasis }},
	{"addressee", false, func(o *Office) any { return &o.Addressee }},
	{"copiesTo", false, func(o *Office) any { return &o.CopiesTo }},
	{"paper", false, func(o *Office) any { return &o.Paper }},
	{"table", false, func(o *Office) any { return &o.Table }},
	{"confirmDays", false, func(o *Office) any { return &o.ConfirmDays }},
	{"backupDays", false, func(o *Office) any { return &o.BackupDays }},
	{"strNumber", false, func(o *Office) any { return &o.STRNumber }},
	{"strFrom", false, func(o *Office) any { return &o.STRFrom }},
	{"strYears", false, func(o *Office) any { return &o.STRYears }},
	{"toBSSN", false, func(o *Office) any { return &o.ToBSSN }},
	{"copyBSSN", false, func(o *Office) any { return &o.CopyBSSN }},
	{"toLembaga", false, func(o *Office) any { return &o.ToLembaga }},
	{"toAPH", false, func(o *Office) any { return &o.ToAPH }},
	{"escalation", false, func(o *Office) any { return &o.Escalation }},
}

// OfficeOf reads a folded subject as the office, keeping the defaults of a new
// office where nothing was settled.
func OfficeOf(s *Subject) Office {
	o := NewOffice()
	o.ID = s.ID
	readInto(s, &o, OfficeFields)
	o.Policies = s.readPolicies()
	if CheckEscalation(o.Escalation) != nil { // taken back, or written by a desk that checks nothing
		o.Escalation = DefaultEscalation()
	}
	return o
}

// NewOffice is an office with the defaults of the decree and of the rules for
// official letters; every one of them is a setting.
func NewOffice() Office {
	return Office{
		OfficeName:   "Dinas Komunikasi, Informatika, Statistik dan Persandian",
		Government:   "Pemerintah Kota Bekasi",
		Team:         "BekasiKota-CSIRT",
		City:         "Bekasi",
		Unit:         "Diskominfostandi",
		TicketPrefix: "CSIRT",
		Zone:         "Asia/Jakarta",
		ZoneName:     "WIB",
		Policy:       Decree(),
		Categories:   DefaultCategories(),
		LegalBasis: []string{
			"Peraturan Badan Siber dan Sandi Negara Nomor 1 Tahun 2024 tentang Pengelolaan Insiden Siber",
			"Keputusan Wali Kota Bekasi Nomor 555/Kep.217/Diskominfostandi/V/2023 tentang Tim Tanggap Insiden Keamanan Informasi di Pemerintah Daerah Kota Bekasi",
		},
		Addressee: []string{"Wali Kota Bekasi", "melalui", "Sekretaris Daerah Kota Bekasi"},
		CopiesTo:  []string{"Inspektur Daerah Kota Bekasi"},
		Paper:     "a4",
		Table:     TableBSSN,

		ConfirmDays: 7,
		BackupDays:  1,

		STRYears: 3,
		ToBSSN: []string{"Kepala Badan Siber dan Sandi Negara",
			"u.p. Tim Tanggap Insiden Siber Sektoral Administrasi Pemerintahan"},
		CopyBSSN:   []string{"Tim Tanggap Insiden Siber Nasional"},
		ToLembaga:  []string{"Kepala Lembaga Pelindungan Data Pribadi", "melalui", "Kementerian Komunikasi dan Digital"},
		ToAPH:      []string{"Kepala Kepolisian Resor Metro Bekasi Kota", "u.p. Kepala Satuan Reserse Kriminal"},
		Escalation: DefaultEscalation(),
	}
}

// FoundOffice is the fact that the office was set up; it refuses a missing
// name and a policy that does not promise every class a time.
func FoundOffice(o Office) (Record, error) {
	v := Values{"officeName": o.OfficeName, "policy": o.Policy, "categories": o.Categories}
	v.put("government", o.Government).put("team", o.Team).put("city", o.City).put("letterhead", o.Letterhead).
		put("emblem", o.Emblem).put("unit", o.Unit).put("contact", o.Contact).put("ticketPrefix", o.TicketPrefix).
		put("zone", o.Zone).put("zoneName", o.ZoneName).put("legalBasis", o.LegalBasis).
		put("addressee", o.Addressee).put("copiesTo", o.CopiesTo).put("paper", o.Paper).put("table", o.Table)
	return Record{"office.founded", v}, firstError(filled("officeName", o.OfficeName), o.Policy.Check(), CheckCategories(o.Categories))
}

// Category returns the office's category of that code.
func (o Office) Category(code string) (Category, bool) {
	for _, c := range o.Categories {
		if c.Code == code {
			return c, true
		}
	}
	return Category{}, false
}
