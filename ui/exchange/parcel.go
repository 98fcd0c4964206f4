package exchange

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// parcel is a file to be written for other desks.
type parcel struct {
	app.Export
	size int64 // of each piece in bytes; 0 leaves it whole
}

// sent is a file as it was written.
type sent struct {
	app.Exported
	parcel
	paths []string
}

// write asks where the file is to lie, writes it, and says what was written.
func (p *Page) write(what parcel) {
	name, err := p.desk.NewFileName()
	if err != nil {
		p.Fail(err)
		return
	}
	p.Choose.Save(p.T("exchange.write.where"), name, func(path string) {
		place.Long(p.Around, p.T("exchange.writing"), func(progress app.Progress) (sent, error) {
			return p.export(path, what, progress)
		}, p.showSent)
	})
}

func (p *Page) export(path string, what parcel, progress app.Progress) (out sent, err error) {
	out = sent{parcel: what}
	if out.Exported, err = p.desk.Export(path, what.Export, progress); err == nil {
		out.paths, err = inPieces(path, what.size)
	}
	return out, err
}

// inPieces splits a file that is larger than a size and returns where its pieces
// lie, or where it lies itself; 0 leaves it whole.
func inPieces(path string, size int64) ([]string, error) {
	if size > 0 {
		if pieces, err := app.SplitFile(path, size); err != nil || len(pieces) > 0 {
			return pieces, err
		}
	}
	return []string{path}, nil
}

func (p *Page) showSent(s sent, err error) {
	if err != nil {
		p.Fail(err)
		return
	}
	lines := []fyne.CanvasObject{widgets.NewProse(p.contents(s))}
	if s.Files > 0 {
		lines = append(lines, widgets.NewProse(p.Book.N("bundle.files", s.Files)))
	}
	if s.Passphrase != "" {
		lines = append(lines, p.aloud(s.Passphrase)...)
	}
	if len(s.paths) > 1 {
		lines = append(lines, widgets.NewProse(p.Book.N("exchange.sent.pieces", len(s.paths))))
	}
	lines = append(lines, widgets.NewProse(p.T("exchange.sent.next")), p.lies(s.paths[0]))
	p.result(p.T("exchange.sent.title"), s.paths[0], lines...)
	p.Reload()
}

// contents says what was written, for whom and how large it is.
func (p *Page) contents(s sent) string {
	size := p.Book.Bytes(s.Bytes)
	switch {
	case s.Request:
		return p.T("exchange.sent.request", "Names", p.labels(s.Exported.For))
	case s.Passphrase != "":
		return p.Book.N("exchange.sent.passphrase", int(s.Events), "Size", size)
	}
	return p.Book.N("exchange.sent", int(s.Events), "Names", p.labels(s.Exported.For), "Size", size)
}

// labels names desks, a few of them one by one.
func (p *Page) labels(desks []model.DeskID) string {
	var names []string
	for _, desk := range desks {
		names = append(names, p.desk.Label(desk))
	}
	return p.Book.Some(names)
}

// aloud shows a passphrase that is to be read out, this one time.
func (p *Page) aloud(passphrase string) []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewProse(p.T("exchange.aloud")), widgets.NewSpelled(passphrase),
		widgets.NewFlow(widgets.NewButton(p.T("common.copy"), look.IconCopy, func() { fyne.CurrentApp().Clipboard().SetContent(passphrase) }))}
}

// lies says where a file lies.
func (p *Page) lies(path string) fyne.CanvasObject {
	return widgets.NewProse(p.T("exchange.lies", "Path", path))
}

// result says what was done, and opens the folder of what was written.
func (p *Page) result(title, path string, lines ...fyne.CanvasObject) {
	d := &widgets.Dialog{Title: title, Content: widgets.Stacked(lines...), Width: 620,
		Primary: p.T("common.openfolder"), Secondary: p.T("common.close")}
	d.OnPrimary = func() bool {
		if err := p.Files.Show(filepath.Dir(path)); err != nil {
			p.Fail(err)
		}
		return false // what it shows may be shown this one time only
	}
	d.Show(p.Canvas())
}
