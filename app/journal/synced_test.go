package journal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// watched counts the writes that no sync has followed yet.
type watched struct {
	Folder
	unsynced int
}

func (w *watched) Create(name string) (File, error) {
	file, err := w.Folder.Create(name)
	return &watchedFile{file, w}, err
}

func (w *watched) Open(name string) (File, error) {
	file, err := w.Folder.Open(name)
	return &watchedFile{file, w}, err
}

type watchedFile struct {
	File
	folder *watched
}

func (f *watchedFile) WriteAt(b []byte, offset int64) (int, error) {
	f.folder.unsynced++
	return f.File.WriteAt(b, offset)
}

func (f *watchedFile) Truncate(size int64) error {
	f.folder.unsynced++
	return f.File.Truncate(size)
}

func (f *watchedFile) Sync() error {
	f.folder.unsynced = 0
	return f.File.Sync()
}

func TestWhatIsAcknowledgedWasSyncedBefore(t *testing.T) {
	disk := &watched{Folder: roomy{dir(t.TempDir())}}
	j, _, err := Open(disk, Options{Key: testKey, SegmentSize: 300})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for n := range 20 {
		add(t, j, "one", "and another of the same batch")
		if disk.unsynced > 0 {
			t.Fatalf("batch %d was acknowledged with %d writes in memory only", n, disk.unsynced)
		}
	}
}

func TestNothingOfATornEndIsLeftBehindShorterRecords(t *testing.T) {
	path := t.TempDir()
	j, _ := open(t, path, 0)
	whole := add(t, j, "whole")
	add(t, j, "a long record of which a crash leaves nearly all, and which was never acknowledged")
	_ = j.Close()
	name := filepath.Join(path, segmentName(1))
	info, _ := os.Stat(name)
	if err := os.Truncate(name, info.Size()-1); err != nil {
		t.Fatal(err)
	}
	j, opened := open(t, path, 0)
	if opened.Torn != info.Size()-1-whole.Offset {
		t.Fatalf("%d bytes were torn", opened.Torn)
	}
	add(t, j, "short")
	_ = j.Close()
	j, opened = open(t, path, 0)
	defer j.Close()
	if wantRecords(t, j, []string{"whole", "short"}); opened.Torn != 0 {
		t.Errorf("%d bytes of the torn end were left", opened.Torn)
	}
}

// A journal that was put back to an older copy and written on shares its
// segment's key with the newer copy; their records still do not mix.
func TestRecordsOfTwoHistoriesDoNotMix(t *testing.T) {
	path := t.TempDir()
	name := filepath.Join(path, segmentName(1))
	j, _ := open(t, path, 0)
	common := add(t, j, "common")
	second := add(t, j, "second")
	_ = j.Close()
	newer, _ := os.ReadFile(name)
	if err := os.Truncate(name, common.Offset); err != nil {
		t.Fatal(err)
	}
	j, _ = open(t, path, 0)
	add(t, j, "SECOND", "third")
	_ = j.Close()
	older, _ := os.ReadFile(name)
	mixed := slices.Concat(newer[:second.Offset], older[second.Offset:])
	if err := os.WriteFile(name, mixed, 0o600); err != nil {
		t.Fatal(err)
	}
	if records, _, err := readAll(path); !errors.As(err, new(*Damage)) {
		t.Errorf("two histories read as one: %q, %v", records, err)
	}
}
