package app

import (
	"os"
	"path/filepath"
	"slices"

	"siaga/app/bundle"
	"siaga/model"
)

// Lying is a file that lies in the shared folder, as its own first lines tell;
// nothing of it has been checked.
type Lying struct {
	From   model.DeskID
	MadeAt model.Instant
}

// LyingIn lists the files in a folder that this desk can open, the newest first:
// whose they say they are and when they were made. It refuses a folder that is
// not there.
func (d *Desk) LyingIn(folder string) (lying []Lying, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, model.Refuse("refuse.shared-folder", "Path", folder)
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || passedOver(e.Name()) {
			continue
		}
		if h, err := d.headerOf(filepath.Join(folder, e.Name())); err == nil && h.Office == d.officeID {
			lying = append(lying, Lying{From: h.Desk, MadeAt: h.MadeAt})
		}
	}
	slices.SortFunc(lying, func(a, b Lying) int { return int(b.MadeAt - a.MadeAt) })
	return lying, nil
}

// headerOf reads the first lines of a file that this desk can open: one that was
// made for it, or by it.
func (d *Desk) headerOf(path string) (bundle.Header, error) {
	file, err := os.Open(path)
	if err != nil {
		return bundle.Header{}, err
	}
	defer file.Close()
	r, err := bundle.Open(file, bundle.Keys{Identities: d.identities()}, bundle.Limits{})
	if err != nil {
		return bundle.Header{}, err
	}
	return r.Header(), nil
}
