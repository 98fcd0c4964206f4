package app

import (
	"cmp"

	"siaga/model"
)

// AddChronology adds a row to the chronology: what happened, at the order's
// instant.
type AddChronology struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Text     string      `json:"text" need:"yes"`
}

// Do is "add-chronology".
func (AddChronology) Do() string { return "add-chronology" }

func (c AddChronology) decide(w *work) error {
	return note(w, c.Incident, model.Noted{Occurrence: &model.Occurrence{At: w.at, Text: c.Text}})
}

// AddAction adds something that was done against the incident, by phase.
type AddAction struct {
	Incident IncidentRef       `json:"incident" need:"yes"`
	Phase    model.ActionPhase `json:"phase" need:"yes"`
	Text     string            `json:"text" need:"yes"`
}

// Do is "add-action".
func (AddAction) Do() string { return "add-action" }

func (c AddAction) decide(w *work) error {
	return note(w, c.Incident, model.Noted{Action: &model.Action{At: w.at, Phase: c.Phase, Text: c.Text}})
}

// AddNote adds a remark; an ended incident still takes one.
type AddNote struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Text     string      `json:"text" need:"yes"`
}

// Do is "add-note".
func (AddNote) Do() string { return "add-note" }

func (c AddNote) decide(w *work) error {
	return note(w, c.Incident, model.Noted{Note: &model.Note{At: w.at, Text: c.Text}})
}

// AddCustody records that a piece of evidence changed hands: one link of its
// chain of custody. Evidence is its row, "<desk>.<n>" as `siaga show --json`
// gives it; an ended incident still takes one. Without From it is whoever had the
// piece by then.
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
	row, _ := model.ParseMark(c.Evidence)
	v, known := i.EvidenceOf(row)
	if !known {
		return model.RefuseAt("evidence", "refuse.evidence-unknown")
	}
	return note(w, c.Incident, model.Noted{Custody: &model.Custody{At: w.at, Evidence: v.First(), From: cmp.Or(c.From, i.Holder(v, w.at)), To: c.To,
		Purpose: c.Purpose, Location: c.Location}})
}

// AddNotice records that a duty of reporting was fulfilled: to whom, by which
// letter; an ended incident still takes one.
type AddNotice struct {
	Incident IncidentRef     `json:"incident" need:"yes"`
	To       model.Addressee `json:"addressee" need:"yes"`
	Number   string          `json:"number"`
	Text     string          `json:"text"`
}

// Do is "add-notice".
func (AddNotice) Do() string { return "add-notice" }

func (c AddNotice) decide(w *work) error {
	return note(w, c.Incident, model.Noted{Notice: &model.Notice{At: w.at, To: c.To, Number: c.Number, Text: c.Text}})
}

func note(w *work, ref IncidentRef, fact model.Noted) error {
	i, err := w.incident(ref)
	if err != nil {
		return err
	}
	if err := fact.Check(i, w.now); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// WithdrawRow withdraws a row of the chronology, actions, notes, evidence or
// notices with a reason; it stays in the history. Row is "<desk>.<n>" as
// `siaga show --json` gives it.
type WithdrawRow struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Row      string      `json:"row" need:"yes"`
	Reason   string      `json:"reason" need:"yes"`
}

// Do is "withdraw-row".
func (WithdrawRow) Do() string { return "withdraw-row" }

func (c WithdrawRow) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	mark, _ := model.ParseMark(c.Row)
	if !i.HasRow(mark) {
		return model.RefuseAt("row", "refuse.row-unknown")
	}
	fact := model.Withdrawn{Row: mark, Reason: c.Reason}
	if err := fact.Check(i); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// LinkIncident joins related incidents, or parts them.
type LinkIncident struct {
	Incident IncidentRef   `json:"incident" need:"yes"`
	To       []IncidentRef `json:"links"`
	Systems  []SystemRef   `json:"systems"`
	Remove   []IncidentRef `json:"remove"`
}

// Do is "link-incident".
func (LinkIncident) Do() string { return "link-incident" }

func (c LinkIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	var fact model.Linked
	if fact.Links.Add, err = w.desk.findIncidents("links", c.To); err != nil {
		return err
	}
	if fact.Links.Remove, err = w.desk.findIncidents("remove", c.Remove); err != nil {
		return err
	}
	for _, ref := range c.Systems {
		id, err := w.desk.findSystem("systems", ref)
		if err != nil {
			return err
		}
		fact.Systems.Add = append(fact.Systems.Add, string(id))
	}
	fact.Links = model.SetChange{Add: without(fact.Links.Add, i.Links), Remove: within(fact.Links.Remove, i.Links)}
	if len(fact.Values()) == 0 {
		return model.Refuse("refuse.nothing-changed")
	}
	return w.write(i.ID, fact)
}

func (d *Desk) findIncidents(field string, refs []IncidentRef) ([]string, error) {
	var out []string
	for _, ref := range refs {
		id, err := d.findIncident(field, ref)
		if err != nil {
			return nil, err
		}
		out = append(out, string(id))
	}
	return out, nil
}
