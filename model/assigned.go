package model

import "slices"

// Assigned is the fact that teams and persons were given an incident or
// relieved of it, one by one.
type Assigned struct {
	Teams   SetChange
	Persons SetChange
}

// Kind is "incident.assigned".
func (Assigned) Kind() Kind { return "incident.assigned" }

// Check refuses unknown teams and changing nothing.
func (a Assigned) Check(i Incident) error {
	if err := i.Open(); err != nil {
		return err
	}
	for _, team := range a.Teams.Add {
		if !slices.Contains(HandlingTeams, team) {
			return RefuseAt("teams", "refuse.team", "Value", team)
		}
	}
	if len(a.Teams.Add)+len(a.Teams.Remove)+len(a.Persons.Add)+len(a.Persons.Remove) == 0 {
		return Refuse("refuse.nothing-changed")
	}
	return nil
}

// Values writes the additions and removals.
func (a Assigned) Values() Values {
	v := Values{}
	if len(a.Teams.Add)+len(a.Teams.Remove) > 0 {
		v["teams"] = a.Teams
	}
	if len(a.Persons.Add)+len(a.Persons.Remove) > 0 {
		v["persons"] = a.Persons
	}
	return v
}

// Linked is the fact that related incidents, further systems or addresses were
// added or taken away.
type Linked struct {
	Links   SetChange
	Systems SetChange
}

// Kind is "incident.linked".
func (Linked) Kind() Kind { return "incident.linked" }

// Values writes the additions and removals.
func (l Linked) Values() Values {
	v := Values{}
	if len(l.Links.Add)+len(l.Links.Remove) > 0 {
		v["links"] = l.Links
	}
	if len(l.Systems.Add)+len(l.Systems.Remove) > 0 {
		v["systems"] = l.Systems
	}
	return v
}
