package today

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

// morning is an office at work: something late, something new, something to close.
func morning(t *testing.T) *office {
	o := newOffice(t, "2026-11-23 08:00")
	o.do(app.AddPerson{Name: "Dewi Contoh", Phone: "0812-0000-0001", Agency: "Diskominfostandi", Example: true})
	o.do(app.AddPerson{Name: "Bagus Contoh", Agency: "Diskominfostandi", Example: true})
	o.do(app.SetDuty{Person: "Dewi Contoh", StartAt: model.At(o.clock), EndAt: model.At(o.clock.Add(48 * time.Hour))})
	o.do(app.SetDuty{Person: "Bagus Contoh", StartAt: model.At(o.clock.Add(48 * time.Hour)), EndAt: model.At(o.clock.Add(72 * time.Hour))})
	if err := o.Sit("Dewi Contoh"); err != nil {
		t.Fatal(err)
	}
	late := o.register("Halaman depan situs sekolah berubah", model.Tinggi)
	paused := o.register("Layanan perizinan tidak dapat diakses oleh pemohon sejak pagi hari dan antrean menumpuk di loket", model.Rendah)
	o.escalate(late, "VII")
	o.escalate(paused, "VI")
	o.at("2026-11-23 09:00").do(app.PauseClock{Incident: paused, Reason: "menunggu-pihak-ketiga", Expected: model.At(o.clock.Add(2 * time.Hour))})
	closing := o.register("Surel pengelabuan kepada bendahara", model.Rendah)
	o.escalate(closing, "V")
	o.do(app.PassStep{Incident: closing, Step: 6, Details: app.Details{Analysis: text("Tautan palsu")}})
	o.do(app.AddAction{Incident: closing, Phase: "containment", Text: "Memblokir tautan"})
	o.do(app.PassStep{Incident: closing, Step: 7})
	o.do(app.Assign{Incident: closing, Persons: []app.PersonRef{"Dewi Contoh"}})
	o.at("2026-11-24 10:00").register("Akun aplikasi kepegawaian diambil alih", "")
	running := o.register("Server basis data lambat", model.Strategis)
	o.do(app.AnswerReporter{Incident: running, Answer: "Kami tangani"})
	o.at("2026-11-24 10:04")
	return o
}

func (o *office) register(title string, class model.Class) app.IncidentRef {
	o.t.Helper()
	done := o.do(app.RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Description: title, Title: title,
		Affected: "situs sekolah", Channel: "telepon", Class: class})
	return app.IncidentRef(done.Ticket)
}

func (o *office) escalate(ref app.IncidentRef, team string) {
	o.t.Helper()
	risk, priority, category := model.RiskMedium, model.Priority("sedang"), "WDF"
	o.do(app.PassStep{Incident: ref, Step: 2})
	o.do(app.PassStep{Incident: ref, Step: 3, Details: app.Details{Category: &category, InitialAnalysis: text("Berkas diganti")}})
	o.do(app.PassStep{Incident: ref, Step: 4, Details: app.Details{Impact: text("Layanan terganggu"), Risk: &risk, Priority: &priority}})
	o.do(app.PassStep{Incident: ref, Step: 5, Teams: []string{team}})
}

func text(s string) *string { return &s }

func TestEveryPartSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		_, w := morning(t).show(lang)
		photograph(t, w, "today-"+string(lang))
		_, w = newOffice(t, "2026-11-24 10:00").show(lang)
		photograph(t, w, "today-empty-"+string(lang))
	}
}
