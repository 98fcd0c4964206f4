package app

import (
	"slices"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/reports"
)

// The last step is refused while desks disagree, and goes through once that is
// decided. What a desk did before it heard of the dispute stands.
func TestAnIncidentIsNotClosedOnWhatDesksDispute(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	ref := front.atStep7()
	front.do(PassStep{Incident: ref, Step: 7, ActionPhase: "recovery", ActionText: "Memulihkan dari cadangan"})
	front.do(PassStep{Incident: ref, Step: 8, Details: Details{RootCause: text("x"), Lessons: text("y")}})
	send(t, front, back)
	front.do(AmendIncident{Incident: ref, Details: Details{Title: text("Beranda diubah"), Analysis: text("pengaya usang")}})
	back.do(AmendIncident{Incident: ref, Details: Details{Title: text("Laman dirusak"), Analysis: text("sandi bocor")}})
	send(t, back, front)
	last := PassStep{Incident: ref, Step: 9, Details: Details{Announcement: text("Laman telah pulih")}}
	_, err := front.Do(Order{Command: last})
	if r, is := model.AsRefusal(err); !is || r.Key != "refuse.step-disputed" {
		t.Fatal(err)
	}
	if said := locales.Open(locales.ID).Refusal(err); !strings.Contains(said, "berselisih antarmeja: Investigasi dan analisis, Judul.") {
		t.Error(said)
	}
	if p, err := front.Resolution(ref); err != nil || !slices.Equal(p.Incident.Disputed(), model.FieldNames{"analysis", "title"}) {
		t.Errorf("%v, %v", p.Incident.Disputed(), err)
	}
	if p, err := front.Outward(ref, reports.BSSNReport); err != nil || len(p.Incident.Disputed()) != 2 {
		t.Error(err)
	}

	back.do(last) // it has not heard of the dispute
	front.do(AmendIncident{Incident: ref, Details: Details{Title: text("Beranda diubah"), Analysis: text("pengaya usang")}})
	front.do(last)
	send(t, back, front)
	send(t, front, back)
	same(t, front, back)
	for _, desk := range []*bench{front, back} {
		if i, err := desk.Incident(ref); err != nil || i.Outcome != model.Closed {
			t.Errorf("%s, %v", i.Outcome, err)
		}
	}
}
