package model

// System is a Sistem Elektronik: its owner, and its class by the ten questions.
type System struct {
	ID           SystemID `json:"id"`
	Name         string   `json:"name"`
	Agency       AgencyID `json:"agency,omitempty"`
	URL          string   `json:"url,omitempty"`
	Description  string   `json:"description,omitempty"`
	Manager      string   `json:"manager,omitempty"` // pengelola, as told
	Answers      Answers  `json:"answers,omitempty"`
	Table        Table    `json:"table,omitempty"`
	Class        Class    `json:"class,omitempty"` // as decided; the ten answers propose it
	Vital        bool     `json:"vital,omitempty"`
	PersonalData bool     `json:"personalData,omitempty"`
	Example      bool     `json:"example,omitempty"`
	Retired      string   `json:"retired,omitempty"`
}

// SystemFields are the registers of a system.
var SystemFields = []Field[System]{
	{"name", false, func(s *System) any { return &s.Name }},
	{"agency", false, func(s *System) any { return &s.Agency }},
	{"url", false, func(s *System) any { return &s.URL }},
	{"description", false, func(s *System) any { return &s.Description }},
	{"manager", true, func(s *System) any { return &s.Manager }},
	{"answers", false, func(s *System) any { return &s.Answers }},
	{"table", false, func(s *System) any { return &s.Table }},
	{"class", false, func(s *System) any { return &s.Class }},
	{"vital", false, func(s *System) any { return &s.Vital }},
	{"personalData", false, func(s *System) any { return &s.PersonalData }},
	{"example", false, func(s *System) any { return &s.Example }},
	{"retired", false, func(s *System) any { return &s.Retired }},
}

// SystemOf reads a folded subject as a system.
func SystemOf(s *Subject) System {
	sys := System{ID: s.ID}
	readInto(s, &sys, SystemFields)
	return sys
}

// AddSystem is the fact that a system was entered; it refuses a missing name,
// an unknown class and answers that are not ten of A, B, C.
func AddSystem(s System) (Record, error) {
	v := Values{"name": s.Name}
	v.put("agency", s.Agency).put("url", s.URL).put("description", s.Description).put("manager", s.Manager).
		put("answers", s.Answers).put("table", s.Table).put("class", s.Class).put("vital", s.Vital).
		put("personalData", s.PersonalData).put("example", s.Example)
	return Record{"system.added", v}, firstError(filled("name", s.Name), CheckSystem(s.Class, s.Answers, s.Table))
}

// CheckSystem refuses an unknown class or table, and answers that are neither
// empty nor ten of A, B, C.
func CheckSystem(class Class, answers Answers, table Table) error {
	if answers != "" {
		if _, err := Score(answers); err != nil {
			return err
		}
	}
	return firstError(choose("class", class, Classes), choose("table", table, Tables))
}

// Proposed is the class that the ten answers give under the chosen table, with
// the score; ok is false without answers.
func (s System) Proposed() (class Class, score int, ok bool) {
	score, err := Score(s.Answers)
	if err != nil {
		return "", 0, false
	}
	return ClassOf(score, s.Table), score, true
}
