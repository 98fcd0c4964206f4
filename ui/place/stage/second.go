package stage

import (
	"crypto/sha256"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"siaga/app"
	"siaga/app/vault"
)

// Cheap is what a passphrase costs in tests.
var Cheap = vault.Cost{Memory: 64, Passes: 1, Threads: 1}

// Join sets up a further desk of the office, as an invited one; its clock stands
// where the first one's stands.
func (o *Office) Join(name string) *Office {
	o.T.Helper()
	file := filepath.Join(o.T.TempDir(), "undangan.siaga")
	invited, err := o.Invite(file, app.Invite{Name: name}, nil)
	if err != nil {
		o.T.Fatal(err)
	}
	other := &Office{T: o.T, Clock: o.Clock}
	other.World = app.World{Folder: o.T.TempDir(), Now: func() time.Time { return other.Clock }, Random: seeded(o.T, name)}
	other.Desk, _, err = app.Join(other.World, app.Lock{Passphrase: passphraseOfSecond, Cost: Cheap}, []string{file}, invited.Passphrase, nil)
	if err != nil {
		o.T.Fatal(err)
	}
	o.T.Cleanup(func() { other.Close() })
	if p, ok := o.AtDesk(); ok {
		if err := other.Sit(app.PersonRef(p.ID)); err != nil {
			o.T.Fatal(err)
		}
	}
	return other
}

// From is the second desk of a [Pair] as a copy of its folder has it; this one is
// closed.
func (o *Office) From(folder string) *Office {
	o.T.Helper()
	if err := o.Close(); err != nil {
		o.T.Fatal(err)
	}
	return reopened(o.T, os.DirFS(folder), passphraseOfSecond)
}

// Hand carries what is new to another desk.
func (o *Office) Hand(to *Office) app.Arrival {
	o.T.Helper()
	file := filepath.Join(o.T.TempDir(), "kiriman.siaga")
	if _, err := o.Export(file, app.Export{}, nil); err != nil {
		o.T.Fatal(err)
	}
	return to.TakeIn(file)
}

// TakeIn takes a file in.
func (o *Office) TakeIn(file string) app.Arrival {
	o.T.Helper()
	name, err := o.Receive(file)
	if err != nil {
		o.T.Fatal(err)
	}
	a, err := o.Import(name, "", nil)
	if err != nil {
		o.T.Fatal(err)
	}
	return a
}

func seeded(t *testing.T, name string) *rand.ChaCha8 {
	return rand.NewChaCha8(sha256.Sum256([]byte(t.Name() + name)))
}

// pairs are the folders of two desks of one office that have seen the same, by
// the name of the second; setting them up takes seconds, so that is done once.
var pairs = map[string][2]fstest.MapFS{}

// pairAt is when the two desks were set up.
const pairAt = "2026-11-23 08:00"

// Pair is two desks of one office that have seen the same.
func Pair(t *testing.T, name string) (a, b *Office) {
	t.Helper()
	if pairs[name][0] == nil {
		pairs[name] = setUpPair(t, name)
	}
	return reopened(t, pairs[name][0], passphraseOf), reopened(t, pairs[name][1], passphraseOfSecond)
}

const (
	passphraseOf       = "kunci meja uji 2026"
	passphraseOfSecond = "kunci meja kedua 2026"
)

func setUpPair(t *testing.T, name string) (folders [2]fstest.MapFS) {
	a := New(t, pairAt)
	b := a.Join(name)
	b.Hand(a)
	for n, o := range []*Office{a, b} {
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		folders[n] = fstest.MapFS{}
		err := fs.WalkDir(os.DirFS(o.World.Folder), ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := os.ReadFile(filepath.Join(o.World.Folder, path))
			folders[n][path] = &fstest.MapFile{Data: content, Mode: 0o600}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return folders
}

// reopened is a desk in a copy of its folder.
func reopened(t *testing.T, folder fs.FS, passphrase string) *Office {
	o := (&Office{T: t}).At(pairAt)
	o.World = app.World{Folder: t.TempDir(), Now: func() time.Time { return o.Clock }, Random: seeded(t, passphrase)}
	err := os.CopyFS(o.World.Folder, folder)
	if err == nil {
		o.Desk, err = app.Unlock(o.World, vault.Passphrase(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	return o
}
