package app

import (
	"encoding/json"
	"errors"
	"testing"

	"siaga/model"
)

// elsewhere writes a field as another desk would that has not seen what this
// one wrote: the event names nothing as seen.
func (b *bench) elsewhere(id model.IncidentID, values model.Values) {
	b.t.Helper()
	w := &work{desk: b.Desk, now: b.Now(), at: b.Now(), by: b.atDesk, working: map[model.SubjectID]*model.Subject{}}
	s, err := w.subject(id)
	if err != nil {
		b.t.Fatal(err)
	}
	payload, err := b.payload(values)
	if err != nil {
		b.t.Fatal(err)
	}
	e, err := model.Write(model.Header{V: model.Version, Kind: "incident.amended", Desk: b.me, N: b.own().n + 1, Prev: b.own().hash,
		At: w.stamp(), User: w.by, Subject: id, Fields: fieldNames(values)}, payload)
	if err != nil {
		b.t.Fatal(err)
	}
	s.Fold(e)
	w.events = append(w.events, e)
	if err := b.record(w); err != nil {
		b.t.Fatal(err)
	}
}

// Two desks describe the damage differently; either value, or a third, ends
// the dispute.
func TestADisputeIsSettledByEitherValueOrAThird(t *testing.T) {
	for name, chosen := range map[string]string{"the shown one": "Berat", "the other": "Ringan", "a third": "Sedang"} {
		b := newDeskAt(t, "2026-10-05 09:00")
		call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
		b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Impact: text("Ringan")}})
		b.at("2026-10-05 09:05").elsewhere(call.ID, model.Values{"impact": "Berat"})

		found, err := b.Conflicts(IncidentRef(call.ID))
		if err != nil || len(found) != 1 || found[0].Field != "impact" || len(found[0].Values) != 2 {
			t.Fatalf("%+v, %v", found, err)
		}
		for n, want := range []string{"Ringan", "Berat"} {
			var got string
			if v := found[0].Values[n]; json.Unmarshal(v.Value, &got) != nil || got != want || v.By != b.atDesk || !v.At.Known() {
				t.Errorf("value %d: %+v", n, v)
			}
		}
		if i := b.incident(call); i.Impact != "Berat" {
			t.Fatalf("the later value is not shown: %q", i.Impact)
		}
		b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Title: text("Judul lain")}})
		if i := b.incident(call); len(i.Conflicts) != 1 {
			t.Errorf("an amendment of another field settled the dispute")
		}
		b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Impact: text(chosen)}})
		if i := b.incident(call); i.Impact != chosen || len(i.Conflicts) != 0 {
			t.Errorf("%s: %q, conflicts %v", name, i.Impact, i.Conflicts)
		}
		if found, err := b.Conflicts(IncidentRef(call.ID)); err != nil || len(found) != 0 {
			t.Errorf("%s: still %+v, %v", name, found, err)
		}
	}
}

// The reporter is one field of five parts; a part that is given settles it, and
// an order that gives none leaves it in dispute.
func TestADisputedReporterIsSettledByHisParts(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	b.at("2026-10-05 09:05").elsewhere(call.ID, model.Values{"reporter": model.Reporter{Name: "Pelapor Dua"}})
	b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Title: text("Judul lain")}})
	if i := b.incident(call); len(i.Conflicts) != 1 {
		t.Fatalf("conflicts %v", i.Conflicts)
	}
	b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{ReporterName: text("Pelapor Dua")}})
	if i := b.incident(call); len(i.Conflicts) != 0 || i.Reporter.Name != "Pelapor Dua" {
		t.Errorf("conflicts %v, reporter %q", i.Conflicts, i.Reporter.Name)
	}
}

func TestConflictsOfAnUnknownIncidentAreRefused(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	var refused *model.Refusal
	if _, err := b.Conflicts("CSIRT-2026-A-9999-9"); !errors.As(err, &refused) {
		t.Errorf("%v", err)
	}
}
