package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"siaga/app/bundle"
	"siaga/app/vault"
	"siaga/model"
)

// copied is the desk's folder as it is now, on another disk.
func (b *bench) copied() string {
	b.t.Helper()
	if err := b.Close(); err != nil {
		b.t.Fatal(err)
	}
	to := filepath.Join(b.t.TempDir(), "salinan")
	if err := os.CopyFS(to, os.DirFS(b.world.Folder)); err != nil {
		b.t.Fatal(err)
	}
	b.open()
	return to
}

// open opens the desk of the bench's folder.
func (b *bench) open() {
	b.t.Helper()
	d, err := Unlock(b.world, vault.Passphrase(testPassphrase))
	if err != nil {
		b.t.Fatal(err)
	}
	if trouble := d.Recovery(); trouble != nil {
		b.t.Fatal(trouble.Err)
	}
	b.Desk = d
	b.t.Cleanup(func() { d.Close() })
}

// on is a bench with another folder: a copy of the desk.
func (b *bench) on(folder string) *bench {
	other := &bench{t: b.t, clock: b.clock}
	other.world = World{Folder: folder, Now: func() time.Time { return other.clock }, Random: seeded(folder), FileCost: 8}
	other.open()
	return other
}

// warned are the keys of what the desk warns of.
func (b *bench) warned() (keys []string) {
	b.t.Helper()
	x, err := b.Exchange()
	if err != nil {
		b.t.Fatal(err)
	}
	for _, w := range x.Warnings {
		keys = append(keys, w.Key)
	}
	return keys
}

func (b *bench) wantWarned(key string, want bool) {
	b.t.Helper()
	if keys := b.warned(); slices.Contains(keys, key) != want {
		b.t.Errorf("%s warned: %v, want %v: %v", key, !want, want, keys)
	}
}

// The disk of a desk breaks. It is set up again from the backup, takes a letter
// of its own, and the office goes on; what the others had of the old desk comes
// back with the next file.
func TestABrokenDeskIsRestoredAndTheOfficeGoesOn(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	recovery, err := back.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	back.call("sebelum cadangan")
	file := back.BackupPath(t.TempDir())
	if _, err := back.BackUp(file, nil); err != nil {
		t.Fatal(err)
	}
	if n, err := back.TestBackup(nil); err != nil || n != back.chains.vector().Events() {
		t.Errorf("tested %d events: %v", n, err)
	}
	lost := back.call("sesudah cadangan")
	send(t, back, front)
	underway := front.written(Export{})
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}

	again := &bench{t: t, clock: front.clock}
	again.world = World{Folder: t.TempDir(), Now: func() time.Time { return again.clock }, Random: seeded("again"), FileCost: 8}
	if again.Desk, _, err = Restore(again.world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, recovery, nil); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Desk.Close() })
	if err := again.Sit(PersonRef(front.atDesk)); err != nil {
		t.Fatal(err)
	}
	if me := again.Me(); me.Letter != "C" || me.Succeeds == "" || me.Desk == me.Succeeds {
		t.Errorf("the restored desk is %+v", me)
	}
	if _, err := again.takeInFrom(underway, nil); err != nil {
		t.Errorf("a file for the old desk is not taken in by the restored one: %v", err)
	}
	if next := again.call("di meja baru"); next.Ticket == lost.Ticket {
		t.Error("a number is used twice")
	}
	send(t, again, front)
	send(t, front, again)
	same(t, front, again)
	if _, err := again.Incident(IncidentRef(lost.ID)); err != nil {
		t.Errorf("what the other desk had is not back: %v", err)
	}
	send(t, again, front)
	front.call("sesudahnya")
	front.wantWarned("exchange.warn.unconfirmed", false)
	front.at("2026-11-05 08:00").wantWarned("exchange.warn.unconfirmed", true)
	x, _ := front.Exchange()
	if !x.Others[0].Succeeded || x.Others[1].Succeeded || !x.Others[1].Trusted {
		t.Errorf("%+v", x.Others)
	}
}

// An old copy of a desk's folder is put back: files for it have gaps, wait, and
// are taken in when what was lost has been asked for.
func TestWhatIsMissingIsAskedForAndWaits(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	old := back.copied()
	front.call("satu")
	send(t, front, back)
	send(t, back, front) // confirms
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}
	back = back.on(old)
	front.call("dua")
	a := send(t, front, back)[0]
	if len(a.Gaps) != 1 || a.Gaps[0].Desk != front.me || a.Whole() || a.Events != 0 {
		t.Fatalf("%+v", a)
	}
	back.wantWarned("exchange.warn.waiting", true)
	back.wantWarned("exchange.warn.missing", true)
	asked, err := front.takeInFrom(back.written(Export{Request: true}), nil)
	if err != nil || !asked.Request {
		t.Fatalf("%+v %v", asked, err)
	}
	front.wantWarned("exchange.warn.asked", true)
	send(t, front, back)
	front.wantWarned("exchange.warn.asked", false)
	same(t, front, back)
	back.wantWarned("exchange.warn.waiting", false)
	if names := back.Received(); len(names) != 0 {
		t.Errorf("still in the inbox: %v", names)
	}
}

// Two desks get a file each that only makes sense behind the other one: in
// whatever order they come, both are taken in.
func TestAWaitingFileIsTakenInWithTheOneItWaitsFor(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	front.call("satu")
	first := front.written(Export{})
	if err := front.renote(func(x *exchanged) { // as if that file had been confirmed
		x.Receipts[back.me] = Receipt{Vector: front.chains.vector()}
	}); err != nil {
		t.Fatal(err)
	}
	front.call("dua")
	second := front.written(Export{})
	if a, err := back.takeInFrom(second, nil); err != nil || len(a.Gaps) != 1 {
		t.Fatalf("%+v %v", a, err)
	}
	if _, err := back.takeInFrom(first, nil); err != nil {
		t.Fatal(err)
	}
	same(t, front, back)
	if len(back.others.Waiting) != 0 || len(back.Received()) != 0 {
		t.Errorf("%+v %v", back.others.Waiting, back.Received())
	}
}

// A power cut can bring back the name of a file that was put away: it is put away
// again, and where it contradicts what is here, kept aside.
func TestAFileThatCameBackIsPutAwayAgain(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	twin := back.on(back.copied())
	back.call("di meja")
	twin.call("di salinannya")
	for _, sender := range []*bench{back, twin} {
		file := sender.written(Export{})
		name, err := front.Receive(file)
		if err == nil {
			_, err = front.Import(name, "", nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		_ = os.Remove(front.quarantinePath(name)) // where it contradicts
		if again, err := front.Receive(file); err != nil || again != name {
			t.Fatal(again, err)
		}
		front.again()
		if len(front.Received()) != 0 || fileExists(front.quarantinePath(name)) != (sender == twin) {
			t.Errorf("received: %v", front.Received())
		}
	}
}

// A desk's folder is copied and both copies are used: the second one's file is
// set aside, nothing of it is mixed in, and everybody is told.
func TestACopiedDeskIsNoticed(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	twin := back.on(back.copied())
	back.call("di meja")
	twin.call("di salinannya")
	send(t, back, front)
	before, _ := front.Digest()
	a := send(t, twin, front)[0]
	if len(a.Forks) != 1 || a.Forks[0].Desk != back.me || a.Events != 0 {
		t.Errorf("%+v", a)
	}
	if after, _ := front.Digest(); after != before {
		t.Error("the other copy's events were mixed in")
	}
	front.wantWarned("exchange.warn.fork", true)
	if !fileExists(front.quarantinePath(a.File)) || len(front.Received()) != 0 {
		t.Error("the file is not kept in the quarantine")
	}
	front.again()
	front.wantWarned("exchange.warn.fork", true)
	other, err := front.ForkedEvents(back.me)
	if err != nil || !slices.ContainsFunc(other, func(c model.Change) bool { return string(c.After) == `"di salinannya"` }) ||
		slices.ContainsFunc(other, func(c model.Change) bool { return string(c.After) == `"di meja"` }) {
		t.Errorf("%+v %v", other, err)
	}
	if err := front.SettleFork(back.me); err != nil {
		t.Fatal(err)
	}
	front.wantWarned("exchange.warn.fork", false)
}

// Only what a welcome desk of this office has signed, for this desk, is taken in.
func TestOnlyFilesToBeBelievedAreTakenIn(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	send(t, back, front)
	send(t, third, front)
	send(t, front, back, third)
	elsewhere := newDeskOf(t, "2026-10-05 08:00", "kantor lain")
	forOne := back.written(Export{For: []model.DeskID{front.me}})
	if key := third.meets(forOne); key != "refuse.bundle-others" {
		t.Errorf("a file for another desk: %s", key)
	}
	if key := elsewhere.meets(forOne); key != "refuse.bundle-others" {
		t.Errorf("a file for another office: %s", key)
	}
	front.clock = front.clock.Add(time.Hour)
	for name, c := range map[string]struct {
		forge func(*outgoing)
		key   string
	}{
		"signed by another desk":   {func(o *outgoing) { o.seal.Key, _ = third.key() }, "refuse.bundle-forged"},
		"sent by nobody known":     {func(o *outgoing) { o.header.Desk = elsewhere.me }, "refuse.bundle-stranger"},
		"of another office":        {func(o *outgoing) { o.header.Office = elsewhere.officeID }, "refuse.bundle-office"},
		"meant for another desk":   {func(o *outgoing) { o.header.For = []model.DeskID{third.me} }, "refuse.bundle-others"},
		"with another's signature": {func(o *outgoing) { forgeHead(o, back, third) }, "refuse.bundle-head"},
		"without a signature":      {func(o *outgoing) { o.heads = nil }, "refuse.bundle-head"},
	} {
		back.call(name)
		if key := front.meets(back.forgedFile(c.forge)); key != c.key {
			t.Errorf("%s: %s, not %s", name, key, c.key)
		}
	}
	file := back.written(Export{})
	if key := front.meets(file); key != "error.general" { // meets gives this key for none
		t.Errorf("a good file: %s", key)
	}
	if key := front.meets(file); key != "refuse.bundle-again" {
		t.Errorf("the same file again: %s", key)
	}
}

func forgeHead(o *outgoing, of, by *bench) {
	key, _ := by.key()
	o.heads = []bundle.Head{bundle.SignHead(of.officeID, of.me, of.own().n, of.own().hash, key)}
}

// forgedFile is a file of the desk with something wrong about it.
func (b *bench) forgedFile(wrong func(*outgoing)) string {
	b.t.Helper()
	o, err := b.outgoing(Export{})
	if err != nil {
		b.t.Fatal(err)
	}
	wrong(o)
	file := filepath.Join(b.t.TempDir(), "palsu.siaga")
	if _, err := o.toFile(file, nil); err != nil {
		b.t.Fatal(err)
	}
	return file
}

// A desk that is revoked is not listened to any more; what it wrote stays.
func TestARevokedDeskIsNotListenedTo(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	send(t, back, front)
	send(t, third, front)
	send(t, front, back)
	kept := back.call("sebelum dicabut")
	send(t, back, front)
	front.do(RevokeDesk{Desk: "B", Reason: "laptop hilang"})
	send(t, front, third)
	back.call("sesudah dicabut")
	file := back.written(Export{Full: true})
	for _, b := range []*bench{front, third} {
		if key := b.meets(file); key != "refuse.bundle-revoked" {
			t.Errorf("%s: %s", b.letter, key)
		}
		if _, err := b.Incident(IncidentRef(kept.ID)); err != nil {
			t.Errorf("%s: what it wrote is gone: %v", b.letter, err)
		}
	}
	if _, err := front.Export(filepath.Join(t.TempDir(), "x"), Export{For: []model.DeskID{back.me}}, nil); faultOf(err) != "refuse.desk-unwelcome" {
		t.Errorf("a file for a revoked desk: %v", err)
	}
	front.do(AmendDesk{Desk: "C", Expires: instant(front.Now().Add(time.Hour))})
	front.clock = front.clock.Add(2 * time.Hour)
	third.clock = front.clock
	third.call("sesudah berakhir")
	if key := front.meets(third.written(Export{Full: true})); key != "refuse.bundle-expired" {
		t.Errorf("after its admission ran out: %s", key)
	}
}

func instant(at model.Instant) *model.Instant { return &at }

// Two desks invite one each without knowing of the other: two desks get the same
// letter, and one of them takes another by itself.
func TestTwoDesksWithOneLetter(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	third, fourth := front.join("Meja ketiga"), back.join("Meja keempat")
	if third.letter != "C" || fourth.letter != "C" {
		t.Fatalf("%s %s", third.letter, fourth.letter)
	}
	one, two := third.call("satu"), fourth.call("dua")
	if one.Ticket != two.Ticket {
		t.Fatalf("%s %s", one.Ticket, two.Ticket)
	}
	all := []*bench{front, back, third, fourth}
	send(t, third, front)
	send(t, fourth, back)
	for range 3 {
		for _, from := range all {
			for _, to := range all {
				if from != to && to.knows(from) && from.knows(to) {
					send(t, from, to)
				}
			}
		}
	}
	same(t, all...)
	letters := map[string]bool{}
	for _, k := range front.Desks() {
		letters[k.Letter] = true
	}
	if len(letters) != 4 {
		t.Errorf("%v", letters)
	}
	if a, b := third.call("tiga"), fourth.call("empat"); a.Ticket == b.Ticket {
		t.Errorf("still both give %s", a.Ticket)
	}
}

func (b *bench) knows(other *bench) bool {
	return slices.ContainsFunc(b.Desks(), func(k model.DeskInfo) bool { return k.Desk == other.me })
}
