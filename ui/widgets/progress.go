package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Progress covers the window while long work goes on; Esc or the button cancels.
type Progress struct {
	OnCancel func()

	bar   *widget.ProgressBar
	words *Words
	stop  *Button
	face  fyne.CanvasObject

	popup  *widget.PopUp
	canvas fyne.Canvas
	before func(*fyne.KeyEvent) // who had the keys of the page
}

// NewProgress returns a progress that is not shown yet; an empty cancel word means that
// the work cannot be cancelled.
func NewProgress(title, cancel string) *Progress {
	p := &Progress{bar: widget.NewProgressBar(), words: NewMuted("")}
	p.words.Shorten = true
	p.stop = NewButton(cancel, nil, p.cancel)
	p.stop.Hidden = cancel == ""
	p.face = inset(14, 14, stack(10, NewHeading(title, theme.SizeNameSubHeadingText),
		NewWidth(420, p.bar), p.words, container.NewCenter(p.stop)))
	return p
}

// Show covers the window and takes the keyboard.
func (p *Progress) Show(c fyne.Canvas) {
	p.canvas, p.before = c, c.OnTypedKey()
	p.popup = widget.NewModalPopUp(p.face, c)
	p.popup.Show()
	c.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			p.cancel()
		}
	})
	if p.stop.Visible() {
		c.Focus(p.stop)
	}
}

// Set shows how far the work is, 0 to 1, and what it is doing.
func (p *Progress) Set(done float64, words string) {
	p.bar.SetValue(done)
	p.words.SetText(words)
}

func (p *Progress) cancel() {
	if p.stop.Hidden || p.stop.Disabled() {
		return
	}
	p.stop.Disable()
	if p.OnCancel != nil {
		p.OnCancel()
	}
}

// Hide uncovers the window and gives the keys back to the page.
func (p *Progress) Hide() {
	p.popup.Hide()
	p.canvas.SetOnTypedKey(p.before)
}
