package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// Entry is Fyne's entry that hands Esc, F1 and the window's shortcuts on.
type Entry struct {
	widget.Entry
	OnKey  func(*fyne.KeyEvent) bool // asked first; true means the key was used
	OnDone func()                    // after the keyboard has left the entry
	submit func()
	told   func() // when it gets the keyboard
}

// NewEntry returns an entry for one line; the placeholder is an example, never the label.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = placeholder
	return e
}

// NewLongEntry returns an entry for several lines, at least so many high; Tab leaves it and
// Ctrl+Enter submits.
func NewLongEntry(placeholder string, lines int) *Entry {
	e := NewEntry(placeholder)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(lines)
	return e
}

// NewSecret returns an entry that hides what is typed.
func NewSecret(placeholder string) *Entry {
	e := NewEntry(placeholder)
	e.Password = true
	return e
}

// AcceptsTab says no: Tab goes to the next field, also from a long entry.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey edits, after OnKey and the page have had their keys.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	switch {
	case enter && !e.MultiLine && e.OnSubmitted == nil:
		passOn(e, key)
	case !passKey(e, key):
		e.Entry.TypedKey(key)
	}
}

// FocusGained brings the field into sight.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.told != nil {
		e.told()
	}
}

// FocusLost tells OnDone.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnDone != nil {
		e.OnDone()
	}
}

func (e *Entry) onSubmit(submit func()) { e.submit = submit }

func (e *Entry) onFocus(told func()) { e.told = told }

// TypedShortcut keeps copy, paste, undo and word moves, and hands the rest on.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	switch {
	case belongsToEntry(shortcut):
		e.Entry.TypedShortcut(shortcut)
	case isSubmit(shortcut) && e.submit != nil:
		e.submit()
	default:
		passShortcut(e, shortcut)
	}
}

// Search is an entry with a glass and a button that empties it; Esc empties it first
// and goes on to the page only when there is nothing left.
type Search struct {
	Entry
	OnSearch func(query string) // at every change
}

// NewSearch returns an empty search entry.
func NewSearch(placeholder string) *Search {
	s := &Search{}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = placeholder
	s.Icon = look.IconSearch
	s.OnKey = s.escape
	clear := NewQuiet("", look.IconClose, s.Clear)
	clear.Hide()
	s.ActionItem = clear
	s.OnChanged = func(query string) {
		clear.Hidden = query == ""
		clear.Refresh()
		if s.OnSearch != nil {
			s.OnSearch(query)
		}
	}
	return s
}

// Clear empties the entry and searches for nothing.
func (s *Search) Clear() { s.SetText("") }

func (s *Search) escape(key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyEscape || s.Text == "" {
		return false
	}
	s.Clear()
	return true
}
