package app

import (
	"maps"
	"slices"
	"strings"

	"siaga/model"
)

// UnmergeIncidents takes a merge back: the merged ticket lives again where it
// stood, and the other one gets back what it had, but for what somebody has
// changed there since; that stays, and Done.Notice names it.
type UnmergeIncidents struct {
	Incident IncidentRef `json:"incident" need:"yes"` // the one that was merged into another
	Reason   string      `json:"reason" need:"yes"`
}

// Do is "unmerge-incidents".
func (UnmergeIncidents) Do() string { return "unmerge-incidents" }

func (c UnmergeIncidents) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	s, err := w.subject(i.ID)
	if err != nil {
		return err
	}
	merges, _ := model.Merges(s)
	if err := w.checkParting(i, merges, c.Reason); err != nil {
		return err
	}
	var stays model.FieldNames
	joined := byTicket(merges)
	for _, into := range slices.Sorted(maps.Keys(joined)) {
		kept, err := w.part(into, joined[into], model.Parting{With: i.ID, At: w.at, Reason: c.Reason})
		if err != nil {
			return err
		}
		stays = append(stays, kept...)
	}
	if len(stays) > 0 {
		w.done.Notice = &model.Refusal{Key: "notice.unmerge-stays", Args: []any{"Ticket", string(w.desk.ticketOf(merges[0].Duplicate)), "Fields", stays}}
	}
	return w.write(i.ID, model.PartedFrom(s, model.Parting{With: merges[0].Duplicate, At: w.at, Reason: c.Reason}))
}

// byTicket are the events of merges by the ticket that they were written to.
// Desks can have merged one ticket at once, also into different ones.
func byTicket(merges []model.Ending) map[model.IncidentID][]model.Mark {
	joined := map[model.IncidentID][]model.Mark{}
	for _, e := range merges {
		joined[e.Duplicate] = append(joined[e.Duplicate], e.Joined...)
	}
	return joined
}

// checkParting refuses what was not merged, a missing reason, and a ticket on
// the other side that is not here, was merged further, or has ended.
func (w *work) checkParting(i model.Incident, merges []model.Ending, reason string) error {
	if len(merges) == 0 {
		return model.RefuseAt("incident", "refuse.not-merged", "Ticket", string(i.Ticket))
	}
	if strings.TrimSpace(reason) == "" {
		return model.RefuseAt("reason", "refuse.reason")
	}
	for _, e := range merges {
		row, here := w.desk.rows[e.Duplicate]
		if !here {
			return model.RefuseAt("incident", "refuse.unmerge-elsewhere", "Ticket", string(i.Ticket))
		}
		if row.Outcome == "" {
			continue
		}
		into, err := w.read(row.ID)
		if err != nil {
			return err
		}
		further, merged := into.Merged()
		switch {
		case !merged:
			return model.RefuseAt("incident", "refuse.unmerge-ended", "Ticket", string(row.Ticket), "Outcome", row.Outcome)
		case !w.desk.trail(i.ID).Circle:
			return model.RefuseAt("incident", "refuse.unmerge-further", "Ticket", string(row.Ticket), "Other", string(w.desk.ticketOf(further.Duplicate)))
		}
	}
	return nil
}

// part takes the events of a merge back from the ticket they were written to.
func (w *work) part(into model.IncidentID, joined []model.Mark, p model.Parting) (stays model.FieldNames, err error) {
	events, err := w.desk.eventsOf(into)
	if err != nil {
		return nil, err
	}
	fact, stays := model.PartedInto(events, joined, p)
	return stays, w.write(into, fact)
}
