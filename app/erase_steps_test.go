package app

import (
	"slices"
	"testing"

	"siaga/model"
)

// mergedSecrets is a ticket into which one was merged, with its description and
// its reporter, and that one.
func mergedSecrets(b *bench, takes string) (into, from Done) {
	b.t.Helper()
	into, from = b.call("beranda diubah"), b.do(RegisterIncident{ReporterName: secretName, Description: "kata " + secretText, Title: "satu"})
	b.do(AddNote{Incident: IncidentRef(from.Ticket), Text: "catatan " + secretText})
	b.do(MergeIncidents{Into: IncidentRef(into.Ticket), From: IncidentRef(from.Ticket), Reason: "satu kejadian",
		Take: map[string]string{"reporter": takes, "description": "both", "title": "into"}})
	return into, from
}

const secretText = "sandi lama Kresna"

// What was merged is erased in whichever steps and from whichever ticket.
func TestWhatMergesCopiedIsErasedInSteps(t *testing.T) {
	for _, takes := range []string{"into", "from"} {
		for _, steps := range [][]string{{"reporter", "description", "note"}, {"description", "reporter", "note"}, {"note", "description", "reporter"}} {
			b := newDeskAt(t, "2026-10-05 08:00")
			into, from := mergedSecrets(b, takes)
			note := noteOf(t, b, from)
			for _, step := range steps {
				order := ErasePersonalData{Subject: string(from.Ticket), Fields: []string{step}, Ground: "request", OrderedBy: "Ketua", Reason: "diminta"}
				if step == "note" {
					order.Fields, order.Rows = nil, []string{note}
				}
				plan, err := b.ErasurePlan(order.Subject, order.Fields, order.Rows)
				if err != nil || !slices.Equal(plan.Copies, []model.Ticket{into.Ticket}) {
					t.Errorf("%v, %s: the copies are of %v, %v", steps, step, plan.Copies, err)
				}
				b.do(order)
			}
			if b.holdsWord(secretName) || b.holdsWord(secretText) {
				t.Errorf("%v, with %s: a copy is left", steps, takes)
			}
		}
	}
}

// From the ticket that goes on, what it took over is erased in steps too.
func TestWhatAMergeTookOverIsErasedInSteps(t *testing.T) {
	for _, steps := range [][]string{{"reporter", "description"}, {"description", "reporter"}} {
		b := newDeskAt(t, "2026-10-05 08:00")
		into, from := mergedSecrets(b, "from")
		note := noteOf(t, b, into)
		for _, step := range steps {
			b.erase(string(into.Ticket), step)
		}
		b.do(ErasePersonalData{Subject: string(into.Ticket), Rows: []string{note}, Ground: "request", OrderedBy: "Ketua", Reason: "diminta"})
		if b.holdsWord(secretName) || b.holdsWord(secretText) {
			t.Errorf("%v: what %s said is left", steps, from.Ticket)
		}
	}
}
