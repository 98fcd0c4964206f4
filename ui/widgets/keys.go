package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// The keyboard of the window. Ctrl is Cmd on a Mac.
var (
	KeyNewIncident = ctrl(fyne.KeyN)
	KeySearch      = ctrl(fyne.KeyF)
	KeyGoAnywhere  = ctrl(fyne.KeyK)
	KeyPaper       = ctrl(fyne.KeyP)
	KeySave        = ctrl(fyne.KeyS)
	KeySubmit      = ctrl(fyne.KeyReturn)
	KeyZoomIn      = ctrl(fyne.KeyEqual)
	KeyZoomOut     = ctrl(fyne.KeyMinus)
)

// Keys that need no second key.
const (
	KeyBack    = fyne.KeyEscape
	KeyHelp    = fyne.KeyF1
	KeyRefresh = fyne.KeyF5
)

// KeysOfPlaces are Ctrl+1 to Ctrl+9, in the order of the side bar; a digit alone
// belongs to the entry that is being typed into.
var KeysOfPlaces = [9]*desktop.CustomShortcut{
	ctrl(fyne.Key1), ctrl(fyne.Key2), ctrl(fyne.Key3),
	ctrl(fyne.Key4), ctrl(fyne.Key5), ctrl(fyne.Key6),
	ctrl(fyne.Key7), ctrl(fyne.Key8), ctrl(fyne.Key9),
}

func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// pageKeys are the plain keys that a focused piece hands on to its page or dialog.
var pageKeys = map[fyne.KeyName]bool{
	KeyBack: true, KeyHelp: true, KeyRefresh: true,
	fyne.KeyF2: true, fyne.KeyF3: true, fyne.KeyF4: true,
}

// passKey hands a key to whoever listens on the canvas, and says whether it was one to hand on.
func passKey(from fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if !pageKeys[key.Name] {
		return false
	}
	passOn(from, key)
	return true
}

func passOn(from fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := canvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

func isSubmit(shortcut fyne.Shortcut) bool {
	return shortcut.ShortcutName() == KeySubmit.ShortcutName()
}

// shortcutDoor is a canvas that can be told of a shortcut; Fyne's are.
type shortcutDoor interface {
	TypedShortcut(fyne.Shortcut)
}

func passShortcut(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if door, ok := canvasOf(from).(shortcutDoor); ok {
		door.TypedShortcut(shortcut)
	}
}

// editKeys are the shortcuts of an entry that are not Fyne's named ones: by word.
var editKeys = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyBackspace: true, fyne.KeyDelete: true,
	fyne.KeyHome: true, fyne.KeyEnd: true,
}

func belongsToEntry(shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	return !ok || editKeys[custom.KeyName]
}
