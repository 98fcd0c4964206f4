package app

import (
	"slices"
	"strings"

	"siaga/model"
	"siaga/reports"
)

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

// papers are the documents about one incident that can carry a number.
var papers = append([]string{"resolution", "answer", "announcement"}, words(reports.OutwardKinds)...)

// NumberPaper gives an official document about an incident its number and date.
type NumberPaper struct {
	Incident IncidentRef   `json:"incident" need:"yes"`
	Paper    string        `json:"paper" need:"yes"`
	Number   string        `json:"number" need:"yes"`
	Date     model.Instant `json:"date"`
}

// Do is "number-paper".
func (NumberPaper) Do() string { return "number-paper" }

func (c NumberPaper) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	if !slices.Contains(papers, c.Paper) {
		return model.RefuseAt("paper", "refuse.choice", "Value", c.Paper, "Choices", strings.Join(papers, ", "))
	}
	if c.Number == "" {
		return model.RefuseAt("number", "refuse.required")
	}
	if !c.Date.Known() {
		c.Date = w.at
	}
	return w.write(i.ID, model.PaperNumbered{Paper: c.Paper, PaperNumber: model.PaperNumber{Number: c.Number, Date: c.Date}})
}
