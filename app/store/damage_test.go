package store

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/dgraph-io/badger/v4"
)

// meddle changes the store below our seal, as a fault or a stranger would.
func meddle(t *testing.T, dir string, change func(*badger.Txn) error) {
	t.Helper()
	db, err := badger.Open(tuned(dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestEveryKindOfDamageIsToldByItsName(t *testing.T) {
	keys := map[string][]byte{
		"event": eventKey(id(1), 4), "head": idKey(markHead, id(1)),
		"row": idKey(markRow, id(103)), "index": subjectKey(id(104), id(1), 4), "named value": metaKey("journal"),
		"counts": tallyKey,
	}
	for kind, key := range keys {
		for how, change := range map[string]func(*badger.Txn) error{
			"changed": func(txn *badger.Txn) error { return txn.Set(key, make([]byte, 80)) },
			"cut":     func(txn *badger.Txn) error { return txn.Set(key, []byte{1}) },
			"lost":    func(txn *badger.Txn) error { return txn.Delete(key) },
		} {
			if how == "lost" && (kind == "head" || kind == "named value") {
				continue // not counted: the journal is compared with them at start
			}
			dir := t.TempDir()
			s := open(t, dir)
			for n := 1; n <= 5; n++ {
				commit(t, s, one(n))
			}
			closeStore(t, s)
			meddle(t, dir, change)
			err := openAndCheck(dir)
			var damage *Damage
			if !errors.As(err, &damage) || damage.Kind != kind {
				t.Errorf("%s %s: %v", kind, how, err)
			}
		}
	}
}

func openAndCheck(dir string) error {
	s, err := Open(dir, testKey)
	if err != nil {
		return err
	}
	_, err = s.Check()
	return errors.Join(err, s.Close())
}

func TestAMovedValueAnotherKeyAndANewerStoreAreTold(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	commit(t, s, one(1))
	commit(t, s, one(2))
	closeStore(t, s)
	meddle(t, dir, func(txn *badger.Txn) error {
		item, err := txn.Get(idKey(markRow, id(101)))
		if err != nil {
			return err
		}
		value, err := item.ValueCopy(nil)
		return errors.Join(err, txn.Set(idKey(markRow, id(102)), value))
	})
	var damage *Damage
	if err := openAndCheck(dir); !errors.As(err, &damage) || damage.Kind != "row" {
		t.Fatal(err)
	}
	if _, err := Open(dir, [32]byte{}); !errors.As(err, &damage) || damage.Kind != kindTally {
		t.Fatal(err)
	}
	if _, err := decodeCounts([]byte("siaga-store 3\n...")); err == nil || err.Error() != "refused: refuse.newer-file" {
		t.Fatal(err)
	}
}

// A flipped bit in a file of Badger's own: the store says so, or shows some
// earlier commit whole (the journal then brings the rest), or is unharmed.
func TestAFlippedBitInAnyFileIsNeverAWrongAnswer(t *testing.T) {
	const trials, commits = 30, 20
	chance := rand.New(rand.NewSource(3))
	told, earlier, unharmed := 0, 0, 0
	for trial := range trials {
		dir := t.TempDir()
		s := open(t, dir)
		showed := []string{""}
		for n := 1; n <= commits; n++ {
			commit(t, s, one(n))
			showed = append(showed, shown(t, s))
		}
		if trial%2 == 0 {
			closeStore(t, s)
		} else {
			copied := t.TempDir() // as a killed program leaves it
			if err := os.CopyFS(filepath.Join(copied, "store"), os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			closeStore(t, s)
			dir = filepath.Join(copied, "store")
		}
		flip(t, dir, chance)
		n, now, err := reread(t, dir)
		switch {
		case err != nil:
			told++
		case n > commits || now != showed[n] && n > 0:
			t.Fatalf("trial %d: a wrong answer at commit %d", trial, n)
		case n < commits:
			earlier++
		default:
			unharmed++
		}
	}
	t.Logf("%d flipped bits: %d told, %d earlier commit, %d unharmed", trials, told, earlier, unharmed)
}

// flip turns one bit among the used bytes of one of the larger files.
func flip(t *testing.T, dir string, chance *rand.Rand) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	names = slices.DeleteFunc(names, func(n string) bool { return filepath.Base(n) == "LOCK" })
	name := names[chance.Intn(len(names))]
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	used := len(data)
	for used > 0 && data[used-1] == 0 {
		used--
	}
	if used == 0 {
		return
	}
	bit := chance.Intn(used * 8)
	data[bit/8] ^= 1 << (bit % 8)
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func reread(t *testing.T, dir string) (n int, now string, err error) {
	s, err := Open(dir, testKey)
	if err != nil {
		return 0, "", err
	}
	defer s.Close()
	if _, err = s.Check(); err != nil {
		return 0, "", err
	}
	m, err := s.Meta("journal")
	if err != nil || m == nil {
		return 0, "", err
	}
	if _, err = fmt.Sscan(string(m), &n); err != nil {
		return 0, "", err
	}
	return n, shown(t, s), nil
}

func FuzzCounts(f *testing.F) {
	f.Add(Counts{1, 2}.encode())
	f.Add(first(Counts{1, 2}, 3))
	f.Add([]byte("siaga-store 3\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := decodeCounts(b)
		if again, _ := decodeCounts(c.encode()); err == nil && again != c {
			t.Fatal(c)
		}
	})
}

func FuzzSealedValue(f *testing.F) {
	s := open(f, f.TempDir())
	f.Cleanup(func() { _ = s.Close() })
	key := idKey(markRow, id(1))
	f.Add(s.sealInto(nil, key, []byte("row")))
	f.Fuzz(func(t *testing.T, b []byte) {
		if value, err := s.open(nil, key, b); err == nil && len(value) != len(b)-sealSize {
			t.Fatal(value)
		}
		_, _ = decodeHead(key, b)
	})
}
