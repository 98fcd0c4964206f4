package model

import (
	"testing"
	"time"
)

// told is the course that these facts make, one after the other.
func told(t *testing.T, facts ...Fact) *Course {
	d := story("front")[0]
	for i, f := range facts {
		d.write(t, noon.Add(time.Duration(i)*time.Second), factOf(f))
	}
	i := IncidentOf(&d.subject)
	return &i.Course
}

// received is a report of 5 October 2026, 09:12 WIB.
func received(class Class, basis Basis) Registered {
	p := Decree()
	p.Basis = basis
	return Registered{Ticket: "T", Policy: p, ReceivedAt: clockTime("09:12"), Class: class}
}

func passed(step Step, at string) Passed { return Passed{Segment: 1, Step: step, At: wib(at)} }

// through passes the steps 2 to last at one instant.
func through(last Step, at string) (facts []Fact) {
	for step := StepReceive; step <= last; step++ {
		facts = append(facts, passed(step, at))
	}
	return facts
}

func paused(id, from, until string) []Fact {
	facts := []Fact{PauseBegun{Pause{ID: id, From: wib(from), Reason: "menunggu-pengguna"}}}
	if until != "" {
		facts = append(facts, PauseEnded{ID: id, At: wib(until)})
	}
	return facts
}

func toldAll(t *testing.T, parts ...[]Fact) Course {
	var all []Fact
	for _, p := range parts {
		all = append(all, p...)
	}
	return *told(t, all...)
}

// want compares what a reader can reckon with a pencil.
func want(t *testing.T, k Clock, start, due, end string, pausedMinutes int, state ClockState) {
	t.Helper()
	at := func(s string) Instant {
		if s == "" {
			return 0
		}
		return wib(s)
	}
	if k.StartAt != at(start) || k.Due() != at(due) || k.EndAt != at(end) {
		t.Errorf("%s runs %s to %s, due %s; want %s to %s, due %s", k.Name, k.StartAt, k.EndAt, k.Due(), at(start), at(end), at(due))
	}
	if k.Paused != Seconds(60*pausedMinutes) || k.State() != state {
		t.Errorf("%s: %d minutes paused and %s; want %d and %s", k.Name, k.Paused/60, k.State(), pausedMinutes, state)
	}
}

func TestRule1ResponseEndsWithTheFirstAnswerOrTheStartOfStep3(t *testing.T) {
	now := wib("2026-10-06 00:00")
	byStep := told(t, received(Strategis, FromEscalation), passed(StepReceive, "2026-10-05 09:20"), Answered{At: clockTime("09:21")})
	want(t, byStep.Response(now), "2026-10-05 09:12", "2026-10-05 09:22", "2026-10-05 09:20", 0, Kept)
	byAnswer := told(t, received(Strategis, FromEscalation), Answered{At: clockTime("09:15")}, passed(StepReceive, "2026-10-05 09:40"))
	want(t, byAnswer.Response(now), "2026-10-05 09:12", "2026-10-05 09:22", "2026-10-05 09:15", 0, Kept)
	neither := told(t, received(Strategis, FromEscalation))
	want(t, neither.Response(now), "2026-10-05 09:12", "2026-10-05 09:22", "", 0, Overdue)
}

func TestRule1ResolutionRunsFromTheBasisToStep8(t *testing.T) {
	now := wib("2026-10-08 00:00")
	for basis, start := range map[Basis]string{FromEscalation: "2026-10-05 10:00", FromReceipt: "2026-10-05 09:12"} {
		due := map[Basis]string{FromEscalation: "2026-10-05 18:00", FromReceipt: "2026-10-05 17:12"}[basis]
		c := toldAll(t, []Fact{received(Strategis, basis)}, through(StepEscalate, "2026-10-05 10:00"),
			[]Fact{passed(StepInvestigate, "2026-10-05 12:00"), passed(StepRecover, "2026-10-05 16:00"), passed(StepConclude, "2026-10-05 17:00"), passed(StepAnnounce, "2026-10-06 17:00")})
		want(t, c.Resolution(now), start, due, "2026-10-05 17:00", 0, Kept)
	}
	waiting := told(t, received(Strategis, FromEscalation))
	want(t, waiting.Resolution(now), "", "", "", 0, NotStarted)
}

func TestRule3ANewClassKeepsTheStartAndThePauses(t *testing.T) {
	c := toldAll(t, []Fact{received(Rendah, FromEscalation)}, through(StepEscalate, "2026-10-05 10:00"),
		paused("a", "2026-10-05 11:00", "2026-10-05 12:20"),
		[]Fact{Classified{Class: Strategis, At: clockTime("13:00"), Reason: "layanan vital"}})
	k := c.Resolution(clockTime("14:00"))
	want(t, k, "2026-10-05 10:00", "2026-10-05 19:20", "", 80, Running)
	if len(k.Former) != 1 || k.Former[0] != (FormerTarget{Class: Rendah, Target: 48 * 3600, Due: wib("2026-10-07 11:20")}) {
		t.Errorf("both targets must stay visible: %+v", k.Former)
	}
}

func TestRule3ABreachStaysWithTheClassItHad(t *testing.T) {
	toRendah := Classified{Class: Rendah, At: wib("2026-10-05 19:00"), Reason: "salah nilai"}
	c := toldAll(t, []Fact{received(Strategis, FromEscalation)}, through(StepEscalate, "2026-10-05 10:00"), []Fact{toRendah})
	k := c.Resolution(wib("2026-10-05 20:00"))
	want(t, k, "2026-10-05 10:00", "2026-10-07 10:00", "", 0, Overdue)
	if f := k.Former[0]; f.Class != Strategis || !f.Breached || f.Due != wib("2026-10-05 18:00") {
		t.Errorf("the broken promise is gone: %+v", f)
	}
	// The response was an hour late as Strategis; it had ended before the class changed.
	late := told(t, received(Strategis, FromEscalation), Answered{At: clockTime("09:40")}, Classified{Class: Rendah, At: clockTime("09:50"), Reason: "salah nilai"})
	r := late.Response(clockTime("12:00"))
	want(t, r, "2026-10-05 09:12", "2026-10-05 10:12", "2026-10-05 09:40", 0, Breached)
	if len(r.Former) != 1 || !r.Former[0].Breached {
		t.Errorf("a later class washed the late answer away: %+v", r.Former)
	}
}

func TestRule3ATargetThatWasMetBeforeTheClassChangedIsNotOneThatWasStillOpen(t *testing.T) {
	c := toldAll(t, []Fact{received(Tinggi, FromEscalation), Answered{At: clockTime("09:30")}}, []Fact{
		Classified{Class: Strategis, At: wib("2026-10-05 20:00"), Reason: "layanan vital"}, Classified{Class: Rendah, At: wib("2026-10-05 21:00"), Reason: "salah nilai"}})
	r := c.Response(wib("2026-10-05 22:00"))
	if f := r.Former[0]; !f.Ended || f.Passed || f.Breached {
		t.Errorf("answered at 09:30, due 10:12, changed at 20:00: %+v", f)
	}
	if f := r.Former[1]; !f.Ended || !f.Passed || f.Breached {
		t.Errorf("Strategis was due at 09:22, before anybody called it that: %+v", f)
	}
}

func TestRule3TheSameClassDecidedTwiceIsOneSpan(t *testing.T) {
	c := told(t, received(Strategis, FromEscalation), Classified{Class: Strategis, At: clockTime("09:30"), Reason: "meja lain"},
		Classified{Class: Rendah, At: clockTime("09:40"), Reason: "salah nilai"})
	if k := c.Response(clockTime("09:45")); len(k.Former) != 1 || !k.Former[0].Breached {
		t.Errorf("Strategis was broken at 09:22: %+v", k.Former)
	}
}

func TestRule3AClassDecidedBetweenStep8AndClosing(t *testing.T) {
	c := toldAll(t, []Fact{received(Tinggi, FromReceipt)}, through(StepConclude, "2026-10-05 20:00"),
		[]Fact{Classified{Class: Strategis, At: wib("2026-10-05 21:00"), Reason: "laporan akhir"}, passed(StepAnnounce, "2026-10-05 22:00")})
	k := c.Resolution(wib("2026-10-09 00:00"))
	want(t, k, "2026-10-05 09:12", "2026-10-05 17:12", "2026-10-05 20:00", 0, Breached)
	if len(k.Former) != 1 || k.Former[0].Class != Tinggi || k.Former[0].Breached {
		t.Errorf("the promise under which it was concluded must stay visible: %+v", k.Former)
	}
}

func TestRule4ResponseAndResolutionShareNoState(t *testing.T) {
	c := toldAll(t, []Fact{received(Strategis, FromReceipt)}, paused("a", "2026-10-05 09:13", ""))
	want(t, c.Response(clockTime("09:30")), "2026-10-05 09:12", "2026-10-05 09:22", "", 0, Overdue)
	want(t, c.Resolution(clockTime("09:30")), "2026-10-05 09:12", "2026-10-05 17:29", "", 17, Paused)
}

func TestRule5PausesOverlapOnceAndCountNothingOutside(t *testing.T) {
	c := toldAll(t, []Fact{received(Strategis, FromEscalation)}, through(StepEscalate, "2026-10-05 10:00"),
		paused("before", "2026-10-05 09:30", "2026-10-05 09:50"),
		paused("across", "2026-10-05 09:55", "2026-10-05 10:10"),
		paused("a", "2026-10-05 11:00", "2026-10-05 12:00"), paused("b", "2026-10-05 11:30", "2026-10-05 12:30"),
		paused("c", "2026-10-05 11:40", "2026-10-05 11:50"),
		paused("last", "2026-10-05 16:50", ""),
		[]Fact{passed(StepInvestigate, "2026-10-05 13:00"), passed(StepRecover, "2026-10-05 13:00"), passed(StepConclude, "2026-10-05 17:00")})
	want(t, c.Resolution(wib("2026-10-06 09:00")), "2026-10-05 10:00", "2026-10-05 19:50", "2026-10-05 17:00", 10+90+10, Kept)
}

func TestRule5ThePauseIsSeenAtTheInstantThatIsAskedAbout(t *testing.T) {
	c := toldAll(t, []Fact{received(Strategis, FromReceipt)}, paused("a", "2026-10-05 11:00", "2026-10-05 12:00"))
	for at, state := range map[string]ClockState{"10:59": Running, "11:00": Paused, "11:59": Paused, "12:00": Running} {
		if got := c.Resolution(clockTime(at)).State(); got != state {
			t.Errorf("at %s it is %s, not %s", at, got, state)
		}
	}
}

func TestRule6ReopeningStartsASecondSegment(t *testing.T) {
	again := func(step Step, at string) Fact { return Passed{Segment: 2, Step: step, At: wib(at)} }
	c := toldAll(t, []Fact{received(Strategis, FromEscalation)}, through(StepEscalate, "2026-10-05 10:00"),
		[]Fact{passed(StepInvestigate, "2026-10-05 12:00"), passed(StepRecover, "2026-10-05 16:00"), passed(StepConclude, "2026-10-05 19:00"),
			Passed{Segment: 1, Step: StepAnnounce, At: wib("2026-10-05 20:00")},
			Reopened{Reopening{Segment: 2, At: wib("2026-10-06 08:00"), Step: StepInvestigate, Reason: "terulang"}},
			again(StepInvestigate, "2026-10-06 09:00"), again(StepRecover, "2026-10-06 10:00"), again(StepConclude, "2026-10-06 16:00")})
	clocks := c.Resolutions(wib("2026-10-07 00:00"))
	want(t, clocks[0], "2026-10-05 10:00", "2026-10-05 18:00", "2026-10-05 19:00", 0, Breached)
	want(t, clocks[1], "2026-10-06 08:00", "2026-10-06 16:00", "2026-10-06 16:00", 0, Kept)
	want(t, c.Response(wib("2026-10-07 00:00")), "2026-10-05 09:12", "2026-10-05 09:22", "2026-10-05 10:00", 0, Breached)
}

func TestRule6APauseEndsWithItsSegment(t *testing.T) {
	c := toldAll(t, []Fact{received(Strategis, FromReceipt)}, paused("a", "2026-10-05 10:00", ""),
		[]Fact{Ended{Ending: Ending{Segment: 1, Outcome: Rejected, At: clockTime("11:00"), Reason: "bukan kami"}},
			Reopened{Reopening{Segment: 2, At: clockTime("12:00"), Step: StepReceive, Reason: "ternyata kami"}}})
	if _, still := c.PausedNow(); still {
		t.Error("the pause of the first segment holds the second one still")
	}
	want(t, c.Resolution(clockTime("13:00")), "2026-10-05 12:00", "2026-10-05 20:00", "", 0, Running)
	want(t, c.ResolutionOf(1, clockTime("13:00")), "2026-10-05 09:12", "2026-10-05 18:12", "2026-10-05 11:00", 60, Stopped)
}

func TestRule6NotAnIncidentCountsInNeitherRate(t *testing.T) {
	c := toldAll(t, []Fact{received(Strategis, FromReceipt)}, through(StepAnalyse, "2026-10-05 09:30"),
		[]Fact{Ended{Ending: Ending{Segment: 1, Outcome: NotIncident, At: clockTime("10:00"), Reason: "salah"}, Answer: "bukan", AnsweredAt: clockTime("10:00")}})
	for _, k := range []Clock{c.Response(clockTime("12:00")), c.Resolution(clockTime("12:00"))} {
		if k.State() != Stopped || k.Counts() {
			t.Errorf("%s is %s and counts: %v", k.Name, k.State(), k.Counts())
		}
	}
}

func TestRule6AnAnswerAfterTheEndMovesNoStoppedClock(t *testing.T) {
	c := told(t, received(Strategis, FromReceipt), Ended{Ending: Ending{Segment: 1, Outcome: Rejected, At: clockTime("09:15"), Reason: "x"}},
		Reopened{Reopening{Segment: 2, At: clockTime("12:00"), Step: StepReceive, Reason: "x"}}, Answered{At: clockTime("13:00")})
	want(t, c.Response(clockTime("14:00")), "2026-10-05 09:12", "2026-10-05 09:22", "2026-10-05 09:15", 0, Stopped)
}

func TestRule7BackDatedRegistrationKeepsBothInstants(t *testing.T) {
	d := story("front")[0]
	d.write(t, wib("2026-10-05 15:00").Time(), factOf(received(Tinggi, FromReceipt)))
	i := IncidentOf(&d.subject)
	if i.ReceivedAt != clockTime("09:12") || i.TypedAt != clockTime("15:00") || i.Passages[0].TypedAt != i.TypedAt {
		t.Errorf("received %s, typed in %s", i.ReceivedAt, i.TypedAt)
	}
	want(t, i.Response(clockTime("15:00")), "2026-10-05 09:12", "2026-10-05 10:12", "", 0, Overdue)
}

func TestRule11AtTheVerySecondItIsKept(t *testing.T) {
	at := func(s string) Clock {
		return told(t, received(Strategis, FromReceipt), Answered{At: wib(s)}).Response(clockTime("12:00"))
	}
	want(t, at("2026-10-05 09:22:00"), "2026-10-05 09:12", "2026-10-05 09:22", "2026-10-05 09:22", 0, Kept)
	want(t, at("2026-10-05 09:22:01"), "2026-10-05 09:12", "2026-10-05 09:22", "2026-10-05 09:22:01", 0, Breached)
	open := told(t, received(Strategis, FromReceipt))
	if open.Response(clockTime("09:22")).State() != Running || open.Response(clockTime("09:22")+1).State() != Overdue {
		t.Error("while it runs the same second decides")
	}
}

func TestRule11WrongDeskClocksMakeNoNegativeTime(t *testing.T) {
	k := told(t, received(Strategis, FromReceipt), Answered{At: clockTime("09:10")}).Response(clockTime("12:00"))
	if !k.Skewed || k.Took() != 0 || k.State() != Kept {
		t.Errorf("answered before it was received: %+v", k)
	}
	early := told(t, received(Strategis, FromReceipt)).Response(clockTime("09:00"))
	if early.Took() != 0 || early.Left() != 10*time.Minute {
		t.Errorf("asked before it was received: took %s, left %s", early.Took(), early.Left())
	}
}

func TestRule12LeapDaysAndTheTurnOfTheYear(t *testing.T) {
	for start, due := range map[string]string{
		"2028-02-28 20:00": "2028-03-01 20:00", // 2028 has a 29 February
		"2027-02-28 20:00": "2027-03-02 20:00",
		"2026-12-31 23:59": "2027-01-02 23:59",
		"2026-04-30 00:00": "2026-05-02 00:00",
		"2100-02-28 12:00": "2100-03-02 12:00", // and 2100 has none
	} {
		r := received(Rendah, FromReceipt)
		r.ReceivedAt = wib(start)
		want(t, told(t, r).Resolution(wib(start)), start, due, "", 0, Running)
	}
}

func TestAClockThatNeverStartedCountsInNoRate(t *testing.T) {
	k := told(t, received(Tinggi, FromEscalation), Passed{Segment: 1, Step: StepConclude, At: clockTime("12:00")}).Resolution(clockTime("13:00"))
	if k.Counts() || k.State() != NotStarted {
		t.Errorf("after a merge step 8 stands without step 5, and the clock is %s and counts: %v", k.State(), k.Counts())
	}
}

func TestTwoDesksThatReopenedAtOnceMakeOneSegment(t *testing.T) {
	desks := story("front", "back")
	facts := append(through(StepConclude, "2026-10-05 10:00"), passed(StepAnnounce, "2026-10-05 11:00"))
	for _, f := range append([]Fact{received(Tinggi, FromReceipt)}, facts...) {
		desks[0].write(t, noon, factOf(f))
	}
	send(desks[0], desks[1])
	desks[0].write(t, noon, factOf(Reopened{Reopening{Segment: 2, At: clockTime("12:00"), Step: StepInvestigate, Reason: "a"}}))
	desks[1].write(t, noon.Add(time.Minute), factOf(Reopened{Reopening{Segment: 2, At: clockTime("12:30"), Step: StepInvestigate, Reason: "b"}}))
	desks[1].write(t, noon.Add(time.Hour), factOf(Passed{Segment: 2, Step: StepInvestigate, At: clockTime("12:45")}))
	send(desks[0], desks[1])
	i := IncidentOf(&desks[1].subject)
	if i.Segment() != 2 || len(i.Reopenings) != 1 || i.Step != StepRecover || len(i.Conflicts) != 1 {
		t.Errorf("segment %d, step %d, conflicts %v", i.Segment(), i.Step, i.Conflicts)
	}
	want(t, i.Resolution(clockTime("13:00")), "2026-10-05 12:30", "2026-10-06 12:30", "", 0, Running)
}

func TestAClassInConflictStaysTheSameWhenTheIncidentIsClosed(t *testing.T) {
	c := Course{Class: Tinggi, ReceivedAt: clockTime("09:00"), Classes: []Classification{{Class: Tinggi, At: clockTime("10:00")}, {Class: Rendah, At: clockTime("10:02")}}}
	open := c.Resolution(clockTime("12:00")).Class
	c.Endings = []Ending{{Segment: 1, Outcome: Closed, At: clockTime("12:00")}}
	if closed := c.Resolution(clockTime("12:00")).Class; closed != open {
		t.Errorf("open it is %s, closed %s", open, closed)
	}
}

// What only a lie could write: a segment that begins at a step that there is not.
func TestASegmentBeginsAtAStepOfTheAnnex(t *testing.T) {
	for _, step := range []Step{-1 << 62, 0, 99} {
		d := story("front")[0]
		d.write(t, noon, factOf(received(Tinggi, FromReceipt)))
		d.write(t, noon, factOf(Record{"incident.reopened", Values{"reopened/2": Reopening{At: clockTime("10:00"), Step: step, Reason: "x"}}}))
		if i := IncidentOf(&d.subject); i.Step < StepReport || i.Step > StepDone || len(i.Misfits) > 20 {
			t.Errorf("begun at %d it stands at %d", step, i.Step)
		}
	}
}
