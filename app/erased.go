package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siaga/app/bundle"
	"siaga/model"
)

// Carried is when an erasure was carried out at this desk, and how many events
// lost their payload here; none where they came without it.
type Carried struct {
	At     model.Instant `json:"at"`
	Events int           `json:"events"`
}

// Copy is a file or folder outside the store that holds all that was known when
// it was made.
type Copy struct {
	Path string        `json:"path"`
	At   model.Instant `json:"at"`
}

// RemovedFile is a file from another desk that could not be stripped of what was
// erased; what else it held has to be sent again.
type RemovedFile struct {
	From model.DeskID  `json:"from"`
	At   model.Instant `json:"at"`
}

// settleErasures carries out what was ordered and has not been carried out here.
func (d *Desk) settleErasures(progress Progress) error {
	d.importing.Lock()
	defer d.importing.Unlock()
	return d.settleHeld(progress)
}

// settleHeld is settleErasures for whoever holds back imports already.
func (d *Desk) settleHeld(progress Progress) error {
	if err := d.eraseCopies(); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	due := d.dueErasures()
	if d.broken != nil || len(due) == 0 {
		return nil
	}
	held, err := d.stillHeld(due)
	if err != nil {
		return err
	}
	contents, err := d.removeContents(held)
	if err != nil {
		return err
	}
	removed, err := d.removeFiles(contents)
	if err != nil {
		return err
	}
	x, err := d.others.copied()
	if err != nil {
		return err
	}
	events := 0
	for _, id := range due {
		events += len(held[id])
		x.Carried[id] = Carried{At: model.At(d.now()), Events: len(held[id])}
	}
	for file, from := range removed {
		x.Waiting = withoutFile(x.Waiting, file)
		x.Removed = append(x.Removed, RemovedFile{From: from, At: model.At(d.now())})
	}
	if events == 0 {
		return d.note(x)
	}
	for _, step := range d.rewriting(x, progress) {
		if err := step(); err != nil {
			return fmt.Errorf("carry out an erasure: %w", err)
		}
	}
	return nil
}

// toldErasing carries an order out and tells what is left to be done: it holds,
// whatever fails now, and is carried out at the next opening at the latest.
func (d *Desk) toldErasing() *model.Refusal {
	if err := d.settleErasures(nil); err != nil {
		return &model.Refusal{Key: "refuse.erase-later"}
	}
	return nil
}

// dueErasures are those that have not been carried out here, in order.
func (d *Desk) dueErasures() (due []model.SubjectID) {
	for _, id := range sortedKeys(d.orders) {
		if _, done := d.others.Carried[id]; !done {
			due = append(due, id)
		}
	}
	return due
}

// lastCarried is when something was last erased here.
func (d *Desk) lastCarried() (at model.Instant) {
	for _, c := range d.others.Carried {
		if c.Events > 0 {
			at = max(at, c.At)
		}
	}
	return at
}

// erasures is a copy of what is erased by all orders known here.
func (d *Desk) erasures() model.Erasures {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := model.Erasures{}
	for _, order := range d.orders {
		out.Add(order)
	}
	return out
}

// stillHeld are the events of orders that still have their payload.
func (d *Desk) stillHeld(orders []model.SubjectID) (map[model.SubjectID][]model.Event, error) {
	held := map[model.SubjectID][]model.Event{}
	for _, order := range orders {
		for _, id := range d.orders[order].Subjects() {
			if _, is := model.Raw(string(id)); !is {
				continue // only a lie could name it, and nothing is held of it
			}
			events, err := d.eventsOf(id)
			if err != nil {
				return nil, err
			}
			for _, e := range events {
				if len(e.Sealed) > 0 && d.erased.Covers(e.Header) {
					held[order] = append(held[order], e)
				}
			}
		}
	}
	return held, nil
}

// removeContents removes the contents of files that no row names but those that
// are erased, and returns which: before the rows go, which alone say it.
func (d *Desk) removeContents(held map[model.SubjectID][]model.Event) (gone []model.Hash, err error) {
	named := sumsOf(d.namedFiles())
	for _, events := range held {
		for _, e := range events {
			for _, sum := range model.FilesIn(e) {
				if slices.Contains(named, sum) {
					continue
				}
				if err := d.files.Remove(sum); err != nil {
					return nil, err
				}
				gone = append(gone, sum)
			}
		}
	}
	return gone, nil
}

// removeFiles removes the files of other desks that hold what was erased, or a
// content of it: they are sealed by those, and nothing can be taken out of them. It
// returns the names of those in the inbox and who sent them.
func (d *Desk) removeFiles(contents []model.Hash) (map[string]model.DeskID, error) {
	removed := map[string]model.DeskID{}
	for _, folder := range []string{d.inboxPath(""), d.quarantinePath("")} {
		entries, _ := os.ReadDir(folder) // there is none before the first file
		for _, e := range entries {
			path := filepath.Join(folder, e.Name())
			if !strings.HasSuffix(e.Name(), ".siaga") || !d.holdsErased(path, contents, removed) {
				continue
			}
			if err := os.Remove(path); err != nil {
				return removed, fmt.Errorf("remove a file with what was erased: %w", err)
			}
		}
	}
	return removed, nil
}

// holdsErased reports whether a file holds a payload that is erased, or one of the
// contents, as far as it can be read.
func (d *Desk) holdsErased(path string, contents []model.Hash, from map[string]model.DeskID) bool {
	s := &survey{desk: d, path: path, keys: bundle.Keys{Identities: d.identities()}}
	err := s.read(nil, func(r *bundle.Reader, item bundle.Item) error {
		erased := item.Event != nil && len(item.Event.Sealed) > 0 && d.erased.Covers(item.Event.Header)
		if !erased && (item.Content == nil || !slices.Contains(contents, item.Content.Sum)) {
			return nil
		}
		from[filepath.Base(path)] = r.Header().Desk
		return io.EOF
	}, func(*bundle.Reader) error { return nil })
	return errors.Is(err, io.EOF)
}

// present are the copies that are still there, or that lie where this computer
// cannot look at present.
func present(copies []Copy) []Copy {
	return slices.DeleteFunc(slices.Clone(copies), func(c Copy) bool {
		return fileExists(filepath.Dir(c.Path)) && !fileExists(c.Path)
	})
}

// doomed are the backups and the damaged journals of before an instant: they
// hold what was erased then, and people have to destroy them.
func (d *Desk) doomed(erased model.Instant) (out []Copy) {
	made := d.others.Backups
	if last := d.others.Backup; last.Path != "" && !slices.ContainsFunc(made, func(c Copy) bool { return c.Path == last.Path }) {
		made = append(slices.Clone(made), Copy{Path: last.Path, At: last.At})
	}
	for _, c := range present(made) {
		if c.At <= erased {
			out = append(out, c)
		}
	}
	aside, _ := filepath.Glob(d.journalPath() + "-damaged-*") // the pattern is a good one
	for _, path := range aside {
		if info, err := os.Stat(path); err == nil && erased.Known() {
			out = append(out, Copy{Path: path, At: model.At(info.ModTime())})
		}
	}
	return out
}

// erasedChanges are the orders about a subject as its history tells them.
func (d *Desk) erasedChanges(id model.SubjectID) (out []model.Change) {
	for _, key := range sortedKeys(d.orders) {
		order := d.orders[key]
		if !slices.Contains(order.Subjects(), id) {
			continue
		}
		var fields model.FieldNames
		for _, x := range order.Events {
			if x.Subject == id {
				fields = append(fields, x.Fields...)
			}
		}
		slices.Sort(fields)
		after, _ := json.Marshal(slices.Compact(fields)) // texts always encode
		out = append(out, model.Change{Mark: order.Mark, At: order.At, By: order.By, Kind: "erasure.ordered", Field: "erased", After: after})
	}
	return out
}
