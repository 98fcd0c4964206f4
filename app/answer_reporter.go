package app

import "siaga/model"

// AnswerReporter records that the reporter was answered, which ends the
// response clock when it comes before the start of step 3.
type AnswerReporter struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Answer   string      `json:"answer"`
}

// Do is "answer-reporter".
func (AnswerReporter) Do() string { return "answer-reporter" }

func (c AnswerReporter) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	fact := model.Answered{At: w.at, Answer: c.Answer}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// CorrectStepTime corrects the instant of a passed step, with a reason.
type CorrectStepTime struct {
	Incident IncidentRef   `json:"incident" need:"yes"`
	Step     model.Step    `json:"step" need:"yes"`
	PassedAt model.Instant `json:"passedAt" need:"yes"`
	Reason   string        `json:"reason" need:"yes"`
}

// Do is "correct-step-time".
func (CorrectStepTime) Do() string { return "correct-step-time" }

func (c CorrectStepTime) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	fact := model.Retimed{Passage: model.Passage{Segment: i.Segment(), Step: c.Step, At: c.PassedAt}, Reason: c.Reason}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}
