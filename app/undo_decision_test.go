package app

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"siaga/model"
)

// asBefore holds the one thing to be decided against what it was before a
// decision: the same values by the same people.
func (b *bench) asBefore(before Decision) {
	b.t.Helper()
	now := b.only(before.Kind)
	slices.SortFunc(now.Values, func(x, y Rival) int { return int(x.At - y.At) })
	for n := range now.Values {
		if n < len(before.Values) {
			now.Values[n].Mark = before.Values[n].Mark // what is to be taken stands in another event
		}
	}
	if now.Key() != before.Key() || !reflect.DeepEqual(now.Values, before.Values) {
		b.t.Errorf("%+v stands instead of %+v", now, before)
	}
}

// twoValues are two desks that described one incident's damage at once, and know it.
func twoValues(t *testing.T) (front, back *bench, done Done) {
	t.Helper()
	front = newDeskAt(t, "2026-10-05 09:00")
	back = front.join("Meja belakang")
	done = call(front)
	send(t, back, front)
	send(t, front, back)
	front.do(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{Impact: text("Ringan")}})
	back.at("2026-10-05 09:05").do(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{Impact: text("Berat")}})
	swap(t, front, back)
	return front, back, done
}

// swap sends everything both ways, and both show the same, at one time.
func swap(t *testing.T, front, back *bench) {
	t.Helper()
	if back.clock.After(front.clock) {
		front.clock = back.clock
	}
	back.clock = front.clock
	send(t, front, back)
	send(t, back, front)
	send(t, front, back)
	same(t, front, back)
}

// decided gives a value at an hour.
func (b *bench) decided(at string, done Done, field, value string) {
	b.t.Helper()
	b.at("2026-10-05 " + at).do(Decide{Subject: string(done.ID), Field: field, Value: json.RawMessage(value)})
}

// One desk decides, the other one undoes that: both are asked again, about the
// values as they were written first. Then both decide at once, differently, which
// is a question of its own.
func TestTheOtherDeskUndoesADecision(t *testing.T) {
	front, back, done := twoValues(t)
	k := front.only(DecideValues)
	slices.SortFunc(k.Values, func(x, y Rival) int { return int(x.At - y.At) })
	front.decided("09:10", done, "impact", `"Sedang"`)
	send(t, front, back)
	back.at("2026-10-05 09:15").do(Undo{Subject: string(done.ID), Reason: "belum disepakati"})
	swap(t, front, back)
	for _, b := range []*bench{front, back} {
		b.asBefore(k)
	}
	front.decided("09:20", done, "impact", `"Ringan"`)
	back.decided("09:25", done, "impact", `"Berat"`)
	swap(t, front, back)
	if k := front.only(DecideValues); len(k.Values) != 2 || k.Values[0].At != front.Now() && k.Values[1].At != front.Now() {
		t.Errorf("%+v", k)
	}
	front.decided("09:30", done, "impact", `"Berat"`)
	swap(t, front, back)
	for _, b := range []*bench{front, back} {
		if i := b.incident(done); i.Impact != "Berat" || len(b.decisions()) > 0 {
			t.Errorf("desk %s: %q, %+v", b.letter, i.Impact, b.decisions())
		}
	}
}

// Both desks undo one decision before they know of each other: each value is
// asked about once, and one decision settles it.
func TestBothDesksUndoADecision(t *testing.T) {
	front, back, done := twoValues(t)
	k := front.only(DecideValues)
	slices.SortFunc(k.Values, func(x, y Rival) int { return int(x.At - y.At) })
	front.decided("09:10", done, "impact", `"Sedang"`)
	send(t, front, back)
	for _, b := range []*bench{front, back} {
		b.at("2026-10-05 09:15").do(Undo{Subject: string(done.ID)})
	}
	swap(t, front, back)
	for _, b := range []*bench{front, back} {
		b.asBefore(k)
	}
	back.at("2026-10-05 09:20").do(Decide{Subject: string(done.ID), Field: "impact", Take: back.only(DecideValues).Values[0].Mark.String()})
	swap(t, front, back)
	if len(front.decisions()) > 0 || len(back.decisions()) > 0 {
		t.Errorf("%+v", front.decisions())
	}
}

// An incident was ended at one desk while the other still wrote on it. Whichever
// desk decides and whichever undoes it, the question stands again.
func TestAnUndoneDecisionAboutAnEndAsksAgain(t *testing.T) {
	for _, value := range []string{"", "null"} {
		for _, undoer := range []int{0, 1} {
			front := newDeskAt(t, "2026-10-05 09:00")
			back := front.join("Meja belakang")
			done := call(front)
			send(t, back, front)
			send(t, front, back)
			front.do(RejectIncident{Incident: IncidentRef(done.ID), Reason: "bukan kewenangan"})
			back.at("2026-10-05 09:05").do(AmendIncident{Incident: IncidentRef(done.ID), Details: Details{Impact: text("Berat")}})
			swap(t, front, back)
			k := front.only(DecideOvertaken)
			slices.SortFunc(k.Values, func(x, y Rival) int { return int(x.At - y.At) })
			if value == "" {
				back.at("2026-10-05 09:10").do(Decide{Subject: string(done.ID), Field: k.Field, Take: k.Values[0].Mark.String()})
			} else {
				back.decided("09:10", done, k.Field, value)
			}
			swap(t, front, back)
			desk := []*bench{front, back}[undoer]
			desk.at("2026-10-05 09:15").do(Undo{Subject: string(done.ID)})
			swap(t, front, back)
			for _, b := range []*bench{front, back} {
				if i := b.incident(done); i.Outcome != model.Rejected {
					t.Errorf("%q", i.Outcome)
				}
				b.asBefore(k)
			}
		}
	}
}
