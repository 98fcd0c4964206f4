package welcome

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"siaga/ui/look"
	"siaga/ui/widgets"
)

// made is the answer to the order to make a desk.
type made struct {
	Made
	err error
}

// found lets the desk be made and shows its recovery key, or why it was not
// made, with everything that was answered still there.
func (s *Setup) found() {
	cancel := s.around.T("common.cancel")
	if s.chosen.Way == Found {
		cancel = "" // it takes a moment
	}
	var stopped atomic.Bool
	progress := widgets.NewProgress(s.around.T("welcome.creating"), cancel)
	progress.OnCancel = func() { stopped.Store(true) }
	progress.Set(0, s.around.T("welcome.creating.sentence"))
	progress.Show(s.around.Canvas())
	chosen := s.chosen
	widgets.Run(s.around.Doors, func() made {
		m, err := s.create(chosen, func(share float64) bool {
			s.around.Doors.Draw(func() { progress.Set(share, s.around.T("welcome.creating.sentence")) })
			return !stopped.Load()
		})
		return made{m, err}
	}, func(m made) {
		progress.Hide()
		if m.err != nil {
			if s.chosen.Way != Found {
				s.step = 1 // the file, or what opens it, is to be given again
			}
			s.draw()
			s.say(look.Breached, s.around.Book.Refusal(m.err))
			return
		}
		s.chosen.Passphrase, s.again, s.chosen.Code, s.office = "", "", "", m.Office
		s.showKey(m.Recovery)
	})
}

// showKey shows the recovery key, this one time; only who says that it is kept
// goes on.
func (s *Setup) showKey(key string) {
	open := widgets.NewPrimary(s.around.T("welcome.open"), nil, s.open)
	open.Disable()
	kept := widgets.NewCheck(s.around.T("welcome.key.kept"), func(on bool) {
		if on {
			open.Enable()
		} else {
			open.Disable()
		}
	})
	shown := widgets.NewSpelled(key)
	copied := widgets.NewButton(s.around.T("common.copy"), look.IconCopy, func() { fyne.CurrentApp().Clipboard().SetContent(key) })
	file := widgets.NewButton(s.around.T("welcome.key.file"), look.IconPrint, func() { s.saveKey(key) })
	s.progress.SetText("")
	s.show(s.around.T("welcome.key.title"), widgets.Stacked(widgets.NewProse(s.around.T("welcome.key.sentence")), shown,
		widgets.NewFlow(copied, file), kept), open)
}

// saveKey writes the page to print into the person's folder and opens it.
func (s *Setup) saveKey(key string) {
	path, err := s.writeKey(key)
	if err != nil {
		s.say(look.Breached, s.around.T("welcome.key.not-saved", "Folder", s.around.Files.Folder))
		return
	}
	s.say(look.Warning, s.around.T("welcome.key.saved", "Path", path))
	if err := s.around.Files.Show(path); err != nil {
		s.around.Fail(err)
	}
}

// writeKey writes a page with the key that only its owner can read, and that
// never replaces another.
func (s *Setup) writeKey(key string) (string, error) {
	if err := os.MkdirAll(s.around.Files.Folder, 0o755); err != nil {
		return "", fmt.Errorf("make the folder for documents: %w", err)
	}
	now := s.around.Doors.Now()
	path := filepath.Join(s.around.Files.Folder, s.around.T("welcome.key.name")+now.Format("_2006-01-02_150405")+".txt")
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", fmt.Errorf("write the recovery key: %w", err)
	}
	page := s.around.T("welcome.key.page", "Office", s.office, "Made", s.around.Book.DateTime(now), "Key", key)
	_, err = file.WriteString(page)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return path, err
}
