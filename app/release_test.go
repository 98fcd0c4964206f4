package app

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/model"
)

var update = flag.Bool("update", false, "keep the data folder of this release, where there is none")

const (
	releases   = "testdata/releases"
	releaseNow = "2026-10-07 09:00" // when the desk of a release is asked what it knows
)

// Before a release the data folder that it writes is kept, once: see the README.
func TestThisReleaseKeepsADataFolder(t *testing.T) {
	packed := filepath.Join(releases, releaseVersion(t)+".tar.gz")
	if !fileExists(packed) {
		if !*update {
			t.Fatalf("there is no %s: go test ./app -run Release -update", packed)
		}
		r := newReleased(t)
		r.pack(t, packed)
		if err := os.WriteFile(toldBeside(packed), []byte(r.open(t).told()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(packed); err != nil || info.Size() > 300_000 {
		t.Errorf("%v is too large or not there (%v)", info, err)
	}
}

// What the program wrote in any release opens, says the same, and goes on.
func TestTheDataFolderOfEveryReleaseKeepsOpening(t *testing.T) {
	packed, err := filepath.Glob(filepath.Join(releases, "*.tar.gz"))
	if err != nil || len(packed) == 0 {
		t.Fatalf("%d data folders, %v", len(packed), err)
	}
	for _, file := range packed {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".tar.gz"), func(t *testing.T) {
			golden, err := os.ReadFile(toldBeside(file))
			if err != nil {
				t.Fatal(err)
			}
			r := unpack(t, file)
			b := r.open(t)
			b.says(string(golden))
			r.readsSettings(t)
			b.makesAgain(string(golden))
			b.takesInItsInbox()
			b.isRestored(r.recovery)
			b.writesOn()
		})
	}
}

func toldBeside(packed string) string { return strings.TrimSuffix(packed, ".tar.gz") + ".txt" }

// releaseVersion is that of FyneApp.toml.
func releaseVersion(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^Version = "([^"]+)"$`).FindSubmatch(b)
	if found == nil {
		t.Fatal("FyneApp.toml has no version")
	}
	return string(found[1])
}

// open opens the desk of a release with this program.
func (r released) open(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, clock: moment(t, releaseNow)}
	b.world = World{Folder: r.folder, Now: func() time.Time { return b.clock }, Random: seeded(t.Name()), FileCost: 8}
	desk, err := Unlock(b.world, vault.Passphrase(testPassphrase))
	if err != nil {
		t.Fatal(err)
	}
	b.Desk = desk
	t.Cleanup(func() { b.Desk.Close() })
	if trouble := desk.Recovery(); trouble != nil {
		t.Fatalf("the desk is in recovery: %s: %v", trouble.Key, trouble.Err)
	}
	return b
}

func (b *bench) says(golden string) {
	b.t.Helper()
	told, before := strings.Split(b.told(), "\n"), strings.Split(golden, "\n")
	for i := range max(len(told), len(before)) {
		if i >= len(told) || i >= len(before) || told[i] != before[i] {
			b.t.Fatalf("from line %d on the desk says\n%s\nnot\n%s", i+1, strings.Join(told[min(i, len(told)):min(i+3, len(told))], "\n"),
				strings.Join(before[min(i, len(before)):min(i+3, len(before))], "\n"))
		}
	}
	b.t.Logf("says the same in %d lines", len(told))
}

func (r released) readsSettings(t *testing.T) {
	t.Helper()
	s, told, err := settings.Open(filepath.Join(r.folder, "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	if key, _ := told.Sentence(); key != "" || s.Choices().Language != "en" || s.Choices().KeepBackups != 7 || !s.Choices().Tray {
		t.Errorf("the settings are %+v, told %q", s.Choices(), key)
	}
}

// makesAgain checks everything and makes the store of the journal alone.
func (b *bench) makesAgain(golden string) {
	b.t.Helper()
	for _, when := range []string{"as it was", "rebuilt"} {
		if checked, err := b.Check(); err != nil || checked.Chained != checked.Events || checked.Events == 0 {
			b.t.Fatalf("%s: %+v, %v", when, checked, err)
		}
		if _, err := b.Rebuild(nil); err != nil {
			b.t.Fatal(err)
		}
	}
	b.says(golden)
}

// takesInItsInbox takes in the file that another desk wrote with that release.
func (b *bench) takesInItsInbox() {
	b.t.Helper()
	incidents := len(b.Incidents())
	for _, name := range b.Received() {
		if arrival, err := b.Import(name, "", nil); err != nil || !arrival.Whole() {
			b.t.Fatalf("%+v, %v", arrival, err)
		}
	}
	if len(b.Received()) > 0 || len(b.Incidents()) != incidents+1 {
		b.t.Errorf("%d files are left, %d incidents after %d", len(b.Received()), len(b.Incidents()), incidents)
	}
}

// isRestored makes a desk of a backup with the recovery key of that release.
func (b *bench) isRestored(recovery string) {
	b.t.Helper()
	backup := filepath.Join(b.t.TempDir(), "cadangan.siaga")
	if _, err := b.BackUp(backup, nil); err != nil {
		b.t.Fatal(err)
	}
	world := b.world
	world.Folder, world.Random = b.t.TempDir(), seeded("restored")
	desk, _, err := Restore(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{backup}, recovery, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	defer desk.Close()
	restored := &bench{Desk: desk, t: b.t}
	if told := restored.toldOfIncidents(); told != b.toldOfIncidents() {
		b.t.Errorf("the restored desk says\n%s", told)
	}
}

// writesOn gives orders, and nothing that was written before is lost by them.
func (b *bench) writesOn() {
	b.t.Helper()
	before := len(b.Incidents())
	done := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "setelah pembaruan", Channel: "telepon", Class: model.Tinggi})
	b.do(PassStep{Incident: IncidentRef(done.ID), Step: 2})
	b.again()
	tickets := map[model.Ticket]bool{}
	for _, row := range b.Incidents() {
		tickets[row.Ticket] = true
	}
	if i := b.incident(done); len(tickets) != before+1 || i.Step != 3 {
		b.t.Errorf("%d tickets after %d, the new one waits for step %d", len(tickets), before, i.Step)
	}
	if _, err := b.Check(); err != nil {
		b.t.Error(fmt.Errorf("after new orders: %w", err))
	}
}
