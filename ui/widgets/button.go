package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button that Enter presses too, and that hands Esc and F1 on.
type Button struct {
	widget.Button
	focused bool
}

// NewButton returns an ordinary button; icon and word may each be empty, not both.
func NewButton(word string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{Button: widget.Button{Text: word, Icon: icon, OnTapped: tapped}}
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimary returns the one button of a page or dialog that does what it is for.
func NewPrimary(word string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(word, icon, tapped)
	b.Importance = widget.HighImportance
	return b
}

// NewDanger returns the button of an act that cannot be undone.
func NewDanger(word string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(word, icon, tapped)
	b.Importance = widget.DangerImportance
	return b
}

// NewQuiet returns a button without a ground, for rows and headings.
func NewQuiet(word string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(word, icon, tapped)
	b.Importance = widget.LowImportance
	return b
}

// TypedKey presses on Enter and Space.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		if !b.Disabled() && b.OnTapped != nil {
			b.OnTapped()
		}
	case !passKey(b, key):
		b.Button.TypedKey(key)
	}
}

// Check is Fyne's tick box that hands Esc and F1 on.
type Check struct {
	widget.Check
	focused bool
	submit  func()
}

// NewCheck returns a tick box with its word.
func NewCheck(word string, changed func(bool)) *Check {
	c := &Check{Check: widget.Check{Text: word, OnChanged: changed}}
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey toggles on Space.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if !passKey(c, key) {
		c.Check.TypedKey(key)
	}
}

// TypedShortcut submits the form on Ctrl+Enter and hands the rest on.
func (c *Check) TypedShortcut(shortcut fyne.Shortcut) {
	if isSubmit(shortcut) && c.submit != nil {
		c.submit()
		return
	}
	passShortcut(c, shortcut)
}

func (c *Check) onSubmit(submit func()) { c.submit = submit }
