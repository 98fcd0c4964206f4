package app

import (
	"cmp"
	"strings"

	"siaga/model"
)

// AddCustody records that a piece of evidence changed hands: one link of its
// chain of custody. Evidence is its row, "<desk>.<n>" as `siaga show --json`
// gives it; an ended incident still takes one. Without From
// it is whoever had the piece by then.
type AddCustody struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Evidence string      `json:"evidence" need:"yes"`
	From     string      `json:"from"`
	To       string      `json:"to" need:"yes"`
	Purpose  string      `json:"purpose" need:"yes"`
	Location string      `json:"location"`
}

// Do is "add-custody".
func (AddCustody) Do() string { return "add-custody" }

func (c AddCustody) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	if strings.TrimSpace(c.Evidence) == "" {
		return model.RefuseAt("evidence", "refuse.required")
	}
	row, _ := model.ParseMark(c.Evidence)
	v, known := i.EvidenceOf(row)
	if !known {
		return model.RefuseAt("evidence", "refuse.evidence-unknown")
	}
	return note(w, c.Incident, model.Noted{Custody: &model.Custody{At: w.at, Evidence: v.First(), From: cmp.Or(c.From, i.HeldAt(v, w.at)), To: c.To,
		Purpose: c.Purpose, Location: c.Location}})
}
