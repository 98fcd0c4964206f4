// Package files keeps the content of files of evidence: each content once, in a
// sealed file of its own, found by its SHA-256. The file is encrypted with age;
// its name is an HMAC of the SHA-256, so that neither tells what it is.
//
//	<name>           a content that an event names
//	<name>.waiting   a content whose event is being recorded
//	<name>.damaged   a content that was found to be not what was written
//	….new            half of one, left by a program that was killed
//
// It knows no desk and no event: whoever uses it says which contents are named.
package files

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"siaga/app/whole"
	"siaga/model"
)

const (
	waiting = ".waiting"
	damaged = ".damaged"
)

// Keys are what contents are sealed with.
type Keys struct {
	Identity string   // "AGE-SECRET-KEY-1…"
	Names    [32]byte // what names are made with
}

// Files is a folder of contents. It may be used from several goroutines.
type Files struct {
	folder   string
	identity *age.X25519Identity
	names    [32]byte
	guard    func(io.Writer) io.Writer
}

// At is the folder at path; nothing is made or changed before [Files.Keep] or
// [Files.Hold]. What is written goes through guard, which can refuse.
func At(path string, k Keys, guard func(io.Writer) io.Writer) (*Files, error) {
	identity, err := age.ParseX25519Identity(k.Identity)
	if err != nil {
		return nil, errors.New("files: an identity does not read") // the cause may show the secret
	}
	return &Files{folder: path, identity: identity, names: k.Names, guard: guard}, nil
}

// Has reports whether the content of that sum is kept.
func (f *Files) Has(sum model.Hash) bool { return isThere(f.path(sum, "")) }

func isThere(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func (f *Files) path(sum model.Hash, state string) string {
	mac := hmac.New(sha256.New, f.names[:])
	mac.Write(sum[:])
	return filepath.Join(f.folder, hex.EncodeToString(mac.Sum(nil))+state)
}

// Remove removes the content of that sum, also one that waits or was set aside;
// that there is none is as well.
func (f *Files) Remove(sum model.Hash) error {
	var errs []error
	for _, state := range []string{"", waiting, damaged} {
		errs = append(errs, remove(f.path(sum, state)))
	}
	return errors.Join(errs...)
}

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("files: remove a content: %w", err)
	}
	return nil
}

// SetAside takes a content that is damaged out of use: it is missing then, and
// can be kept anew.
func (f *Files) SetAside(sum model.Hash) error {
	err := whole.Rename(f.path(sum, ""), f.path(sum, damaged))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // somebody was faster
	}
	return err
}

// Settle clears what a program that was killed left behind: half a content goes,
// and one that waited is kept when an event names it.
func (f *Files) Settle(named []model.Hash) error {
	entries, _ := os.ReadDir(f.folder) // there is none before the first content
	left := map[string]bool{}
	for _, e := range entries {
		left[filepath.Join(f.folder, e.Name())] = strings.HasSuffix(e.Name(), whole.Beside) || strings.HasSuffix(e.Name(), waiting)
	}
	for _, sum := range named {
		if path := f.path(sum, waiting); left[path] {
			if err := f.Confirm(sum); err != nil {
				return err
			}
			left[path] = false
		}
	}
	for path, goes := range left {
		if !goes {
			continue
		}
		if err := remove(path); err != nil {
			return err
		}
	}
	return nil
}
