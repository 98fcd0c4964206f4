package app

import (
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
