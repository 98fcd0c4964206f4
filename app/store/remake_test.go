package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

func remake(t fataler, s *Store, fill func(*Remaking) error) {
	t.Helper()
	if err := s.Remake("journal", fill, nothing); err != nil {
		t.Fatal(err)
	}
}

func nothing() error { return nil }

// twelve gives the first twelve commits at once.
func twelve(r *Remaking) error {
	rows := map[[16]byte][]byte{}
	for n := 1; n <= 12; n++ {
		b := one(n)
		rows[b.Rows[0].ID] = b.Rows[0].Bytes
		if err := r.Event(b.Events[0]); err != nil {
			return err
		}
	}
	for id, row := range rows {
		r.Row(id, row)
	}
	return nil
}

func twelveCommits(t fataler, s *Store) {
	t.Helper()
	for n := 1; n <= 12; n++ {
		commit(t, s, one(n))
	}
}

// What a remake made is what commits would have made; the drafts stay, the
// position does not, and the store takes commits as before.
func TestARemakeIsTheSameStore(t *testing.T) {
	dir := t.TempDir() + "/store"
	s := open(t, dir)
	twelveCommits(t, s)
	commit(t, s, Batch{Meta: []Meta{{"draft", []byte("kept")}}})
	want, counts := shown(t, s), s.Counts()
	for range 2 {
		err := s.Remake("journal", twelve, func() error {
			if event, err := s.Event(id(1), 7); err != nil || string(event) != "event 7" {
				t.Error("what was filled in cannot be read:", string(event), err)
			}
			return s.Commit(Batch{Heads: one(12).Heads})
		})
		if err != nil {
			t.Fatal(err)
		}
		if m, err := s.Meta("journal"); err != nil || m != nil {
			t.Error("the position is still there", err)
		}
		if got := shown(t, s); got != want || s.Counts() != counts {
			t.Errorf("the store that was made again shows\n%s\nnot\n%s", got, want)
		}
		closeStore(t, s)
		s = open(t, dir)
	}
	commit(t, s, one(13))
	if c, err := s.Check(); err != nil || c != (Checked{Counts{13, 10}, 1, 13, 2}) {
		t.Error(c, err)
	}
	closeStore(t, s)
	wantAlone(t, dir)
}

// Many desks, more than have their tables made at once, in turns and in runs.
func TestARemakeTakesTheEventsOfManyDesks(t *testing.T) {
	s := open(t, t.TempDir()+"/store")
	defer closeStore(t, s)
	const desks, each = 3 * maxOpen, 40
	last := map[int]uint64{}
	remake(t, s, func(r *Remaking) error {
		for n := range desks * each {
			desk := n % desks
			if n >= desks*each/2 {
				desk = desks - 1 - (n-desks*each/2)/(each/2)
			}
			last[desk]++
			if err := r.Event(Event{id(desk), last[desk], id(1000 + n%7), fmt.Append(nil, n)}); err != nil {
				return err
			}
		}
		return nil
	})
	if c, err := s.Check(); err != nil || c.Events != desks*each || c.Links != c.Events {
		t.Fatal(c, err)
	}
	next := uint64(0)
	err := s.EachEvent(func(_ [16]byte, n uint64, _ []byte) error {
		if n != next+1 && n != 1 {
			t.Error("after", next, "comes", n)
		}
		next = n
		return nil
	})
	if err != nil || next != each {
		t.Error(next, err)
	}
}

// One that fails leaves the store as it was, and nothing beside it.
func TestAFailedRemakeChangesNothing(t *testing.T) {
	dir := t.TempDir() + "/store"
	s := open(t, dir)
	twelveCommits(t, s)
	want := shown(t, s)
	stopped := errors.New("stopped")
	half := func(r *Remaking) error { return errors.Join(r.Event(one(1).Events[0]), stopped) }
	for name, err := range map[string]error{
		"fill": s.Remake("journal", half, nothing),
		"rest": s.Remake("journal", twelve, func() error { return stopped }),
	} {
		if !errors.Is(err, stopped) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if m, err := s.Meta("journal"); err != nil || string(m) != "12" || shown(t, s) != want {
		t.Error("the store has changed", string(m), err)
	}
	commit(t, s, one(13))
	closeStore(t, s)
	wantAlone(t, dir)
}

// A remake that was killed leaves folders: whichever of them is whole is taken.
func TestAKilledRemakeLeavesAWholeStore(t *testing.T) {
	for name, kill := range map[string]func(dir string) error{
		"while it is made": func(dir string) error { return os.Mkdir(freshDir(dir), 0o700) },
		"before the swap":  func(dir string) error { return os.CopyFS(freshDir(dir), os.DirFS(dir)) },
		"in the swap": func(dir string) error {
			return errors.Join(os.CopyFS(freshDir(dir), os.DirFS(dir)), os.Rename(dir, formerDir(dir)))
		},
		"with the new lost":   func(dir string) error { return os.Rename(dir, formerDir(dir)) },
		"before the clearing": func(dir string) error { return os.CopyFS(formerDir(dir), os.DirFS(dir)) },
	} {
		dir := t.TempDir() + "/store"
		s := open(t, dir)
		twelveCommits(t, s)
		want := shown(t, s)
		closeStore(t, s)
		if err := kill(dir); err != nil {
			t.Fatal(err)
		}
		s = open(t, dir)
		if _, err := s.Check(); err != nil || shown(t, s) != want {
			t.Errorf("killed %s: %v", name, err)
		}
		closeStore(t, s)
		wantAlone(t, dir)
	}
}

func wantAlone(t *testing.T, dir string) {
	t.Helper()
	if beside, _ := filepath.Glob(dir + "*"); len(beside) != 1 {
		t.Error("beside the store lies", beside)
	}
}

func TestADiscardedStoreIsBegunAnew(t *testing.T) {
	dir := t.TempDir() + "/store"
	s := open(t, dir)
	commit(t, s, one(1))
	closeStore(t, s)
	if err := os.CopyFS(formerDir(dir), os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	if err := Discard(dir); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	defer closeStore(t, s)
	if c, err := s.Check(); err != nil || c != (Checked{}) {
		t.Fatal(c, err)
	}
}

// first is how the first version wrote its counts.
func first(c Counts, projections uint64) []byte {
	b := binary.BigEndian.AppendUint64([]byte(firstLine), c.Events)
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, projections), c.Rows)
}

// A store of the first version opens, without what it kept besides; one in which
// a remake was broken off is empty, but for its drafts.
func TestAStoreOfTheFirstVersionOpens(t *testing.T) {
	for _, broken := range []bool{false, true} {
		dir := t.TempDir() + "/store"
		s := open(t, dir)
		twelveCommits(t, s)
		commit(t, s, Batch{Meta: []Meta{{"draft", []byte("kept")}}})
		want := shown(t, s)
		earlier := map[string][]byte{string(tallyKey): first(s.Counts(), 1), string(idKey(markProjection, id(103))): []byte("{}")}
		if broken {
			earlier[string(metaKey(remakingName))] = []byte("journal")
		}
		for key, value := range earlier {
			if err := s.db.Update(func(txn *badger.Txn) error { return txn.Set([]byte(key), s.sealInto(nil, []byte(key), value)) }); err != nil {
				t.Fatal(err)
			}
		}
		closeStore(t, s)
		for range 2 {
			s = open(t, dir)
			c, err := s.Check()
			if err != nil || !broken && (shown(t, s) != want || c.Events != 12) || broken && c != (Checked{Meta: 1}) {
				t.Errorf("broken off %v: %+v, %v", broken, c, err)
			}
			if p, err := s.one(idKey(markProjection, id(103))); err != nil || p != nil {
				t.Errorf("it still keeps %s, %v", p, err)
			}
			closeStore(t, s)
		}
	}
}
