package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/app/store"
	"siaga/app/vault"
	"siaga/model"
)

// reopen opens the desk as after a crash, also when it is in recovery.
func (b *bench) reopen() {
	b.t.Helper()
	_ = b.Close()
	locked, err := vault.Open(VaultPath(b.world.Folder))
	if err != nil {
		b.t.Fatal(err)
	}
	v, err := locked.Unlock(vault.Passphrase(testPassphrase))
	if err != nil {
		b.t.Fatal(err)
	}
	if b.Desk, err = Open(b.world, v); err != nil {
		b.t.Fatal(err)
	}
}

func threeIncidents(b *bench) {
	for range 3 {
		b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	}
}

// loseStore opens the desk again without its store, and wants the same office.
func (b *bench) loseStore() {
	b.t.Helper()
	before, _ := b.Digest()
	b.Close()
	if err := os.RemoveAll(filepath.Join(b.world.Folder, "store")); err != nil {
		b.t.Fatal(err)
	}
	b.again()
	if after, _ := b.Digest(); after != before {
		b.t.Error("the replayed store shows another office")
	}
}

// A lost store is made again from the journal at the next opening.
func TestAStoreThatIsGoneIsReplayed(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	b.loseStore()
	if len(b.Incidents()) != 3 {
		t.Errorf("%d incidents instead of 3", len(b.Incidents()))
	}
}

// Long texts are taken over in smaller transactions.
func TestALostStoreOfLongTextsIsReplayed(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	for range 250 {
		b.do(RegisterIncident{ReporterName: "Pelapor", Description: strings.Repeat("isi log ", 1500)})
	}
	b.loseStore()
}

// Rows can be in the store before the events of which they are made.
func TestRowsAheadOfTheirEventsAreMadeAgain(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	w := &work{desk: b.Desk, now: b.Now(), working: subjects{}}
	known, err := w.create("incident")
	if err == nil {
		err = w.write(known, model.Registered{Ticket: model.NewTicket("CSIRT", 2026, "A", 4), Policy: b.office.Policy, Title: "uji", ReceivedAt: b.Now()})
	}
	if err == nil {
		err = w.write(b.Incidents()[0].ID, model.Amended{Fields: model.Values{"title": "judul lain"}})
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.journal.Append([][]byte{model.Pack(w.events)}); err != nil {
		t.Fatal(err)
	}
	taken, err := b.prepare(w.events, w.working, nil)
	if err == nil {
		err = b.store.Commit(store.Batch{Rows: taken.batch.Rows})
	}
	if err != nil {
		t.Fatal(err)
	}
	b.again()
	before, _ := b.Digest()
	if found, err := b.Incident(IncidentRef(known)); err != nil || found.Title != "uji" || len(b.Incidents()) != 4 {
		t.Fatal(found.Title, err, len(b.Incidents()))
	}
	if _, err := b.Rebuild(nil); err != nil {
		t.Fatal(err)
	}
	if after, _ := b.Digest(); after != before {
		t.Error("rebuilt, the store shows another office")
	}
}

// A journal that lost what the store holds stops all writing, is told, and is
// written again from the store.
func TestAJournalThatLostItsEndIsToldAndMended(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	b.Close()
	segments, err := filepath.Glob(filepath.Join(b.world.Folder, "journal", "*"))
	if err != nil || len(segments) == 0 {
		t.Fatal("no journal", err)
	}
	var last string
	for _, s := range segments {
		if info, _ := os.Stat(s); info.Size() < 10<<20 {
			last = s
		}
	}
	info, _ := os.Stat(last)
	if err := os.Truncate(last, info.Size()-300); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	trouble := b.Recovery()
	if trouble == nil || trouble.Key != "recovery.behind" {
		t.Fatalf("the loss was not told: %+v", trouble)
	}
	if _, err := b.Do(Order{Command: RegisterIncident{ReporterName: "P", Description: "u"}}); err == nil {
		t.Fatal("a desk in recovery wrote")
	}
	if _, err := b.Repair(nil); err != nil {
		t.Fatal(err)
	}
	if b.Recovery() != nil || len(b.Incidents()) != 3 {
		t.Fatal("the repair did not end the recovery")
	}
	threeIncidents(b)
	b.again()
	if checked, err := b.Check(); err != nil || len(b.Incidents()) != 6 {
		t.Errorf("after the repair: %+v, %v", checked, err)
	}
}

// A flipped bit in the journal is found at the latest by a check, never passed
// over.
func TestAFlippedBitInTheJournalIsFound(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	b.Close()
	segments, _ := filepath.Glob(filepath.Join(b.world.Folder, "journal", "*"))
	flipped := 0
	for _, s := range segments {
		content, err := os.ReadFile(s)
		if err != nil {
			t.Fatal(err)
		}
		if len(content) > 10<<20 {
			continue // the ballast holds nothing
		}
		content[len(content)/2] ^= 4
		if err := os.WriteFile(s, content, 0o600); err != nil {
			t.Fatal(err)
		}
		flipped++
	}
	b.reopen()
	if b.Recovery() == nil {
		if _, err := b.Check(); err == nil {
			t.Fatalf("%d flipped bits were passed over", flipped)
		}
	}
}

// Rows that an earlier version of the program wrote are made again without a
// word: nothing is wrong with the desk.
func TestRowsOfAnEarlierVersionAreMadeAgain(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	threeIncidents(b)
	before, _ := b.Digest()
	var old []store.Entry
	if err := b.store.EachRow(func(id [16]byte, row []byte) error {
		if row[0] == rowOfIncident {
			row = append([]byte{rowOfIncident, 0}, row[2:]...)
			old = append(old, store.Entry{ID: id, Bytes: row})
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := b.store.Commit(store.Batch{Rows: old}); err != nil || len(old) != 3 {
		t.Fatalf("%d rows aged: %v", len(old), err)
	}
	b.again()
	if after, _ := b.Digest(); after != before || len(b.Incidents()) != 3 {
		t.Errorf("the desk shows another office, with %d incidents", len(b.Incidents()))
	}
}
