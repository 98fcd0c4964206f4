package app

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// page is what a disk writes as a whole.
const page = 4096

// pages are the files of a folder as they were at some moment, without the pages
// that hold nothing but zeros.
type pages map[string]*content

type content struct {
	size int64
	at   map[int64][]byte // by the number of the page
}

// pagesOf reads a folder that may be in use.
func pagesOf(t *testing.T, folder string) pages {
	t.Helper()
	out := pages{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			return nil // a file of the store that was removed meanwhile
		}
		name, _ := filepath.Rel(folder, path)
		c := &content{size: int64(len(b)), at: map[int64][]byte{}}
		for n := int64(0); n*page < c.size; n++ {
			if one := b[n*page : min((n+1)*page, c.size)]; !bytes.Equal(one, zeros[:len(one)]) {
				c.at[n] = bytes.Clone(one)
			}
		}
		out[name] = c
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var zeros [page]byte

// put writes the files into another folder.
func (p pages) put(t *testing.T, folder string) {
	t.Helper()
	for name, c := range p {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(path)
		for n, one := range c.at {
			if err == nil {
				_, err = f.WriteAt(one, n*page)
			}
		}
		if err == nil {
			err = f.Truncate(c.size)
		}
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
}

// cut is what a power cut may leave: everything that was synced as it is now, and
// of what Badger writes without being asked to sync (its memory tables and value
// logs) any mixture of pages as they are now and as they were before.
func (p pages) cut(before pages, chance *rand.Rand) pages {
	out := pages{}
	for name, now := range p {
		was := before[name]
		if unsynced := strings.HasSuffix(name, ".mem") || strings.HasSuffix(name, ".vlog"); !unsynced || was == nil {
			out[name] = now
			continue
		}
		mixed := &content{size: now.size, at: map[int64][]byte{}}
		whole, late := chance.IntN(3), chance.Int64N(now.size/page+1)
		for n := int64(0); n*page < now.size; n++ {
			from := now
			switch {
			case whole == 0, whole == 1 && n >= late, whole == 2 && chance.IntN(2) == 0:
				from = was
			}
			if one := from.at[n]; one != nil {
				mixed.at[n] = one
			}
		}
		out[name] = mixed
	}
	return out
}
