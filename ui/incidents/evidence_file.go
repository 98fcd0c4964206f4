package incidents

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// fileOf is what is known of the file of a piece: its name and size, and whether its
// content is here; nothing when none is kept.
func (d *detail) fileOf(v model.Evidence) string {
	switch _, kept := v.Sum(); {
	case !kept:
		return ""
	case d.desk.HasFile(v):
		return d.T("piece.here", "Name", v.File, "Size", d.Book.Bytes(v.Size))
	}
	return d.T("piece.missing", "Name", v.File, "Size", d.Book.Bytes(v.Size))
}

// filesAway are the pieces whose content is to be here and is not.
func (p *Page) filesAway(i model.Incident) (rows []model.Mark) {
	for _, v := range i.Evidence {
		if _, kept := v.Sum(); kept && !p.desk.HasFile(v) {
			rows = append(rows, v.Mark)
		}
	}
	return rows
}

// fileButton saves a copy of the file of a piece, or leads to where its content is
// asked for; nil when none is kept.
func (d *detail) fileButton(v model.Evidence) *widgets.Button {
	switch _, kept := v.Sum(); {
	case !kept:
		return nil
	case d.desk.HasFile(v):
		return widgets.NewButton(d.T("piece.save"), look.IconSave, func() { d.saveFile(v) })
	}
	return widgets.NewButton(d.T("piece.ask"), look.IconExchange, func() {
		d.Go(place.Route{Place: place.Exchange, Part: "send"})
	})
}

// saveFile asks where a copy is to lie and writes it.
func (d *detail) saveFile(v model.Evidence) {
	ref := d.ref()
	d.Choose.Save(d.T("piece.save.where"), app.FileNameOf(v), func(path string) {
		place.LongRead(d.Around, d.T("piece.writing"), func(progress app.Progress) (model.Evidence, error) {
			return d.desk.SaveEvidenceFile(ref, v.Mark.String(), path, progress)
		}, func(_ model.Evidence, err error) {
			if err != nil {
				d.Fail(err)
				return
			}
			d.Tell(look.Kept, d.T("piece.saved", "Path", path), widgets.NewQuiet(d.T("common.openfolder"), look.IconFolder, func() {
				if err := d.Files.Show(filepath.Dir(path)); err != nil {
					d.Fail(err)
				}
			}))
		})
	})
}

// read is what reading a file told.
type read struct {
	sum  string
	size int64
}

// readFile reads a file of this computer to its end.
func readFile(path string, progress app.Progress) (r read, err error) {
	file, err := os.Open(path)
	if err != nil {
		return r, model.RefuseAt("file", "refuse.file", "Path", path)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return r, model.RefuseAt("file", "refuse.file", "Path", path)
	}
	sum := sha256.New()
	for err == nil {
		var n int64
		n, err = io.CopyN(sum, file, app.Megabyte)
		r.size += n
		if !progress(uint64(r.size), uint64(info.Size())) {
			return r, model.RefuseAt("file", "refuse.stopped")
		}
	}
	if !errors.Is(err, io.EOF) {
		return r, model.RefuseAt("file", "refuse.file", "Path", path)
	}
	r.sum = hex.EncodeToString(sum.Sum(nil))
	return r, nil
}
