package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
)

// hand works the real window as a person does: by keyboard.
type hand struct {
	window *Window
	press  func(arguments ...string) error // xdotool
	failed error                           // the first thing that went wrong
}

// draw does something on the window's thread and waits until it is done.
func (h *hand) draw(change func()) { fyne.DoAndWait(change) }

// write types a text into what has the keyboard.
func (h *hand) write(text string) { h.do("type", "--delay", "5", text) }

// key presses a key, such as "Tab" or "ctrl+n".
func (h *hand) key(name string) { h.do("key", name) }

// choose picks from a list by typing: Enter opens it, letters filter, Enter
// takes the first.
func (h *hand) choose(text string) {
	h.key("Return")
	h.write(text)
	h.key("Return")
}

// roll turns the wheel at the right edge of the page, where no field takes it for
// itself.
func (h *hand) roll(turns int) {
	edge := strconv.Itoa(int(h.window.window.Canvas().Size().Width) - 22)
	h.do("search", "--name", h.window.window.Title(), "mousemove", "--window", "%1", edge, "400",
		"click", "--repeat", strconv.Itoa(turns), "--delay", "2", "5", "mousemove", "--window", "%1", edge, "5")
}

func (h *hand) do(arguments ...string) {
	if err := h.press(arguments...); err != nil && h.failed == nil {
		h.failed = err
	}
	time.Sleep(pace)
}
