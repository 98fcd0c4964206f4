package model

import (
	"reflect"
	"slices"
	"testing"
	"time"
)

// Rules are checked when a person writes, never on merge: what two desks did
// at once stands on both, and shows.

func TestOneDeskClosedWhatTheOtherRejected(t *testing.T) {
	desks := story("front", "back")
	for _, f := range append([]Fact{whole()}, through(StepConclude, "2026-10-05 10:00")...) {
		desks[0].write(t, noon, factOf(f))
	}
	send(desks[0], desks[1])
	desks[0].write(t, noon, factOf(passed(StepAnnounce, "2026-10-05 11:00")))
	desks[1].write(t, noon.Add(time.Minute), factOf(ended(Rejected, "11:30")))
	send(desks[0], desks[1])
	send(desks[1], desks[0])
	sameOffice(t, desks...)
	i := IncidentOf(&desks[0].subject)
	if !slices.Equal(i.Conflicts, []string{"ended/1"}) || i.Outcome != Rejected || len(i.Endings) != 1 {
		t.Errorf("conflicts %v, outcome %s", i.Conflicts, i.Outcome)
	}
}

func TestOneDeskPausedWhatTheOtherConcluded(t *testing.T) {
	desks := story("front", "back")
	for _, f := range append([]Fact{whole()}, through(StepRecover, "2026-10-05 10:00")...) {
		desks[0].write(t, noon, factOf(f))
	}
	send(desks[0], desks[1])
	desks[1].write(t, noon, factOf(pausing("10:30", "12:00")))
	for _, f := range []Fact{passed(StepConclude, "2026-10-05 11:00"), passed(StepAnnounce, "2026-10-05 11:10")} {
		desks[0].write(t, noon, factOf(f))
	}
	send(desks[1], desks[0])
	i := IncidentOf(&desks[0].subject)
	if p, still := i.PausedNow(); still || i.Pauses[0].Until != clockTime("11:10") {
		t.Errorf("the pause outlives the incident: %+v", p)
	}
	want(t, i.Resolution(clockTime("12:00")), "2026-10-05 09:12", "2026-10-06 09:42", "2026-10-05 11:00", 30, Kept)
}

func TestDesksThatClassifiedDifferentlyCanSettleOnEitherClass(t *testing.T) {
	desks := story("front", "back")
	desks[0].write(t, noon, factOf(whole()))
	send(desks[0], desks[1])
	desks[0].write(t, noon, factOf(Classified{Rendah, clockTime("10:00"), "a"}))
	desks[1].write(t, noon.Add(time.Minute), factOf(Classified{Strategis, clockTime("10:05"), "b"}))
	send(desks[1], desks[0])
	i := IncidentOf(&desks[0].subject)
	if i.Class != Strategis || !slices.Equal(i.Conflicts, []string{"class"}) {
		t.Fatalf("class %s, conflicts %v", i.Class, i.Conflicts)
	}
	for _, class := range []Class{Strategis, Rendah} {
		if got := checked(t, Classified{class, clockTime("11:00"), "x"}.Check(i, factNow)); got != "" {
			t.Errorf("settling on %s: %s", class, got)
		}
	}
	desks[0].write(t, noon.Add(2*time.Minute), factOf(Classified{Strategis, clockTime("11:00"), "sepakat"}))
	if i = IncidentOf(&desks[0].subject); i.Class != Strategis || len(i.Conflicts) != 0 {
		t.Errorf("class %s, conflicts %v", i.Class, i.Conflicts)
	}
}

func TestAClassCannotBeDecidedBeforeTheLastDecision(t *testing.T) {
	i := newFront(t, whole(), Classified{Strategis, clockTime("10:00"), "a"}).incident()
	if got := checked(t, Classified{Rendah, clockTime("09:59"), "b"}.Check(i, factNow)); got != "refuse.before-last" {
		t.Errorf("back-dated it would undo what was broken since: %q", got)
	}
	if got := checked(t, Classified{Rendah, clockTime("10:00"), "b"}.Check(i, factNow)); got != "" {
		t.Errorf("at the same instant: %s", got)
	}
}

func TestAClosedSegmentsLastStepIsNotMovedBehindItsEnd(t *testing.T) {
	f := newFront(t, append(append([]Fact{whole()}, through(StepAnnounce, "2026-10-05 10:00")...), reopening("11:00"))...)
	r := Retimed{Passage{Segment: 1, Step: StepAnnounce, At: clockTime("11:30")}, "salah ketik"}
	if got := checked(t, r.Check(f.incident(), factNow)); got != "refuse.between-steps" {
		t.Errorf("step 9 would stand after the reopening: %q", got)
	}
}

func TestAnIncidentIsOpenExactlyWhenItsCourseSaysSo(t *testing.T) {
	c := Course{ReceivedAt: clockTime("09:00"), Step: 1,
		Endings:    []Ending{{Segment: 1, Outcome: Closed, At: clockTime("10:00")}},
		Reopenings: []Reopening{{Segment: 2, At: clockTime("09:30"), Step: StepReceive}}} // another desk had rejected it at 09:20
	c.stand()
	if !c.OpenAt(clockTime("11:00")) || c.Outcome != "" {
		t.Errorf("open %v, outcome %q", c.OpenAt(clockTime("11:00")), c.Outcome)
	}
}

func TestUndoingPutsASetBackAndNotFurther(t *testing.T) {
	f := newFront(t, whole(), Assigned{Teams: SetChange{Add: []string{"V"}}})
	e := f.d.write(t, noon, factOf(Assigned{Teams: SetChange{Add: []string{"V", "VI"}, Remove: []string{"VII"}}}))
	undone, err := Undone(f.d.seen, e, "salah tiket")
	if err != nil {
		t.Fatal(err)
	}
	if teams := f.record(undone[0]).incident().Teams; !slices.Equal(teams, []string{"V"}) {
		t.Errorf("Team V was there before, and VII was not: %v", teams)
	}
}

func TestWhatWasUndoneNeverHappenedOnTheCourse(t *testing.T) {
	f := newFront(t, append([]Fact{whole()}, through(StepRecover, "2026-10-05 10:00")...)...)
	before := f.incident().Course
	for _, facts := range [][]Fact{
		{passed(StepConclude, "2026-10-05 11:00")}, {pausing("10:30", "11:00")}, {ended(Rejected, "11:00")}, {Answered{At: clockTime("10:05")}},
		{Classified{Rendah, clockTime("11:00"), "x"}},
	} {
		e := f.d.write(t, noon, factOf(facts[0]))
		undone, err := Undone(f.d.seen, e, "salah tiket")
		if err != nil {
			t.Fatalf("%s: %v", facts[0].Kind(), err)
		}
		if after := f.record(undone[0]).incident().Course; !reflect.DeepEqual(before, after) {
			t.Errorf("%s was undone and leaves\n%+v\nnot\n%+v", facts[0].Kind(), after, before)
		}
	}
}
