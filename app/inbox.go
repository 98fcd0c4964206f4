package app

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siaga/app/bundle"
	"siaga/app/whole"
	"siaga/model"
)

// The inbox keeps each file that came from outside until all of it has been
// taken in, under a name made of its content: a file that comes twice is one
// file. What contradicts what is here goes to the quarantine.
func (d *Desk) inboxPath(name string) string { return filepath.Join(d.folder, "inbox", name) }

func (d *Desk) quarantinePath(name string) string { return filepath.Join(d.folder, "quarantine", name) }

// Receive copies a file from another desk into the inbox, or puts the pieces of
// one together there, and returns its name in the inbox; it is on the disk then,
// and nothing of it has been taken in. It refuses what is no file of Siaga.
func (d *Desk) Receive(paths ...string) (name string, err error) {
	if err := os.MkdirAll(d.inboxPath(""), 0o700); err != nil {
		return "", fmt.Errorf("make the inbox: %w", err)
	}
	files, err := openAll(paths)
	defer closeAll(files)
	if err != nil {
		return "", err
	}
	what, err := bundle.Peek(files[0])
	if err != nil {
		return "", err
	}
	if _, err := files[0].Seek(0, io.SeekStart); err != nil {
		return "", fmt.Errorf("read a file again from its start: %w", err)
	}
	switch {
	case what == bundle.IsOther:
		return "", model.Refuse("refuse.bundle-not")
	case what == bundle.IsPiece:
		return d.keepIncoming(func(w io.Writer) error { return bundle.Join(w, readers(files)) })
	case len(files) > 1:
		return "", model.Refuse("refuse.bundle-one")
	}
	return d.keepIncoming(func(w io.Writer) error {
		_, err := io.Copy(w, files[0])
		return err
	})
}

// incoming is what a file of the inbox is called until all of it is there.
const incoming = "incoming"

// clearInbox removes a file of the inbox that never came to its end; it still
// lies where it came from. One of which all is here is put away once more: a
// power cut can have brought it back.
func (d *Desk) clearInbox() error {
	for _, name := range d.Received() {
		if d.tookIn(name) {
			contradicts := slices.ContainsFunc(d.others.Forks, func(f Fork) bool { return f.File == name })
			if err := d.putAway(name, contradicts); err != nil {
				return err
			}
		}
	}
	for _, name := range []string{incoming, incoming + whole.Beside} {
		if err := os.Remove(d.inboxPath(name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("clear the inbox: %w", err)
		}
	}
	return nil
}

// keepIncoming writes a file of the inbox and names it after its content.
func (d *Desk) keepIncoming(write func(io.Writer) error) (string, error) {
	temporary, sum := d.inboxPath(incoming), sha256.New()
	err := writeFile(temporary, func(w io.Writer) error { return write(io.MultiWriter(w, sum)) })
	if err != nil {
		return "", err
	}
	name := hex.EncodeToString(sum.Sum(nil)) + ".siaga"
	if err := os.Rename(temporary, d.inboxPath(name)); err != nil {
		return "", fmt.Errorf("name a file of the inbox: %w", err)
	}
	return name, nil
}

// contentOf is the SHA-256 that a file of the inbox is named after.
func contentOf(name string) (sum model.Hash) {
	b, _ := hex.DecodeString(strings.TrimSuffix(name, ".siaga"))
	copy(sum[:], b)
	return sum
}

// Discard removes a received file that is not to be taken in.
func (d *Desk) Discard(name string) error {
	if err := d.renote(func(x *exchanged) { x.Waiting = withoutFile(x.Waiting, name) }); err != nil {
		return err
	}
	if err := os.Remove(d.inboxPath(filepath.Base(name))); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("remove a file of the inbox: %w", err)
	}
	d.tellChanged()
	return nil
}

// Received lists the files of the inbox that have not been taken in whole.
func (d *Desk) Received() (names []string) {
	entries, _ := os.ReadDir(d.inboxPath("")) // there is none before the first file
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".siaga") {
			names = append(names, e.Name())
		}
	}
	return names
}

func openAll(paths []string) (files []*os.File, err error) {
	if len(paths) == 0 {
		return nil, model.Refuse("refuse.bundle-none")
	}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return files, model.Refuse("refuse.file", "Path", path)
		}
		files = append(files, f)
	}
	return files, nil
}

func closeAll(files []*os.File) {
	for _, f := range files {
		_ = f.Close() // only read from
	}
}

func readers(files []*os.File) (out []io.Reader) {
	for _, f := range files {
		out = append(out, f)
	}
	return out
}
