package ui

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"siaga/app"
	"siaga/model"
)

// compareOffices compares all that two desks show: incidents by ticket with
// their course and clocks, and everybody and everything else by name.
// Identities and marks differ between desks and are told as names.
func compareOffices(t *testing.T, orders, window *app.Desk) {
	t.Helper()
	want, got := seen(t, orders), seen(t, window)
	if len(want) != len(got) {
		t.Errorf("orders made %d things, the window %d", len(want), len(got))
	}
	for i := range min(len(want), len(got)) {
		for line, told := range want[i] {
			if line >= len(got[i]) || got[i][line] != told {
				t.Errorf("%s: orders give %q, the window %q", want[i][0], told, strings.Join(got[i][line:min(line+1, len(got[i]))], ""))
			}
		}
	}
	t.Logf("%d incidents, people, systems, agencies, seats and duties compared", len(want))
}

// seen is each thing that a desk shows, its name first, then line by line.
func seen(t *testing.T, d *app.Desk) (all [][]string) {
	t.Helper()
	byName, mark := namesOf(t, d), regexp.MustCompile(`"`+string(d.Desks()[0].Desk)+`",\s*\d+`)
	add := func(name string, value any) {
		text, err := json.MarshalIndent(value, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, append([]string{name}, strings.Split(byName.Replace(mark.ReplaceAllString(string(text), `"mark"`)), "\n")...))
	}
	office := d.Office()
	office.ID = ""
	add("office", office)
	for _, r := range d.Incidents() {
		add(string(r.Ticket), seenIncident(t, d, r))
	}
	for _, p := range d.People() {
		add(p.Name, p)
	}
	for _, a := range d.Agencies() {
		add(a.Name, a)
	}
	for _, s := range d.Systems() {
		add(s.Name, s)
	}
	for _, s := range d.Seats() {
		add("seat "+string(s.Post), s)
	}
	for _, u := range d.Duties() {
		add("duty "+u.StartAt.String(), u)
	}
	slices.SortStableFunc(all, func(a, b []string) int { return strings.Compare(strings.Join(a, "\n"), strings.Join(b, "\n")) })
	return all
}

// namesOf tells identities as names.
func namesOf(t *testing.T, d *app.Desk) *strings.Replacer {
	var pairs []string
	for _, r := range d.Incidents() {
		pairs = append(pairs, string(r.ID), string(r.Ticket))
		whole, err := d.Incident(app.IncidentRef(r.ID))
		if err != nil {
			t.Fatal(err)
		}
		for _, pause := range whole.Pauses {
			pairs = append(pairs, pause.ID, "pause")
		}
	}
	for _, p := range d.People() {
		pairs = append(pairs, string(p.ID), p.Name)
	}
	for _, a := range d.Agencies() {
		pairs = append(pairs, string(a.ID), a.Name)
	}
	for _, s := range d.Systems() {
		pairs = append(pairs, string(s.ID), s.Name)
	}
	for _, s := range d.Seats() {
		pairs = append(pairs, string(s.ID), "seat")
	}
	for _, u := range d.Duties() {
		pairs = append(pairs, string(u.ID), "duty")
	}
	return strings.NewReplacer(pairs...)
}

// incidentSeen is an incident in full, its row, and its clocks.
type incidentSeen struct {
	Incident    model.Incident
	Row         model.Row
	Persons     []string
	Response    model.Clock
	Resolutions []model.Clock
}

func seenIncident(t *testing.T, d *app.Desk, r *model.Row) incidentSeen {
	t.Helper()
	i, err := d.Incident(app.IncidentRef(r.ID))
	if err != nil {
		t.Fatal(err)
	}
	s := incidentSeen{Incident: i, Row: *r, Response: i.Response(d.Now()), Resolutions: i.Resolutions(d.Now())}
	for _, id := range i.Persons { // in the order of identities, which is another on each desk
		s.Persons = append(s.Persons, d.Person(id).Name)
	}
	slices.Sort(s.Persons)
	s.Incident.Persons, s.Row.Persons = nil, nil
	s.Incident.Warnings, s.Row.Warned = nil, nil // the window warns by itself
	s.Incident.Events = 0                        // a dialog and a line may write one thing in two events
	return s
}
