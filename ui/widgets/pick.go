package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// Pick chooses one of many by typing: closed it shows what is chosen, a tap, Enter,
// Down or a letter opens the list below it, with an entry that filters.
type Pick struct {
	piece
	OnChange func(key string)
	OnAdd    func(query string)        // when set, the list ends with a line that adds
	AddWord  func(query string) string // what that line says
	Nothing  string                    // shown when nothing matches

	placeholder string
	choices     []Choice
	selected    string
	shown       *Words
	ground      *Panel
	popup       *widget.PopUp
	disabled    bool
	submit      func()
	told        func() // when it gets the keyboard
}

// keyOfAdd marks the line that adds; no real key has it.
const keyOfAdd = "\x00add"

// NewPick returns a chooser with nothing chosen.
func NewPick(placeholder string, choices []Choice) *Pick {
	p := &Pick{placeholder: placeholder, choices: choices}
	p.shown = newWords(&Words{Text: placeholder, Colour: theme.ColorNamePlaceHolder, Shorten: true})
	arrow := newIcon(look.IconDown)
	p.ground = newPanel(&Panel{Content: stretch(p.shown, arrow), Fill: theme.ColorNameInputBackground,
		Edge: theme.ColorNameInputBorder, Pad: 8, Radius: 4})
	p.start(p, p.ground)
	return p
}

// Selected returns the key of what is chosen, "" for nothing.
func (p *Pick) Selected() string { return p.selected }

// SetSelected chooses by key without calling OnChange; an unknown key chooses nothing.
func (p *Pick) SetSelected(key string) {
	p.selected, p.shown.Text, p.shown.Colour = "", p.placeholder, theme.ColorNamePlaceHolder
	for _, c := range p.choices {
		if c.Key == key && key != "" {
			p.selected, p.shown.Text, p.shown.Colour = key, c.Title, theme.ColorNameForeground
		}
	}
	p.shown.Refresh()
}

// SetChoices replaces the choices and keeps what is chosen if it is still there.
func (p *Pick) SetChoices(choices []Choice) {
	p.choices = choices
	p.SetSelected(p.selected)
}

// Disable fixes the choice.
func (p *Pick) Disable() { p.setDisabled(true) }

// Enable lets people choose again.
func (p *Pick) Enable() { p.setDisabled(false) }

func (p *Pick) setDisabled(disabled bool) {
	p.disabled = disabled
	p.ground.Fill = theme.ColorNameInputBackground
	if disabled {
		p.ground.Fill = theme.ColorNameDisabledButton
	}
	p.ground.Refresh()
}

// Open shows the list with a first query, "" for everything.
func (p *Pick) Open(query string) {
	c := canvasOf(p)
	if p.disabled || c == nil || (p.popup != nil && p.popup.Visible()) {
		return
	}
	f := newFinder(p.placeholder, p.matching, p.take, p.close)
	f.nothing = p.Nothing
	width := max(p.Size().Width, leastListWidth)
	p.popup = widget.NewPopUp(f, c)
	p.popup.ShowAtPosition(p.placeOfList(c, width))
	p.popup.Resize(fyne.NewSize(width, listHeight))
	f.entry.SetText(query)
	f.entry.CursorColumn = len([]rune(query))
	f.search()
	c.Focus(f.entry)
}

const (
	listHeight     = 300
	leastListWidth = 280
)

// placeOfList is below the field, or above it where the window ends, and never leaves
// the window at the right.
func (p *Pick) placeOfList(c fyne.Canvas, width float32) fyne.Position {
	field := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	at := fyne.NewPos(max(0, min(field.X, c.Size().Width-width-4)), field.Y+p.Size().Height+2)
	if at.Y+listHeight > c.Size().Height && field.Y > listHeight {
		at.Y = field.Y - listHeight - 2
	}
	return at
}

func (p *Pick) matching(query string) []Choice {
	found := Matching(p.choices, query)
	if p.OnAdd != nil && p.AddWord != nil {
		found = append(found[:min(len(found), mostFound-1)], Choice{Key: keyOfAdd, Title: p.AddWord(query), Subtitle: query, Icon: look.IconAdd})
	}
	return found
}

func (p *Pick) take(c Choice) {
	query := c.Subtitle
	p.close()
	if c.Key == keyOfAdd {
		p.OnAdd(query)
		return
	}
	p.SetSelected(c.Key)
	if p.OnChange != nil {
		p.OnChange(c.Key)
	}
}

func (p *Pick) close() {
	if p.popup != nil {
		p.popup.Hide()
		p.popup = nil
	}
	if c := canvasOf(p); c != nil {
		c.Focus(p)
	}
}

// Tapped opens the list.
func (p *Pick) Tapped(*fyne.PointEvent) { p.Open("") }

// Cursor shows that it can be opened.
func (p *Pick) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus.
func (p *Pick) FocusGained() {
	p.edge(look.ColorFocusEdge, 2)
	if p.told != nil {
		p.told()
	}
}

// FocusLost hides the focus.
func (p *Pick) FocusLost() { p.edge(theme.ColorNameInputBorder, 1) }

func (p *Pick) edge(name fyne.ThemeColorName, thick float32) {
	p.ground.Edge, p.ground.Thick = name, thick
	p.ground.Refresh()
}

// TypedRune opens the list with the letter typed.
func (p *Pick) TypedRune(letter rune) {
	if letter != ' ' {
		p.Open(string(letter))
	}
}

// TypedKey opens on Enter, Down and Space, and empties on Delete.
func (p *Pick) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeySpace:
		p.Tapped(nil)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if !p.disabled && p.selected != "" {
			p.SetSelected("")
			if p.OnChange != nil {
				p.OnChange("")
			}
		}
	default:
		passKey(p, key)
	}
}

// TypedShortcut submits the form on Ctrl+Enter and hands the rest on.
func (p *Pick) TypedShortcut(shortcut fyne.Shortcut) {
	if isSubmit(shortcut) && p.submit != nil {
		p.submit()
		return
	}
	passShortcut(p, shortcut)
}

func (p *Pick) onSubmit(submit func()) { p.submit = submit }

func (p *Pick) onFocus(told func()) { p.told = told }
