package incidents

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// evidenceForm asks for a piece of evidence. The hash value is typed, or computed of a
// file, whose content is kept as well unless somebody says no.
type evidenceForm struct {
	*detail
	shown                             *widgets.Dialog
	name, description, location, hash *widgets.Entry
	deed                              whenInput

	path   string // of the file, "" for none
	large  bool   // too large to be kept
	chosen *widgets.Words
	keep   *widgets.Check
	file   *widgets.Field
}

func (d *detail) askEvidence() { d.newEvidenceForm().shown.Show(d.Canvas()) }

// Collect asks for the evidence that files are which were dropped on the open
// incident, one after the other; false when no incident is open.
func (p *Page) Collect(paths []string) bool {
	if p.shown != p.detail {
		return false
	}
	if err := p.detail.incident.Open(); err != nil {
		p.Fail(err)
		return true
	}
	p.detail.collect(paths)
	return true
}

func (d *detail) collect(paths []string) {
	f := d.newEvidenceForm()
	if rest := paths[1:]; len(rest) > 0 {
		f.shown.OnClose = func() { d.collect(rest) }
	}
	f.shown.Show(d.Canvas())
	f.take(paths[0])
}

func (d *detail) newEvidenceForm() *evidenceForm {
	f := &evidenceForm{detail: d, name: widgets.NewEntry(""), description: widgets.NewLongEntry("", 2),
		location: widgets.NewEntry(""), hash: widgets.NewEntry(""), deed: d.when(d.now())}
	f.chosen = widgets.NewMuted(d.T("piece.file.none"))
	f.chosen.Shorten = true
	f.keep = widgets.NewCheck(d.T("piece.keep"), func(bool) { f.hint() })
	f.keep.Checked = true
	choose := widgets.NewButton(d.T("piece.choose"), look.IconFolder, func() {
		d.Choose.File(d.T("piece.which"), f.take)
	})
	f.file = d.labelled("file", container.NewVBox(widgets.Toolbar(f.chosen, choose), f.keep)).Wide()
	form := widgets.NewForm(
		d.labelled("name", f.name).Required(), d.labelled("location", f.location), d.labelled("description", f.description).Wide(), f.file,
		d.labelled("sha256", f.hash).Hint(d.T("piece.hash.hint")).Wide(), d.deedField(f.deed).Wide())
	f.shown = &widgets.Dialog{Title: d.T("incidents.act.evidence"), Content: form, Width: 760,
		Primary: d.T("common.save"), Secondary: d.T("common.cancel"), OnPrimary: f.save}
	f.hint()
	return f
}

// hint says what becomes of the file.
func (f *evidenceForm) hint() {
	switch {
	case f.large:
		f.file.Hint(f.Book.Refusal(model.Refuse("refuse.evidence-large", "Most", model.LargestFile>>20)))
	case f.keep.Checked:
		f.file.Hint(f.T("piece.keep.hint"))
	default:
		f.file.Hint(f.T("piece.keep.not"))
	}
}

// take reads a file and fills in what follows from it; one that cannot be read
// changes nothing.
func (f *evidenceForm) take(path string) {
	place.LongRead(f.Around, f.T("piece.reading"), func(progress app.Progress) (read, error) {
		return readFile(path, progress)
	}, func(r read, err error) {
		if !f.shown.ShowErrors(f.mistakes(err)) {
			return
		}
		f.path, f.large = path, r.size > model.LargestFile
		f.chosen.SetText(f.T("piece.file", "Name", filepath.Base(path), "Size", f.Book.Bytes(r.size)))
		f.hash.SetText(r.sum)
		if f.name.Text == "" {
			f.name.SetText(filepath.Base(path))
		}
		f.keep.Enable()
		if f.large {
			f.keep.Disable()
		}
		f.keep.SetChecked(!f.large)
		f.hint()
		f.shown.ShowErrors(nil) // what is said about the file may be longer now
	})
}

// mistakes are those of an error, at the file when it names no field.
func (f *evidenceForm) mistakes(err error) map[string]string {
	if err == nil {
		return nil
	}
	return f.Errors(atField("file", err))
}

// save records the piece. The dialog waits until the content is kept, so that nothing
// typed is lost when that fails or is stopped.
func (f *evidenceForm) save() bool {
	at, err := f.deed.at("at")
	if err != nil {
		return f.shown.ShowErrors(f.Errors(err))
	}
	order := app.Order{At: at, Command: f.order()}
	f.given = nil
	if !f.kept() {
		done, err := f.desk.Do(order)
		return f.recorded(done, err)
	}
	place.LongRead(f.Around, f.T("piece.keeping"), func(progress app.Progress) (app.Done, error) {
		return f.desk.DoTold(order, progress)
	}, func(done app.Done, err error) {
		if f.recorded(done, err) {
			f.shown.Hide()
		}
	})
	return false
}

func (f *evidenceForm) kept() bool { return f.path != "" && f.keep.Checked }

func (f *evidenceForm) order() app.AddEvidence {
	order := app.AddEvidence{Incident: f.ref(), Name: f.name.Text, Description: f.description.Text,
		SHA256: strings.TrimSpace(f.hash.Text), Location: f.location.Text}
	if f.kept() {
		order.File = f.path
	}
	return order
}

// recorded tells what became of the order, and whether the dialog is done.
func (f *evidenceForm) recorded(done app.Done, err error) bool {
	if f.did(done, err) != nil {
		return f.shown.ShowErrors(f.Errors(err))
	}
	f.Tell(look.Kept, f.T("incidents.saved"), f.undoButton())
	return true
}
