package ui

import (
	"strings"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// maxFound bounds what the palette offers at once.
const maxFound = 30

// palette goes anywhere: places, incidents, persons, systems.
func (s *shell) palette() {
	targets := map[string]place.Route{}
	widgets.Palette{
		Placeholder: s.around.T("shell.palette"),
		Nothing:     s.around.T("shell.palette-nothing"),
		Find: func(query string) []widgets.Choice {
			clear(targets)
			return s.find(query, targets)
		},
		OnOpen: func(c widgets.Choice) { s.goTo(targets[c.Key]) },
	}.Show(s.window.window.Canvas())
}

// find offers what fits a query and remembers where each leads.
func (s *shell) find(query string, targets map[string]place.Route) []widgets.Choice {
	var out []widgets.Choice
	add := func(c widgets.Choice, r place.Route) {
		targets[c.Key] = r
		out = append(out, c)
	}
	for _, p := range s.commands() {
		if strings.Contains(strings.ToLower(p.choice.Title), strings.ToLower(query)) {
			add(p.choice, p.route)
		}
	}
	if query == "" {
		return out
	}
	for _, r := range first(s.desk.Search(app.Filter{Text: query}), maxFound) {
		add(widgets.Choice{Key: string(r.ID), Title: r.Title, Subtitle: string(r.Ticket), Icon: look.IconIncidents},
			place.Route{Place: place.Incidents, Subject: r.ID})
	}
	for _, m := range s.people() {
		if contains(m.Name, query) {
			add(widgets.Choice{Key: string(m.ID), Title: m.Name, Subtitle: m.JobTitle, Icon: look.IconPerson},
				place.Route{Place: place.People, Subject: m.ID})
		}
	}
	for _, y := range s.desk.Systems() {
		if contains(y.Name+" "+y.URL, query) {
			add(widgets.Choice{Key: string(y.ID), Title: y.Name, Subtitle: y.URL, Icon: look.IconSystems},
				place.Route{Place: place.Systems, Subject: y.ID})
		}
	}
	return first(out, maxFound)
}

type target struct {
	choice widgets.Choice
	route  place.Route
}

// commands are the new incident, the places, the parts of the exchange, and a
// new policy of times.
func (s *shell) commands() []target {
	out := []target{{
		widgets.Choice{Key: "intake", Title: s.around.T("shell.new-incident"), Subtitle: "Ctrl+N", Icon: look.IconAdd},
		place.Route{Place: place.Incidents, Part: "intake"},
	}}
	for _, part := range []string{"send", "desks", "backup"} {
		out = append(out, target{
			widgets.Choice{Key: "exchange." + part, Title: s.around.T("exchange.part." + part), Subtitle: s.around.Book.Word(place.Exchange), Icon: look.IconExchange},
			place.Route{Place: place.Exchange, Part: part},
		})
	}
	out = append(out, target{
		widgets.Choice{Key: "times.new", Title: s.around.T("settings.times.new"), Subtitle: s.around.T("settings.part.times"), Icon: look.IconSettings},
		place.Route{Place: place.Settings, Part: "times.new"},
	})
	for _, p := range places {
		out = append(out, target{
			widgets.Choice{Key: string(p.name), Title: s.around.Book.Word(p.name), Icon: p.icon},
			place.Route{Place: p.name},
		})
	}
	return out
}

// people are those who are still to choose from.
func (s *shell) people() []model.Person {
	var out []model.Person
	for _, p := range s.desk.People() {
		if p.Retired == "" {
			out = append(out, p)
		}
	}
	return out
}

// changeSitter asks who is at the desk from now on.
func (s *shell) changeSitter() {
	var choices []widgets.Choice
	for _, p := range s.people() {
		choices = append(choices, widgets.Choice{Key: string(p.ID), Title: p.Name, Subtitle: p.JobTitle, Icon: look.IconPerson})
	}
	widgets.Palette{
		Placeholder: s.around.T("shell.sitter"),
		Nothing:     s.around.T("shell.sitter-nobody"),
		Find:        func(query string) []widgets.Choice { return widgets.Matching(choices, query) },
		OnOpen: func(c widgets.Choice) {
			if err := s.desk.Sit(app.PersonRef(c.Key)); err != nil {
				s.around.Fail(err)
				return
			}
			s.window.redress()
		},
	}.Show(s.window.window.Canvas())
}

func contains(text, query string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(query))
}

func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }
