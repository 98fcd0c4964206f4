package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"siaga/ui/widgets"
)

// hand works the real window as a person does: by keyboard.
type hand struct {
	window *Window
}

// draw does something on the window's thread and waits until it is done.
func (h *hand) draw(change func()) { fyne.DoAndWait(change) }

func (h *hand) canvas() fyne.Canvas { return h.window.window.Canvas() }

// write types a text into what has the keyboard.
func (h *hand) write(text string) {
	for _, r := range text {
		h.draw(func() {
			if f := h.canvas().Focused(); f != nil {
				f.TypedRune(r)
			}
		})
	}
}

// key presses a key in what has the keyboard, or in the window.
func (h *hand) key(name fyne.KeyName) {
	h.draw(func() {
		event := &fyne.KeyEvent{Name: name}
		if f := h.canvas().Focused(); f != nil {
			f.TypedKey(event)
		} else if on := h.canvas().OnTypedKey(); on != nil {
			on(event)
		}
	})
	time.Sleep(pace / 4)
}

func (h *hand) tab() { h.draw(h.canvas().FocusNext) }

// choose picks from a list by typing, Enter.
func (h *hand) choose(text string) {
	h.key(fyne.KeyReturn)
	h.write(text)
	time.Sleep(pace / 2)
	h.key(fyne.KeyReturn)
}

// shortcut presses one of the window's shortcuts by its name.
func (h *hand) shortcut(name string) {
	shortcuts := map[string]fyne.Shortcut{"new-incident": widgets.KeyNewIncident, "submit": widgets.KeySubmit}
	h.draw(func() {
		if f, ok := h.canvas().Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(shortcuts[name])
			return
		}
		if c, ok := h.canvas().(fyne.Shortcutable); ok {
			c.TypedShortcut(shortcuts[name])
		}
	})
	time.Sleep(pace)
}
