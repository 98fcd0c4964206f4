package app

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"
)

// keepUntilKilled adds one file of evidence after the other; a line says which is
// kept, and how its content begins.
func (d *Desk) keepUntilKilled(call Done, path string) {
	for n := 0; ; n++ {
		first := fmt.Sprint(call.Ticket, " ", n, " ")
		must(os.WriteFile(path, []byte(strings.Repeat(first, 40_000)), 0o600))
		done, err := d.Do(Order{Command: AddEvidence{Incident: IncidentRef(call.ID), Name: "log", File: path}})
		must(err)
		fmt.Printf("kept %s|%s|%s\n", call.Ticket, done.Events[0], first)
	}
}

// A desk that is killed while it keeps files: each one that was acknowledged is
// there, every row has its content, and nothing half written stays.
func TestAKilledDeskHasKeptWhatItAcknowledged(t *testing.T) {
	t.Parallel()
	rounds := scaled(8, "SIAGA_PROOF_KILLS")
	b := newDeskAt(t, "2026-10-05 08:00")
	b.clock = time.Now()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	chance, path := rand.New(rand.NewPCG(5, 6)), t.TempDir()+"/bukti.log"
	acknowledged := map[string]string{} // how the content of a row begins
	for range rounds {
		for _, line := range killed(t, b.world.Folder, "keep", path, time.Duration(chance.IntN(400)+1)*time.Millisecond, true) {
			if kept, ok := strings.CutPrefix(line, "kept "); ok && strings.HasSuffix(kept, " ") {
				row, first, _ := strings.Cut(kept[strings.Index(kept, "|")+1:], "|")
				acknowledged[row] = first
			}
		}
	}
	b.open()
	found := 0
	for _, f := range b.namedFiles() {
		var content bytes.Buffer
		if _, err := b.EvidenceFile(IncidentRef(f.Ticket), f.Row.String(), &content, nil); err != nil {
			t.Fatalf("row %s: %v", f.Row, err)
		}
		if first, said := acknowledged[f.Row.String()]; said {
			if found++; content.String() != strings.Repeat(first, 40_000) {
				t.Errorf("row %s has another content", f.Row)
			}
		}
	}
	if found != len(acknowledged) {
		t.Errorf("%d of %d are there", found, len(acknowledged))
	}
	if left := b.kept(); len(left) != len(sumsOf(b.namedFiles())) {
		t.Errorf("%d files for %d contents", len(left), len(sumsOf(b.namedFiles())))
	}
	if c, err := b.Check(); err != nil || c.Missing != 0 {
		t.Errorf("%+v %v", c, err)
	}
	t.Logf("%d kills, %d files acknowledged, none lost", rounds, found)
}
