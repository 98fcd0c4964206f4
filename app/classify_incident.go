package app

import "siaga/model"

// ClassifyIncident decides the class of the affected Sistem Elektronik, at
// first or anew; a change needs a reason.
type ClassifyIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Class    model.Class `json:"class" need:"yes"`
	Reason   string      `json:"reason"`
}

// Do is "classify-incident".
func (ClassifyIncident) Do() string { return "classify-incident" }

func (c ClassifyIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	fact := model.Classified{Class: c.Class, At: w.at, Reason: c.Reason}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}
