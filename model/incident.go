package model

// Reporter is who reported: personal data, kept as small as the call needs.
type Reporter struct {
	Name     string `json:"name"`
	Position string `json:"position,omitempty"`
	Agency   string `json:"agency,omitempty"` // where the reporter is from, as told
	Phone    string `json:"phone,omitempty"`
	Email    string `json:"email,omitempty"`
}

// Label is the reporter as one line: the name and where from.
func (r Reporter) Label() string {
	if r.Agency == "" {
		return r.Name
	}
	return r.Name + ", " + r.Agency
}

// Occurrence is one row of the chronology: what happened and when.
type Occurrence struct {
	Mark   Mark     `json:"mark"`
	At     Instant  `json:"at"`
	Text   string   `json:"text"`
	By     PersonID `json:"by,omitempty"`
	Origin *Origin  `json:"origin,omitempty"`
}

// Action is one thing done against the incident, by phase.
type Action struct {
	Mark   Mark        `json:"mark"`
	At     Instant     `json:"at"`
	Phase  ActionPhase `json:"phase"`
	Text   string      `json:"text"`
	By     PersonID    `json:"by,omitempty"`
	Origin *Origin     `json:"origin,omitempty"`
}

// Note is a remark of a member of the team, dated when it was written.
type Note struct {
	Mark   Mark     `json:"mark"`
	At     Instant  `json:"at"`
	Text   string   `json:"text"`
	By     PersonID `json:"by,omitempty"`
	Origin *Origin  `json:"origin,omitempty"`
}

// Notice is a duty of reporting that was fulfilled: to whom, when, by which
// letter.
type Notice struct {
	Mark   Mark      `json:"mark"`
	At     Instant   `json:"at"`
	To     Addressee `json:"to"`
	Number string    `json:"number,omitempty"`
	Text   string    `json:"text,omitempty"`
	By     PersonID  `json:"by,omitempty"`
	Origin *Origin   `json:"origin,omitempty"`
}

// PaperNumber is the number and date an official document was given.
type PaperNumber struct {
	Number string  `json:"number"`
	Date   Instant `json:"date"`
}

// Incident is one report and all that became of it.
type Incident struct {
	ID     IncidentID
	Ticket Ticket
	Course

	Title       string
	Description string
	Channel     Channel
	Reporter    Reporter
	Agency      AgencyID
	System      SystemID
	Affected    string // the affected system as told, when it is not in the list
	HappenedAt  Instant
	KnownAt     Instant
	ReportedAt  Instant
	TypedAt     Instant // when it was typed in, as the audit shows it

	Category        string
	TLP             TLP
	PersonalData    bool   // the system processes some
	DataBreach      bool   // its protection failed (UU 27/2022 Ps. 46(1)): what makes the duty
	Vital           bool   // the system is Infrastruktur Informasi Vital
	Crime           bool   // a grave disturbance that another party caused (PP 71/2019 Ps. 24(3))
	Exposed         string // which personal data was exposed (UU 27/2022 Ps. 46(2)(a)): kinds, not the data
	Exposure        string // how it was exposed, in words that can be told to those concerned
	InitialAnalysis string
	Impact          string
	Risk            Risk
	Priority        Priority
	Analysis        string
	RootCause       string
	Lessons         string
	Recommendations string
	Conclusion      string
	Answer          string // what the reporter was answered
	Announcement    string
	NotAnnounced    string // why nothing is announced

	Teams   []string
	Persons []PersonID
	Systems []SystemID
	Links   []string
	Tags    []string // each once, in one spelling

	Source *Source // where it came from, when another CSIRT has shared it

	Chronology []Occurrence
	Actions    []Action
	Notes      []Note
	Evidence   []Evidence
	Files      []KeptFile // of all evidence, also of what was withdrawn
	Custody    []Custody  // of all evidence
	Notices    []Notice
	Reports    []Report  // of the same event, by others: they came with a merge
	Shares     []Sharing // with other CSIRTs
	Warnings   []Warning // that were given, each share once
	Relays     []Relay   // who was told about a promise at risk
	Papers     map[string]PaperNumber

	Former    []Ticket // numbers that it had before
	Conflicts []string // fields in which desks disagree
	Misfits   []Misfit // what does not fit together since desks were merged
	Unknown   int      // events of a newer program, carried unread
	Events    int

	markedAt map[LegalCause]Instant
	tagged   []string // the tags in every spelling
}

// IncidentFields is every register of an incident that a person can read and,
// through AmendIncident, correct.
var IncidentFields = []Field[Incident]{
	{"ticket", false, func(i *Incident) any { return &i.Ticket }},
	{"policy", false, func(i *Incident) any { return &i.Policy }},
	{"class", false, func(i *Incident) any { return &i.Class }},
	{"title", true, func(i *Incident) any { return &i.Title }},
	{"description", true, func(i *Incident) any { return &i.Description }},
	{"channel", false, func(i *Incident) any { return &i.Channel }},
	{"reporter", true, func(i *Incident) any { return &i.Reporter }},
	{"agency", false, func(i *Incident) any { return &i.Agency }},
	{"system", false, func(i *Incident) any { return &i.System }},
	{"affected", true, func(i *Incident) any { return &i.Affected }},
	{"happenedAt", false, func(i *Incident) any { return &i.HappenedAt }},
	{"knownAt", false, func(i *Incident) any { return &i.KnownAt }},
	{"reportedAt", false, func(i *Incident) any { return &i.ReportedAt }},
	{"receivedAt", false, func(i *Incident) any { return &i.ReceivedAt }},
	{"answeredAt", false, func(i *Incident) any { return &i.AnsweredAt }},
	{"respondedAt", false, func(i *Incident) any { return &i.RespondedAt }},
	{"category", false, func(i *Incident) any { return &i.Category }},
	{"tlp", false, func(i *Incident) any { return &i.TLP }},
	{"personalData", false, func(i *Incident) any { return &i.PersonalData }},
	{"dataBreach", false, func(i *Incident) any { return &i.DataBreach }},
	{"vital", false, func(i *Incident) any { return &i.Vital }},
	{"crime", false, func(i *Incident) any { return &i.Crime }},
	{"exposed", true, func(i *Incident) any { return &i.Exposed }},
	{"exposure", true, func(i *Incident) any { return &i.Exposure }},
	{"initialAnalysis", true, func(i *Incident) any { return &i.InitialAnalysis }},
	{"impact", true, func(i *Incident) any { return &i.Impact }},
	{"risk", false, func(i *Incident) any { return &i.Risk }},
	{"priority", false, func(i *Incident) any { return &i.Priority }},
	{"analysis", true, func(i *Incident) any { return &i.Analysis }},
	{"rootCause", true, func(i *Incident) any { return &i.RootCause }},
	{"lessons", true, func(i *Incident) any { return &i.Lessons }},
	{"recommendations", true, func(i *Incident) any { return &i.Recommendations }},
	{"conclusion", true, func(i *Incident) any { return &i.Conclusion }},
	{"answer", true, func(i *Incident) any { return &i.Answer }},
	{"announcement", true, func(i *Incident) any { return &i.Announcement }},
	{"notAnnounced", true, func(i *Incident) any { return &i.NotAnnounced }},
}

// IncidentOf reads a folded subject as an incident.
func IncidentOf(s *Subject) Incident {
	i := Incident{ID: s.ID, Conflicts: s.Conflicts(), Unknown: len(s.Unknown)}
	readInto(s, &i, IncidentFields)
	readInto(s, &i, sourceField)
	s.readCourse(&i.Course)
	i.Misfits = append(i.Course.misfits(), s.overtaken(&i.Course)...)
	for _, r := range rows(s, "renumbered", func(*Renumbering, Entry) {}) {
		i.Former = append(i.Former, r.Ticket)
	}
	i.Teams, i.Persons = s.names("teams"), ids(s.names("persons"))
	i.Systems, i.Links = ids(s.names("systems")), s.names("links")
	i.tagged = s.names("tags")
	i.Tags = eachOnce(i.tagged)
	i.readRows(s)
	i.Files = s.keptFiles()
	i.sortByTime()
	i.readPapers(s)
	i.markedAt = s.marks()
	if r := s.Registers["ticket"]; r != nil && len(r.Live) > 0 {
		i.TypedAt = r.Live[0].At.Instant()
	}
	return i
}

// TicketOf reads the ticket alone of a folded subject.
func TicketOf(s *Subject) (t Ticket) {
	if r := s.Registers["ticket"]; r != nil {
		if shown, ok := r.Shown(); ok && !shown.Erased {
			readValue(shown.Value, &t)
		}
	}
	return t
}

// ReceivedOf reads of a folded incident only when its report was received.
func ReceivedOf(s *Subject) (at Instant) {
	if r := s.Registers["receivedAt"]; r != nil {
		if shown, ok := r.Shown(); ok && !shown.Erased {
			readValue(shown.Value, &at)
		}
	}
	return at
}

func (i *Incident) readRows(s *Subject) {
	i.Chronology = rows(s, "chronology", func(o *Occurrence, e Entry) { o.Mark, o.By = e.Mark, author(o.Origin, e) })
	i.Actions = rows(s, "actions", func(a *Action, e Entry) { a.Mark, a.By = e.Mark, author(a.Origin, e) })
	i.Notes = rows(s, "notes", func(n *Note, e Entry) { n.Mark, n.By = e.Mark, author(n.Origin, e) })
	i.Evidence = rows(s, "evidence", func(v *Evidence, e Entry) { v.Mark, v.By = e.Mark, author(v.Origin, e) })
	i.Custody = rows(s, "custody", func(c *Custody, e Entry) { c.Mark, c.By = e.Mark, author(c.Origin, e) })
	i.Notices = rows(s, "notices", func(n *Notice, e Entry) { n.Mark, n.By = e.Mark, author(n.Origin, e) })
	i.Reports = rows(s, "reports", func(r *Report, e Entry) { r.Mark, r.By = e.Mark, author(r.Origin, e) })
	i.Shares = rows(s, "shares", func(h *Sharing, e Entry) { h.Mark, h.By = e.Mark, author(h.Origin, e) })
	i.Warnings = onceEach(rows(s, "warned", func(w *Warning, e Entry) { w.Mark = e.Mark }))
	i.Relays = rows(s, "relayed", func(r *Relay, e Entry) { r.Mark, r.By = e.Mark, e.By })
	i.Chronology = once(i.Chronology, func(o *Occurrence) *Origin { return o.Origin })
	i.Actions = once(i.Actions, func(a *Action) *Origin { return a.Origin })
	i.Notes = once(i.Notes, func(n *Note) *Origin { return n.Origin })
	i.Evidence = once(i.Evidence, func(v *Evidence) *Origin { return v.Origin })
	i.Custody = once(i.Custody, func(c *Custody) *Origin { return c.Origin })
	i.Notices = once(i.Notices, func(n *Notice) *Origin { return n.Origin })
	i.Shares = once(i.Shares, func(h *Sharing) *Origin { return h.Origin })
	i.Reports = once(i.Reports, func(r *Report) *Origin { return r.Origin })
}

func (s *Subject) names(set string) []string {
	if s.Sets[set] == nil {
		return nil
	}
	return s.Sets[set].Names()
}

func ids(names []string) []SubjectID {
	out := make([]SubjectID, len(names))
	for i, n := range names {
		out[i] = SubjectID(n)
	}
	return out
}
