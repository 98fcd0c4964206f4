package app

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"siaga/app/bundle"
	"siaga/model"
)

// carrier is a shared folder as offices have them: files get lost, doubled,
// renamed, half written, and lie there in several versions.
type carrier struct {
	t      *testing.T
	path   string
	chance *rand.Rand
	done   map[string]int
	names  int
}

func newCarrier(t *testing.T, seed uint64) *carrier {
	return &carrier{t: t, path: t.TempDir(), chance: rand.New(rand.NewPCG(seed, seed)), done: map[string]int{}}
}

// trouble does one thing to the files that lie there.
func (c *carrier) trouble() {
	c.t.Helper()
	entries, err := os.ReadDir(c.path)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(c.path, e.Name())
		b, err := os.ReadFile(path)
		if err != nil {
			c.t.Fatal(err)
		}
		what := c.chance.IntN(6)
		if len(entries) > 12 {
			what = 0 // nobody keeps everything
		}
		switch what {
		case 0:
			c.did("lost", os.Remove(path))
		case 1:
			c.did("doubled", os.WriteFile(c.another("kiriman %d (salinan konflik).siaga"), b, 0o600))
		case 2:
			c.did("renamed", os.Rename(path, c.another("kiriman %d.siaga")))
		case 3:
			c.did("half written", os.WriteFile(path, b[:c.chance.IntN(len(b)+1)], 0o600))
		case 4:
			c.did("half copied", os.WriteFile(c.another(".siaga-%d.tmp"), b[:len(b)/2], 0o600))
		}
	}
}

// another is a name that nothing has had.
func (c *carrier) another(form string) string {
	c.names++
	return filepath.Join(c.path, fmt.Sprintf(form, c.names))
}

func (c *carrier) did(what string, err error) {
	if err != nil {
		c.t.Fatal(err)
	}
	c.done[what]++
}

// Two desks share a folder that loses, doubles, renames and cuts files. They
// lose nothing, and as soon as it is left alone they are equal.
func TestAFolderThatLosesAndDoublesFiles(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	c := newCarrier(t, 5)
	desks := []*bench{front, back}
	folders := []*SharedFolder{front.SharedFolderAt(c.path), back.SharedFolderAt(c.path)}
	registered := 0
	for range 40 {
		n := c.chance.IntN(2)
		if c.chance.IntN(2) == 0 {
			desks[n].call("uji")
			registered++
		}
		desks[n].clock = desks[n].clock.Add(5 * time.Minute)
		if _, err := folders[n].Call(nil); err != nil {
			t.Fatal(err)
		}
		c.trouble()
	}
	for range 3 {
		for _, f := range folders {
			if _, err := f.Call(nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	same(t, front, back)
	if n := len(front.Incidents()); n != registered {
		t.Errorf("%d of %d incidents", n, registered)
	}
	for _, b := range desks {
		if names := b.Received(); len(names) != 0 {
			t.Errorf("%s: still in the inbox: %v", b.letter, names)
		}
	}
	t.Logf("%d incidents at two desks, 40 visits; what the folder did: %v", registered, c.done)
}

// When nothing is new, a visit leaves the folder as it is: there is one file of
// each desk, and it stays the same.
func TestAFolderComesToRest(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	path := t.TempDir()
	folders := []*SharedFolder{back.SharedFolderAt(path), front.SharedFolderAt(path)}
	front.call("uji")
	var last []string
	for visit := range 8 {
		for _, f := range folders {
			called, err := f.Call(nil)
			if err != nil {
				t.Fatal(err)
			}
			if visit > 3 && (called.Left || len(called.Arrivals) > 0) {
				t.Errorf("visit %d still moves something: %+v", visit, called)
			}
		}
		last = namesIn(t, path)
	}
	if len(last) != 2 {
		t.Errorf("%v", last)
	}
	same(t, front, back)
	if _, err := front.SharedFolderAt(filepath.Join(path, "tidak ada")).Call(nil); faultOf(err) != "refuse.shared-folder" {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func namesIn(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// What does not read stays unsaid while it may still be on its way, and is told
// when it has lain there for long.
func TestAFileThatStaysUnreadableIsTold(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	path := t.TempDir()
	b, err := os.ReadFile(back.written(Export{Full: true}))
	if err != nil {
		t.Fatal(err)
	}
	name, _ := bundle.FileName(back.random)
	file := filepath.Join(path, name)
	if err := os.WriteFile(file, b[:len(b)-10], 0o600); err != nil {
		t.Fatal(err)
	}
	folder := front.SharedFolderAt(path)
	visit := func(age time.Duration) int {
		if err := os.Chtimes(file, front.clock.Add(-age), front.clock.Add(-age)); err != nil {
			t.Fatal(err)
		}
		called, err := folder.Call(nil)
		if err != nil {
			t.Fatal(err)
		}
		return len(called.Refused)
	}
	if n := visit(time.Minute); n != 0 {
		t.Errorf("%d refused at once", n)
	}
	if n := visit(time.Hour); n != 1 {
		t.Errorf("%d refused after an hour", n)
	}
	if len(front.Received()) != 0 {
		t.Error("copies pile up in the inbox")
	}
	if err := os.RemoveAll(front.inboxPath("")); err != nil {
		t.Fatal(err)
	}
	front.call("uji")
	if n := visit(time.Hour); n != 0 || fileExists(front.inboxPath("")) {
		t.Errorf("%d refused; a file that was refused is read again", n)
	}
}

// A file of a desk whose admission has ended is refused once and not read again
// until the admission is.
func TestARefusedFileIsTriedAgainWhenMoreIsKnown(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	until := model.At(front.clock.Add(time.Hour))
	front.do(AmendDesk{Desk: "B", Expires: &until})
	back.call("uji")
	path := t.TempDir()
	if _, err := back.SharedFolderAt(path).Call(nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range namesIn(t, path) {
		if err := os.Chtimes(filepath.Join(path, name), front.clock, front.clock); err != nil {
			t.Fatal(err)
		}
	}
	front.clock = front.clock.Add(2 * time.Hour)
	folder := front.SharedFolderAt(path)
	for n, want := range []int{1, 0} {
		front.call("uji") // changes nothing of it
		called, err := folder.Call(nil)
		if err != nil || len(called.Refused) != want || len(called.Arrivals) != 0 {
			t.Errorf("visit %d: %+v, %v", n, called, err)
		}
	}
	var never model.Instant
	front.do(AmendDesk{Desk: "B", Expires: &never})
	if called, err := folder.Call(nil); err != nil || len(called.Arrivals) != 1 {
		t.Errorf("%+v, %v", called, err)
	}
}

// The keeper makes a backup when one is due, keeps the last ones and tests them.
func TestTheKeeperBacksUpAndTests(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	front.call("uji")
	folder := t.TempDir()
	k, u := NewKeeper(front.Desk), Upkeep{BackupFolder: folder, KeepBackups: 3}
	made, tested := 0, 0
	for range 20 {
		front.clock = front.clock.Add(12 * time.Hour)
		done := k.Tend(u, nil)
		if len(done.Failed) > 0 {
			t.Fatal(done.Failed)
		}
		if done.BackedUp != "" {
			made++
		}
		if done.Tested > 0 {
			tested++
		}
	}
	if !fileExists(filepath.Join(front.world.Folder, "ballast")) {
		t.Error("no room is kept in reserve")
	}
	if names := namesIn(t, folder); made != 10 || tested != 2 || len(names) != 3 {
		t.Errorf("%d made, %d tested, %v there", made, tested, names)
	}
	last := filepath.Join(folder, filepath.Base(front.lastBackup().Path))
	b, _ := os.ReadFile(last)
	b[len(b)/2] ^= 1
	if err := os.WriteFile(last, b, 0o600); err != nil {
		t.Fatal(err)
	}
	front.clock = front.clock.Add(8 * 24 * time.Hour)
	if _, err := front.TestBackup(nil); faultOf(err) != "refuse.bundle-damaged" {
		t.Errorf("a damaged backup: %v", err)
	}
	front.wantWarned("exchange.warn.backup-fault", true)
}

// Two desks keep their backups in one folder: neither removes the other's, a
// second one in the same second has a name of its own, and a last one that is
// gone is told and made again.
func TestTwoDesksKeepBackupsInOneFolder(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	front.call("uji")
	back := front.join("Meja belakang")
	folder := t.TempDir()
	u := Upkeep{BackupFolder: folder, KeepBackups: 2}
	NewKeeper(back.Desk).Tend(u, nil)
	only := back.lastBackup().Path
	k := NewKeeper(front.Desk)
	for range 5 {
		front.clock = front.clock.Add(25 * time.Hour)
		if done := k.Tend(u, nil); done.BackedUp == "" || len(done.Failed) > 0 {
			t.Fatalf("%+v", done)
		}
	}
	if !fileExists(only) || len(namesIn(t, folder)) != 3 {
		t.Errorf("the other desk's backup is gone, or not: %v", namesIn(t, folder))
	}
	last := front.lastBackup().Path
	if next := front.BackupPath(folder); next == last || fileExists(next) {
		t.Errorf("%s is written over", next)
	}
	front.wantWarned("exchange.warn.backup-gone", false)
	if err := os.Remove(last); err != nil {
		t.Fatal(err)
	}
	front.wantWarned("exchange.warn.backup-gone", true)
	if done := k.Tend(u, nil); done.BackedUp == "" {
		t.Error("a backup that is gone is not made again")
	}
	front.wantWarned("exchange.warn.backup-gone", false)
}
