package model

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// erase writes down what is kept, strips what is erased, and returns all events.
func (f *front) erase(fields []string, rows ...Mark) []Event {
	f.t.Helper()
	orders := Erasures{}
	order := Erasure{Events: Erase(f.d.seen, fields, rows)}
	orders.Add(order)
	for _, e := range slices.Clone(f.d.seen) {
		for _, x := range order.Events {
			if x.Event == e.Mark() && len(e.Sealed) > 0 {
				for _, fact := range Keeping(e, x.Fields) {
					f.d.write(f.t, noon, factOf(fact))
				}
			}
		}
	}
	var left []Event
	for _, e := range f.d.seen {
		left = append(left, orders.Strip(e))
	}
	return left
}

// journey is an incident with something in every place where words stand.
func journey(t *testing.T) *front {
	f := newFront(t, whole(), Amended{Values{"title": "Laman sekolah diubah", "reporter": Reporter{Name: "Sri Rahayu", Phone: "0812"}}})
	return f.record(
		Passed{1, StepReceive, clockTime("09:30"), "ditelepon Sri"},
		Noted{Note: &Note{At: clockTime("09:40"), Text: "Sri minta dihubungi"}},
		Noted{Note: &Note{At: clockTime("09:41"), Text: "cadangan diperiksa"}},
		Assigned{Teams: SetChange{Add: []string{"V", "VI"}}},
		Classified{Strategis, clockTime("09:50"), "kata Sri layanan vital"},
		PauseBegun{Pause{ID: "p", From: clockTime("10:00"), Expected: clockTime("11:00"), Reason: "kahar", Note: "menunggu Sri"}},
		PauseEnded{"p", clockTime("10:30")}, ended(Rejected, "12:00"))
}

func TestOnlyTheReporterIsErased(t *testing.T) {
	f := journey(t)
	was := f.incident()
	left := f.erase([]string{"reporter"})
	is := IncidentOf(FoldAll(left))
	if is.Reporter != (Reporter{Name: Gone}) {
		t.Errorf("the reporter is %+v", is.Reporter)
	}
	is.Reporter = was.Reporter
	if !reflect.DeepEqual(is, was) {
		t.Errorf("it reads\n%+v\nnot\n%+v", is, was)
	}
	if b, _ := json.Marshal(left); strings.Contains(string(b), "Rahayu") || strings.Contains(string(Pack(left)), "Wahyuni") {
		t.Error("the reporter is still there")
	}
	if got := FoldAll(left).ErasedFields(); !reflect.DeepEqual(got, FieldNames{"reporter"}) {
		t.Errorf("erased are %v", got)
	}
}

func TestTheOrderOfArrivalOfAnErasureCannotMatter(t *testing.T) {
	f := journey(t)
	note := f.incident().Notes[0].Mark
	left := f.erase([]string{"reporter", "passed/1.2", "pause/p", "ended/1"}, note)
	want := folded(t, left, -1)
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		rnd.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		if got := folded(t, left, -1); got != want {
			t.Fatalf("arriving as %v it gives\n%s\nnot\n%s", marksOf(left), got, want)
		}
	}
}

func TestWordsAreErasedAndTheFactStays(t *testing.T) {
	f := journey(t)
	was := f.incident()
	class := was.Classes[1]
	row := f.d.subject.Logs["classifications"][1].Mark
	is := IncidentOf(FoldAll(f.erase([]string{"passed/1.2", "pause/p", "ended/1"}, was.Notes[0].Mark, row)))
	for what, ok := range map[string]bool{
		"step":  is.Passages[1].Note == Gone && is.Passages[1].At == was.Passages[1].At && is.Passages[1].By == was.Passages[1].By && is.Passages[1].TypedAt == was.Passages[1].TypedAt,
		"pause": is.Pauses[0].Note == Gone && is.Pauses[0].Until == was.Pauses[0].Until,
		"end":   is.Endings[0].Reason == Gone && is.Outcome == Rejected && is.CompletedAt == was.CompletedAt,
		"class": is.Classes[1].Reason == Gone && is.Classes[1].At == class.At && is.Class == Strategis,
		"notes": len(is.Notes) == 1 && is.Notes[0] == was.Notes[1],
		"rest":  is.Reporter == was.Reporter && len(is.Misfits) == 0 && len(is.Conflicts) == 0,
	} {
		if !ok {
			t.Errorf("%s: %+v", what, is)
		}
	}
}

// Two desks erase different fields of one event at once: each has kept what the
// other erases.
func TestTwoOrdersAboutOneEventEraseBoth(t *testing.T) {
	f := journey(t)
	first := f.d.seen[0]
	orders := Erasures{}
	for _, field := range []string{"reporter", "title"} {
		orders.Add(Erasure{Events: []Erasing{{"s", first.Mark(), []string{field}}}})
		for _, fact := range Keeping(first, []string{field}) {
			f.d.write(t, noon, factOf(fact))
		}
	}
	var left []Event
	for _, e := range f.d.seen {
		left = append(left, orders.Strip(e))
	}
	if text := string(Pack(left)); strings.Contains(text, "Wahyuni") || strings.Contains(text, "Situs diretas") || !strings.Contains(text, "Beranda diubah") {
		t.Error("what one of them kept is not what both leave")
	}
	if i := IncidentOf(FoldAll(left)); i.Title != "Laman sekolah diubah" || i.Description != "Beranda diubah" || i.Ticket == "" {
		t.Errorf("%+v", i)
	}
}

// What was erased does not stand against what another desk wrote at once.
func TestAnErasedValueIsNoRival(t *testing.T) {
	desks := story("front", "back")
	front, back := desks[0], desks[1]
	first := front.write(t, noon, factOf(whole()))
	back.take(first)
	mine := front.write(t, noon, amend(Values{"impact": "satu"}))
	theirs := back.write(t, noon, amend(Values{"impact": "dua"}))
	orders := Erasures{}
	orders.Add(Erasure{Events: []Erasing{{"s", mine.Mark(), []string{"impact"}}}})
	s := FoldAll([]Event{first, theirs, orders.Strip(mine)})
	if i := IncidentOf(s); i.Impact != "dua" || len(i.Conflicts) != 0 {
		t.Errorf("%q, in dispute %v", i.Impact, i.Conflicts)
	}
}

func TestTheHistoryTellsWhatWasErasedAndUndoRefusesIt(t *testing.T) {
	f := newFront(t, whole(), Amended{Values{"impact": "besar", "reporter": Reporter{Name: "Sri Rahayu"}}})
	left := f.erase([]string{"reporter"})
	told := 0
	for _, c := range History(left) {
		if c.Erased != (c.Field == "reporter") || c.Field == "impact" && string(c.After) != `"besar"` || c.Kind.Keeps() {
			t.Errorf("%+v", c)
		}
		if c.Erased {
			told++
		}
	}
	if told != 2 {
		t.Errorf("%d of 2 are told", told)
	}
	if _, err := Undone(left, left[1], "salah"); refusalKey(err) != "refuse.undo-erased" {
		t.Errorf("undo says %v", err)
	}
}

func TestWhoADeskIsCannotBeErased(t *testing.T) {
	orders := Erasures{}
	orders.Add(Erasure{Events: []Erasing{{"s", Mark{"front", 1}, []string{"key"}}}})
	for kind, want := range map[Kind]bool{"desk.admitted": false, "invitation.made": false, "erasure.ordered": false, "incident.amended": true} {
		if got := orders.Covers(Header{Kind: kind, Desk: "front", N: 1}); got != want {
			t.Errorf("%s is erased: %v", kind, got)
		}
	}
}

func TestAnOrderSaysWhatOnWhichGroundByWhomAndWhy(t *testing.T) {
	whole := Erasure{About: "i", Of: "incident", Events: []Erasing{{"i", Mark{"front", 1}, []string{"reporter"}}},
		Ground: "request", OrderedBy: "Ketua Tim", Reason: "diminta", RequestedAt: At(noon)}
	for key, spoil := range map[string]func(*Erasure){
		"":                         func(*Erasure) {},
		"refuse.erase-nothing":     func(e *Erasure) { e.Events = nil },
		"refuse.erase-ground":      func(e *Erasure) { e.Ground = "" },
		"refuse.erase-ground-text": func(e *Erasure) { e.Ground = GroundOther },
		"refuse.choice":            func(e *Erasure) { e.Ground = "wish" },
		"refuse.erase-ordered-by":  func(e *Erasure) { e.OrderedBy = " " },
		"refuse.reason":            func(e *Erasure) { e.Reason = "" },
		"refuse.instant-missing":   func(e *Erasure) { e.RequestedAt = 0 },
		"refuse.future":            func(e *Erasure) { e.RequestedAt += 9999 },
	} {
		e := whole
		spoil(&e)
		if _, err := OrderErasure(e, At(noon)); refusalKey(err) != key {
			t.Errorf("%v, not %q", err, key)
		}
	}
}

func refusalKey(err error) string {
	if r, ok := AsRefusal(err); ok {
		return r.Key
	}
	return ""
}

// Of incidents that two desks have handled in any way, and merged, an erasure
// takes nothing but what was chosen: neither a time nor a step nor what is to be
// decided changes, at whichever desk it is ordered.
func TestAnErasureChangesNothingElse(t *testing.T) {
	erased := 0
	for seed := range uint64(400) {
		w := newWorkday(t, seed, "front", "back")
		w.exchange(w.desks[0])
		w.exchange(w.desks[1])
		at := w.desks[seed%2]
		was := IncidentOf(FoldAll(at.seen))
		fields := []string{"reporter"}
		for _, can := range ErasableOf(at.seen) {
			if can.Row == (Mark{}) && can.Field != "reporter" && isPersonal("incident", can.Field) && w.rnd.IntN(3) == 0 {
				fields = append(fields, can.Field)
			}
		}
		f := &front{t, at}
		left := f.erase(fields)
		is := IncidentOf(FoldAll(left))
		if !reflect.DeepEqual(is.Course, was.Course) || !reflect.DeepEqual(is.Misfits, was.Misfits) || is.TypedAt != was.TypedAt {
			t.Fatalf("history %d, without %v, takes the course\n%+v %+v\nnot\n%+v %+v", seed, fields, is.Course, is.Misfits, was.Course, was.Misfits)
		}
		if len(fields) == 1 {
			is.Reporter = was.Reporter
			if !reflect.DeepEqual(is, was) {
				t.Fatalf("history %d reads\n%+v\nnot\n%+v", seed, is, was)
			}
		}
		erased += len(fields)
	}
	t.Logf("%d fields erased in 400 histories", erased)
}
