package demo_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"siaga/app"
	"siaga/app/demo"
	"siaga/model"
)

// counted is the story as the desk's own incidents tell it.
func counted(t *testing.T, d *app.Desk) demo.Story {
	t.Helper()
	s := demo.Story{Outcomes: map[model.Outcome]int{}}
	now := d.Now()
	add := func(happened bool, n *int) {
		if happened {
			*n++
		}
	}
	for _, r := range d.Incidents() {
		s.Incidents++
		s.Outcomes[r.Outcome]++
		resolution := r.ResolutionOf(1, now)
		add(r.Response(now).State() == model.Breached, &s.Slow)
		add(resolution.State() == model.Breached, &s.Late)
		add(resolution.State() == model.Overdue, &s.Overdue)
		add(len(r.Pauses) > 0, &s.Paused)
		add(r.Reclassified(), &s.Reclassified)
		add(r.Reopened(), &s.Reopened)
		i, err := d.Incident(app.IncidentRef(r.ID))
		if err != nil {
			t.Fatal(err)
		}
		add(i.TypedAt-i.ReceivedAt > 600, &s.Backdated)
		s.Evidence += len(i.Evidence)
		s.Notices += len(i.Notices)
	}
	return s
}

func TestTheStoryIsWhatTheDeskHolds(t *testing.T) {
	t.Parallel()
	d, story := filled(t, told(3, 60))
	got := counted(t, d)
	got.People, got.Systems, got.Seats, got.Duties = len(d.People())-1, len(d.Systems()), len(d.Seats()), len(d.Duties())
	got.Orders, got.Events = story.Orders, story.Events
	if fmt.Sprint(got) != fmt.Sprint(story) {
		t.Errorf("the desk holds\n%+v\nbut the story says\n%+v", got, story)
	}
	t.Run("every instant in order", func(t *testing.T) { inOrder(t, d) })
	t.Run("texts are complete", func(t *testing.T) { complete(t, d) })
	t.Run("the office is staffed", func(t *testing.T) { staffed(t, d) })
	t.Run("the last day is lively", func(t *testing.T) { lively(t, d) })
	t.Run("nobody is real", func(t *testing.T) { invented(t, d) })
}

func inOrder(t *testing.T, d *app.Desk) {
	for _, r := range d.Incidents() {
		i, _ := d.Incident(app.IncidentRef(r.ID))
		instants := []model.Instant{i.HappenedAt, i.KnownAt, i.ReportedAt, i.ReceivedAt}
		for _, p := range i.Passages {
			instants = append(instants, p.At)
			if p.TypedAt < p.At || p.TypedAt > d.Now() {
				t.Errorf("%s: step %d was typed in at %s", i.Ticket, p.Step, p.TypedAt)
			}
		}
		if !slices.IsSorted(instants) {
			t.Errorf("%s: %v", i.Ticket, instants)
		}
		for _, a := range i.Actions {
			if a.At < i.PassedAt(1, model.StepEscalate) {
				t.Errorf("%s: the team acted before it was called", i.Ticket)
			}
		}
	}
}

// hole is a place in a text that nothing was put into.
var hole = regexp.MustCompile(`\{[a-z]+2?\}`)

func complete(t *testing.T, d *app.Desk) {
	for _, r := range d.Incidents() {
		i, _ := d.Incident(app.IncidentRef(r.ID))
		all := fmt.Sprint(i)
		if hole.MatchString(all) {
			t.Errorf("%s has an empty place in its text: %s", i.Ticket, all)
		}
		if i.Outcome == model.Closed && (i.Analysis == "" || i.Conclusion == "" || i.Recommendations == "" || len(i.Chronology) < 3) {
			t.Errorf("%s was closed half told", i.Ticket)
		}
	}
}

func staffed(t *testing.T, d *app.Desk) {
	now := d.Now()
	for _, p := range model.Posts {
		if holders := d.Holders(p.Post, now); len(holders) == 0 && p.Post != "VIII.koordinator" {
			t.Errorf("post %s is vacant", p.Post)
		}
	}
	if n := len(d.Holders("VIII.koordinator", now)); n != 0 {
		t.Error("the post that should be vacant is held")
	}
	if acting := d.Holders("III", now.Add(-8*30*24*3600e9)); len(acting) != 1 || acting[0].Standing != model.Plt {
		t.Errorf("in the spring the Ketua was %+v", acting)
	}
	if len(d.OnDuty(now)) != 1 {
		t.Errorf("%d on duty", len(d.OnDuty(now)))
	}
	classes, exact := map[model.Class]int{}, 0
	for _, s := range d.Systems() {
		classes[s.Class]++
		if _, score, _ := s.Proposed(); score == 35 {
			exact++
		}
	}
	if len(classes) != 3 || exact != 1 {
		t.Errorf("classes %v, %d systems of 35 points", classes, exact)
	}
}

func lively(t *testing.T, d *app.Desk) {
	states, steps, unclassified, unassigned := map[model.ClockState]int{}, map[model.Step]int{}, 0, 0
	now := d.Now()
	for _, r := range d.Search(app.Filter{Outcome: []string{"open"}}) {
		k := r.Resolution(now)
		states[k.State()]++
		steps[r.Step]++
		if r.Class == "" {
			unclassified++
		}
		if len(r.Teams) == 0 {
			unassigned++
		}
		if r.Class == model.Strategis && (k.Left() <= 0 || k.Left().Minutes() > 15) {
			t.Errorf("%s has %s left", r.Ticket, k.Left())
		}
	}
	if states[model.Overdue] != 2 || states[model.Paused] != 1 || states[model.Running] < 3 || unclassified == 0 || unassigned != 3 || steps[8] != 1 || steps[9] != 1 {
		t.Errorf("clocks %v, steps %v, %d unclassified, %d without a team", states, steps, unclassified, unassigned)
	}
}

func invented(t *testing.T, d *app.Desk) {
	for _, p := range d.People() {
		if p.NIP != "" && (!p.Example || !strings.HasPrefix(p.NIP, "00000000")) {
			t.Errorf("%s is not marked as an example", p.Name)
		}
	}
	for _, s := range d.Systems() {
		if !strings.HasSuffix(s.URL, ".example") || !s.Example {
			t.Errorf("%s has the address %s", s.Name, s.URL)
		}
	}
}
