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

// dialogs asks with the toolkit's own dialogs where there is something to look
// for; they begin where the person was last.
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

func (c dialogs) show(title, confirm string, d *dialog.FileDialog) {
	d.SetTitleText(title)
	d.SetConfirmText(c.around.T(confirm))
	d.SetDismissText(c.around.T("common.cancel"))
	if start, err := storage.ListerForURI(storage.NewFileURI(c.start())); err == nil {
		d.SetLocation(start)
	}
	d.Resize(fyne.NewSize(860, 600))
	d.Show()
}

// start is the folder where the person was last, or that of documents.
func (c dialogs) start() string {
	if last := c.around.Settings.Choices().LastFolder; isFolder(last) {
		return last
	}
	return c.around.Files.Folder
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (c dialogs) answer(path string, then func(path string)) {
	_ = c.around.Settings.Change(func(s *settings.Choices) { s.LastFolder = filepath.Dir(path) }) // a convenience only
	then(path)
}
