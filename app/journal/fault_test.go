package journal

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

var errDisk = errors.New("the disk said no")

// faulty fails operation number failAt, and with broken set every one after it.
type faulty struct {
	Folder
	room   uint64
	failAt int
	broken bool
	short  bool // a failing write leaves half of its bytes
	count  int
}

func (f *faulty) step() error {
	f.count++
	if f.failAt >= 0 && (f.count-1 == f.failAt || f.broken && f.count-1 > f.failAt) {
		return errDisk
	}
	return nil
}

func (f *faulty) Room() (uint64, error) { return f.room, nil }

func (f *faulty) Names() ([]string, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	return f.Folder.Names()
}

func (f *faulty) Create(name string) (File, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	file, err := f.Folder.Create(name)
	return &faultyFile{file, f}, err
}

func (f *faulty) Open(name string) (File, error) {
	if err := f.step(); err != nil {
		return nil, err
	}
	file, err := f.Folder.Open(name)
	return &faultyFile{file, f}, err
}

func (f *faulty) Remove(name string) error {
	if err := f.step(); err != nil {
		return err
	}
	return f.Folder.Remove(name)
}

func (f *faulty) Sync() error {
	if err := f.step(); err != nil {
		return err
	}
	return f.Folder.Sync()
}

type faultyFile struct {
	File
	folder *faulty
}

func (f *faultyFile) WriteAt(b []byte, offset int64) (int, error) {
	if err := f.folder.step(); err != nil {
		if f.folder.short {
			_, _ = f.File.WriteAt(b[:len(b)/2], offset)
		}
		return 0, err
	}
	return f.File.WriteAt(b, offset)
}

func (f *faultyFile) Truncate(size int64) error {
	if err := f.folder.step(); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func (f *faultyFile) Sync() error {
	if err := f.folder.step(); err != nil {
		return err
	}
	return f.File.Sync()
}

// day writes eight batches over several segments; it returns what was
// acknowledged and the batch that was not.
func day(t *testing.T, folder Folder) (acknowledged, failed []string) {
	t.Helper()
	j, _, err := Open(folder, Options{Key: testKey, SegmentSize: 300})
	if err != nil {
		return nil, nil
	}
	defer j.Close()
	for n := range 8 {
		batch := []string{fmt.Sprint("first of ", n), fmt.Sprint("second of ", n)}
		_, err := j.Append([][]byte{[]byte(batch[0]), []byte(batch[1])})
		if err == nil {
			acknowledged = append(acknowledged, batch...)
			continue
		}
		if !errors.As(err, new(*Poisoned)) || !errors.Is(err, errDisk) {
			t.Fatal("not told as poisoned:", err)
		}
		for range 2 {
			if _, again := j.Append([][]byte{{1}}); !errors.As(again, new(*Poisoned)) {
				t.Fatal("a poisoned journal took more:", again)
			}
		}
		wantRecords(t, &Journal{folder: roomy{folder.(*faulty).Folder}, options: j.options, end: j.end}, acknowledged)
		return acknowledged, batch
	}
	return acknowledged, nil
}

func TestEveryFailingOperationIsToldAndNothingAcknowledgedIsLost(t *testing.T) {
	healthy := &faulty{Folder: dir(t.TempDir()), room: 1 << 40, failAt: -1}
	if got, _ := day(t, healthy); len(got) != 16 {
		t.Fatal(got)
	}
	tried := 0
	for failAt := range healthy.count {
		for mode := range 4 {
			path := t.TempDir()
			disk := &faulty{Folder: dir(path), room: 1 << 40, failAt: failAt, broken: mode&1 > 0, short: mode&2 > 0}
			acknowledged, failed := day(t, disk)
			j, opened := open(t, path, 300)
			got, _, err := replay(j, Position{})
			if err != nil || !slices.Equal(got, acknowledged) && !slices.Equal(got, append(acknowledged, failed...)) {
				t.Fatalf("operation %d, mode %d: %v\nwant %q or with %q\ngot  %q", failAt, mode, err, acknowledged, failed, got)
			}
			if opened.Torn > 0 && mode == 0 {
				t.Fatalf("operation %d: the failed batch was not taken away", failAt)
			}
			add(t, j, "healed")
			_ = j.Close()
			tried++
		}
	}
	t.Logf("%d operations failed in turn, %d histories", healthy.count, tried)
}

// Opening a torn journal also writes: each of those operations fails in turn.
func TestOpeningATornJournalSurvivesEveryFailure(t *testing.T) {
	for failAt := range 8 {
		path, _, held := sample(t)
		torn, err := dir(path).Open(segmentName(2))
		if err != nil {
			t.Fatal(err)
		}
		info, _ := torn.Stat()
		if err := errors.Join(torn.Truncate(info.Size()-3), torn.Close()); err != nil {
			t.Fatal(err)
		}
		disk := &faulty{Folder: dir(path), room: 1 << 40, failAt: failAt}
		if j, _, err := Open(disk, Options{Key: testKey}); err == nil {
			_ = j.Close()
		} else if !errors.Is(err, errDisk) {
			t.Fatal(err)
		}
		j, _ := open(t, path, 0)
		wantRecords(t, j, held[len(held)-2])
		_ = j.Close()
	}
}
