package app

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"siaga/app/bundle"
	"siaga/app/whole"
	"siaga/model"
)

// Dropped is this desk's own file in the shared folder: there is always exactly
// one, the newest.
type Dropped struct {
	Folder string         `json:"folder"`
	File   string         `json:"file"`
	Seen   model.Vector   `json:"seen"` // what it told
	For    []model.DeskID `json:"for"`
	Files  model.Hash     `json:"files,omitzero"` // which contents it had and asked for
	At     model.Instant  `json:"at"`
	Stray  string         `json:"stray,omitempty"` // path of one more that lies there when the desk was killed meanwhile
}

// Called is what a visit to the shared folder brought and left.
type Called struct {
	Arrivals []Arrival
	Left     bool             // a new file of this desk lies there now
	Refused  map[string]error // files that could not be taken in, by name; each is told once
}

// SharedFolder is a folder that the office's own means carry from desk to desk:
// a network drive, Nextcloud, Syncthing. Each desk keeps its newest file there
// and takes in those of the others. Whatever the carrier does to them is borne:
// a file that is half written, renamed, doubled or lost.
type SharedFolder struct {
	desk  *Desk
	path  string
	tried map[string]attempt
}

// attempt is a file of the folder as it was when it was last tried.
type attempt struct {
	size  int64
	mod   time.Time
	final bool   // to be tried again only when it changes
	fault string // the key of what it was refused with, which has been told
	known string // what that verdict rests on beside the file; empty when it is to be tried every time
}

// isSame reports whether the file is still the one that was tried.
func (a attempt) isSame(now attempt) bool { return a.size == now.size && a.mod.Equal(now.mod) }

// isSettled reports whether trying it again would end the same way, as far as
// anybody can know.
func (a attempt) isSettled(known string) bool { return a.final || a.known != "" && a.known == known }

// SharedFolderAt is the shared folder at a path; nothing is done before Call.
func (d *Desk) SharedFolderAt(path string) *SharedFolder {
	return &SharedFolder{desk: d, path: path, tried: map[string]attempt{}}
}

// Call takes in what has come and leaves what the others do not have. It refuses
// a folder that is not there, such as a drive that is not connected.
func (f *SharedFolder) Call(progress Progress) (Called, error) {
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return Called{}, model.Refuse("refuse.shared-folder", "Path", f.path)
	}
	called := Called{Refused: map[string]error{}}
	for _, e := range entries {
		f.pickUp(e, &called, progress)
	}
	called.Left, err = f.leave(progress)
	return called, err
}

// pickUp takes in one file, unless it was tried already.
func (f *SharedFolder) pickUp(e os.DirEntry, called *Called, progress Progress) {
	info, err := e.Info()
	if err != nil || !info.Mode().IsRegular() || passedOver(e.Name()) || e.Name() == f.desk.dropped().File {
		return
	}
	now := attempt{size: info.Size(), mod: info.ModTime()}
	before, known := f.tried[e.Name()], f.desk.judgedBy()
	if !before.isSame(now) {
		before = attempt{}
	}
	if before.isSettled(known) {
		return
	}
	a, err := f.desk.takeInFrom(filepath.Join(f.path, e.Name()), progress)
	switch key := faultOf(err); {
	case err == nil:
		called.Arrivals, now.final = append(called.Arrivals, a), true
	case slices.Contains(notOurs, key):
		now.final = true
	case f.desk.now().Sub(now.mod) > stillWriting:
		if before.fault != key {
			called.Refused[e.Name()] = err
		}
		if now.fault = key; strings.Contains(key, aboutFiles) {
			now.known = known
		}
	}
	f.tried[e.Name()] = now
}

// stillWriting is how long a file that does not read may still be on its way.
const stillWriting = 10 * time.Minute

// notOurs are the refusals that stay true as long as the file stays the same and
// that nobody needs to be told.
var notOurs = []string{"refuse.bundle-again", "refuse.bundle-others", "refuse.bundle-office", "refuse.bundle-piece"}

// aboutFiles stands in the keys of refusals that rest on the file and on what
// is known here, unlike those of a full disk.
const aboutFiles = ".bundle-"

// judgedBy is what is known here that can change the verdict about a file: the
// desks and their invitations, and how far the others' events have come.
func (d *Desk) judgedBy() string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return fmt.Sprint(d.chains.vector().Events()-d.own().n, d.sortedDesks(), d.openInvitations())
}

// passedOver reports whether a name is one of files that are being written:
// ours, and those of the carriers.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, whole.Beside) ||
		strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".part")
}

// takeInFrom receives a file and takes it in; one that is refused does not stay
// in the inbox, because it stays where it lies.
func (d *Desk) takeInFrom(path string, progress Progress) (Arrival, error) {
	name, err := d.Receive(path)
	if err != nil {
		return Arrival{}, err
	}
	a, err := d.Import(name, "", progress)
	if err != nil && !d.isWaiting(name) {
		_ = os.Remove(d.inboxPath(name)) // it is only a copy
	}
	return a, err
}

func (d *Desk) isWaiting(name string) bool {
	return slices.ContainsFunc(d.waiting(), func(w Waiting) bool { return w.File == name })
}

func (d *Desk) dropped() Dropped {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.others.Dropped
}

// leave writes this desk's newest file when there is something that the last one
// does not tell, and when the last one is gone. What nobody has confirmed is in
// each of them, so that a lost one costs nothing.
func (f *SharedFolder) leave(progress Progress) (bool, error) {
	o, err := f.desk.outgoing(Export{})
	if faultOf(err) == "refuse.no-other-desk" {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	last, enclosing := f.desk.dropped(), o.enclosing()
	if err := f.removeStray(last.Stray); err != nil {
		return false, err
	}
	if last.Folder == f.path && fileExists(filepath.Join(f.path, last.File)) &&
		maps.Equal(last.Seen, o.seen) && slices.Equal(last.For, o.header.For) && last.Files == enclosing {
		return false, nil
	}
	name, err := bundle.FileName(f.desk.random)
	if err != nil {
		return false, err
	}
	path := filepath.Join(f.path, name)
	if err := f.desk.renote(func(x *exchanged) { x.Dropped.Stray = path }); err != nil {
		return false, err
	}
	if _, err := o.toFile(path, progress); err != nil {
		return false, err
	}
	now := Dropped{Folder: f.path, File: name, Seen: o.seen, For: o.header.For, Files: enclosing, At: o.header.MadeAt}
	if last.Folder == f.path && last.File != "" {
		now.Stray = filepath.Join(f.path, last.File)
	}
	err = f.desk.renote(func(x *exchanged) { x.Dropped = now })
	if err == nil {
		err = f.removeStray(now.Stray)
	}
	return true, errors.Join(err, f.desk.handedOver(o))
}

// removeStray removes a file of this desk that no other desk needs any more, and
// what was written of it.
func (f *SharedFolder) removeStray(path string) error {
	if path == "" {
		return nil
	}
	for _, name := range []string{path, path + whole.Beside} {
		if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			return model.Refuse("refuse.shared-folder", "Path", f.path)
		}
	}
	return nil
}
