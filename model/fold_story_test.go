package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"
)

func shownTitle(d *desk) string {
	e, _ := d.subject.Registers["title"].Shown()
	return string(e.Value)
}

func TestTwoDesksThatDisagreeBothSayItAndOneSettlesIt(t *testing.T) {
	desks := story("front", "back")
	front, back := desks[0], desks[1]
	front.write(t, noon, amend(Values{"title": "Situs diretas"}))
	send(front, back)
	front.write(t, noon.Add(time.Minute), amend(Values{"title": "Situs Disdik diretas"}))
	back.write(t, noon.Add(2*time.Minute), amend(Values{"title": "Laman sekolah diubah"}))
	send(front, back)
	send(back, front)
	for _, d := range desks {
		if c := d.subject.Conflicts(); !slices.Equal(c, []string{"title"}) {
			t.Errorf("%s has the conflicts %v", d.id, c)
		}
		if shownTitle(d) != `"Laman sekolah diubah"` {
			t.Errorf("%s shows %s first, not the later one", d.id, shownTitle(d))
		}
	}
	front.write(t, noon.Add(-time.Hour), amend(Values{"title": "Situs Disdik diretas"})) // its clock runs back
	send(front, back)
	for _, d := range desks {
		if c := d.subject.Conflicts(); len(c) != 0 || shownTitle(d) != `"Situs Disdik diretas"` {
			t.Errorf("%s: settled, and yet %v, showing %s", d.id, c, shownTitle(d))
		}
	}
	sameOffice(t, front, back)
}

func TestDesksThatWroteTheSameDoNotDisagree(t *testing.T) {
	desks := story("front", "back")
	for _, d := range desks {
		d.write(t, noon, amend(Values{"title": "Situs diretas"}))
	}
	send(desks[0], desks[1])
	if c := desks[1].subject.Conflicts(); len(c) != 0 {
		t.Errorf("both wrote the same, and the conflicts are %v", c)
	}
}

func TestTakingAwayTakesOnlyWhatWasSeen(t *testing.T) {
	desks := story("front", "back")
	front, back := desks[0], desks[1]
	front.write(t, noon, amend(Values{"teams": SetChange{Add: []string{"V", "VI"}}}))
	send(front, back)
	front.write(t, noon, amend(Values{"teams": SetChange{Add: []string{"V"}}}))
	back.write(t, noon, amend(Values{"teams": SetChange{Remove: []string{"V"}}}))
	send(front, back)
	send(back, front)
	for _, d := range desks {
		if names := d.subject.Sets["teams"].Names(); !slices.Equal(names, []string{"V", "VI"}) {
			t.Errorf("%s: the front desk added V again meanwhile, and the teams are %v", d.id, names)
		}
	}
	back.write(t, noon, amend(Values{"teams": SetChange{Remove: []string{"V"}}}))
	send(back, front)
	if names := front.subject.Sets["teams"].Names(); !slices.Equal(names, []string{"VI"}) {
		t.Errorf("now it had seen both additions, and the teams are %v", names)
	}
	sameOffice(t, front, back)
}

func TestTakingAwayWhatTwoDesksAddedTakesBoth(t *testing.T) {
	desks := story("front", "back")
	for _, d := range desks {
		d.write(t, noon, amend(Values{"teams": SetChange{Add: []string{"V"}}}))
	}
	send(desks[0], desks[1])
	desks[1].write(t, noon, amend(Values{"teams": SetChange{Remove: []string{"V"}}}))
	if names := desks[1].subject.Sets["teams"].Names(); len(names) != 0 {
		t.Errorf("it had seen both additions, and the teams are %v", names)
	}
}

func TestAnythingAPersonTypesCanStandInASet(t *testing.T) {
	d := story("front")[0]
	d.write(t, noon, amend(Values{"links": SetChange{Add: []string{"10.0.0.1\x07", "\U000e0001", `"`}}}))
	d.write(t, noon, amend(Values{"links": SetChange{Remove: []string{"10.0.0.1\x07", "\U000e0001", `"`}}}))
	b, err := json.Marshal(&d.subject)
	if err != nil {
		t.Fatalf("cannot be stored: %v", err)
	}
	var back Subject
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatalf("cannot be read again: %v", err)
	}
}

func TestANewerProgramsEventsAreCarriedAndCounted(t *testing.T) {
	newer := []writing{
		{kind: "incident.from-tomorrow", v: Version, values: Values{"title": "x"}},
		{kind: "casefile.from-tomorrow", v: Version, values: Values{"title": "x"}},
		{kind: "incident.amended", v: Version + 1, values: Values{"title": "x"}},
	}
	d := story("front")[0]
	d.write(t, noon, amend(Values{"title": "Situs diretas"}))
	for _, w := range newer {
		d.write(t, noon, w)
	}
	i := IncidentOf(&d.subject)
	if i.Title != "Situs diretas" || i.Unknown != 3 || d.subject.Kind != "incident" {
		t.Errorf("%q, %d unknown, kind %q", i.Title, i.Unknown, d.subject.Kind)
	}
	backwards := &desk{seen: slices.Clone(d.seen)}
	slices.Reverse(backwards.seen)
	sameOffice(t, d, backwards)
}

func TestAnErasedEventLeavesNoEmptyRow(t *testing.T) {
	d := story("front")[0]
	d.write(t, noon, registeredAt("09:00", Strategis))
	for _, w := range []writing{
		factOf(Noted{Note: &Note{At: clockTime("09:05"), Text: "nama dan nomor"}}),
		factOf(Classified{Class: Rendah, At: clockTime("09:06"), Reason: "keliru"}),
		factOf(PauseBegun{Pause{ID: "p", From: clockTime("09:07"), Expected: clockTime("10:00"), Reason: "kahar"}}),
		factOf(Reopened{Reopening{Segment: 2, At: clockTime("09:08"), Step: 6}}),
		factOf(Passed{Segment: 1, Step: 2, At: clockTime("09:09")}),
		factOf(Ended{Ending: Ending{Segment: 1, Outcome: Rejected, At: clockTime("09:10")}}),
	} {
		w.erased = true
		d.write(t, noon, w)
	}
	i := IncidentOf(&d.subject)
	if len(i.Notes)+len(i.Pauses)+len(i.Reopenings)+len(i.Endings) > 0 || len(i.Classes) != 1 || len(i.Passages) != 1 {
		t.Errorf("an erased payload stands as an empty row: %+v", i)
	}
	if i.Step != StepReceive || i.Segment() != 1 || len(d.subject.Erased) != 6 {
		t.Errorf("step %d, segment %d, erased %v", i.Step, i.Segment(), d.subject.Erased)
	}
}

func TestAWithdrawnRowIsNotShown(t *testing.T) {
	d := story("front")[0]
	row := d.write(t, noon, factOf(Noted{Note: &Note{At: clockTime("09:05"), Text: "salah tiket"}})).Mark()
	kept := d.write(t, noon, factOf(Noted{Note: &Note{At: clockTime("09:06"), Text: "benar"}})).Mark()
	d.write(t, noon, factOf(Withdrawn{Row: row, Reason: "salah tiket"}))
	i := IncidentOf(&d.subject)
	if len(i.Notes) != 1 || i.HasRow(row) || !i.HasRow(kept) {
		t.Errorf("notes %v", i.Notes)
	}
	if fmt.Sprint(d.subject.Logs["notes"][0].Mark) != fmt.Sprint(row) {
		t.Error("the withdrawn row is gone from the record")
	}
}

// restoring is a fact of an undoing with what its author is held to have seen.
func (d *desk) restoring(r Restored) writing {
	w := factOf(r)
	w.base = d.subject.BaseOf(r)
	return w
}

func factOf(f Fact) writing { return writing{kind: f.Kind(), v: Version, values: f.Values()} }

// clockTime is an hour and minute of 5 October 2026, in WIB.
func clockTime(hm string) Instant { return wib("2026-10-05 " + hm) }

// wib reads "2006-01-02 15:04" or with seconds, seven hours ahead of UTC.
func wib(s string) Instant {
	if len(s) == len("2006-01-02 15:04") {
		s += ":00"
	}
	t, err := time.ParseInLocation("2006-01-02 15:04:05", s, jakarta)
	if err != nil {
		panic(err)
	}
	return At(t)
}

var jakarta = time.FixedZone("WIB", 7*60*60)

func registeredAt(hm string, class Class) writing {
	return factOf(Registered{
		Ticket: NewTicket("CSIRT", 2026, "A", 1), Policy: Decree(), Title: "Situs diretas", Description: "Beranda diubah",
		Channel: "telepon", Reporter: Reporter{Name: "Sri Wahyuni"}, ReceivedAt: clockTime(hm), Class: class,
	})
}
