package people

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

// staffed is an office with a team, agents and a week of duty.
func staffed(t *testing.T) *office {
	o := newOffice(t, "2026-11-23 08:00")
	people := []app.AddPerson{
		{Name: "Dr. Ahmad Contoh, M.Si.", NIP: "19700101 199501 1 001", Rank: "Pembina Utama Madya (IV/d)", JobTitle: "Sekretaris Daerah"},
		{Name: "Budi Contoh", JobTitle: "Asisten Pemerintahan", Example: true},
		{Name: "Citra Contoh, S.Kom., M.T.", NIP: "19750315 200003 2 002", JobTitle: "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian", Agency: "Diskominfostandi", Phone: "0812-0000-0003", Email: "citra@contoh.example"},
		{Name: "Dewi Contoh", JobTitle: "Kepala Bidang Statistik dan Persandian", Agency: "Diskominfostandi", Phone: "0812-0000-0004"},
		{Name: "Eko Contoh", JobTitle: "Sandiman Ahli Muda", Agency: "Diskominfostandi"},
		{Name: "Fajar Contoh", JobTitle: "Pranata Komputer", Agency: "Disdik", Phone: "0812-0000-0006"},
	}
	for _, c := range people {
		o.do(c)
	}
	from := model.At(o.clock.AddDate(-1, 0, 0))
	for _, c := range []app.GiveSeat{
		{Post: "I", Person: "Dr. Ahmad Contoh, M.Si.", From: from},
		{Post: "III", Person: "Citra Contoh, S.Kom., M.T.", From: from},
		{Post: "II", Person: "Budi Contoh", Standing: model.Plt, From: from, To: model.At(o.clock.AddDate(0, 2, 0))},
		{Post: "V.koordinator", Person: "Dewi Contoh", From: from},
		{Post: "V.anggota", Person: "Eko Contoh", From: from},
		{Post: "IX", Person: "Fajar Contoh", Agency: "Disdik", From: from},
	} {
		o.do(c)
	}
	for day := range 5 {
		start := o.clock.Add(-30*time.Minute).AddDate(0, 0, day)
		person := []app.PersonRef{"Dewi Contoh", "Eko Contoh"}[day%2]
		o.do(app.SetDuty{Person: person, StartAt: model.At(start), EndAt: model.At(start.AddDate(0, 0, 1))})
	}
	return o.at("2026-11-24 10:04")
}

func TestEveryPartSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		page, w := staffed(t).show(lang)
		for _, part := range []string{"team", "post.III", "post.V", "post.IX", "duty", "people"} {
			page.Open(place.Route{Part: part})
			photograph(t, w, "people-"+part+"-"+string(lang))
		}
		page.Open(place.Route{Part: "post.V"})
		page.post.askGive("")
		photograph(t, w, "people-give-"+string(lang))
		w.Canvas().Overlays().Top().Hide()
		page.Open(place.Route{Part: "duty"})
		page.askDuty(page.roster.blocks[0].shown.cells[1][0])
		photograph(t, w, "people-dutydialog-"+string(lang))
		w.Canvas().Overlays().Top().Hide()
		page.people.ask(model.Person{}, nil)
		photograph(t, w, "people-form-"+string(lang))
		page, w = newOffice(t, "2026-11-24 10:00").show(lang)
		for _, part := range []string{"team", "post.V", "duty", "people"} {
			page.Open(place.Route{Part: part})
			photograph(t, w, "people-empty-"+part+"-"+string(lang))
		}
	}
}
