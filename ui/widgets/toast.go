package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Toasts say in the lower right corner what was done, and go by themselves. Put the one
// of the window on top of its content with [NewToasts] and container.NewStack; they do
// not take the keyboard or the mouse from what is below.
type Toasts struct {
	piece
	now   func() time.Time
	shown []toast
}

type toast struct {
	until time.Time
	face  fyne.CanvasObject
}

// toastStays is long enough to read two lines.
const toastStays = 8 * time.Second

// NewToasts returns an empty corner; now is the clock of the window's Doors.
func NewToasts(now func() time.Time) *Toasts {
	t := &Toasts{now: now}
	t.start(t)
	return t
}

// Say shows a sentence, with something to do about it when action is not nil (for
// example undo, or open the folder).
func (t *Toasts) Say(tone look.Tone, sentence string, action *Button) {
	words := newWrapped(&wrapped{text: sentence, size: theme.SizeNameText, width: 300})
	line := rowThatGrows(newIcon(tone.Icon()), NewWidth(300, words))
	content := stack(6, line)
	if action != nil {
		content.Add(container.New(layout.NewHBoxLayout(), layout.NewSpacer(), action))
	}
	var face *surface
	face = newSurface(&Panel{Content: content, Fill: tone.Soft(), Edge: tone.Color(), Pad: 10, Radius: 6}, func() { t.drop(face) })
	t.shown = append(t.shown, toast{t.now().Add(toastStays), face})
	t.redraw()
}

// SetNow takes away what has been shown long enough; call it with the window's tick.
func (t *Toasts) SetNow(now time.Time) {
	before := len(t.shown)
	t.shown = slices.DeleteFunc(t.shown, func(o toast) bool { return !now.Before(o.until) })
	if len(t.shown) != before {
		t.redraw()
	}
}

// Clear takes away all of them; what they say cannot be said in another language.
func (t *Toasts) Clear() {
	t.shown = nil
	t.redraw()
}

func (t *Toasts) drop(face fyne.CanvasObject) {
	t.shown = slices.DeleteFunc(t.shown, func(o toast) bool { return o.face == face })
	t.redraw()
}

func (t *Toasts) redraw() {
	column := stack(8, layout.NewSpacer())
	for _, o := range t.shown {
		column.Add(o.face)
	}
	t.show(inset(16, 16, container.New(layout.NewHBoxLayout(), layout.NewSpacer(), column)))
}
