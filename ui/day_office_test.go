package ui

import (
	"crypto/sha256"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

const (
	passphrase = "kunci meja uji 2026"
	atTheDesk  = "Petugas Piket"
)

// found sets up a desk with a clock of its own; the seed makes its identities
// differ from those of another one.
func found(t *testing.T, seed string, now func() time.Time) (app.World, *app.Desk) {
	t.Helper()
	world := app.World{Folder: filepath.Join(t.TempDir(), "desk"), Now: now, Random: rand.NewChaCha8(sha256.Sum256([]byte(seed)))}
	lock := app.Lock{Passphrase: passphrase, Cost: vault.Cost{Memory: 64, Passes: 1, Threads: 1}}
	d, _, err := app.Create(world, lock, app.Setup{Office: model.NewOffice(), Person: atTheDesk, Agencies: true})
	if err != nil {
		t.Fatal(err)
	}
	return world, d
}

// office is the real window on a real desk, worked as a person works it.
type office struct {
	*testing.T
	*Window
	clock time.Time
}

func openOffice(t *testing.T, start time.Time) *office {
	t.Helper()
	o := &office{T: t, clock: start}
	now := func() time.Time { return o.clock.UTC() }
	world, d := found(t, "window", now)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	chosen, _, err := settings.Open(filepath.Join(t.TempDir(), "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	doors := widgets.NewTestDoors(start)
	doors.Now = now
	o.Window = Open(test.NewTempApp(t), Program{World: world, Doors: doors, Settings: chosen, Secret: passphrase,
		Files: place.Files{Folder: t.TempDir(), Spill: t.TempDir()}})
	t.Cleanup(o.close)
	return o
}

// top is the topmost thing that takes the mouse: a dialog, a menu, or the page.
func (o *office) top() fyne.CanvasObject {
	if top := o.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return o.window.Content()
}

func (o *office) asked() bool { return o.window.Canvas().Overlays().Top() != nil }

// shortcut presses Ctrl and a key. The test canvas hides the door for shortcuts
// that the real one has; it stands in the canvas inside.
func (o *office) shortcut(key fyne.Shortcut) {
	inner := reflect.ValueOf(o.window.Canvas()).Elem().FieldByName("WindowlessCanvas").Interface()
	inner.(fyne.Shortcutable).TypedShortcut(key)
}

// key presses a key that needs no second one.
func (o *office) key(name fyne.KeyName) {
	event := &fyne.KeyEvent{Name: name}
	if focused := o.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(event)
	} else if typed := o.window.Canvas().OnTypedKey(); typed != nil {
		typed(event)
	}
}

// write types into what has the keyboard.
func (o *office) write(words string) {
	for _, letter := range words {
		if letter == '\n' {
			o.key(fyne.KeyReturn)
		} else {
			o.window.Canvas().Focused().TypedRune(letter)
		}
	}
}

// find goes anywhere by the palette: some letters, and Enter.
func (o *office) find(query string) {
	o.shortcut(widgets.KeyGoAnywhere)
	o.write(query)
	o.key(fyne.KeyReturn)
}

// press taps the button of a word.
func (o *office) press(word string) {
	o.Helper()
	o.pressIn(o.top(), word)
}

func (o *office) pressIn(root fyne.CanvasObject, word string) {
	o.Helper()
	b := buttonOf(root, word)
	if b == nil {
		o.Fatalf("no button %q among %q", word, texts(root))
	}
	test.Tap(b)
}

func buttonOf(root fyne.CanvasObject, word string) (found *widgets.Button) {
	walk(root, func(c fyne.CanvasObject) {
		if b, ok := c.(*widgets.Button); ok && b.Text == word && !b.Disabled() && found == nil {
			found = b
		}
	})
	return found
}

// tap taps the innermost thing that begins with a text, and says whether there
// was one.
func (o *office) tap(text string) bool {
	found := tappableOf(o.top(), text)
	if found != nil {
		test.Tap(found)
	}
	return found != nil
}

func tappableOf(root fyne.CanvasObject, text string) (found fyne.Tappable) {
	walk(root, func(c fyne.CanvasObject) {
		if t, ok := c.(fyne.Tappable); ok && strings.HasPrefix(strings.Join(texts(c), " "), text) {
			found = t
		}
	})
	return found
}

// chip taps a chip of the page, such as a part of the place.
func (o *office) chip(word string) {
	o.Helper()
	var found fyne.Tappable
	walk(o.window.Content(), func(c fyne.CanvasObject) {
		if chips, ok := c.(*widgets.Chips); ok && found == nil {
			found = tappableOf(chips, word)
		}
	})
	if found == nil {
		o.Fatalf("no chip %q among %q", word, texts(o.top()))
	}
	test.Tap(found)
}

// rowOf is the smallest part of the window that shows a text and has a button.
func rowOf(root fyne.CanvasObject, text, button string) (found fyne.CanvasObject) {
	fewest := 0
	walk(root, func(c fyne.CanvasObject) {
		words := texts(c)
		if found != nil && len(words) >= fewest || buttonOf(c, button) == nil {
			return
		}
		if strings.Contains(strings.Join(words, " "), text) {
			found, fewest = c, len(words)
		}
	})
	return found
}

// shows says whether a sentence can be read in the topmost part of the window.
func (o *office) shows(sentence string) bool {
	return strings.Contains(strings.Join(texts(o.top()), "\n"), sentence)
}

// toTheTable presses Tab until a table has the keyboard.
func (o *office) toTheTable() {
	o.Helper()
	for range 40 {
		o.window.Canvas().FocusNext()
		if strings.Contains(reflect.TypeOf(o.window.Canvas().Focused()).String(), "tableBody") {
			return
		}
	}
	o.Fatal("Tab leads to no table")
}

// walk visits every visible object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *widget.Label, *widgets.Words:
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	}
}

// texts are the words that can be read, whole even where they are cut off.
func texts(o fyne.CanvasObject) (all []string) {
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *widgets.Words:
			all = append(all, o.Text)
		case *widget.Label:
			all = append(all, o.Text)
		}
	})
	return all
}
