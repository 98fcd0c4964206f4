package incidents

import (
	"crypto/sha256"
	"flag"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/app/demo"
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

var pictures = flag.String("pictures", "", "folder for pictures of the place in both languages, light and dark")

// office is a real desk in a temporary folder with the page in a test window.
type office struct {
	*testing.T
	desk   *app.Desk
	folder string
	clock  time.Time
	page   *Page
	window fyne.Window
	around place.Around
	still  func()        // ends following the desk
	told   []string      // what the corner said
	went   []place.Route // where the page asked to go
}

func newOffice(t *testing.T, start string) *office {
	t.Helper()
	o := &office{T: t, clock: moment(t, start)}
	folder := t.TempDir()
	o.folder = folder
	v, _, err := vault.Create(app.VaultPath(folder), vault.Cost{Memory: 64, Passes: 1, Threads: 1}, "kunci meja uji 2026")
	if err != nil {
		t.Fatal(err)
	}
	world := app.World{Folder: folder, Now: func() time.Time { return o.clock }, Random: rand.NewChaCha8(sha256.Sum256([]byte(t.Name()))), FileCost: 8}
	o.desk, err = app.Found(world, v, app.Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.desk.Close() })
	kept, _, err := settings.Open(filepath.Join(t.TempDir(), "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Choice{}))
	o.window = test.NewTempWindow(t, nil)
	o.window.SetPadded(false)
	o.window.Resize(fyne.NewSize(1080, 720))
	doors := widgets.NewTestDoors(o.clock)
	doors.Now = func() time.Time { return o.clock }
	o.around = place.Around{
		Book: locales.Open(locales.ID), Doors: doors, Window: o.window, Settings: kept,
		Go:   func(r place.Route) { o.went = append(o.went, r) },
		Tell: func(_ look.Tone, sentence string, _ *widgets.Button) { o.told = append(o.told, sentence) },
	}
	o.follow()
	o.openPage(locales.ID)
	return o
}

// openPage builds the place anew, as the window does for another language.
func (o *office) openPage(lang locales.Lang) {
	o.around.Book = locales.Open(lang)
	o.page = New(o.around, o.desk)
	o.window.SetContent(o.page.Content())
}

// follow reloads the page after every change, as the window does.
func (o *office) follow() { o.still = o.desk.OnChange(func() { o.page.Reload() }) }

// fill enters a year of a believable office.
func (o *office) fill(incidents int) {
	o.Helper()
	o.still()
	defer o.follow()
	if _, err := demo.Fill(o.desk, demo.Options{Seed: 7, Until: o.clock, Incidents: incidents}); err != nil {
		o.Fatal(err)
	}
	o.page.Reload()
}

func (o *office) do(c app.Command) app.Done {
	o.Helper()
	done, err := o.desk.Do(app.Order{Command: c})
	if err != nil {
		o.Fatalf("%s: %v", c.Do(), err)
	}
	return done
}

func (o *office) incident(id model.IncidentID) model.Incident {
	o.Helper()
	i, err := o.desk.Incident(app.IncidentRef(id))
	if err != nil {
		o.Fatal(err)
	}
	return i
}

func moment(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, time.FixedZone("WIB", 7*3600))
	if err != nil {
		t.Fatal(err)
	}
	return at.UTC()
}

// shows reports whether a text can be read anywhere in the window, dialogs too.
func (o *office) shows(text string) bool {
	all := texts(o.window.Content())
	for _, overlay := range o.window.Canvas().Overlays().List() {
		all = append(all, texts(overlay)...)
	}
	return strings.Contains(strings.Join(all, "\n"), text)
}

// press taps the button of a word, in the topmost dialog first.
func (o *office) press(word string) {
	o.Helper()
	var roots []fyne.CanvasObject
	if top := o.window.Canvas().Overlays().Top(); top != nil {
		roots = append(roots, top)
	}
	for _, root := range append(roots, o.window.Content()) {
		if b := buttonOf(root, word); b != nil {
			test.Tap(b)
			return
		}
	}
	o.Fatalf("no button %q", word)
}

func buttonOf(o fyne.CanvasObject, word string) (found *widgets.Button) {
	walk(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == word && !b.Disabled() {
			found = b
		}
	})
	return found
}

// field is the field of an ID in the topmost dialog or on the page.
func (o *office) field(id string) *widgets.Field {
	o.Helper()
	var found *widgets.Field
	look := func(c fyne.CanvasObject) {
		if f, ok := c.(*widgets.Field); ok && f.ID == id {
			found = f
		}
	}
	walk(o.window.Content(), look)
	if top := o.window.Canvas().Overlays().Top(); top != nil {
		walk(top, look)
	}
	if found == nil {
		o.Fatalf("no field %q", id)
	}
	return found
}

// write fills an entry of a field.
func (o *office) write(id, text string) {
	o.Helper()
	e, ok := o.field(id).Input.(*widgets.Entry)
	if !ok {
		o.Fatalf("field %q is no entry", id)
	}
	e.SetText("")
	test.Type(e, text)
}

func (o *office) choose(id, key string) {
	o.Helper()
	pick, ok := o.field(id).Input.(*widgets.Pick)
	if !ok {
		o.Fatalf("field %q is no chooser", id)
	}
	pick.SetSelected(key)
	if pick.OnChange != nil {
		pick.OnChange(key)
	}
	if pick.Selected() != key && key != "" {
		o.Fatalf("field %q does not offer %q", id, key)
	}
}

// walk visits every visible object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
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

func texts(o fyne.CanvasObject) (all []string) {
	walk(o, func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	})
	return all
}

// photograph writes the window in light and dark when pictures are asked for.
func (o *office) photograph(name string) {
	o.Helper()
	if *pictures == "" {
		return
	}
	for suffix, choice := range map[string]look.Choice{"light": {}, "dark": {Dark: true}} {
		fyne.CurrentApp().Settings().SetTheme(look.New(choice))
		o.window.Content().Refresh()
		f, err := os.Create(filepath.Join(*pictures, name+"-"+suffix+".png"))
		if err != nil {
			o.Fatal(err)
		}
		if err := png.Encode(f, o.window.Canvas().Capture()); err != nil {
			o.Fatal(err)
		}
		f.Close()
	}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Choice{}))
}
