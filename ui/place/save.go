package place

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// saving is the dialog that asks where a file is to be written. The toolkit's own
// empties what is there as soon as it is answered; this one touches no file, so
// that the old one stays until the new one takes its place whole.
type saving struct {
	dialogs
	dialog *widgets.Dialog
	name   *widgets.Entry
	folder string
	lies   *widget.Label
	chosen string // what is answered once the dialog is closed; empty when it was given up
}

// Save asks under which name and in which folder a file is to be written, and
// before one that is there would be replaced.
func (c dialogs) Save(title, name string, then func(path string)) {
	s := &saving{dialogs: c, name: widgets.NewEntry(""), folder: c.start()}
	s.name.SetText(name)
	s.lies = widgets.NewProse(s.folder)
	other := widgets.NewQuiet(c.around.T("save.elsewhere"), look.IconFolder, s.chooseFolder)
	s.dialog = &widgets.Dialog{Title: title, Width: 640, Primary: c.around.T("common.save"), Secondary: c.around.T("common.cancel"), OnPrimary: s.save,
		Content: widgets.NewForm(
			widgets.NewField("name", c.around.T("save.name"), s.name).Required(),
			widgets.NewField("folder", c.around.T("save.folder"), container.NewBorder(nil, nil, nil, container.NewCenter(other), s.lies)))}
	s.dialog.OnClose = func() {
		if s.chosen != "" {
			c.answer(s.chosen, then)
		}
	}
	s.dialog.Show(c.around.Canvas())
}

func (s *saving) chooseFolder() {
	s.Folder(s.around.T("save.elsewhere"), func(path string) {
		s.folder = path
		s.lies.SetText(path)
	})
}

// save takes the answer, or asks first whether the file that is there is to be
// replaced.
func (s *saving) save() bool {
	path, err := s.path()
	if err != nil {
		return s.dialog.ShowErrors(s.around.Errors(err))
	}
	if _, err := os.Lstat(path); err == nil {
		s.askReplace(path)
		return false
	}
	s.chosen = path
	return true
}

// path is the file that is meant; it refuses a name that is none, and one that a
// folder has.
func (s *saving) path() (string, error) {
	name := strings.TrimSpace(s.name.Text)
	path := filepath.Join(s.folder, name)
	switch {
	case name == "" || name == "." || name == "..":
		return "", model.RefuseAt("name", "refuse.save-name")
	case strings.ContainsAny(name, `/\`):
		return "", model.RefuseAt("name", "refuse.save-path")
	case !isFolder(s.folder):
		return "", model.RefuseAt("folder", "refuse.save-gone", "Path", s.folder)
	case isFolder(path):
		return "", model.RefuseAt("name", "refuse.save-folder", "Name", name)
	}
	return path, nil
}

func (s *saving) askReplace(path string) {
	question := widgets.Confirm{Title: s.around.T("save.replace.title"), Danger: true,
		Sentence: s.around.T("save.replace.sentence", "Name", filepath.Base(path), "Folder", s.folder),
		Primary:  s.around.T("save.replace"), Secondary: s.around.T("common.cancel"),
		OnConfirm: func(string) { s.chosen = path }}.Show(s.around.Canvas())
	question.OnClose = func() {
		if s.chosen != "" {
			s.dialog.Hide()
		}
	}
}
