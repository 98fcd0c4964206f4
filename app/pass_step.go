package app

import "siaga/model"

// PassStep says that the present step is done, together with what it asks for:
// the details, the class (step 2), the teams (step 5), an action (step 7).
// Passing step 4 answers "Ya"; passing step 9 closes and announces.
type PassStep struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Step     model.Step  `json:"step" need:"yes"`
	Note     string      `json:"note"`
	Class    model.Class `json:"class"`
	Teams    []string    `json:"teams"`
	Persons  []PersonRef `json:"persons"`

	ActionPhase model.ActionPhase `json:"actionPhase"` // of the action in ActionText
	ActionText  string            `json:"actionText"`
	Details
}

// Do is "pass-step".
func (PassStep) Do() string { return "pass-step" }

func (c PassStep) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	if err := i.Open(); err != nil {
		return err
	}
	if err := c.fillIn(w, i); err != nil {
		return c.own(err)
	}
	if i, err = w.read(i.ID); err != nil {
		return err
	}
	fact := model.Passed{Segment: i.Segment(), Step: c.Step, At: w.at, Note: c.Note}
	if err := fact.Check(i, w.now); err != nil {
		return c.own(err)
	}
	return w.write(i.ID, fact)
}

// own names a refusal about an action by the fields of this order.
func (PassStep) own(err error) error {
	names := map[string]string{"phase": "actionPhase", "text": "actionText", "actions": "actionText"}
	if r, ok := model.AsRefusal(err); ok && names[r.Field] != "" {
		return &model.Refusal{Key: r.Key, Field: names[r.Field], Args: r.Args}
	}
	return err
}

// fillIn writes what came with the step before the step itself is checked.
func (c PassStep) fillIn(w *work, i model.Incident) error {
	fields, err := c.Details.values(w, i)
	if err != nil {
		return err
	}
	if len(fields) > 0 {
		if err := w.amendIncident(i, fields, "note", c.Note); err != nil {
			return err
		}
	}
	if c.Class != "" && c.Class != i.Class {
		fact := model.Classified{Class: c.Class, At: w.at, Reason: c.Note}
		if err := fact.Check(i, w.now); err != nil {
			return err
		}
		if err := w.write(i.ID, fact); err != nil {
			return err
		}
	}
	if c.ActionText != "" {
		action := AddAction{Incident: c.Incident, Phase: c.ActionPhase, Text: c.ActionText}
		if err := action.decide(w); err != nil {
			return err
		}
	}
	return Assign{Incident: c.Incident, Teams: c.Teams, Persons: c.Persons}.add(w, i)
}
