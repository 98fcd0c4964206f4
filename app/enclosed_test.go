package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"siaga/app/bundle"
)

// lose takes every content away, as a disk may.
func (b *bench) lose() {
	b.t.Helper()
	if err := os.RemoveAll(filepath.Join(b.world.Folder, "files")); err != nil {
		b.t.Fatal(err)
	}
}

func TestAFileOfEvidenceGoesOverWithItsRow(t *testing.T) {
	front, back, call := twoDesks(t)
	row := front.seize(call, "akses.log", "GET /wp-login.php")
	file := front.written(Export{})
	name, err := back.Receive(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := back.Preview(name, "", nil)
	if err != nil || a.Files != 1 || len(back.kept()) != 0 {
		t.Errorf("the preview tells %+v, %v", a, err)
	}
	a, err = back.Import(name, "", nil)
	if err != nil || a.Files != 1 || !slices.ContainsFunc(a.Told(back.Label), func(s Sentence) bool { return s.Key == "arrival.files" }) {
		t.Errorf("%+v %v", a, err)
	}
	if got := back.content(call, row); got != "GET /wp-login.php" {
		t.Error(got)
	}
	if a := send(t, front, back)[0]; a.Files != 0 || a.Outcome() != "arrival.taken-nothing" {
		t.Errorf("what is here came again: %+v", a)
	}
	send(t, back, front)
	if x, err := front.Export(filepath.Join(t.TempDir(), "x"), Export{}, nil); err != nil || x.Files != 0 {
		t.Errorf("a content that has arrived goes again: %+v %v", x, err)
	}
	same(t, front, back)
	if c, err := back.Check(); err != nil || c.Files != 1 || c.Missing != 0 {
		t.Errorf("%+v %v", c, err)
	}
	back.wantWarned("exchange.warn.files", false)
}

// What was lost is asked for, and any desk that has it answers with its next file.
func TestALostFileIsAskedForAndComesAgain(t *testing.T) {
	front, back, call := twoDesks(t)
	third := front.join("Loket")
	row := front.seize(call, "akses.log", "isi berkas")
	send(t, third, front)
	send(t, front, back, third)
	send(t, back, front, third)
	send(t, third, front, back)
	front.lose()
	front.again()
	front.wantWarned("exchange.warn.files", true)
	if missing := front.MissingFiles(); len(missing) != 1 || len(missing[0].Ask) != 2 {
		t.Fatalf("%+v", missing)
	}
	asked := front.written(Export{Request: true})
	if a, err := back.takeInFrom(asked, nil); err != nil || !a.Request {
		t.Fatal(err)
	}
	answer := back.written(Export{})
	if a, err := front.takeInFrom(answer, nil); err != nil || a.Files != 1 || a.Events != 0 || a.Outcome() != "arrival.taken" {
		t.Fatalf("%+v %v", a, err)
	}
	if got := front.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
	front.wantWarned("exchange.warn.files", false)
	send(t, front, back)
	if x, err := back.Export(filepath.Join(t.TempDir(), "x"), Export{}, nil); err != nil || x.Files != 0 {
		t.Errorf("what has arrived goes again: %+v %v", x, err)
	}
	third.lose()
	send(t, third, front) // an ordinary file tells it too
	send(t, front, third)
	if got := third.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
}

// One flipped bit in a content: told by the check, left out of the next file, and
// asked for.
// A file that was taken in before brings again what was lost since, and is refused
// when nothing is missing.
func TestAFileTakenInBeforeBringsAgainWhatWasLost(t *testing.T) {
	front, back, call := twoDesks(t)
	row := front.seize(call, "akses.log", "isi berkas")
	empty, file := front.written(Export{Request: true}), front.written(Export{})
	for _, f := range []string{empty, file} {
		if _, err := back.takeInFrom(f, nil); err != nil {
			t.Fatal(err)
		}
	}
	if key := back.meets(file); key != "refuse.bundle-again" {
		t.Errorf("it is met with %q while nothing is missing", key)
	}
	back.lose()
	if key := back.meets(empty); key != "refuse.bundle-again" {
		t.Errorf("a file without contents is met with %q", key)
	}
	if a, err := back.takeInFrom(file, nil); err != nil || a.Files != 1 || a.Events != 0 {
		t.Fatalf("%+v %v", a, err)
	}
	if got := back.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
	same(t, front, back)
}

func TestADamagedFileIsLeftOutAndAskedFor(t *testing.T) {
	front, back, call := twoDesks(t)
	row := front.seize(call, "akses.log", "isi berkas")
	good := front.seize(call, "lain.log", "isi lain")
	send(t, front, back)
	send(t, back, front)
	damage := func(b *bench) {
		t.Helper()
		v, err := b.EvidenceAt(IncidentRef(call.ID), row.String())
		if err != nil {
			t.Fatal(err)
		}
		sum, _ := v.Sum()
		for _, name := range b.kept() {
			path := filepath.Join(b.world.Folder, "files", name)
			sealed, _ := os.ReadFile(path)
			sealed[len(sealed)/2] ^= 1
			if err := os.WriteFile(path, sealed, 0o600); err != nil {
				t.Fatal(err)
			}
			if b.files.Verify(sum) != nil {
				return
			}
			sealed[len(sealed)/2] ^= 1
			_ = os.WriteFile(path, sealed, 0o600)
		}
		t.Fatal("it is not there")
	}
	damage(back)
	if c, err := back.Check(); TroubleKey(err) != "recovery.files" || c.Files != 1 {
		t.Errorf("%+v %v", c, err)
	}
	if c, err := back.Check(); err != nil || c.Missing != 1 {
		t.Errorf("%+v %v", c, err)
	}
	back.wantWarned("exchange.warn.files", true)
	send(t, back, front)
	if a := send(t, front, back)[0]; a.Files != 1 {
		t.Errorf("%+v", a)
	}
	if got := back.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
	damage(front)
	third := front.join("Loket")
	if third.content(call, row) != "refuse.content-missing" || third.content(call, good) != "isi lain" {
		t.Error("a damaged content kept the rest back, or went along:", third.content(call, row), third.content(call, good))
	}
	front.wantWarned("exchange.warn.files", true)
}

// A backup brings the contents, an invitation too, a share none.
func TestABackupBringsTheFiles(t *testing.T) {
	b, recovery := newOffice(t)
	call := b.call("beranda diubah")
	row := b.seize(call, "akses.log", "isi berkas")
	file := filepath.Join(t.TempDir(), "cadangan.siaga")
	if x, err := b.BackUp(file, nil); err != nil || x.Files != 1 {
		t.Fatalf("%+v %v", x, err)
	}
	if _, err := b.TestBackup(nil); err != nil {
		t.Error(err)
	}
	world := World{Folder: t.TempDir(), Now: b.world.Now, Random: seeded("restored"), FileCost: 8}
	d, _, err := Restore(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, recovery, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	restored := &bench{t: t, clock: b.clock, world: world, Desk: d}
	if got := restored.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
	if _, err := restored.Rebuild(nil); err != nil || restored.content(call, row) != "isi berkas" {
		t.Error("a rebuild touches the contents:", err)
	}
}

// newOffice is the first desk of an office with its recovery key.
func newOffice(t *testing.T) (*bench, string) {
	t.Helper()
	b := newDeskAt(t, "2026-10-05 08:00")
	recovery, err := b.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	return b, recovery
}

// A content that comes before its row, or that nothing names, is not kept.
func TestAContentThatNothingNamesIsNotKept(t *testing.T) {
	front, back, call := twoDesks(t)
	front.seize(call, "akses.log", "isi berkas")
	file := front.forgedFile(func(o *outgoing) {
		for _, r := range o.header.Ranges {
			if r.Desk == front.me {
				o.header.Events -= int(r.To - r.From + 1)
			}
		}
		o.header.Ranges = slices.DeleteFunc(o.header.Ranges, func(r bundle.Range) bool { return r.Desk == front.me })
	})
	if a, err := back.takeInFrom(file, nil); err != nil || a.Files != 0 || len(back.kept()) != 0 {
		t.Errorf("%+v %v %v", a, err, back.kept())
	}
	if a := send(t, front, back)[0]; a.Files != 1 {
		t.Errorf("%+v", a)
	}
}

// A withdrawn row's content still goes over: a withdrawal can be undone.
func TestAWithdrawnRowsFileStillGoesOver(t *testing.T) {
	front, back, call := twoDesks(t)
	row := front.seize(call, "akses.log", "isi berkas")
	front.do(WithdrawRow{Incident: IncidentRef(call.ID), Row: row.String(), Reason: "salah"})
	if a := send(t, front, back)[0]; a.Files != 1 || len(back.kept()) != 1 {
		t.Errorf("%+v", a)
	}
	back.do(Undo{Subject: string(call.Ticket)})
	if got := back.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
}

// The shared folder carries contents, and an answer to what a desk lacks, without
// anybody's doing.
func TestTheSharedFolderCarriesFiles(t *testing.T) {
	front, back, call := twoDesks(t)
	folder := t.TempDir()
	visit := func(b *bench) {
		t.Helper()
		if called, err := b.SharedFolderAt(folder).Call(nil); err != nil || len(called.Refused) > 0 {
			t.Fatal(err, called.Refused)
		}
	}
	row := front.seize(call, "akses.log", "isi berkas")
	visit(front)
	visit(back)
	if got := back.content(call, row); got != "isi berkas" {
		t.Fatal(got)
	}
	visit(front)
	back.lose()
	visit(back)
	visit(front)
	visit(back)
	if got := back.content(call, row); got != "isi berkas" {
		t.Error(got)
	}
	if called, err := front.SharedFolderAt(folder).Call(nil); err != nil || !called.Left {
		t.Errorf("%+v %v", called, err)
	}
	if called, err := front.SharedFolderAt(folder).Call(nil); err != nil || called.Left {
		t.Errorf("the same is left again: %+v %v", called, err)
	}
}

// An import that ends before the contents goes on with them.
func TestAnImportThatIsStoppedGoesOnWithTheFiles(t *testing.T) {
	front, back, call := twoDesks(t)
	one, two := front.seize(call, "a.log", "satu"), front.seize(call, "b.log", "dua")
	file := front.written(Export{})
	name, err := back.Receive(file)
	if err != nil {
		t.Fatal(err)
	}
	stopped := func(done, total uint64) bool { return len(back.kept()) == 0 }
	_, err = back.Import(name, "", stopped)
	mustRefuse(t, err, "refuse.stopped")
	if len(back.kept()) != 1 || len(back.MissingFiles()) != 1 {
		t.Fatal(back.kept(), back.MissingFiles())
	}
	if err := back.renote(func(x *exchanged) { x.Taking = name }); err != nil { // as if it had been killed
		t.Fatal(err)
	}
	back.again()
	if back.content(call, one) != "satu" || back.content(call, two) != "dua" || len(back.Received()) != 0 {
		t.Error(back.content(call, one), back.content(call, two), back.Received())
	}
}
