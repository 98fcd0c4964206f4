package files

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"

	"siaga/app/whole"
	"siaga/model"
)

// newFiles is an empty folder; nothing guards it.
func newFiles(t *testing.T) *Files {
	t.Helper()
	pair, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	f, err := At(filepath.Join(t.TempDir(), "files"), Keys{Identity: pair.String(), Names: [32]byte{7}}, func(w io.Writer) io.Writer { return w })
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func bytesOf(n int, seed uint64) []byte {
	b := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{byte(seed)}).Read(b) // never fails
	return b
}

// kept is a content that was recorded.
func (f *Files) kept(t *testing.T, content []byte) model.Hash {
	t.Helper()
	sum, size, err := f.Hold(bytes.NewReader(content))
	if err != nil || size != int64(len(content)) || sum != model.Hash(sha256.Sum256(content)) {
		t.Fatal(err, size, sum)
	}
	if err := f.Confirm(sum); err != nil {
		t.Fatal(err)
	}
	return sum
}

func (f *Files) read(sum model.Hash) ([]byte, error) {
	c, err := f.Open(sum)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(c)
	return b, errors.Join(err, c.Close())
}

func (f *Files) list(t *testing.T) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(f.folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestAContentComesBackAsItWas(t *testing.T) {
	f := newFiles(t)
	for n, size := range []int{0, 1, 65535, 65536, 65537, 300_000} {
		want := bytesOf(size, uint64(n))
		sum := f.kept(t, want)
		if got, err := f.read(sum); err != nil || !bytes.Equal(got, want) || !f.Has(sum) {
			t.Errorf("%d bytes: %v", size, err)
		}
		if c, err := f.Open(sum); err != nil || c.Size != int64(size) || c.Close() != nil {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	if n := len(f.list(t)); n != 6 {
		t.Errorf("%d files", n)
	}
	if _, err := f.Open(model.Hash{9}); !errors.Is(err, ErrMissing) {
		t.Error("what was never kept is there:", err)
	}
}

func TestNothingOfAContentShows(t *testing.T) {
	f := newFiles(t)
	secret := []byte(strings.Repeat("Ratna Kusumawardani ", 20_000))
	sum := f.kept(t, secret)
	f.kept(t, secret)
	names := f.list(t)
	if len(names) != 1 {
		t.Fatalf("the same content twice is %d files", len(names))
	}
	b, err := os.ReadFile(filepath.Join(f.folder, names[0]))
	if err != nil || bytes.Contains(b, []byte("Ratna")) || bytes.Contains(b, sum[:]) || strings.Contains(names[0], hex.EncodeToString(sum[:4])) {
		t.Error("the content or its sum shows", err)
	}
	other := newFiles(t)
	other.folder, other.names = f.folder, f.names
	var damage *Damage
	if _, err := other.read(sum); !errors.As(err, &damage) {
		t.Error("another desk's key opens it:", err)
	}
}

func TestEveryChangedBitAndEveryCutIsTold(t *testing.T) {
	f := newFiles(t)
	sum := f.kept(t, []byte("isi berkas barang bukti"))
	path := f.path(sum, "")
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	try := func(bad []byte) {
		var damage *Damage
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := f.Verify(sum); !errors.As(err, &damage) {
			t.Fatalf("%d bytes were read as if nothing had happened: %v", len(bad), err)
		} else if r, ok := model.AsRefusal(err); !ok || r.Key != "refuse.content-damaged" {
			t.Fatal("no sentence for", err)
		}
		told++
	}
	for bit := range len(good) * 8 {
		bad := slices.Clone(good)
		bad[bit/8] ^= 1 << (bit % 8)
		try(bad)
	}
	for n := range good {
		try(good[:n])
	}
	try(append(slices.Clone(good), 0))
	other := f.kept(t, []byte("isi lain"))
	if exchanged, err := os.ReadFile(f.path(other, "")); err != nil {
		t.Fatal(err)
	} else {
		try(exchanged)
	}
	t.Logf("%d changes told", told)
}

func TestADamagedContentIsSetAsideAndKeptAnew(t *testing.T) {
	f := newFiles(t)
	content := []byte("isi")
	sum := f.kept(t, content)
	if err := errors.Join(os.WriteFile(f.path(sum, ""), []byte("x"), 0o600), f.SetAside(sum), f.SetAside(sum)); err != nil {
		t.Fatal(err)
	}
	if names := f.list(t); f.Has(sum) || len(names) != 1 || !strings.HasSuffix(names[0], damaged) {
		t.Fatalf("it was not set aside: %v", names)
	}
	if err := f.Keep(sum, strings.NewReader("lain")); !errors.Is(err, ErrOther) || f.Has(sum) {
		t.Error("another content was kept for it:", err)
	}
	if err := f.Keep(sum, bytes.NewReader(content)); err != nil || !f.Has(sum) || len(f.list(t)) != 1 {
		t.Error("it was not kept anew:", err, f.list(t))
	}
	if err := errors.Join(f.Remove(sum), f.Remove(sum)); err != nil || len(f.list(t)) != 0 {
		t.Error("it was not removed:", err)
	}
}

func TestTooLargeAContentIsRefused(t *testing.T) {
	f := newFiles(t)
	if _, _, err := f.Hold(io.LimitReader(zeros{}, model.LargestFile+1)); refusal(err) != "refuse.evidence-large" || len(f.list(t)) != 0 {
		t.Error(err, f.list(t))
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func refusal(err error) string {
	if r, ok := model.AsRefusal(err); ok {
		return r.Key
	}
	return ""
}

// A program that was killed leaves halves, and contents of which it is not known
// whether they were recorded.
func TestWhatAKillLeftIsSettled(t *testing.T) {
	f := newFiles(t)
	recorded, _, err1 := f.Hold(strings.NewReader("dicatat"))
	never, _, err2 := f.Hold(strings.NewReader("tidak dicatat"))
	kept := f.kept(t, []byte("lama"))
	err3 := os.WriteFile(filepath.Join(f.folder, "1234"+whole.Beside), []byte("separuh"), 0o600)
	if err := errors.Join(err1, err2, err3, f.Settle([]model.Hash{recorded, {9}})); err != nil {
		t.Fatal(err)
	}
	if !f.Has(recorded) || f.Has(never) || !f.Has(kept) || len(f.list(t)) != 2 {
		t.Error("left:", f.list(t))
	}
	if err := f.Drop(recorded); err != nil || !f.Has(recorded) {
		t.Error("dropping what waits takes what is kept:", err)
	}
}

// full takes so many bytes and no more.
type full struct {
	w    io.Writer
	left int
}

var errFull = errors.New("no room")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return f.w.Write(b)
}

func TestAFullDiskLeavesNothing(t *testing.T) {
	f := newFiles(t)
	for room := range 400 {
		f.guard = func(w io.Writer) io.Writer { return &full{w, room} }
		if _, _, err := f.Hold(strings.NewReader("isi")); err != nil && !errors.Is(err, errFull) {
			t.Fatal(err)
		} else if names := f.list(t); err != nil && len(names) != 0 {
			t.Fatal("a full disk leaves", names)
		}
	}
}
