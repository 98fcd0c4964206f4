package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"siaga/app"
	"siaga/model"
)

// tray shows what presses in the system's tray and in the window's title, and
// keeps the program running there when the window is closed, where that is chosen.
type tray struct {
	window *Window
	menu   *fyne.Menu // nil where the system has no tray
	late   *fyne.MenuItem
	soon   *fyne.MenuItem
	open   *fyne.MenuItem
	quit   *fyne.MenuItem
	shown  [2]int
}

func newTray(w *Window) *tray {
	t := &tray{window: w, shown: [2]int{-1, -1}}
	w.window.SetCloseIntercept(t.leave)
	if system, ok := w.app.(desktop.App); ok {
		t.late, t.soon = fyne.NewMenuItem("", w.Front), fyne.NewMenuItem("", w.Front)
		t.open, t.quit = fyne.NewMenuItem("", w.Front), fyne.NewMenuItem("", w.window.Close)
		t.quit.IsQuit = true
		t.menu = fyne.NewMenu("Siaga", t.late, t.soon, fyne.NewMenuItemSeparator(), t.open, t.quit)
		system.SetSystemTrayMenu(t.menu)
	}
	return t
}

// leave closes the window, or hides it where it is to stay in the tray.
func (t *tray) leave() {
	if t.menu != nil && t.window.program.Settings.Choices().Tray {
		t.window.window.Hide()
		return
	}
	t.window.window.Close()
}

// count writes how many incidents are late and how many will be within the hour.
func (t *tray) count(now, midnight model.Instant) {
	agenda := app.Plan(t.window.desk.Incidents(), now, midnight, "")
	n := [2]int{agenda.Tallies[app.TallyLate], agenda.Tallies[app.TallySoon]}
	if n == t.shown {
		return
	}
	t.shown = n
	t.write()
}

// write puts the figures into words; language and look may have changed.
func (t *tray) write() {
	book := t.window.book
	title := "Siaga"
	if t.shown[0] > 0 {
		title = book.N("tray.title", t.shown[0])
	}
	t.window.window.SetTitle(title)
	if t.menu == nil {
		return
	}
	t.late.Label, t.soon.Label = book.N("tray.late", t.shown[0]), book.N("tray.soon", t.shown[1])
	t.open.Label, t.quit.Label = book.T("tray.open"), book.T("tray.quit")
	t.menu.Refresh()
}
