package app

import "siaga/model"

// Details are the fields of an incident that may be filled in at any time; a
// field that is absent stays as it is.
type Details struct {
	Title            *string         `json:"title"`
	Description      *string         `json:"description"`
	Channel          *model.Channel  `json:"channel"`
	ReporterName     *string         `json:"reporterName"`
	ReporterPosition *string         `json:"reporterPosition"`
	ReporterAgency   *string         `json:"reporterAgency"`
	ReporterPhone    *string         `json:"reporterPhone"`
	ReporterEmail    *string         `json:"reporterEmail"`
	Agency           *AgencyRef      `json:"agency"`
	System           *SystemRef      `json:"system"`
	Affected         *string         `json:"affected"`
	HappenedAt       *model.Instant  `json:"happenedAt"`
	KnownAt          *model.Instant  `json:"knownAt"`
	ReportedAt       *model.Instant  `json:"reportedAt"`
	Category         *string         `json:"category"`
	TLP              *model.TLP      `json:"tlp"`
	PersonalData     *bool           `json:"personalData"`
	Vital            *bool           `json:"vital"`
	InitialAnalysis  *string         `json:"initialAnalysis"`
	Impact           *string         `json:"impact"`
	Risk             *model.Risk     `json:"risk"`
	Priority         *model.Priority `json:"priority"`
	Analysis         *string         `json:"analysis"`
	RootCause        *string         `json:"rootCause"`
	Lessons          *string         `json:"lessons"`
	Recommendations  *string         `json:"recommendations"`
	Conclusion       *string         `json:"conclusion"`
	Announcement     *string         `json:"announcement"`
	NotAnnounced     *string         `json:"notAnnounced"`
}

// AmendIncident fills in or corrects fields of an open incident.
type AmendIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Details
}

// Do is "amend-incident".
func (AmendIncident) Do() string { return "amend-incident" }

func (c AmendIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	fields, err := c.Details.values(w, i)
	if err != nil {
		return err
	}
	fact := model.Amended{Fields: fields}
	if err := fact.Check(i); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// values keeps what differs from the incident as it stands.
func (c Details) values(w *work, i model.Incident) (model.Values, error) {
	v := model.Values{}
	change(v, "title", c.Title, i.Title)
	change(v, "description", c.Description, i.Description)
	change(v, "channel", c.Channel, i.Channel)
	change(v, "affected", c.Affected, i.Affected)
	change(v, "happenedAt", c.HappenedAt, i.HappenedAt)
	change(v, "knownAt", c.KnownAt, i.KnownAt)
	change(v, "reportedAt", c.ReportedAt, i.ReportedAt)
	change(v, "category", c.Category, i.Category)
	change(v, "tlp", c.TLP, i.TLP)
	change(v, "personalData", c.PersonalData, i.PersonalData)
	change(v, "vital", c.Vital, i.Vital)
	change(v, "initialAnalysis", c.InitialAnalysis, i.InitialAnalysis)
	change(v, "impact", c.Impact, i.Impact)
	change(v, "risk", c.Risk, i.Risk)
	change(v, "priority", c.Priority, i.Priority)
	change(v, "analysis", c.Analysis, i.Analysis)
	change(v, "rootCause", c.RootCause, i.RootCause)
	change(v, "lessons", c.Lessons, i.Lessons)
	change(v, "recommendations", c.Recommendations, i.Recommendations)
	change(v, "conclusion", c.Conclusion, i.Conclusion)
	change(v, "announcement", c.Announcement, i.Announcement)
	change(v, "notAnnounced", c.NotAnnounced, i.NotAnnounced)
	change(v, "reporter", c.reporter(i.Reporter), i.Reporter)
	return v, c.references(w, i, v)
}

func (c Details) references(w *work, i model.Incident, v model.Values) error {
	if c.Agency != nil {
		id, err := w.desk.findAgency("agency", *c.Agency)
		if err != nil {
			return err
		}
		change(v, "agency", &id, i.Agency)
	}
	if c.System != nil {
		id, err := w.desk.findSystem("system", *c.System)
		if err != nil {
			return err
		}
		change(v, "system", &id, i.System)
	}
	if c.Category != nil {
		return w.desk.checkCategory(*c.Category)
	}
	return nil
}

func (c Details) reporter(r model.Reporter) *model.Reporter {
	for _, part := range []struct {
		into *string
		from *string
	}{{&r.Name, c.ReporterName}, {&r.Position, c.ReporterPosition}, {&r.Agency, c.ReporterAgency},
		{&r.Phone, c.ReporterPhone}, {&r.Email, c.ReporterEmail}} {
		if part.from != nil {
			*part.into = *part.from
		}
	}
	return &r
}

// change adds a field that was given and differs from what stands.
func change[T comparable](v model.Values, field string, given *T, stands T) {
	if given != nil && *given != stands {
		v[field] = *given
	}
}
