package place

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"siaga/app/settings"
)

// Chooser asks the person for a file or folder of this computer; then is called
// with the answer, and not at all when there is none.
type Chooser interface {
	File(title string, then func(path string))
	Folder(title string, then func(path string))
	Save(title, name string, then func(path string))
}

// dialogs asks with the toolkit's own dialogs, which begin where the person was
// last.
type dialogs struct{ around Around }

// NewChooser returns the chooser of a window.
func NewChooser(around Around) Chooser { return dialogs{around} }

// File asks for a file that is there.
func (c dialogs) File(title string, then func(path string)) {
	c.show(title, "common.choose", dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			c.around.Fail(err)
		} else if file != nil {
			_ = file.Close() // whoever reads it opens it by its path
			c.answer(file.URI().Path(), then)
		}
	}, c.around.Window))
}

// Folder asks for a folder.
func (c dialogs) Folder(title string, then func(path string)) {
	c.show(title, "common.choose", dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			c.around.Fail(err)
		} else if folder != nil {
			c.answer(folder.Path(), then)
		}
	}, c.around.Window))
}

// Save asks where a file is to be written, under a name that can be changed.
func (c dialogs) Save(title, name string, then func(path string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			c.around.Fail(err)
		} else if file != nil {
			_ = file.Close()
			_ = os.Remove(file.URI().Path()) // the toolkit made it; ours is there whole or not at all
			c.answer(file.URI().Path(), then)
		}
	}, c.around.Window)
	d.SetFileName(name)
	c.show(title, "common.save", d)
}

func (c dialogs) show(title, confirm string, d *dialog.FileDialog) {
	d.SetTitleText(title)
	d.SetConfirmText(c.around.T(confirm))
	d.SetDismissText(c.around.T("common.cancel"))
	for _, folder := range []string{c.around.Settings.Choices().LastFolder, c.around.Files.Folder} {
		if start, err := storage.ListerForURI(storage.NewFileURI(folder)); folder != "" && err == nil {
			d.SetLocation(start)
			break
		}
	}
	d.Resize(fyne.NewSize(860, 600))
	d.Show()
}

func (c dialogs) answer(path string, then func(path string)) {
	_ = c.around.Settings.Change(func(s *settings.Choices) { s.LastFolder = filepath.Dir(path) }) // a convenience only
	then(path)
}
