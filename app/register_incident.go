package app

import (
	"strings"

	"siaga/model"
)

// RegisterIncident takes in a report: steps 1 of Lampiran III, and the start of
// the response clock. Four fields are enough; the rest may follow.
type RegisterIncident struct {
	ReporterName     string        `json:"reporterName" need:"yes"`
	ReporterPosition string        `json:"reporterPosition"`
	ReporterAgency   string        `json:"reporterAgency"`
	ReporterPhone    string        `json:"reporterPhone"`
	ReporterEmail    string        `json:"reporterEmail"`
	Agency           AgencyRef     `json:"agency"`
	Description      string        `json:"description" need:"yes"`
	Title            string        `json:"title"`
	Channel          model.Channel `json:"channel"`
	System           SystemRef     `json:"system"`
	Affected         string        `json:"affected"`
	Class            model.Class   `json:"class"`
	Category         string        `json:"category"`
	TLP              model.TLP     `json:"tlp"`
	Crime            bool          `json:"crime"`
	DataBreach       bool          `json:"dataBreach"`
	HappenedAt       model.Instant `json:"happenedAt"`
	KnownAt          model.Instant `json:"knownAt"`
	ReportedAt       model.Instant `json:"reportedAt"`
	ReceivedAt       model.Instant `json:"receivedAt"`
}

// Do is "register-incident".
func (RegisterIncident) Do() string { return "register-incident" }

func (c RegisterIncident) decide(w *work) error {
	fact, err := c.fact(w)
	if err != nil {
		return err
	}
	if err := fact.Check(w.now); err != nil {
		return err
	}
	if err := w.desk.checkCategory(c.Category); err != nil {
		return err
	}
	id, err := w.create("incident")
	if err != nil {
		return err
	}
	fact.Ticket = w.desk.nextTicket(fact.ReceivedAt)
	w.done.Ticket = fact.Ticket
	return w.write(id, fact)
}

// fact completes what was told: the receipt is the deed's instant, the system
// brings its owner, class and marks, and a title is the first words.
func (c RegisterIncident) fact(w *work) (model.Registered, error) {
	agency, err := w.desk.findAgency("agency", c.Agency)
	if err != nil {
		return model.Registered{}, err
	}
	system, err := w.desk.findSystem("system", c.System)
	if err != nil {
		return model.Registered{}, err
	}
	r := model.Registered{
		Title: c.Title, Description: c.Description, Channel: c.Channel, Agency: agency, System: system,
		Reporter: model.Reporter{Name: strings.TrimSpace(c.ReporterName), Position: c.ReporterPosition,
			Agency: c.ReporterAgency, Phone: c.ReporterPhone, Email: c.ReporterEmail},
		Affected: c.Affected, HappenedAt: c.HappenedAt, KnownAt: c.KnownAt, ReportedAt: c.ReportedAt,
		ReceivedAt: c.ReceivedAt, Class: c.Class, Category: c.Category, TLP: c.TLP, Crime: c.Crime, Breach: c.DataBreach,
	}
	if !r.ReceivedAt.Known() {
		r.ReceivedAt = w.at
	}
	r.Policy = w.desk.office.PolicyAt(r.ReceivedAt)
	if r.TLP == "" {
		r.TLP = model.TLPAmber
	}
	if r.Title == "" {
		r.Title = firstWords(c.Description, 80)
	}
	if r.Description == "" {
		r.Description = r.Title
	}
	w.desk.completeFromSystem(&r)
	return r, nil
}

func (d *Desk) completeFromSystem(r *model.Registered) {
	s, ok := d.systems[r.System]
	if !ok {
		return
	}
	r.Personal, r.Vital = s.PersonalData, s.Vital
	if r.Agency == "" {
		r.Agency = s.Agency
	}
	if r.Class == "" {
		r.Class = s.Class
	}
}

// firstWords cuts a text at a word's end, after at most limit runes.
func firstWords(text string, limit int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	cut := string(runes[:limit])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

func (d *Desk) checkCategory(code string) error {
	if code == "" {
		return nil
	}
	if _, ok := d.office.Category(code); !ok {
		return model.RefuseAt("category", "refuse.category", "Value", code)
	}
	return nil
}

// nextTicket is the desk's next number in the year of receipt, as the office's
// zone counts years.
func (d *Desk) nextTicket(received model.Instant) model.Ticket {
	year := received.Time().In(d.zone).Year()
	return model.NewTicket(d.office.TicketPrefix, year, d.letter, d.counts[series{d.letter, year}]+1)
}
