package app

import (
	"io"
	"path/filepath"
	"slices"

	"siaga/app/bundle"
	"siaga/app/files"
	"siaga/model"
)

// openFiles finds where the contents of evidence are kept; its keys follow from
// the vault's.
func (d *Desk) openFiles() (err error) {
	identity, _, err := bundle.IdentityFrom(d.vault.Key("files"))
	if err != nil {
		return err
	}
	folder := filepath.Join(d.folder, "files")
	guard := func(w io.Writer) io.Writer { return &roomyWriter{w: w, folder: folder} }
	d.files, err = files.At(folder, files.Keys{Identity: identity, Names: d.vault.Key("files-names")}, guard)
	return err
}

// settleFiles clears what a program that was killed left of contents.
func (d *Desk) settleFiles() error {
	if d.broken != nil {
		return nil // nobody knows what is named
	}
	return d.files.Settle(sumsOf(d.namedFiles()))
}

// NamedFile is a file of evidence with the incident that names it.
type NamedFile struct {
	model.KeptFile
	Incident model.IncidentID
	Ticket   model.Ticket
}

// namedFiles are the files whose content is to be here, in the order of their rows:
// those of every incident that are not erased.
func (d *Desk) namedFiles() (out []NamedFile) {
	for _, row := range d.rows {
		for _, f := range row.Files {
			if !d.erased[f.Row]["evidence"] {
				out = append(out, NamedFile{f, row.ID, row.Ticket})
			}
		}
	}
	slices.SortFunc(out, func(a, b NamedFile) int { return inMarks(a.Row, b.Row) })
	return out
}

// sumsOf are the contents that files have, each once.
func sumsOf(named []NamedFile) (sums []model.Hash) {
	seen := map[model.Hash]bool{}
	for _, f := range named {
		if !seen[f.Sum] {
			seen[f.Sum], sums = true, append(sums, f.Sum)
		}
	}
	return sums
}

// MissingFile is a file of evidence whose content is not at this desk, and the
// desks to ask for it: the one that recorded it, or else all others.
type MissingFile struct {
	NamedFile
	Ask []model.DeskInfo
}

// MissingFiles lists the files of evidence whose content is not at this desk: it
// has not come yet, or it was lost or damaged. Every file for other desks asks for
// them. What only withdrawn rows name is missed by nobody.
func (d *Desk) MissingFiles() (out []MissingFile) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.missingFiles()
}

func (d *Desk) missingFiles() (out []MissingFile) {
	var others []model.DeskInfo
	for _, f := range d.missed() {
		if out == nil {
			others, _ = d.receivers(nil) // where there is none nobody can be asked
		}
		out = append(out, MissingFile{f, toAsk(others, f.Row.Desk)})
	}
	return out
}

// missed are the named files whose content is not here.
func (d *Desk) missed() []NamedFile {
	return slices.DeleteFunc(d.namedFiles(), func(f NamedFile) bool { return f.Withdrawn || d.files.Has(f.Sum) })
}

func toAsk(others []model.DeskInfo, recorded model.DeskID) []model.DeskInfo {
	if n := slices.IndexFunc(others, func(k model.DeskInfo) bool { return k.Desk == recorded }); n >= 0 {
		return others[n : n+1]
	}
	return others
}
