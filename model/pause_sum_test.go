package model

import "testing"

func TestThePausesAddUpToTheClock(t *testing.T) {
	c := toldAll(t, []Fact{received(Tinggi, FromEscalation)}, through(StepEscalate, "2026-10-05 10:00"),
		paused("a", "2026-10-05 11:00", "2026-10-05 12:20"), paused("b", "2026-10-05 12:00", "2026-10-05 13:00"),
		[]Fact{passed(StepInvestigate, "2026-10-05 14:00"), passed(StepRecover, "2026-10-05 15:00"), passed(StepConclude, "2026-10-05 16:00")})
	s, k := c.PauseSum(clockTime("18:00")), c.Resolution(clockTime("18:00"))
	if s.Pauses[0].Counted != 80*60 || s.Pauses[1].Counted != 60*60 || s.Total != 120*60 || s.Total != k.Paused || s.Overlap != 20*60 || s.Outside {
		t.Errorf("1:20 and 1:00 with 0:20 in both are 2:00: %+v", s)
	}
	c.Pauses = append(c.Pauses, Pause{ID: "c", From: wib("2026-10-05 15:30"), Until: wib("2026-10-05 17:00")})
	if s := c.PauseSum(clockTime("18:00")); s.Pauses[2].Counted != 30*60 || !s.Outside || s.Total != c.Resolution(clockTime("18:00")).Paused {
		t.Errorf("of the third pause, half an hour fell on the clock: %+v", s)
	}
	if s := (&Course{}).PauseSum(clockTime("18:00")); s.Total != 0 || s.Overlap != 0 || s.Outside {
		t.Errorf("no pauses: %+v", s)
	}
}
