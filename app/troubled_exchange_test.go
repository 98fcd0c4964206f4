package app

import (
	"crypto/ed25519"
	"os"
	"path/filepath"
	"testing"

	"siaga/app/bundle"
	"siaga/model"
)

func mustRefuse(t *testing.T, err error, key string) {
	t.Helper()
	if got := faultOf(err); err == nil || got != key {
		t.Errorf("want %s, got %v", key, err)
	}
}

// deliver writes a file that a desk was made to tamper with, and hands it over.
func deliver(t *testing.T, from, to *bench, tamper func(*outgoing)) error {
	t.Helper()
	o, err := from.outgoing(Export{})
	if err != nil {
		t.Fatal(err)
	}
	tamper(o)
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	if _, err := o.toFile(file, nil); err != nil {
		t.Fatal(err)
	}
	name, err := to.Receive(file)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := to.Digest()
	_, err = to.Import(name, "", nil)
	if after, _ := to.Digest(); after != before {
		t.Error("something of a tampered file was taken in")
	}
	return err
}

var strangersKey = ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))

func TestAForgedSenderIsRefused(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	mustRefuse(t, deliver(t, back, front, func(o *outgoing) { o.seal.Key = strangersKey }), "refuse.bundle-forged")
}

func TestAForgedSignatureUnderADesksEventsIsRefused(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	front.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	mustRefuse(t, deliver(t, front, back, func(o *outgoing) {
		for n, h := range o.heads {
			o.heads[n] = bundle.SignHead(front.officeID, h.Desk, h.N, h.Hash, strangersKey)
		}
	}), "refuse.bundle-head")
}

func TestABackupThatLacksEventsIsTold(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	path := filepath.Join(t.TempDir(), "cadangan.siaga")
	if _, err := front.BackUp(path, nil); err != nil {
		t.Fatal(err)
	}
	o, err := front.backupOf()
	if err != nil {
		t.Fatal(err)
	}
	o.header.Ranges, o.header.Events = nil, 0
	o.since(model.Vector{front.me: 1})
	if _, err := o.toFile(path, nil); err != nil {
		t.Fatal(err)
	}
	_, err = front.TestBackup(nil)
	mustRefuse(t, err, "refuse.backup-differs")
}

// Who chose a place where nothing can be written is told so.
func TestAPlaceThatCannotBeWrittenTo(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	front.join("Meja belakang")
	nowhere := filepath.Join(t.TempDir(), "tidak ada")
	_, err := front.BackUp(filepath.Join(nowhere, "cadangan.siaga"), nil)
	mustRefuse(t, err, "refuse.file-write")
	tended := NewKeeper(front.Desk).Tend(Upkeep{BackupFolder: nowhere}, nil)
	if len(tended.Failed) != 1 {
		t.Fatalf("%+v", tended)
	}
	mustRefuse(t, tended.Failed[0], "refuse.backup-folder")
}

// An import that a person stopped does not go on by itself.
func TestAStoppedImportStaysStopped(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	manyIncidents(front, everySoMany)
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	if _, err := front.Export(file, Export{For: []model.DeskID{back.me}}, nil); err == nil {
		t.Fatal("front knows back before it has heard from it")
	}
	send(t, back, front)
	if _, err := front.Export(file, Export{}, nil); err != nil {
		t.Fatal(err)
	}
	name, err := back.Receive(file)
	if err != nil {
		t.Fatal(err)
	}
	readings := 0
	_, err = back.Import(name, "", func(done, _ uint64) bool {
		if done == everySoMany {
			readings++
		}
		return readings < 2 // the second one takes in
	})
	mustRefuse(t, err, "refuse.stopped")
	back.again()
	if got := len(back.Received()); got != 1 {
		t.Errorf("%d files in the inbox", got)
	}
	if _, err := back.Import(name, "", nil); err != nil {
		t.Fatal(err)
	}
	send(t, back, front)
	same(t, front, back)
	if _, err := os.Stat(back.inboxPath(name)); err == nil {
		t.Error("the file stays in the inbox")
	}
}

// An invitation that the file itself says was withdrawn admits nobody.
func TestAnInvitationThatWasWithdrawnInItsOwnFile(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	const passphrase = "K7QM-2XHR-K7QM-2XHR-K7QM-2XHR"
	done, err := front.Do(Order{Command: inviteDesk{Invite{Name: "Loket", Expires: front.Now().Add(invitationTime)}, strangersKey.Public().(ed25519.PublicKey)}})
	if err != nil {
		t.Fatal(err)
	}
	front.do(WithdrawInvitation{Invitation: string(done.ID), Reason: "Salah orang"})
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	if _, err := front.exportInvitation(file, done.ID, strangersKey.Seed(), passphrase, nil); err != nil {
		t.Fatal(err)
	}
	world := World{Folder: t.TempDir(), Now: front.world.Now, Random: seeded("another desk")}
	_, _, err = Join(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, passphrase, nil)
	mustRefuse(t, err, "refuse.invitation-withdrawn")
}

func TestNoFileWasChosen(t *testing.T) {
	_, err := newDeskAt(t, "2026-10-05 08:00").Receive()
	mustRefuse(t, err, "refuse.bundle-none")
}

// Events that came by another way while a file was read are not taken in once more.
func TestWhatCameMeanwhileIsNotTakenInTwice(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	front.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji"})
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	if _, err := front.Export(file, Export{}, nil); err != nil {
		t.Fatal(err)
	}
	read, err := back.survey(file, bundle.Keys{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := back.takeInFrom(file, nil); err != nil {
		t.Fatal(err)
	}
	before, _ := back.Digest()
	if err := read.replay(nil, func(g group) error { return back.takeIn(newTidings(), g) }); err == nil {
		t.Error("events that are here were taken in again")
	}
	if after, err := back.Digest(); err != nil || after != before {
		t.Errorf("the desk was changed: %v", err)
	}
}
