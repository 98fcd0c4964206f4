package app

import "siaga/model"

// TagIncident gives an incident tags, or takes some from it; one that another
// incident has in other capitals is spelled as there.
type TagIncident struct {
	Incident IncidentRef `json:"incident" need:"yes"`
	Add      []string    `json:"add"`
	Remove   []string    `json:"remove"`
}

// Do is "tag-incident".
func (TagIncident) Do() string { return "tag-incident" }

func (c TagIncident) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	fact := model.Tagged{Tags: model.SetChange{
		Add:    w.desk.asSpelled(i.TagsLacking(model.CleanTags(c.Add))),
		Remove: i.TagsAmong(model.CleanTags(c.Remove)),
	}}
	if err := fact.Check(); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}
