package app

import (
	"os"
	"path/filepath"
	"testing"

	"siaga/model"
)

// manyIncidents writes incidents of one event each straight as facts.
func manyIncidents(b *bench, n int) {
	b.t.Helper()
	for first := 0; first < n; first += 250 {
		w := &work{desk: b.Desk, now: b.Now(), working: map[model.SubjectID]*model.Subject{}}
		for i := first; i < min(n, first+250); i++ {
			id, err := w.create("incident")
			if err == nil {
				err = w.write(id, model.Registered{Ticket: model.NewTicket("CSIRT", 2025, "A", i+1), Policy: b.office.Policy, Title: "uji", ReceivedAt: b.Now()})
			}
			if err != nil {
				b.t.Fatal(err)
			}
		}
		if err := b.record(w); err != nil {
			b.t.Fatal(err)
		}
	}
}

// A subject that gave its row and then has more is folded again, so that a
// rebuilt store is the one that was written event by event.
func TestARebuildFoldsAgainWhatHasMore(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	early := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	manyIncidents(b, 2*maxFolding+500)
	b.do(AddNote{Incident: IncidentRef(early.Ticket), Text: "datang kemudian"})
	manyIncidents(b, 10)
	b.do(AddNote{Incident: IncidentRef(early.Ticket), Text: "dan sekali lagi"})
	before, err := b.Digest()
	if err != nil {
		t.Fatal(err)
	}
	counts, told := b.store.Counts(), uint64(0)
	events, err := b.Rebuild(func(events uint64) bool { told = events; return true })
	if err != nil || events != counts.Events || told == 0 {
		t.Fatalf("%d of %d events, %d told: %v", events, counts.Events, told, err)
	}
	if after, err := b.Digest(); err != nil || after != before || b.store.Counts() != counts {
		t.Errorf("the rebuilt desk shows another office: %+v, was %+v: %v", b.store.Counts(), counts, err)
	}
	if found := b.Search(Filter{Text: "sekali lagi"}); len(found) != 1 || found[0].Ticket != early.Ticket {
		t.Errorf("what came late is found in %d incidents", len(found))
	}
	b.do(AddNote{Incident: IncidentRef(early.Ticket), Text: "setelahnya"})
	b.again()
	if _, err := b.Check(); err != nil {
		t.Error(err)
	}
}

// What does not follow in the journal ends a rebuild, and the store stays the
// one it was.
func TestARebuildRefusesWhatDoesNotFollow(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	counts := b.store.Counts()
	end, err := b.journal.Append([][]byte{model.Pack([]model.Event{b.forged(b.own().n+1, model.Hash{1})})})
	if err == nil {
		err = b.keep(metaPosition, end.Bytes())
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Rebuild(nil); err == nil || b.Recovery() == nil || b.store.Counts() != counts {
		t.Errorf("%v, with %+v", err, b.store.Counts())
	}
	b.again()
	if len(b.Incidents()) != 3 {
		t.Errorf("%d incidents are left", len(b.Incidents()))
	}
}

// A rebuild that is stopped changes nothing: the next opening finds the store.
func TestAStoppedRebuildChangesNothing(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	manyIncidents(b, 1500)
	if err := b.KeepDraft("intake", []byte("setengah kalimat")); err != nil {
		t.Fatal(err)
	}
	before, _ := b.Digest()
	if _, err := b.Rebuild(func(events uint64) bool { return events < 600 }); err == nil {
		t.Fatal("it went on")
	}
	b.again()
	if after, _ := b.Digest(); after != before || len(b.Incidents()) != 1500 {
		t.Error("the desk shows another office")
	}
	if draft, err := b.Draft("intake"); err != nil || string(draft) != "setengah kalimat" {
		t.Errorf("the draft is %q, %v", draft, err)
	}
	if beside, _ := filepath.Glob(filepath.Join(b.world.Folder, "store-*")); len(beside) > 0 {
		t.Error("left behind:", beside)
	}
	if _, err := os.Stat(b.storePath()); err != nil {
		t.Error(err)
	}
}
