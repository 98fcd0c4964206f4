package app

import (
	"slices"
	"strings"

	"siaga/model"
)

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
	DataBreach       *bool           `json:"dataBreach"`
	Vital            *bool           `json:"vital"`
	Crime            *bool           `json:"crime"`
	Exposed          *string         `json:"exposed"`
	Exposure         *string         `json:"exposure"`
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

// AmendIncident fills in or corrects fields of an open incident. Where that takes
// away a duty of reporting or puts it off, it wants a reason, which becomes a note.
type AmendIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Reason   string      `json:"reason"`
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
	return w.amendIncident(i, fields, "reason", c.Reason)
}

// amendIncident writes what differs; field names the input that the reason comes from.
func (w *work) amendIncident(i model.Incident, fields model.Values, field, reason string) error {
	fact := model.Amended{Fields: fields}
	if err := fact.Check(i); err != nil {
		return err
	}
	if err := w.write(i.ID, fact); err != nil {
		return err
	}
	is, err := w.read(i.ID)
	if err != nil {
		return err
	}
	duty, eased := model.Eased(i.Duties(w.now), is.Duties(w.now))
	switch {
	case !eased:
		return nil
	case strings.TrimSpace(reason) == "":
		return model.RefuseAt(field, "refuse.duty-reason", "To", duty.To)
	}
	return w.write(i.ID, model.Noted{Note: &model.Note{At: w.at, Text: reason}})
}

// values keeps what differs from the incident as it stands, and what settles a
// field in which desks disagree, also by the value that is shown.
func (c Details) values(w *work, i model.Incident) (model.Values, error) {
	v := amended{model.Values{}, i.Conflicts}
	settle(v, "title", c.Title, i.Title)
	settle(v, "description", c.Description, i.Description)
	settle(v, "channel", c.Channel, i.Channel)
	settle(v, "affected", c.Affected, i.Affected)
	settle(v, "happenedAt", c.HappenedAt, i.HappenedAt)
	settle(v, "knownAt", c.KnownAt, i.KnownAt)
	settle(v, "reportedAt", c.ReportedAt, i.ReportedAt)
	settle(v, "category", c.Category, i.Category)
	settle(v, "tlp", c.TLP, i.TLP)
	settle(v, "personalData", c.PersonalData, i.PersonalData)
	settle(v, "dataBreach", c.DataBreach, i.DataBreach)
	settle(v, "vital", c.Vital, i.Vital)
	settle(v, "crime", c.Crime, i.Crime)
	settle(v, "exposed", c.Exposed, i.Exposed)
	settle(v, "exposure", c.Exposure, i.Exposure)
	settle(v, "initialAnalysis", c.InitialAnalysis, i.InitialAnalysis)
	settle(v, "impact", c.Impact, i.Impact)
	settle(v, "risk", c.Risk, i.Risk)
	settle(v, "priority", c.Priority, i.Priority)
	settle(v, "analysis", c.Analysis, i.Analysis)
	settle(v, "rootCause", c.RootCause, i.RootCause)
	settle(v, "lessons", c.Lessons, i.Lessons)
	settle(v, "recommendations", c.Recommendations, i.Recommendations)
	settle(v, "conclusion", c.Conclusion, i.Conclusion)
	settle(v, "announcement", c.Announcement, i.Announcement)
	settle(v, "notAnnounced", c.NotAnnounced, i.NotAnnounced)
	settle(v, "reporter", c.reporter(i.Reporter), i.Reporter)
	return v.Values, c.references(w, i, v)
}

func (c Details) references(w *work, i model.Incident, v amended) error {
	if c.Agency != nil {
		id, err := w.desk.findAgency("agency", *c.Agency)
		if err != nil {
			return err
		}
		settle(v, "agency", &id, i.Agency)
	}
	if c.System != nil {
		id, err := w.desk.findSystem("system", *c.System)
		if err != nil {
			return err
		}
		settle(v, "system", &id, i.System)
	}
	if c.Category != nil {
		return w.desk.checkCategory(*c.Category)
	}
	return nil
}

// reporter is the reporter with the parts that were given, nil when none was.
func (c Details) reporter(r model.Reporter) *model.Reporter {
	given := false
	for _, part := range []struct {
		into *string
		from *string
	}{{&r.Name, c.ReporterName}, {&r.Position, c.ReporterPosition}, {&r.Agency, c.ReporterAgency},
		{&r.Phone, c.ReporterPhone}, {&r.Email, c.ReporterEmail}} {
		if part.from != nil {
			*part.into = *part.from
			given = true
		}
	}
	if !given {
		return nil
	}
	return &r
}

// amended are the values of an amendment, and the fields in which desks disagree.
type amended struct {
	model.Values
	disputed []string
}

// settle is change for a field that several desks may have written at once.
func settle[T comparable](v amended, field string, given *T, stands T) {
	if given != nil && slices.Contains(v.disputed, field) {
		v.Values[field] = *given
		return
	}
	change(v.Values, field, given, stands)
}

// change adds a field that was given and differs from what stands.
func change[T comparable](v model.Values, field string, given *T, stands T) {
	if given != nil && *given != stands {
		v[field] = *given
	}
}
