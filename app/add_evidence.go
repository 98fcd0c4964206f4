package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"siaga/model"
)

// AddEvidence adds a piece of barang bukti, with the SHA-256 of its file when
// there is one. File is the path of that file on this machine: its content is
// kept, sealed, and goes to the other desks with what they have not confirmed.
// It refuses a file that is too large, that cannot be read, and that does not
// have the SHA-256 given.
type AddEvidence struct {
	Incident    IncidentRef `json:"incident" need:"yes"`
	Name        string      `json:"name" need:"yes"`
	Description string      `json:"description"`
	SHA256      string      `json:"sha256"`
	File        string      `json:"file"`
	Location    string      `json:"location"`
}

// Do is "add-evidence".
func (AddEvidence) Do() string { return "add-evidence" }

func (c AddEvidence) decide(w *work) error {
	return c.note(w, model.Evidence{SHA256: strings.ToLower(c.SHA256)})
}

// note records the piece; of its file stands what v says.
func (c AddEvidence) note(w *work, v model.Evidence) error {
	v.At, v.Name, v.Description, v.Location = w.at, c.Name, c.Description, c.Location
	return note(w, c.Incident, model.Noted{Evidence: &v})
}

// around keeps the file; what would be refused is refused before it is read.
func (c AddEvidence) around(d *Desk, o Order, progress Progress, do func(Command) error) error {
	if c.File == "" {
		return do(c)
	}
	if err := d.rehearse(o); err != nil {
		return err
	}
	return d.withFile(c.File, progress, func(sum model.Hash, size int64) error { return do(addKept{c, sum, size}) })
}

// addKept is the same with the file read.
type addKept struct {
	AddEvidence
	sum  model.Hash
	size int64
}

func (c addKept) decide(w *work) error {
	sum := c.sum.Hex()
	if c.SHA256 != "" && !strings.EqualFold(c.SHA256, sum) {
		return model.RefuseAt("sha256", "refuse.evidence-differs")
	}
	return c.note(w, model.Evidence{SHA256: sum, File: filepath.Base(c.File), Size: c.size})
}

// withFile seals the content of a file of this machine while it is recorded, and
// keeps it when it was. Where nobody knows whether it was, it waits for the next
// opening, which knows.
func (d *Desk) withFile(path string, progress Progress, record func(sum model.Hash, size int64) error) error {
	d.keeping.Lock()
	defer d.keeping.Unlock()
	file, size, err := openEvidence(path)
	if err != nil {
		return err
	}
	defer file.Close()
	sum, size, err := d.files.Hold(progress.reading(file, size))
	if err == nil {
		err = record(sum, size)
	}
	if _, refused := model.AsRefusal(err); refused {
		return errors.Join(err, d.files.Drop(sum))
	}
	if err != nil {
		return err
	}
	return d.files.Confirm(sum)
}

// openEvidence opens a file that is to be kept.
func openEvidence(path string) (file *os.File, size int64, err error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, 0, model.RefuseAt("file", "refuse.file", "Path", path)
	}
	if info.Size() > model.LargestFile {
		return nil, 0, model.RefuseAt("file", "refuse.evidence-large", "Most", model.LargestFile>>20)
	}
	if file, err = os.Open(path); err != nil {
		return nil, 0, model.RefuseAt("file", "refuse.file", "Path", path)
	}
	return file, info.Size(), nil
}
