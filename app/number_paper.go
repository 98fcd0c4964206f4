package app

import (
	"slices"
	"strings"

	"siaga/model"
	"siaga/reports"
)

// papers are the documents about one incident that can carry a number.
var papers = append([]string{"resolution", "answer", "announcement", model.CustodyRecord}, words(reports.OutwardKinds)...)

// NumberPaper gives an official document about an incident its number and date;
// Row is the handover that a custody-record is about.
type NumberPaper struct {
	Incident IncidentRef   `json:"incident" need:"yes"`
	Paper    string        `json:"paper" need:"yes"`
	Row      string        `json:"row"`
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
	paper, err := c.paper(i)
	if err != nil {
		return err
	}
	if c.Number == "" {
		return model.RefuseAt("number", "refuse.required")
	}
	if !c.Date.Known() {
		c.Date = w.at
	}
	return w.write(i.ID, model.PaperNumbered{Paper: paper, PaperNumber: model.PaperNumber{Number: c.Number, Date: c.Date}})
}

// paper is the name under which the number is kept: of a handover's record, with
// the handover.
func (c NumberPaper) paper(i model.Incident) (string, error) {
	if !slices.Contains(papers, c.Paper) {
		return "", model.RefuseAt("paper", "refuse.choice", "Value", c.Paper, "Choices", strings.Join(papers, ", "))
	}
	if c.Paper != model.CustodyRecord {
		return c.Paper, nil
	}
	row, _ := model.ParseMark(c.Row)
	handover, _, known := i.Handover(row)
	if !known {
		return "", model.RefuseAt("row", "refuse.custody-unknown")
	}
	return handover.Paper(), nil
}
