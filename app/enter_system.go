package app

import (
	"strings"

	"siaga/model"
)

// AddSystem enters a Sistem Elektronik. Answers are the ten letters A, B or C
// of the categorisation instrument; without a Class they decide it.
type AddSystem struct {
	Name         string        `json:"name" need:"yes"`
	Agency       AgencyRef     `json:"agency"`
	URL          string        `json:"url"`
	Description  string        `json:"description"`
	Manager      string        `json:"manager"`
	Answers      model.Answers `json:"answers"`
	Table        model.Table   `json:"table"`
	Class        model.Class   `json:"class"`
	Vital        bool          `json:"vital"`
	PersonalData bool          `json:"personalData"`
	Example      bool          `json:"example"`
}

// Do is "add-system".
func (AddSystem) Do() string { return "add-system" }

func (c AddSystem) decide(w *work) error {
	for _, s := range w.desk.systems {
		if strings.EqualFold(s.Name, strings.TrimSpace(c.Name)) {
			return model.RefuseAt("name", "refuse.name-taken", "Name", c.Name)
		}
	}
	agency, err := w.desk.findAgency("agency", c.Agency)
	if err != nil {
		return err
	}
	s := model.System{Name: strings.TrimSpace(c.Name), Agency: agency, URL: c.URL, Description: c.Description,
		Manager: c.Manager, Answers: c.Answers, Table: c.Table, Class: c.Class, Vital: c.Vital,
		PersonalData: c.PersonalData, Example: c.Example}
	if s.Table == "" {
		s.Table = w.desk.office.Table
	}
	fact, err := model.AddSystem(w.proposed(s))
	return w.enter("system", fact, err)
}

// proposed fills in the class that the answers give, and warns when the score
// is one on which the two threshold tables disagree.
func (w *work) proposed(s model.System) model.System {
	class, score, ok := s.Proposed()
	if !ok {
		return s
	}
	if s.Class == "" {
		s.Class = class
	}
	if model.Ambiguous(score) {
		w.done.Notice = &model.Refusal{Key: "notice.score-ambiguous", Field: "answers", Args: []any{"Score", score}}
	}
	return s
}

// AmendSystem corrects a Sistem Elektronik.
type AmendSystem struct {
	System       SystemRef      `json:"system" need:"yes"`
	Name         *string        `json:"name"`
	Agency       *AgencyRef     `json:"agency"`
	URL          *string        `json:"url"`
	Description  *string        `json:"description"`
	Manager      *string        `json:"manager"`
	Answers      *model.Answers `json:"answers"`
	Table        *model.Table   `json:"table"`
	Class        *model.Class   `json:"class"`
	Vital        *bool          `json:"vital"`
	PersonalData *bool          `json:"personalData"`
	Example      *bool          `json:"example"`
	Retired      *string        `json:"retired"`
}

// Do is "amend-system".
func (AmendSystem) Do() string { return "amend-system" }

func (c AmendSystem) decide(w *work) error {
	id, err := w.desk.findSystem("system", c.System)
	if err != nil {
		return err
	}
	s, ok := w.desk.systems[id]
	if !ok {
		return model.RefuseAt("system", "refuse.required")
	}
	v := model.Values{}
	change(v, "name", c.Name, s.Name)
	change(v, "url", c.URL, s.URL)
	change(v, "description", c.Description, s.Description)
	change(v, "manager", c.Manager, s.Manager)
	change(v, "answers", c.Answers, s.Answers)
	change(v, "table", c.Table, s.Table)
	change(v, "class", c.Class, s.Class)
	change(v, "vital", c.Vital, s.Vital)
	change(v, "personalData", c.PersonalData, s.PersonalData)
	change(v, "example", c.Example, s.Example)
	change(v, "retired", c.Retired, s.Retired)
	if err := w.desk.changeAgency(v, c.Agency, s.Agency); err != nil {
		return err
	}
	if err := firstRefusal(notEmptied(v, "name"), c.check(w, s)); err != nil {
		return err
	}
	return w.amend("system", id, v)
}

func (c AmendSystem) check(w *work, s model.System) error {
	if c.Answers != nil {
		s.Answers = *c.Answers
		w.proposed(s)
	}
	if c.Table != nil {
		s.Table = *c.Table
	}
	if c.Class != nil {
		s.Class = *c.Class
	}
	return model.CheckSystem(s.Class, s.Answers, s.Table)
}

func firstRefusal(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
