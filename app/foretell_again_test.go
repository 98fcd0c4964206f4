package app

import (
	"testing"

	"siaga/model"
)

// foretold takes in a file and wants its preview to have told what is erased and
// written once more.
func foretold(t *testing.T, from, to *bench) Arrival {
	t.Helper()
	name, err := to.Receive(from.written(Export{}))
	if err != nil {
		t.Fatal(err)
	}
	before, err := to.Preview(name, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := to.Preview(name, "", nil); err != nil || again.Copies != before.Copies || again.Rewritten != before.Rewritten {
		t.Errorf("a second preview says %+v, %v", again, err)
	}
	after, err := to.Import(name, "", nil)
	if err != nil || before.Copies != after.Copies || before.Rewritten != after.Rewritten {
		t.Errorf("foretold: %d copies, %d written again; told: %d, %d; %v", before.Copies, before.Rewritten, after.Copies, after.Rewritten, err)
	}
	return after
}

// What the file writes over what is erased here, and what is written here over
// what the file orders to be erased.
func TestThePreviewTellsWhatIsWrittenAgain(t *testing.T) {
	for _, written := range []string{"back", "front"} {
		front, back, call := twoDesks(t)
		back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{Description: text("peladen tidak menjawab")}})
		front.erase(string(call.Ticket), "description")
		from, to := back, front
		if written == "front" {
			from, to = front, back
		}
		if a := foretold(t, from, to); a.Rewritten != 1 || a.Copies != 0 {
			t.Errorf("written by %s: %+v", written, a)
		}
		foretold(t, to, from)
		front.do(Decide{Subject: string(call.Ticket), Field: "description", Take: TakeErase})
		if a := foretold(t, front, back); a.Rewritten != 0 {
			t.Errorf("what is decided is told as a question: %+v", a)
		}
		settled(t, front, back, secretText)
	}
}

// Copies that a merge made where the order was not known, of an incident that is
// here and of one that comes with the file.
func TestThePreviewTellsCopiesOfWhatIsErased(t *testing.T) {
	for _, order := range []string{"here", "in the file"} {
		front, back, call := twoDesks(t)
		into := back.call("beranda diubah")
		back.do(MergeIncidents{Into: IncidentRef(into.Ticket), From: IncidentRef(call.Ticket), Reason: "satu kejadian",
			Take: map[string]string{"reporter": "from", "description": "both", "title": "into"}})
		front.erase(string(call.Ticket), "reporter", "description")
		from, to := back, front
		if order == "in the file" {
			from, to = front, back
		}
		if a := foretold(t, from, to); a.Copies == 0 {
			t.Errorf("%s: %+v", order, a)
		}
		settled(t, front, back, secretName, secretText)
		if i, _ := front.Incident(IncidentRef(into.Ticket)); i.Reporter.Name != model.Gone {
			t.Errorf("%+v", i.Reporter)
		}
	}
}
