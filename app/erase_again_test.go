package app

import (
	"testing"

	"siaga/model"
)

// twoDesks know the same incident with something personal in it.
func twoDesks(t *testing.T) (front, back *bench, call Done) {
	t.Helper()
	front = newDeskAt(t, "2026-10-05 08:00")
	call = front.do(RegisterIncident{ReporterName: secretName, ReporterPhone: "081299887766", Description: "kata " + secretText, Title: "satu"})
	back = front.join("Meja belakang")
	send(t, back, front)
	return front, back, call
}

// settled lets two desks exchange until both know all, and wants the words gone.
func settled(t *testing.T, front, back *bench, words ...string) {
	t.Helper()
	for range 2 {
		send(t, front, back)
		send(t, back, front)
	}
	same(t, front, back)
	for _, b := range []*bench{front, back} {
		for _, word := range words {
			if b.holdsWord(word) {
				t.Errorf("desk %s holds %q", b.letter, word)
			}
		}
		if all := b.decisions(); len(all) > 0 {
			t.Errorf("desk %s asks %+v", b.letter, all)
		}
		if _, err := b.Check(); err != nil {
			t.Error(err)
		}
	}
}

// A merge at a desk that has not heard of the order brings nothing back,
// whichever of them hears of the other first.
func TestAMergeThatDidNotKnowOfAnErasureIsCovered(t *testing.T) {
	for _, first := range []string{"order", "merge"} {
		front, back, call := twoDesks(t)
		into := back.call("beranda diubah")
		back.do(AddNote{Incident: IncidentRef(call.Ticket), Text: "catatan"})
		back.do(MergeIncidents{Into: IncidentRef(into.Ticket), From: IncidentRef(call.Ticket), Reason: "satu kejadian",
			Take: map[string]string{"reporter": "from", "description": "both", "title": "into"}})
		front.erase(string(call.Ticket), "reporter", "description")
		if first == "order" {
			send(t, front, back)
		} else if a := send(t, back, front)[0]; a.Copies == 0 {
			t.Errorf("the report says nothing of copies: %+v", a)
		}
		settled(t, front, back, secretName, secretText)
		for _, b := range []*bench{front, back} {
			if i, _ := b.Incident(IncidentRef(into.Ticket)); i.Reporter.Name != model.Gone || len(i.Notes) != 1 || len(i.Reports) == 0 {
				t.Errorf("more than that is gone: %+v", i)
			}
		}
		back.do(AmendIncident{Incident: IncidentRef(into.Ticket), Details: Details{ReporterName: text("Pelapor kedua")}})
		settled(t, front, back, secretName, secretText)
	}
}

// One part of a reporter is amended where the order is not known: all of the
// reporter is written again, and goes.
func TestAnAmendmentThatRepeatsWhatIsErasedIsCovered(t *testing.T) {
	front, back, call := twoDesks(t)
	back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{ReporterPhone: text("081200000000"), Impact: text("berat")}})
	front.erase(string(call.Ticket))
	a := send(t, back, front)[0]
	if k := front.only(DecideRewritten); a.Rewritten != 1 || k.Field != "reporter" || len(k.Values) != 1 {
		t.Errorf("%+v, %+v", a, k)
	}
	settled(t, front, back, secretName, "081200000000")
	if i, _ := front.Incident(IncidentRef(call.Ticket)); i.Impact != "berat" || i.Reporter.Name != model.Gone {
		t.Errorf("%+v", i)
	}
}

// The record of an order that was given once more names the first one, and that
// one's record names it, at both desks.
func TestAnOrderGivenOnceMoreAndItsFirstNameEachOther(t *testing.T) {
	front, back, call := twoDesks(t)
	back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{Description: text("peladen tidak menjawab")}})
	front.erase(string(call.Ticket), "description")
	send(t, back, front)
	front.at("2026-10-05 10:00").do(Decide{Subject: string(call.Ticket), Field: "description", Take: TakeErase})
	back.at("2026-10-05 10:00")
	settled(t, front, back, secretText)
	for _, b := range []*bench{front, back} {
		all := b.Erasures()
		if len(all) != 2 {
			t.Fatalf("%d orders", len(all))
		}
		again, err := b.ErasureRecord(all[0].ID, model.PaperNumber{})
		first, err2 := b.ErasureRecord(all[1].ID, model.PaperNumber{})
		if err != nil || err2 != nil || again.First.ID != first.Order.ID || again.First.At != first.Order.At || len(again.Following) != 0 ||
			first.First.ID != "" || len(first.Following) != 1 || first.Following[0].ID != again.Order.ID {
			t.Errorf("desk %s: %+v\n%+v", b.letter, again, first)
		}
	}
}

// What may be new is asked at every desk, and goes or stays as one of them says.
func TestWhatMayBeNewIsAsked(t *testing.T) {
	for _, erased := range []bool{true, false} {
		front, back, call := twoDesks(t)
		back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{Description: text("peladen tidak menjawab")}})
		front.erase(string(call.Ticket), "description")
		send(t, front, back)
		send(t, back, front)
		for _, b := range []*bench{front, back} {
			b.only(DecideRewritten)
		}
		k := front.only(DecideRewritten)
		decide := Decide{Subject: string(k.Subject), Field: k.Field, Take: TakeErase}
		if !erased {
			decide.Take = k.Values[0].Mark.String()
		}
		front.do(decide)
		if _, err := front.Do(Order{Command: decide}); faultOf(err) != "refuse.decide-settled" {
			t.Errorf("decided twice: %v", err)
		}
		settled(t, front, back, secretText)
		if front.holdsWord("peladen tidak menjawab") == erased || back.holdsWord("peladen tidak menjawab") == erased {
			t.Errorf("it was decided to erase it: %v, and that was not done", erased)
		}
	}
}

// Who knows that something was erased may write there anew, at any desk.
func TestWritingAnewAfterAnErasureIsNotAsked(t *testing.T) {
	front, back, call := twoDesks(t)
	into := front.call("beranda diubah")
	front.erase(string(call.Ticket), "reporter", "description")
	send(t, front, back)
	back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{ReporterName: text("Pelapor kedua"), Description: text("uraian kedua")}})
	back.do(MergeIncidents{Into: IncidentRef(into.Ticket), From: IncidentRef(call.Ticket), Reason: "satu kejadian",
		Take: map[string]string{"reporter": "from", "description": "both", "title": "into"}})
	settled(t, front, back, secretName, secretText)
	if i, _ := front.Incident(IncidentRef(into.Ticket)); i.Reporter.Name != "Pelapor kedua" {
		t.Errorf("what was new is gone: %+v", i.Reporter)
	}
}

// What was replaced since is asked about all the same, for it stands in the
// history.
func TestWhatWasReplacedSinceIsAskedToo(t *testing.T) {
	front, back, call := twoDesks(t)
	back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{Description: text("peladen tidak menjawab")}})
	front.erase(string(call.Ticket), "description")
	send(t, back, front)
	front.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{Description: text("uraian baru")}})
	k := front.only(DecideRewritten)
	if len(k.Values) != 1 || string(k.Values[0].Value) != `"peladen tidak menjawab"` {
		t.Errorf("%+v", k.Values)
	}
	front.do(Decide{Subject: string(k.Subject), Field: k.Field, Take: TakeErase})
	settled(t, front, back, secretText, "peladen tidak menjawab")
	if i, _ := back.Incident(IncidentRef(call.Ticket)); i.Description != "uraian baru" {
		t.Errorf("it reads %q", i.Description)
	}
}

// A copy that one desk took for something new goes when another can tell.
func TestACopyThatWasLetStandGoesAllTheSame(t *testing.T) {
	front, back, call := twoDesks(t)
	back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{ReporterPhone: text("081200000000")}})
	front.erase(string(call.Ticket))
	send(t, back, front)
	k := front.only(DecideRewritten)
	front.do(Decide{Subject: string(k.Subject), Field: k.Field, Take: k.Values[0].Mark.String()})
	settled(t, front, back, secretName)
}
