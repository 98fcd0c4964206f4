package app

import (
	"slices"
	"testing"
	"time"

	"siaga/model"
)

// What falls due within the hour: its nearer clock runs, is not late yet, and
// has less than an hour left.
func TestAFilterFindsWhatFallsDueSoon(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	register := func(class model.Class) model.IncidentID {
		return b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji", Class: class}).ID
	}
	late := register(model.Strategis) // ten minutes to answer
	b.at("2026-10-05 09:30")
	soon := register(model.Strategis)
	answered := register(model.Strategis)
	b.do(AnswerReporter{Incident: IncidentRef(answered), Answer: "Kami tangani"})
	ended := register(model.Strategis)
	b.do(RejectIncident{Incident: IncidentRef(ended), Reason: "bukan kewenangan"})
	distant := register(model.Rendah)

	until := func(d time.Duration) (ids []model.IncidentID) {
		for _, r := range b.Search(Filter{DueBefore: b.Now().Add(d)}) {
			ids = append(ids, r.ID)
		}
		return ids
	}
	if got := until(time.Hour); len(got) != 1 || got[0] != soon {
		t.Errorf("within the hour: %v; late %s, soon %s, answered %s", got, late, soon, answered)
	}
	left := 10 * time.Minute
	if got := until(left); len(got) != 0 {
		t.Errorf("before its very deadline: %v", got)
	}
	if got := until(24 * time.Hour); len(got) != 2 {
		t.Errorf("within the day: %v, with %s", got, distant)
	}
}

// The list by the state of its duties of reporting; an incident that owes two
// letters is found by either.
func TestAFilterFindsWhatIsToBeReported(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	b.do(RegisterIncident{ReporterName: "Pelapor", Title: "tanpa", Description: "uji"})
	yes := true
	vital := b.do(RegisterIncident{ReporterName: "Pelapor", Title: "iiv", Description: "uji", Crime: true})
	b.do(AmendIncident{Incident: IncidentRef(vital.ID), Details: Details{Vital: &yes}})
	people := b.do(RegisterIncident{ReporterName: "Pelapor", Title: "data", Description: "uji"})
	b.do(AmendIncident{Incident: IncidentRef(people.ID), Details: Details{DataBreach: &yes}})
	finds := func(query string, wanted ...string) {
		t.Helper()
		f, err := b.ParseFilter(query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range b.Search(f) {
			got = append(got, r.Title)
		}
		slices.Sort(got)
		if !slices.Equal(got, wanted) {
			t.Errorf("%s finds %q, not %q", query, got, wanted)
		}
	}
	finds("legal=owed", "iiv")
	finds("legal=owed,running", "data", "iiv")
	b.at("2026-10-06 09:01")
	finds("legal=overdue", "iiv")
	finds("legal=running", "data")
	b.do(AddNotice{Incident: IncidentRef(people.ID), To: "subjek-data", Number: "500.12/8"})
	finds("legal=kept", "data")
	finds("legal=running", "data") // the letter to the agency
	if _, err := b.ParseFilter("legal=sent"); faultOf(err) != "refuse.choice" {
		t.Errorf("an unknown state: %v", err)
	}
	month := model.PeriodOf(model.Month, b.Now(), time.UTC)
	if f := b.Figures(month, Filter{Legal: []model.LegalState{model.LegalOverdue}}); len(f.Incoming) != 1 {
		t.Errorf("the figures count %d", len(f.Incoming))
	}
}
