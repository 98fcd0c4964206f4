package app

import (
	"errors"
	"io"
	"os"
	"testing"

	"siaga/app/journal"
	"siaga/app/whole"
	"siaga/model"
)

var errDisk = errors.New("the disk said no")

// failingDisk is the journal's disk. It fails the write, sync or cut number
// failAt, and with broken set every one after it; a short write leaves half.
type failingDisk struct {
	journal.Folder
	count  int
	failAt int
	broken bool
	short  bool
	fullAt int // from the so-manieth look at the room on there is none; -1 never
	looks  int
}

func (f *failingDisk) step() error {
	f.count++
	if n := f.count - 1; f.failAt >= 0 && (n == f.failAt || f.broken && n > f.failAt) {
		return errDisk
	}
	return nil
}

func (f *failingDisk) Room() (uint64, error) {
	if f.looks++; f.fullAt >= 0 && f.looks > f.fullAt {
		return journal.LeastRoom - 1, nil
	}
	return 1 << 40, nil
}

func (f *failingDisk) Open(name string) (journal.File, error) {
	file, err := f.Folder.Open(name)
	return &failingFile{file, f}, err
}

type failingFile struct {
	journal.File
	disk *failingDisk
}

func (f *failingFile) WriteAt(b []byte, at int64) (int, error) {
	if err := f.disk.step(); err != nil {
		if f.disk.short {
			_, _ = f.File.WriteAt(b[:len(b)/2], at)
		}
		return 0, err
	}
	return f.File.WriteAt(b, at)
}

func (f *failingFile) Sync() error {
	if err := f.disk.step(); err != nil {
		return err
	}
	return f.File.Sync()
}

func (f *failingFile) Truncate(size int64) error {
	if err := f.disk.step(); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

// under puts the desk's journal on another disk.
func (f *failingDisk) under(b *bench) {
	b.t.Helper()
	if err := b.journal.Close(); err != nil {
		b.t.Fatal(err)
	}
	folder, err := journal.Dir(b.journalPath())
	if err != nil {
		b.t.Fatal(err)
	}
	f.Folder = folder
	failAt := f.failAt
	f.failAt = -1 // not yet
	if b.journal, _, err = journal.Open(f, journal.Options{Key: b.vault.Key("journal")}); err != nil {
		b.t.Fatal(err)
	}
	f.count, f.looks, f.failAt = 0, 0, failAt
}

// Every write, sync and cut of the journal fails in turn while a file is taken in.
// The desk says so; opened again it is whole, and what is taken in then is
// everything, once.
func TestAnImportOnAFailingDisk(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	call := front.call("uji")
	manyIncidents(front, 320)
	front.do(AddNote{Incident: IncidentRef(call.ID), Text: "catatan"})
	file, folder := front.written(Export{}), back.copied()
	back.Close()
	healthy := back.on(copyOf(t, folder))
	disk := &failingDisk{failAt: -1, fullAt: -1}
	disk.under(healthy)
	if _, err := healthy.takeInFrom(file, nil); err != nil {
		t.Fatal(err)
	}
	operations, looks := disk.count, disk.looks
	histories := 0
	for failAt := range operations + looks {
		for mode := range 4 {
			disk := &failingDisk{failAt: failAt, broken: mode&1 > 0, short: mode&2 > 0, fullAt: -1}
			if full := failAt >= operations; full && mode > 0 {
				continue
			} else if full {
				disk.failAt, disk.fullAt = -1, failAt-operations
			}
			desk := back.on(copyOf(t, folder))
			disk.under(desk)
			_, err := desk.takeInFrom(file, nil)
			switch {
			case err == nil:
				t.Fatalf("operation %d, mode %d: nobody said so", failAt, mode)
			case disk.fullAt >= 0 && faultOf(err) != "refuse.disk-full":
				t.Fatalf("a full disk is told as %v", err)
			}
			desk.again()
			if _, err := desk.takeInFrom(file, nil); err != nil && faultOf(err) != "refuse.bundle-again" {
				t.Fatalf("operation %d, mode %d: %v", failAt, mode, err)
			}
			same(t, healthy, desk)
			if _, err := desk.Check(); err != nil || len(desk.Received()) > 0 {
				t.Fatalf("operation %d, mode %d: %v, %v", failAt, mode, desk.Received(), err)
			}
			desk.Close()
			histories++
		}
	}
	t.Logf("%d operations of the journal failed in turn, and %d times it was full: %d histories", operations, looks, histories)
}

// What does not fit into the inbox is not there, and nothing else of the desk is
// touched.
func TestAFullInbox(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	front.call("uji")
	before, _ := front.Digest()
	if err := os.MkdirAll(front.inboxPath(""), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, bytes := range []int{0, 1, 5000, 1 << 20} {
		_, err := front.keepIncoming(func(w io.Writer) error {
			_, _ = w.Write(make([]byte, bytes))
			return model.Refuse("refuse.disk-full", "Free", 1, "Least", 200)
		})
		mustRefuse(t, err, "refuse.disk-full")
	}
	if names := namesIn(t, front.inboxPath("")); len(names) > 0 {
		t.Errorf("left in the inbox: %v", names)
	}
	if after, _ := front.Digest(); after != before {
		t.Error("the desk has changed")
	}
	for _, name := range []string{incoming, incoming + whole.Beside} { // as a kill leaves them
		if err := os.WriteFile(front.inboxPath(name), []byte("setengah"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	front.again()
	if err := front.untoldIn("inbox"); err != nil {
		t.Error(err)
	}
}
