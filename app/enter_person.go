package app

import (
	"strings"

	"siaga/model"
)

// AddPerson enters somebody the office works with. A second entry of the same
// name is refused, so that names stay references.
type AddPerson struct {
	Name     string    `json:"name" need:"yes"`
	NIP      string    `json:"nip"`
	Rank     string    `json:"rank"`
	JobTitle string    `json:"jobTitle"`
	Agency   AgencyRef `json:"agency"`
	Phone    string    `json:"phone"`
	Email    string    `json:"email"`
	Example  bool      `json:"example"`
}

// Do is "add-person".
func (AddPerson) Do() string { return "add-person" }

func (c AddPerson) decide(w *work) error {
	for _, p := range w.desk.people {
		if strings.EqualFold(p.Name, strings.TrimSpace(c.Name)) {
			return model.RefuseAt("name", "refuse.name-taken", "Name", c.Name)
		}
	}
	agency, err := w.desk.findAgency("agency", c.Agency)
	if err != nil {
		return err
	}
	fact, err := model.AddPerson(model.Person{Name: strings.TrimSpace(c.Name), NIP: strings.ReplaceAll(c.NIP, " ", ""),
		Rank: c.Rank, JobTitle: c.JobTitle, Agency: agency, Phone: c.Phone, Email: c.Email, Example: c.Example})
	return w.enter("person", fact, err)
}

// enter creates a subject with its first fact.
func (w *work) enter(kind string, fact model.Fact, err error) error {
	if err != nil {
		return err
	}
	id, err := w.create(kind)
	if err != nil {
		return err
	}
	return w.write(id, fact)
}

// amend corrects fields of a subject that is not an incident.
func (w *work) amend(kind string, id model.SubjectID, fields model.Values) error {
	s, err := w.subject(id)
	if err != nil {
		return err
	}
	fact, err := model.Amend(kind, s.Restated(fields))
	if err != nil {
		return err
	}
	w.done.ID = id
	return w.write(id, fact)
}

// AmendPerson corrects a person; Retired says why somebody is no longer to
// choose from.
type AmendPerson struct {
	Person   PersonRef  `json:"person" need:"yes"`
	Name     *string    `json:"name"`
	NIP      *string    `json:"nip"`
	Rank     *string    `json:"rank"`
	JobTitle *string    `json:"jobTitle"`
	Agency   *AgencyRef `json:"agency"`
	Phone    *string    `json:"phone"`
	Email    *string    `json:"email"`
	Example  *bool      `json:"example"`
	Retired  *string    `json:"retired"`
}

// Do is "amend-person".
func (AmendPerson) Do() string { return "amend-person" }

func (c AmendPerson) decide(w *work) error {
	id, err := w.desk.findPerson("person", c.Person)
	if err != nil {
		return err
	}
	p, ok := w.desk.people[id]
	if !ok {
		return model.RefuseAt("person", "refuse.required")
	}
	v := model.Values{}
	change(v, "name", c.Name, p.Name)
	if c.NIP != nil {
		nip := strings.ReplaceAll(*c.NIP, " ", "")
		if err := model.CheckNIP(nip); err != nil {
			return err
		}
		change(v, "nip", &nip, p.NIP)
	}
	change(v, "rank", c.Rank, p.Rank)
	change(v, "jobTitle", c.JobTitle, p.JobTitle)
	change(v, "phone", c.Phone, p.Phone)
	change(v, "email", c.Email, p.Email)
	change(v, "example", c.Example, p.Example)
	change(v, "retired", c.Retired, p.Retired)
	if err := w.desk.changeAgency(v, c.Agency, p.Agency); err != nil {
		return err
	}
	if err := notEmptied(v, "name"); err != nil {
		return err
	}
	return w.amend("person", id, v)
}

func (d *Desk) changeAgency(v model.Values, given *AgencyRef, stands model.AgencyID) error {
	if given == nil {
		return nil
	}
	id, err := d.findAgency("agency", *given)
	change(v, "agency", &id, stands)
	return err
}

func notEmptied(v model.Values, field string) error {
	if text, ok := v[field].(string); ok && strings.TrimSpace(text) == "" {
		return model.RefuseAt(field, "refuse.required")
	}
	return nil
}
