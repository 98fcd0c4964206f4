package app

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siaga/app/vault"
)

// The children of these tests open a desk, write an incident, and exchange until
// they are killed. A line on their standard output is said after it is lasting.
const (
	childFolder = "SIAGA_TEST_EXCHANGER"
	childDeed   = "SIAGA_TEST_EXCHANGER_DEED"
	childPath   = "SIAGA_TEST_EXCHANGER_PATH"
)

func exchangeUntilKilled(folder string) {
	d, err := Unlock(World{Folder: folder, Now: time.Now, Random: seeded(fmt.Sprint(time.Now())), FileCost: 8}, vault.Passphrase(testPassphrase))
	must(err)
	if trouble := d.Recovery(); trouble != nil {
		must(fmt.Errorf("in recovery: %s: %w", trouble.Key, trouble.Err))
	}
	must(d.untoldIn("inbox"))
	done, err := d.Do(Order{Command: RegisterIncident{ReporterName: "Pelapor", Description: "di tengah kiriman"}})
	must(err)
	fmt.Println("ticket", done.Ticket)
	path := os.Getenv(childPath)
	switch os.Getenv(childDeed) {
	case "import":
		_, err := d.takeInFrom(path, nil)
		if faultOf(err) != "refuse.bundle-again" {
			must(err)
		}
		fmt.Println("whole")
		select {}
	case "keep":
		d.keepUntilKilled(done, path)
	case "visit":
		for f := d.SharedFolderAt(path); ; {
			_, err := f.Call(nil)
			must(err)
			fmt.Println("visited")
			_, err = d.Do(Order{Command: RegisterIncident{ReporterName: "Pelapor", Description: "lagi"}})
			must(err)
		}
	case "backup":
		for k := NewKeeper(d); ; {
			must(d.renote(func(x *exchanged) { x.Backup.At = 0 }))
			tended := k.Tend(Upkeep{BackupFolder: path, KeepBackups: 3}, nil)
			if len(tended.Failed) > 0 {
				must(tended.Failed[0])
			}
			fmt.Println("backup", tended.BackedUp)
		}
	}
}

// untoldIn says which files of a folder of the desk people are not told of.
func (d *Desk) untoldIn(folder string) error {
	entries, _ := os.ReadDir(filepath.Join(d.folder, folder))
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".siaga") {
			return fmt.Errorf("%s holds %s, of which nobody is told", folder, e.Name())
		}
	}
	return nil
}

// killed runs a child on the desk's folder and kills it so long after its start, or
// after the desk is open; it returns what the child said by then.
func killed(t *testing.T, folder, deed, path string, after time.Duration, onceOpen bool) (said []string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childFolder+"="+folder, childDeed+"="+deed, childPath+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = cmd.Process.Kill() }
	timer := time.AfterFunc(after, kill)
	defer func() { timer.Stop() }()
	if onceOpen {
		timer.Reset(time.Minute)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if onceOpen && len(said) == 0 {
			timer.Reset(after)
		}
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Fatal(deed, ": ", lines.Text())
		}
		said = append(said, lines.Text())
		if lines.Text() == "whole" {
			kill()
		}
	}
	_ = cmd.Wait() // killed, as meant
	return said
}

// tickets are those that a child has acknowledged.
func tickets(said []string) (out []string) {
	for _, line := range said {
		if ticket, ok := strings.CutPrefix(line, "ticket "); ok {
			out = append(out, ticket)
		}
	}
	return out
}

// wantTickets makes sure that what was acknowledged is there.
func (b *bench) wantTickets(tickets []string) {
	b.t.Helper()
	for _, ticket := range tickets {
		if _, err := b.Incident(IncidentRef(ticket)); err != nil {
			b.t.Fatalf("%s was acknowledged and is lost: %v", ticket, err)
		}
	}
}

// killPair are two desks, and the folder of the second one, which is closed.
func killPair(t *testing.T) (front, back *bench, folder string) {
	front = newDeskAt(t, "2026-10-05 08:00")
	back = front.join("Meja belakang")
	send(t, back, front)
	front.clock = time.Now()
	back.clock = front.clock
	return front, back, back.world.Folder
}

// severalGroups is a number of events that is taken in in more than one group.
const severalGroups = groupEvents + 400

// An import that is killed at any moment goes on when the desk is next opened, as
// often as that happens; in the end everything is there once.
func TestAKilledImportGoesOn(t *testing.T) {
	t.Parallel()
	rounds := scaled(12, "SIAGA_PROOF_KILLS")
	front, back, folder := killPair(t)
	manyIncidents(front, severalGroups)
	call := front.call("berkas")
	for n := range 5 {
		front.seize(call, "akses.log", strings.Repeat(fmt.Sprint(n, " "), 500_000))
	}
	file := front.written(Export{})
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}
	chance, kills, whole := rand.New(rand.NewPCG(3, 4)), 0, 0
	for kills < rounds {
		b := &bench{t: t, clock: time.Now(), world: back.world}
		b.world.Folder = copyOf(t, folder)
		var acknowledged []string
		for finished := false; !finished; kills++ {
			said := killed(t, b.world.Folder, "import", file, time.Duration(chance.IntN(400)+1)*time.Millisecond, chance.IntN(2) == 0)
			acknowledged = append(acknowledged, tickets(said)...)
			finished = len(said) > 0 && said[len(said)-1] == "whole"
		}
		whole++
		b.open()
		b.wantTickets(acknowledged)
		b.equalsAfterKills(front, len(acknowledged))
	}
	t.Logf("%d kills of an import of %d events, %d imports whole in the end", kills, severalGroups, whole)
}

// equalsAfterKills makes sure that the desk is whole, holds what the other one
// wrote, and nothing else but its own.
func (b *bench) equalsAfterKills(front *bench, own int) {
	b.t.Helper()
	if err := b.untoldIn("inbox"); err != nil || len(b.Received()) > 0 {
		b.t.Fatalf("left in the inbox: %v, %v", b.Received(), err)
	}
	if c, err := b.Check(); err != nil || c.Missing > 0 {
		b.t.Fatal(c, err)
	}
	if got, least := len(b.Incidents()), len(front.Incidents())+own; got < least {
		b.t.Fatalf("%d incidents, not %d", got, least)
	}
	other := front.on(copyOf(b.t, front.copied()))
	defer other.Close()
	if _, err := other.takeInFrom(b.written(Export{Full: true}), nil); err != nil {
		b.t.Fatal(err)
	}
	same(b.t, other, b)
	b.Close()
}

// A desk that is killed while it visits the shared folder loses nothing, and the
// folder comes to rest: one file of each desk, and nothing half written.
func TestAKilledVisitLeavesTheFolderInOrder(t *testing.T) {
	t.Parallel()
	rounds := scaled(20, "SIAGA_PROOF_KILLS")
	front, back, folder := killPair(t)
	shared, chance := t.TempDir(), rand.New(rand.NewPCG(5, 6))
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}
	visitor := front.SharedFolderAt(shared)
	var acknowledged []string
	visits := 0
	for range rounds {
		front.call("di depan")
		front.clock = time.Now()
		if _, err := visitor.Call(nil); err != nil {
			t.Fatal(err)
		}
		said := killed(t, folder, "visit", shared, time.Duration(chance.IntN(150))*time.Millisecond, chance.IntN(4) > 0)
		acknowledged, visits = append(acknowledged, tickets(said)...), visits+len(said)
	}
	back.open()
	back.clock, front.clock = time.Now(), time.Now()
	for _, f := range []*SharedFolder{back.SharedFolderAt(shared), visitor, back.SharedFolderAt(shared), visitor} {
		called, err := f.Call(nil)
		if err != nil || len(called.Refused) > 0 {
			t.Fatal(called.Refused, err)
		}
	}
	back.wantTickets(acknowledged)
	front.wantTickets(acknowledged)
	same(t, front, back)
	if names := namesIn(t, shared); len(names) != 2 {
		t.Errorf("the folder holds %d files: %v", len(names), names)
	}
	if err := back.untoldIn("inbox"); err != nil {
		t.Error(err)
	}
	t.Logf("%d kills while visiting, %d visits between, %d acknowledged incidents at both desks", rounds, visits, len(acknowledged))
}

// A desk that is killed while it makes backups leaves whole ones and no others.
func TestAKilledBackupIsWholeOrNotThere(t *testing.T) {
	t.Parallel()
	rounds := scaled(20, "SIAGA_PROOF_KILLS")
	_, back, folder := killPair(t)
	manyIncidents(back, 2000)
	recovery, err := back.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}
	backups, chance, made := t.TempDir(), rand.New(rand.NewPCG(7, 8)), 0
	for range rounds {
		made += len(killed(t, folder, "backup", backups, time.Duration(chance.IntN(200))*time.Millisecond, chance.IntN(4) > 0))
	}
	back.open()
	back.clock = time.Now().Add(days(30))
	if tended := NewKeeper(back.Desk).Tend(Upkeep{BackupFolder: backups, KeepBackups: 3}, nil); len(tended.Failed) > 0 {
		t.Fatal(tended.Failed)
	}
	names := namesIn(t, backups)
	if len(names) > 3 {
		t.Errorf("%d files are left: %v", len(names), names)
	}
	for _, name := range names {
		world := World{Folder: t.TempDir(), Now: back.world.Now, Random: seeded(name), FileCost: 8}
		d, _, err := Restore(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{filepath.Join(backups, name)}, recovery, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := d.Check(); err != nil {
			t.Error(err)
		}
		d.Close()
	}
	t.Logf("%d kills while backing up, %d backups acknowledged, the %d that are left all restored", rounds, made, len(names))
}
