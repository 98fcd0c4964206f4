package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"siaga/model"
)

var testKey = [32]byte{7, 7, 7}

type fataler interface {
	Helper()
	Fatal(...any)
}

func open(t fataler, dir string) *Store {
	t.Helper()
	s, err := Open(dir, testKey)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func commit(t fataler, s *Store, b Batch) {
	t.Helper()
	if err := s.Commit(b); err != nil {
		t.Fatal(err)
	}
}

func closeStore(t fataler, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func id(n int) [16]byte { return [16]byte{byte(n), byte(n >> 8), 0xee, 1, 2, 3} }

// one is commit number n of desk 1: an event about thing n modulo 10.
func one(n int) Batch {
	thing := id(100 + n%10)
	text := fmt.Appendf(nil, "event %d", n)
	return Batch{
		Events: []Event{{id(1), uint64(n), thing, text}},
		Heads:  []Head{{id(1), uint64(n), [32]byte{byte(n)}}},
		Rows:   []Entry{{ID: thing, Bytes: text}},
		Meta:   []Meta{{"journal", fmt.Append(nil, n)}},
	}
}

func TestWhatIsCommittedIsRead(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for n := 1; n <= 25; n++ {
		commit(t, s, one(n))
	}
	commit(t, s, Batch{Meta: []Meta{{"draft", []byte("half a sentence")}, {"none", nil}}})
	closeStore(t, s)
	s = open(t, dir)
	defer closeStore(t, s)

	if event, err := s.Event(id(1), 7); err != nil || string(event) != "event 7" {
		t.Fatal(string(event), err)
	}
	if event, err := s.Event(id(1), 26); err != nil || event != nil {
		t.Fatal("an event that nobody wrote", err)
	}
	if h, known, err := s.Head(id(1)); err != nil || !known || h != (Head{id(1), 25, [32]byte{25}}) {
		t.Fatal(h, known, err)
	}
	if _, known, err := s.Head(id(2)); err != nil || known {
		t.Fatal("a head that nobody wrote", err)
	}
	if heads, err := s.Heads(); err != nil || len(heads) != 1 {
		t.Fatal(heads, err)
	}
	if m, err := s.Meta("draft"); err != nil || string(m) != "half a sentence" {
		t.Fatal(m, err)
	}
	commit(t, s, Batch{Meta: []Meta{{Name: "draft"}}})
	if m, err := s.Meta("draft"); err != nil || m != nil {
		t.Fatal("the draft was not removed", err)
	}
}

func TestEventsAreReadByThingAndByNumber(t *testing.T) {
	s := open(t, t.TempDir())
	defer closeStore(t, s)
	for n := 1; n <= 25; n++ {
		commit(t, s, one(n))
	}
	var about []uint64
	err := s.EventsOf(id(103), func(_ [16]byte, n uint64, _ []byte) error { about = append(about, n); return nil })
	if err != nil || fmt.Sprint(about) != "[3 13 23]" {
		t.Fatal(about, err)
	}
	last := uint64(0)
	err = s.EachEvent(func(_ [16]byte, n uint64, event []byte) error {
		if n != last+1 || string(event) != fmt.Sprint("event ", n) {
			t.Fatal(n, string(event))
		}
		last = n
		return nil
	})
	if err != nil || last != 25 {
		t.Fatal(last, err)
	}
	want := Checked{Counts{25, 10}, 1, 25, 1}
	if c, err := s.Check(); err != nil || c != want {
		t.Fatal(c, err)
	}
}

// shown is everything that the store gives of events and rows, in its order.
func shown(t fataler, s *Store) string {
	t.Helper()
	var text strings.Builder
	add := func(key, value []byte) error {
		_, err := fmt.Fprintf(&text, "%x %q\n", key, value)
		return err
	}
	err := s.EachEvent(func(desk [16]byte, n uint64, event []byte) error { return add(eventKey(desk, n), event) })
	err = errors.Join(err, s.EachRow(func(id [16]byte, row []byte) error { return add(id[:], row) }))
	err = errors.Join(err, s.each([]byte{markSubject}, add))
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func TestReadersMayStop(t *testing.T) {
	s := open(t, t.TempDir())
	defer closeStore(t, s)
	commit(t, s, one(1))
	stop := errors.New("enough")
	if err := s.EachRow(func([16]byte, []byte) error { return stop }); err != stop {
		t.Fatal(err)
	}
}

func TestASecondOpenerIsRefused(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	_, err := Open(dir, testKey)
	if r, refused := model.AsRefusal(err); !refused || r.Key != "refuse.desk-in-use" {
		t.Fatal(err)
	}
	closeStore(t, s)
	closeStore(t, open(t, dir))
}

func TestABatchThatIsTooBigWritesNothing(t *testing.T) {
	s := open(t, t.TempDir())
	defer closeStore(t, s)
	var b Batch
	for n := range 20000 {
		b.Events = append(b.Events, Event{id(1), uint64(n) + 1, id(2), make([]byte, 200)})
	}
	if err := s.Commit(b); !errors.Is(err, ErrTooBig) {
		t.Fatal(err)
	}
	if c, err := s.Check(); err != nil || c != (Checked{}) {
		t.Fatal(c, err)
	}
	commit(t, s, one(1))
}

func TestRowsForWhichThereIsNoRoomGoBefore(t *testing.T) {
	s := open(t, t.TempDir())
	defer closeStore(t, s)
	b := one(1)
	for n := range 20000 {
		b.Rows = append(b.Rows, Entry{ID: id(5000 + n), Bytes: make([]byte, 200)})
	}
	commit(t, s, b)
	if c, err := s.Check(); err != nil || c.Events != 1 || c.Rows != 20001 || c.Heads != 1 {
		t.Fatal(c, err)
	}
}

func TestAChunkOfAnImportFits(t *testing.T) {
	s := open(t, t.TempDir())
	defer closeStore(t, s)
	var b Batch
	for n := 1; n <= ChunkEvents; n++ {
		next := one(n)
		next.Events[0].Bytes = make([]byte, 2000)
		next.Rows[0] = Entry{ID: id(1000 + n), Bytes: make([]byte, 400)}
		b.Events, b.Rows = append(b.Events, next.Events...), append(b.Rows, next.Rows...)
		b.Heads, b.Meta = next.Heads, next.Meta
	}
	commit(t, s, b)
	if c, err := s.Check(); err != nil || c.Events != ChunkEvents || c.Rows != ChunkEvents {
		t.Fatal(c, err)
	}
}

func TestNothingIsReadableInTheFolder(t *testing.T) {
	dir, secret := t.TempDir(), "Siti Rahmawati"
	s := open(t, dir)
	for n := 1; n <= 50; n++ {
		b := one(n)
		b.Events[0].Bytes, b.Rows[0].Bytes = []byte(secret), []byte(secret)
		b.Meta = []Meta{{"draft", []byte(secret)}}
		commit(t, s, b)
	}
	look := func() {
		t.Helper()
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if bytes.Contains(data, []byte(secret[:8])) {
				t.Error("readable in", path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	look()
	closeStore(t, s)
	look()
}

// In any order of commits, wipes and reopenings the store is a map.
func TestTheStoreIsWhatWasCommitted(t *testing.T) {
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(base, "")
		if err != nil {
			t.Fatal(err)
		}
		s := open(t, dir)
		defer func() { _ = s.Close() }()
		rows := map[[16]byte]string{}
		steps := []func(){
			func() {
				var b Batch
				for _, n := range rapid.SliceOfN(rapid.IntRange(0, 30), 1, 8).Draw(t, "rows") {
					text := rapid.StringN(0, 30, -1).Draw(t, "text")
					b.Rows = append(b.Rows, Entry{ID: id(n), Bytes: []byte(text)})
					rows[id(n)] = text
				}
				commit(t, s, b)
			},
			func() {
				closeStore(t, s)
				s = open(t, dir)
			},
			func() {
				remake(t, s, func(*Remaking) error { clear(rows); return nil })
			},
		}
		for _, step := range rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 0, 1, 2}), 1, 8).Draw(t, "steps") {
			steps[step]()
			wantRows(t, s, rows)
		}
	})
}

func wantRows(t *rapid.T, s *Store, want map[[16]byte]string) {
	got := 0
	err := s.EachRow(func(id [16]byte, row []byte) error {
		if want[id] != string(row) {
			t.Fatal(id, string(row), want[id])
		}
		got++
		return nil
	})
	if err != nil || got != len(want) {
		t.Fatal(got, len(want), err)
	}
}
