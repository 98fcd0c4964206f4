package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"siaga/model"
)

var testKey = [32]byte{1, 2, 3}

// roomy is the real folder, with all the room in the world.
type roomy struct{ Folder }

func (roomy) Room() (uint64, error) { return 1 << 40, nil }

type fataler interface {
	Helper()
	Fatal(...any)
}

func open(t fataler, path string, segment int64) (*Journal, Opened) {
	t.Helper()
	folder, err := Dir(path)
	if err != nil {
		t.Fatal(err)
	}
	j, opened, err := Open(roomy{folder}, Options{Key: testKey, SegmentSize: segment})
	if err != nil {
		t.Fatal(err)
	}
	return j, opened
}

func add(t fataler, j *Journal, records ...string) Position {
	t.Helper()
	batch := make([][]byte, len(records))
	for n, r := range records {
		batch[n] = []byte(r)
	}
	at, err := j.Append(batch)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func replay(j *Journal, from Position) ([]string, []Position, error) {
	var records []string
	var positions []Position
	err := j.Replay(from, func(record []byte, next Position) error {
		records, positions = append(records, string(record)), append(positions, next)
		return nil
	})
	return records, positions, err
}

func wantRecords(t fataler, j *Journal, want []string) {
	t.Helper()
	got, _, err := replay(j, Position{})
	if err != nil || !slices.Equal(got, want) {
		t.Fatal(fmt.Sprintf("want %q\ngot  %q %v", want, got, err))
	}
}

func TestWhatIsAppendedComesBackFromEveryPosition(t *testing.T) {
	path := t.TempDir()
	j, _ := open(t, path, 400)
	var want []string
	for n := range 20 {
		want = append(want, fmt.Sprint("a", n), "", fmt.Sprint("b", n))
		add(t, j, want[len(want)-3:]...)
	}
	end := j.End()
	if end.Segment < 5 || end.Index != 60 {
		t.Fatal("no new segments began:", end)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j, opened := open(t, path, 400)
	if opened != (Opened{Records: 60}) || j.End() != end {
		t.Fatal(opened, j.End(), end)
	}
	_, positions, _ := replay(j, Position{})
	for n, at := range positions {
		kept, err := ParsePosition(at.Bytes())
		if err != nil || kept != at {
			t.Fatal(err)
		}
		got, _, err := replay(j, kept)
		if err != nil || !slices.Equal(got, want[n+1:]) {
			t.Fatal(n, got, err)
		}
	}
	told := uint64(0)
	v, err := j.Verify(func(n uint64) { told = n })
	if err != nil || v.Records != 60 || v.Segments != int(end.Segment) || told != 0 {
		t.Fatal(v, err)
	}
}

func TestReplayStopsWhenItsReaderSaysSo(t *testing.T) {
	j, _ := open(t, t.TempDir(), 0)
	add(t, j, "one", "two")
	stop := errors.New("enough")
	if err := j.Replay(Position{}, func([]byte, Position) error { return stop }); err != stop {
		t.Fatal(err)
	}
}

func TestAPositionOfAnotherJournalOrOfTheFutureIsTold(t *testing.T) {
	mine, _ := open(t, t.TempDir(), 0)
	other, _ := open(t, t.TempDir(), 0)
	first := add(t, mine, "one")
	add(t, mine, "two")
	foreign := add(t, other, "one")
	ahead := add(t, other, "two", "three")
	if _, _, err := replay(mine, ahead); !errors.As(err, new(*Ahead)) {
		t.Fatal(err)
	}
	if _, _, err := replay(mine, foreign); !errors.As(err, new(*Damage)) {
		t.Fatal(err)
	}
	end := mine.End()
	end.Tag[3] ^= 1
	if _, _, err := replay(mine, end); !errors.As(err, new(*Damage)) {
		t.Fatal("the end with another tag:", err)
	}
	if got, _, err := replay(mine, first); err != nil || len(got) != 1 {
		t.Fatal(got, err)
	}
}

func TestAFullDiskAndAHugeRecordAreRefusedWithoutHarm(t *testing.T) {
	folder, err := Dir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	full := &faulty{Folder: folder, room: LeastRoom - 1, failAt: -1}
	j, _, err := Open(full, Options{Key: testKey})
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Append([][]byte{{1}})
	if r, refused := model.AsRefusal(err); !refused || r.Key != "refuse.disk-full" {
		t.Fatal(err)
	}
	full.room = LeastRoom
	if _, err := j.Append([][]byte{make([]byte, LargestRecord+1)}); err == nil {
		t.Fatal("took a record that it could not read again")
	}
	add(t, j, "there is room again")
	wantRecords(t, j, []string{"there is room again"})
}

func TestNothingIsReadableInTheFolder(t *testing.T) {
	path, secret := t.TempDir(), "Siti Rahmawati, 0812-0000-0000"
	j, _ := open(t, path, 300)
	for range 10 {
		add(t, j, secret, "x"+secret)
	}
	files, _ := filepath.Glob(filepath.Join(path, "*"))
	for _, name := range files {
		if data, _ := os.ReadFile(name); bytes.Contains(data, []byte(secret[:8])) {
			t.Fatal("readable in", name)
		}
	}
	if len(files) < 5 {
		t.Fatal(files)
	}
}

func TestBallastIsKeptAndDropped(t *testing.T) {
	path := t.TempDir()
	for range 2 {
		if err := KeepBallast(path); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(filepath.Join(path, ballastName))
	if err != nil || info.Size() != ballastSize {
		t.Fatal(info, err)
	}
	for range 2 {
		if err := DropBallast(path); err != nil {
			t.Fatal(err)
		}
	}
	if free, err := Room(path); err != nil || free == 0 {
		t.Fatal(free, err)
	}
	if KeepBallast(filepath.Join(path, "none")) == nil {
		t.Fatal("ballast in no folder")
	}
}

// Any order of appending and reopening gives back the list of what was
// acknowledged.
func TestTheJournalIsTheListOfWhatWasAcknowledged(t *testing.T) {
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path, err := os.MkdirTemp(base, "")
		if err != nil {
			t.Fatal(err)
		}
		segment := rapid.Int64Range(1, 2000).Draw(t, "segment")
		j, _ := open(t, path, segment)
		defer func() { _ = j.Close() }()
		var want []string
		t.Repeat(map[string]func(*rapid.T){
			"append": func(t *rapid.T) {
				batch := rapid.SliceOfN(rapid.StringN(0, 40, -1), 0, 5).Draw(t, "batch")
				add(t, j, batch...)
				want = append(want, batch...)
			},
			"reopen": func(t *rapid.T) {
				end := j.End()
				if err := j.Close(); err != nil {
					t.Fatal(err)
				}
				var opened Opened
				if j, opened = open(t, path, segment); opened.Torn != 0 || j.End() != end {
					t.Fatal(opened, j.End(), end)
				}
			},
			"": func(t *rapid.T) { wantRecords(t, j, want) },
		})
	})
}
