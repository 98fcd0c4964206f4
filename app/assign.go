package app

import (
	"slices"

	"siaga/model"
)

// Assign gives an incident to teams (V to VIII) and persons, or relieves them.
type Assign struct {
	Incident      IncidentRef `json:"incident" need:"yes"`
	Teams         []string    `json:"teams"`
	Persons       []PersonRef `json:"persons"`
	RemoveTeams   []string    `json:"removeTeams"`
	RemovePersons []PersonRef `json:"removePersons"`
}

// Do is "assign".
func (Assign) Do() string { return "assign" }

func (c Assign) decide(w *work) error {
	i, err := w.incident(c.Incident)
	if err != nil {
		return err
	}
	fact, err := c.fact(w, i)
	if err != nil {
		return err
	}
	if err := fact.Check(i); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

// add is Assign as part of another order: nothing to do is no mistake.
func (c Assign) add(w *work, i model.Incident) error {
	fact, err := c.fact(w, i)
	if err != nil || len(fact.Values()) == 0 {
		return err
	}
	if err := fact.Check(i); err != nil {
		return err
	}
	return w.write(i.ID, fact)
}

func (c Assign) fact(w *work, i model.Incident) (model.Assigned, error) {
	add, err := w.desk.findPersons("persons", c.Persons)
	if err != nil {
		return model.Assigned{}, err
	}
	remove, err := w.desk.findPersons("removePersons", c.RemovePersons)
	if err != nil {
		return model.Assigned{}, err
	}
	var has []string
	for _, p := range i.Persons {
		has = append(has, string(p))
	}
	return model.Assigned{
		Teams:   model.SetChange{Add: without(c.Teams, i.Teams), Remove: within(c.RemoveTeams, i.Teams)},
		Persons: model.SetChange{Add: without(add, has), Remove: within(remove, has)},
	}, nil
}

func without(names, has []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(has, n) })
}

func within(names, has []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !slices.Contains(has, n) })
}
