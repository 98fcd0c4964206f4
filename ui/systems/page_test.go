package systems

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
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

var pictures = flag.String("pictures", "", "folder for pictures of the page")

// office is a desk with a clock that the test sets, and the page upon it.
type office struct {
	*app.Desk
	t     *testing.T
	clock time.Time
	gone  []place.Route
	told  []string
}

func newOffice(t *testing.T, start string) *office {
	t.Helper()
	o := &office{t: t}
	o.at(start)
	world := app.World{Folder: t.TempDir(), Now: func() time.Time { return o.clock }, Random: rand.NewChaCha8(sha256.Sum256([]byte(t.Name())))}
	v, _, err := vault.Create(app.VaultPath(world.Folder), vault.Cost{Memory: 64, Passes: 1, Threads: 1}, "kunci meja uji 2026")
	if err != nil {
		t.Fatal(err)
	}
	if o.Desk, err = app.Found(world, v, app.Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	return o
}

func (o *office) at(s string) *office {
	o.t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, time.FixedZone("WIB", 7*3600))
	if err != nil {
		o.t.Fatal(err)
	}
	o.clock = at
	return o
}

func (o *office) do(c app.Command) app.Done {
	o.t.Helper()
	done, err := o.Do(app.Order{Command: c})
	if err != nil {
		o.t.Fatalf("%s: %v", c.Do(), err)
	}
	return done
}

func (o *office) around(lang locales.Lang) place.Around {
	doors := widgets.NewTestDoors(o.clock)
	doors.Now = func() time.Time { return o.clock }
	return place.Around{Book: locales.Open(lang), Doors: doors,
		Go:   func(r place.Route) { o.gone = append(o.gone, r) },
		Tell: func(_ look.Tone, sentence string, _ *widgets.Button) { o.told = append(o.told, sentence) }}
}

// show opens the page in a window of the least size.
func (o *office) show(lang locales.Lang) (*Page, fyne.Window) {
	o.t.Helper()
	test.NewTempApp(o.t).Settings().SetTheme(look.New(look.Choice{}))
	around := o.around(lang)
	w := test.NewTempWindow(o.t, nil)
	around.Window = w
	page := New(around, o.Desk)
	w.SetContent(page.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1060, 720))
	return page, w
}

// photograph looks for missing words, and writes the window in its looks when
// pictures are asked for.
func photograph(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	for _, s := range texts(w.Content()) {
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

// texts returns every word that an object shows; what is hidden does not count.
func texts(o fyne.CanvasObject) (all []string) {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, texts(child)...)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, texts(child)...)
		}
	}
	return all
}

// registered is an office with some systems, one of them on the border.
func registered(t *testing.T) *office {
	o := newOffice(t, "2026-11-24 10:04")
	for _, c := range []app.AddSystem{
		{Name: "Sistem Informasi Administrasi Kependudukan Terpusat Kota Bekasi", Agency: "Disdukcapil", URL: "https://siak.contoh.example", Answers: "AAAAABBCCC", PersonalData: true, Vital: true},
		{Name: "Perizinan Daring", Agency: "DPMPTSP", Answers: "BBBBBBBBBC", PersonalData: true},
		{Name: "Situs Sekolah", Agency: "Disdik", Answers: "CCCCCCCCCC", Example: true},
		{Name: "Absensi Pegawai", Agency: "BKPSDM"},
	} {
		o.do(c)
	}
	for range 3 {
		o.register("Perizinan Daring")
	}
	return o
}

func (o *office) register(system app.SystemRef) app.Done {
	o.t.Helper()
	return o.do(app.RegisterIncident{ReporterName: "Petugas Loket", Description: "Layanan tidak dapat diakses", System: system, Channel: "telepon"})
}

func (o *office) system(name string) model.System {
	for _, s := range o.Systems() {
		if s.Name == name {
			return s
		}
	}
	return model.System{}
}

func TestEveryPartSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		o := registered(t)
		page, w := o.show(lang)
		for name, route := range map[string]place.Route{"list": {Part: partSystems}, "agencies": {Part: partAgencies}, "new": {Part: partNew},
			"detail": {Subject: o.system("Sistem Informasi Administrasi Kependudukan Terpusat Kota Bekasi").ID}} {
			page.Open(route)
			photograph(t, w, "systems-"+name+"-"+string(lang))
			if page.detail != nil {
				scrollDown(page.detail.content)
				photograph(t, w, "systems-"+name+"-lower-"+string(lang))
			}
		}
		page, w = newOffice(t, "2026-11-24 10:00").show(lang)
		page.Open(place.Route{Part: partSystems})
		photograph(t, w, "systems-empty-"+string(lang))
		page.askAgency(model.Agency{})
		photograph(t, w, "systems-agency-"+string(lang))
	}
}

// scrollDown shows the end of the form.
func scrollDown(o fyne.CanvasObject) {
	each(o, func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok {
			s.ScrollToBottom()
		}
	})
}
