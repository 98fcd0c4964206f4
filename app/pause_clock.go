package app

import "siaga/model"

// PauseClock stops the resolution clock for a reason from the list, until an
// expected instant. The response clock cannot be paused.
type PauseClock struct {
	Incident IncidentRef       `json:"incident" need:"yes"`
	Reason   model.PauseReason `json:"reason" need:"yes"`
	Expected model.Instant     `json:"expected" need:"yes"`
	Note     string            `json:"note"`
}

// Do is "pause-clock".
func (PauseClock) Do() string { return "pause-clock" }

func (c PauseClock) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	id, err := model.NewID(w.desk.random)
	if err != nil {
		return err
	}
	fact := model.PauseBegun{Pause: model.Pause{ID: id, From: w.at, Expected: c.Expected, Reason: c.Reason, Note: c.Note}}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// ResumeClock lets the resolution clock run again.
type ResumeClock struct {
	Incident IncidentRef `json:"incident" need:"yes"`
}

// Do is "resume-clock".
func (ResumeClock) Do() string { return "resume-clock" }

func (c ResumeClock) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	paused, _ := i.PausedNow()
	fact := model.PauseEnded{ID: paused.ID, At: w.at}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}
