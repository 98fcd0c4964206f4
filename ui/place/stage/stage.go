// Package stage is where the places are tried out: a real desk in a temporary
// folder, a clock that stands where the test sets it, a window without a
// screen. Only tests import it.
package stage

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
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

var pictures = flag.String("pictures", "", "folder for pictures of the page")

// Passphrase opens the offices of this stage.
const Passphrase = passphraseOf

// Office is a desk with a clock that the test sets, and what pages upon it asked
// for and told.
type Office struct {
	*app.Desk
	T     *testing.T
	Clock time.Time
	Gone  []place.Route
	Told  []string
	Answers
	World app.World

	vault *vault.Vault
	back  model.Event // the last one of the other desk
}

// New founds an office at an instant, such as "2026-11-24 10:04".
func New(t *testing.T, start string) *Office {
	t.Helper()
	o := &Office{T: t}
	o.At(start)
	o.World = app.World{Folder: t.TempDir(), Now: func() time.Time { return o.Clock }, Random: rand.NewChaCha8(sha256.Sum256([]byte(t.Name())))}
	v, _, err := vault.Create(app.VaultPath(o.World.Folder), vault.Cost{Memory: 64, Passes: 1, Threads: 1}, Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if o.Desk, err = app.Found(o.World, v, app.Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true}); err != nil {
		t.Fatal(err)
	}
	o.vault = v
	t.Cleanup(func() { o.Close() })
	return o
}

// At sets the clock.
func (o *Office) At(s string) *Office {
	o.T.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, time.FixedZone("WIB", 7*3600))
	if err != nil {
		o.T.Fatal(err)
	}
	o.Clock = at
	return o
}

// Give gives an order that must succeed.
func (o *Office) Give(c app.Command) app.Done {
	o.T.Helper()
	done, err := o.Do(app.Order{Command: c})
	if err != nil {
		o.T.Fatalf("%s: %v", c.Do(), err)
	}
	return done
}

func (o *Office) around(lang locales.Lang) place.Around {
	doors := widgets.NewTestDoors(o.Clock)
	doors.Now = func() time.Time { return o.Clock }
	chosen, _, err := settings.Open(filepath.Join(o.T.TempDir(), "settings.json"))
	if err != nil {
		o.T.Fatal(err)
	}
	return place.Around{Book: locales.Open(lang), Doors: doors, Settings: chosen, Choose: &o.Answers,
		Files: place.Files{Folder: o.T.TempDir(), Spill: o.T.TempDir(), Show: o.Answers.show},
		Go:    func(r place.Route) { o.Gone = append(o.Gone, r) },
		Tell:  func(_ look.Tone, sentence string, _ *widgets.Button) { o.Told = append(o.Told, sentence) }}
}

// Show opens a page in a window of the least size that a place gets.
func Show[P place.Place](o *Office, lang locales.Lang, build func(place.Around, *app.Desk) P) (P, fyne.Window) {
	o.T.Helper()
	test.NewTempApp(o.T).Settings().SetTheme(look.New(look.Choice{}))
	around := o.around(lang)
	w := test.NewTempWindow(o.T, nil)
	around.Window = w
	page := build(around, o.Desk)
	w.SetContent(page.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1060, 720))
	return page, w
}

// Photograph looks for missing words, and writes the window in its looks when
// pictures are asked for.
func Photograph(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	for _, s := range Texts(w.Content()) {
		if strings.Contains(s, "⟦") {
			t.Errorf("%s: no word for %s", name, s)
		}
	}
	if *pictures == "" {
		return
	}
	for suffix, choice := range map[string]look.Choice{"light": {}, "dark": {Dark: true}, "large": {Scale: 1.3}} {
		fyne.CurrentApp().Settings().SetTheme(look.New(choice))
		w.Content().Refresh()
		f, err := os.Create(filepath.Join(*pictures, name+"-"+suffix+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, w.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Choice{}))
}

// Texts returns every word that an object shows; what is hidden does not count.
func Texts(o fyne.CanvasObject) (all []string) {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, Texts(child)...)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, Texts(child)...)
		}
	}
	return all
}
