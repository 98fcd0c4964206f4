package incidents

import (
	"siaga/locales"
	"siaga/model"
	"siaga/ui/widgets"
)

// names are the words for everything an incident refers to, read once for many rows.
type names struct {
	agencies   map[model.AgencyID]string
	systems    map[model.SystemID]model.System
	people     map[model.PersonID]string
	categories map[string]string
}

func (p *Page) readNames() names {
	n := names{map[model.AgencyID]string{}, map[model.SystemID]model.System{}, map[model.PersonID]string{}, map[string]string{}}
	for _, a := range p.desk.Agencies() {
		n.agencies[a.ID] = a.Label()
	}
	for _, s := range p.desk.Systems() {
		n.systems[s.ID] = s
	}
	for _, person := range p.desk.People() {
		n.people[person.ID] = person.Name
	}
	for _, c := range p.desk.Office().Categories {
		n.categories[c.Code] = p.Book.Category(c)
	}
	return n
}

// category is the name of a code, the code itself when the office dropped it.
func (n names) category(code string) string {
	if name := n.categories[code]; name != "" {
		return name
	}
	return code
}

// system is the affected system: from the list, or as it was told.
func (n names) system(id model.SystemID, told string) string {
	if s, known := n.systems[id]; known {
		return s.Name
	}
	return told
}

func (n names) persons(ids []model.PersonID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = n.people[id]
	}
	return out
}

// worded is a closed set's value with its word.
type worded interface {
	~string
	locales.Worded
}

// choicesOf are a closed set to choose from; its own codes are the keys.
func choicesOf[T worded](p *Page, set []T) []widgets.Choice {
	out := make([]widgets.Choice, len(set))
	for i, v := range set {
		out[i] = widgets.Choice{Key: string(v), Title: p.Book.Word(v)}
	}
	return out
}

func (p *Page) agencyChoices() (out []widgets.Choice) {
	for _, a := range p.desk.Agencies() {
		if a.Retired == "" {
			out = append(out, widgets.Choice{Key: string(a.ID), Title: a.Name, Subtitle: a.Short})
		}
	}
	return out
}

func (p *Page) systemChoices() (out []widgets.Choice) {
	for _, s := range p.desk.Systems() {
		if s.Retired == "" {
			out = append(out, widgets.Choice{Key: string(s.ID), Title: s.Name, Subtitle: p.names.agencies[s.Agency]})
		}
	}
	return out
}

func (p *Page) personChoices() (out []widgets.Choice) {
	for _, person := range p.desk.People() {
		if person.Retired == "" {
			out = append(out, widgets.Choice{Key: string(person.ID), Title: person.Name, Subtitle: person.JobTitle})
		}
	}
	return out
}

func (p *Page) categoryChoices() (out []widgets.Choice) {
	for _, c := range p.desk.Office().Categories {
		out = append(out, widgets.Choice{Key: c.Code, Title: p.Book.Category(c), Subtitle: c.Code + " · " + p.T(model.TeamKey(c.Team))})
	}
	return out
}

func (p *Page) teamChoices() (out []widgets.Choice) {
	for _, team := range model.HandlingTeams {
		out = append(out, widgets.Choice{Key: team, Title: p.T(model.TeamKey(team))})
	}
	return out
}

// incidentChoices are all incidents but one, to choose by ticket or title.
func (p *Page) incidentChoices(but model.IncidentID, rows []*model.Row) (out []widgets.Choice) {
	for _, r := range rows {
		if r.ID != but {
			out = append(out, widgets.Choice{Key: string(r.ID), Title: string(r.Ticket), Subtitle: r.Title})
		}
	}
	return out
}
