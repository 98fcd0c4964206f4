package incidents

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// evidenceForm asks for a piece of evidence; the hash is typed, or computed from a file.
type evidenceForm struct {
	*detail
	name, description, location, hash *widgets.Entry
	file                              *widgets.Button
}

func (d *detail) askEvidence() {
	f := &evidenceForm{detail: d, name: widgets.NewEntry(""), description: widgets.NewLongEntry("", 2),
		location: widgets.NewEntry(""), hash: widgets.NewEntry("")}
	f.file = widgets.NewButton(d.T("incidents.evidence.file"), look.IconFolder, f.chooseFile)
	deed := d.when(d.now())
	d.ask(question{
		title: d.T("incidents.act.evidence"), primary: d.T("common.save"), done: d.T("incidents.saved"), width: 660,
		fields: []*widgets.Field{
			d.labelled("name", f.name).Required(),
			d.labelled("description", f.description),
			d.labelled("sha256", widgets.Toolbar(f.hash, f.file)).Hint(d.T("incidents.evidence.hint")),
			d.labelled("location", f.location),
			d.deedField(deed),
		},
		do: func() error {
			at, err := deed.at("at")
			if err != nil {
				return err
			}
			return d.doAt(app.AddEvidence{Incident: d.ref(), Name: f.name.Text, Description: f.description.Text,
				SHA256: strings.TrimSpace(f.hash.Text), Location: f.location.Text}, at)
		},
	})
}

func (f *evidenceForm) chooseFile() {
	dialog.ShowFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			f.Fail(err)
		case file != nil:
			f.take(file.URI().Name(), file)
		}
	}, f.Window)
}

// hashed is what became of reading a file.
type hashed struct {
	sum string
	err error
}

// take computes the hash of a file beside the window and fills it in.
func (f *evidenceForm) take(name string, file io.ReadCloser) {
	f.file.Disable()
	widgets.Run(f.Doors, func() hashed {
		defer file.Close()
		h := sha256.New()
		_, err := io.Copy(h, file)
		return hashed{hex.EncodeToString(h.Sum(nil)), err}
	}, func(h hashed) {
		f.file.Enable()
		if h.err != nil {
			f.Fail(model.Refuse("refuse.file", "Path", name))
			return
		}
		f.hash.SetText(h.sum)
		if f.name.Text == "" {
			f.name.SetText(name)
		}
	})
}
