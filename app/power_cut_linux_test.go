package app

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// drive is a real ext4 file system in a file, from which the power can be cut: it
// loses what was not synced, as xfstests do it. Names, data and mapped pages alike.
type drive struct {
	t      *testing.T
	image  string
	folder string // where it is mounted
}

// newDrive makes one; without the rights to mount, which CI may lack, the test is
// left out and says so.
func newDrive(t *testing.T) *drive {
	t.Helper()
	d := &drive{t, filepath.Join(t.TempDir(), "image"), filepath.Join(t.TempDir(), "drive")}
	if os.Getuid() != 0 {
		t.Skip("power cuts want root, to mount a file system that loses its power")
	}
	file, err := os.Create(d.image)
	must(err)
	must(file.Truncate(2 << 30)) // more than the desk keeps free; no room is taken
	must(file.Close())
	must(os.Mkdir(d.folder, 0o700))
	if out, err := exec.Command("mkfs.ext4", "-q", d.image).CombinedOutput(); err != nil {
		t.Skipf("no file system can be made here: %s %v", out, err)
	}
	if out, err := d.mount(); err != nil {
		t.Skipf("no file system can be mounted here: %s %v", out, err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "--lazy", d.folder).Run() })
	return d
}

func (d *drive) mount() ([]byte, error) {
	return exec.Command("mount", "-o", "loop", d.image, d.folder).CombinedOutput()
}

// The number and the flag of linux/fs.h and ext4.h: go down at once, without
// writing what the file system's own journal still holds in memory.
const (
	goDown     = 0x8004587d
	noLogFlush = 2
)

func (d *drive) cut() {
	root, err := unix.Open(d.folder, unix.O_RDONLY, 0)
	if err != nil {
		d.t.Error(err)
		return
	}
	defer unix.Close(root)
	if err := unix.IoctlSetPointerInt(root, goDown, noLogFlush); err != nil {
		d.t.Error(err)
	}
}

// powered mounts it again, as it is found after the cut.
func (d *drive) powered() {
	d.t.Helper()
	if out, err := exec.Command("umount", d.folder).CombinedOutput(); err != nil {
		d.t.Fatalf("%s %v", out, err)
	}
	if out, err := d.mount(); err != nil {
		d.t.Fatalf("%s %v", out, err)
	}
}

// stirs lets the system write some of what nobody has synced, as it does when it
// likes: what is lost in a cut is then a piece from the middle.
func (d *drive) stirs(chance *rand.Rand, until *atomic.Bool) {
	var files []string
	_ = filepath.WalkDir(d.folder, func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			files = append(files, path)
		}
		return nil
	})
	for !until.Load() && len(files) > 0 {
		if file, err := os.Open(files[chance.IntN(len(files))]); err == nil {
			from := int64(chance.IntN(1<<20)) &^ (page - 1)
			_ = unix.SyncFileRange(int(file.Fd()), from, int64(chance.IntN(8)+1)*page, unix.SYNC_FILE_RANGE_WRITE)
			file.Close()
		}
		time.Sleep(200 * time.Microsecond)
	}
}

// A desk whose power is cut at any instant, while people write, while a file is
// taken in, in the shared folder, and while backups are made, has lost nothing
// that it acknowledged; the import goes on until it is whole, and every backup
// that is left restores.
func TestAPowerCutLosesNothing(t *testing.T) {
	t.Parallel()
	rounds, d := scaled(12, "SIAGA_PROOF_CUTS"), newDrive(t)
	front, back, folder := killPair(t)
	manyIncidents(front, severalGroups)
	file := front.written(Export{})
	recovery, err := back.NewRecoveryKey()
	must(err)
	must(back.Close())
	chance, told := rand.New(rand.NewPCG(9, 10)), powerCuts{}
	for told.cuts < rounds {
		life := &life{drive: d, chance: chance, recovery: recovery, bench: &bench{t: t, clock: time.Now(), world: back.world}}
		life.begin(folder)
		life.live(file)
		life.end(front)
		told.add(life.powerCuts)
	}
	t.Logf("%d power cuts, %d acknowledged incidents, none lost; %d imports of %d events whole in the end, %d backups restored",
		told.cuts, told.acknowledged, told.imports, severalGroups, told.backups)
}

type powerCuts struct{ cuts, acknowledged, imports, backups int }

func (p *powerCuts) add(o powerCuts) {
	p.cuts, p.acknowledged = p.cuts+o.cuts, p.acknowledged+o.acknowledged
	p.imports, p.backups = p.imports+o.imports, p.backups+o.backups
}

// life is one desk on the drive, from the arrival of a file until it is whole.
type life struct {
	*bench
	*drive
	powerCuts
	chance   *rand.Rand
	recovery string
	tickets  []string
}

func (l *life) in(name string) string { return filepath.Join(l.drive.folder, name) }

func (l *life) begin(folder string) {
	l.world.Folder = l.in("meja")
	must(os.RemoveAll(l.world.Folder))
	must(os.CopyFS(l.world.Folder, os.DirFS(folder)))
	for _, name := range []string{"bersama", "cadangan"} {
		must(os.RemoveAll(l.in(name)))
		must(os.Mkdir(l.in(name), 0o700))
	}
	must(exec.Command("sync", "-f", l.drive.folder).Run())
}

// live takes the file in, makes backups and visits the shared folder in turn, with
// a power cut in each.
func (l *life) live(file string) {
	for whole := false; !whole; {
		said := l.cutWhile("import", file)
		whole = len(said) > 0 && said[len(said)-1] == "whole"
		l.cutWhile("backup", l.in("cadangan"))
		l.cutWhile("visit", l.in("bersama"))
	}
	l.imports++
}

// cutWhile lets a child work and cuts the power; what it said before is lasting.
func (l *life) cutWhile(deed, path string) []string {
	var off atomic.Bool
	var stirring sync.WaitGroup
	dice := rand.New(rand.NewPCG(l.chance.Uint64(), 0))
	stirring.Go(func() { l.stirs(dice, &off) })
	after := time.Duration(l.chance.IntN(300)) * time.Millisecond
	said := ending(l.drive.t, l.world.Folder, deed, path, after, l.chance.IntN(5) > 0, func(child *os.Process) {
		off.Store(true)
		l.cut()
		_ = child.Kill()
	})
	stirring.Wait() // it may still hold a file
	l.powered()
	l.cuts++
	l.tickets = append(l.tickets, tickets(said)...)
	return said
}

// end opens the desk and makes sure that nothing is missing.
func (l *life) end(front *bench) {
	l.open()
	l.wantTickets(l.tickets)
	l.acknowledged = len(l.tickets)
	l.equalsAfterKills(front, l.acknowledged)
	for _, name := range namesIn(l.bench.t, l.in("cadangan")) {
		if filepath.Ext(name) != ".siaga" {
			continue // half written: the next backup removes it
		}
		world := World{Folder: l.bench.t.TempDir(), Now: time.Now, Random: seeded(name), FileCost: 8}
		d, _, err := Restore(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{filepath.Join(l.in("cadangan"), name)}, l.recovery, nil)
		if err != nil {
			l.bench.t.Fatalf("%s: %v", name, err)
		}
		must(d.Close())
		l.backups++
	}
}
