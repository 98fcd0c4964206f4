package demo_test

import (
	"testing"
	"time"

	"siaga/app"
	"siaga/app/demo"
	"siaga/model"
)

// The second desk was invited, is compared and has exchanged; it has left one
// thing to decide, one merged ticket and one file in the inbox.
func TestASecondDeskWorksBesideTheFirst(t *testing.T) {
	for name, clock := range map[string]demo.Clock{"with the story's clock": &hands{}, "typed in now": nil} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := demo.Options{Seed: 1, Until: until, Incidents: 40, Clock: clock, Second: true}
			d, story := filled(t, o)
			x, err := d.Exchange()
			if err != nil || len(x.Others) != 1 || len(x.Invitations) != 0 || len(x.Received) != 1 || len(x.Forks) != 0 {
				t.Fatalf("%+v, %v", x, err)
			}
			if b := x.Others[0]; !b.Trusted || b.Letter != "B" || b.Compared == 0 || !b.HeardAt.Known() || !b.HandedAt.Known() {
				t.Errorf("%+v", b)
			}
			decisions, err := d.Decisions()
			if err != nil || len(decisions) != 1 || decisions[0].Kind != app.DecideValues || decisions[0].Field != "impact" || len(decisions[0].Values) != 2 {
				t.Errorf("%+v, %v", decisions, err)
			}
			merged := 0
			for _, r := range d.Incidents() {
				if i, _ := d.Incident(app.IncidentRef(r.ID)); len(i.Reports) > 0 {
					merged++
				}
			}
			if len(d.Incidents()) != 40 || story.Incidents != 40 || merged != 1 || story.Outcomes[model.Duplicate] == 0 {
				t.Errorf("%d incidents, %d with another report, %+v", len(d.Incidents()), merged, story)
			}
			if a, err := d.Preview(x.Received[0], "", nil); err != nil || len(a.NewIncidents) != 1 {
				t.Errorf("the waiting file brings %+v, %v", a, err)
			}
			if c, err := d.Check(); err != nil {
				t.Errorf("%+v: %v", c, err)
			}
		})
	}
}

func TestTheSameSeedTellsTheSameTwoDesks(t *testing.T) {
	t.Parallel()
	o := demo.Options{Seed: 7, Until: until.Add(5 * time.Hour), Incidents: 30, Clock: &hands{}, Second: true}
	first, _ := filled(t, o)
	second, _ := filled(t, o)
	a, err := first.Digest()
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := second.Digest(); a != b {
		t.Error("two tellings of the same seed differ")
	}
}
