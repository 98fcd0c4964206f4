package papers_test

import (
	"crypto/sha256"
	"flag"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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
	"siaga/ui/papers"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

var pictures = flag.String("pictures", "", "folder for pictures of the place")

// office is a desk with a clock, its place in a window, and what that asked for.
type office struct {
	*app.Desk
	t      *testing.T
	clock  time.Time
	folder string
	shown  []string
	gone   []place.Route
	window fyne.Window
	page   *papers.Page
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, folder: filepath.Join(t.TempDir(), "Dokumen"), clock: wib(t, "2026-10-01 08:00")}
	world := app.World{Folder: t.TempDir(), Now: func() time.Time { return o.clock }, Random: rand.NewChaCha8(sha256.Sum256([]byte(t.Name())))}
	v, _, err := vault.Create(app.VaultPath(world.Folder), vault.Cost{Memory: 64, Passes: 1, Threads: 1}, "kunci meja uji 2026")
	if err != nil {
		t.Fatal(err)
	}
	o.Desk, err = app.Found(world, v, app.Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	return o
}

func wib(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, time.FixedZone("WIB", 7*3600))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func (o *office) at(s string) *office {
	o.t.Helper()
	o.clock = wib(o.t, s)
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

// open shows the place in a window as people see it.
func (o *office) open(lang locales.Lang, choice look.Choice) *papers.Page {
	o.t.Helper()
	test.NewTempApp(o.t).Settings().SetTheme(look.New(choice))
	o.window = test.NewTempWindow(o.t, widgets.NewProse(""))
	o.window.SetPadded(false)
	around := place.Around{
		Book: locales.Open(lang), Window: o.window,
		Doors: widgets.Doors{Later: func(f func()) { f() }, Draw: func(f func()) { f() }, Now: func() time.Time { return o.clock }},
		Go:    func(r place.Route) { o.gone = append(o.gone, r) },
		Tell:  func(look.Tone, string, *widgets.Button) {},
		Files: place.Files{Folder: o.folder, Spill: o.t.TempDir(), Show: func(path string) error {
			o.shown = append(o.shown, path)
			return nil
		}},
	}
	o.page = papers.New(around, o.Desk)
	o.window.SetContent(o.page.Content())
	o.window.Resize(fyne.NewSize(1080, 720))
	o.page.Open(place.Route{Place: place.Papers})
	return o.page
}

func (o *office) photograph(name string) {
	o.t.Helper()
	if *pictures == "" {
		return
	}
	f, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		o.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, o.window.Canvas().Capture()); err != nil {
		o.t.Fatal(err)
	}
}

// a month of work: one closed and announced in time, one late, one that was
// none, one still open.
func (o *office) october() (closed, none app.Done) {
	category, risk, priority, text := "WDF", model.RiskMedium, model.Priority("sedang"), "Halaman depan diganti"
	through := func(agency app.AgencyRef, day string, recovered string) app.Done {
		d := o.at(day + " 09:00").do(app.RegisterIncident{ReporterName: "Guru Piket", Agency: agency, Description: "Tampilan situs berubah dan memuat tautan judi daring",
			Title: "Situs menampilkan halaman judi daring", Affected: "situs sekolah", Channel: "telepon", Class: model.Tinggi})
		ref := app.IncidentRef(d.Ticket)
		o.at(day + " 09:10").do(app.PassStep{Incident: ref, Step: 2})
		o.at(day + " 09:20").do(app.PassStep{Incident: ref, Step: 3, Details: app.Details{Category: &category, InitialAnalysis: &text}})
		o.do(app.PassStep{Incident: ref, Step: 4, Details: app.Details{Impact: &text, Risk: &risk, Priority: &priority}})
		o.do(app.PassStep{Incident: ref, Step: 5, Teams: []string{"VII"}})
		o.do(app.PassStep{Incident: ref, Step: 6, Details: app.Details{Analysis: &text}})
		o.do(app.AddAction{Incident: ref, Phase: "recovery", Text: "Memulihkan dari cadangan"})
		o.at(recovered).do(app.PassStep{Incident: ref, Step: 7})
		o.do(app.PassStep{Incident: ref, Step: 8, Details: app.Details{RootCause: &text, Lessons: &text}})
		o.do(app.PassStep{Incident: ref, Step: 9, Details: app.Details{Announcement: &text}})
		return d
	}
	closed = through("Disdik", "2026-10-05", "2026-10-05 16:00")
	through("Dinkes", "2026-10-08", "2026-10-10 16:00")
	none = o.at("2026-10-12 10:00").do(app.RegisterIncident{ReporterName: "Budi Contoh", Agency: "Bapenda", Description: "Surel tidak terkirim",
		Title: "Surel tidak terkirim", Affected: "surel dinas", Channel: "surel", Class: model.Rendah})
	ref := app.IncidentRef(none.Ticket)
	o.do(app.PassStep{Incident: ref, Step: 2})
	o.do(app.PassStep{Incident: ref, Step: 3, Details: app.Details{Category: &category, InitialAnalysis: &text}})
	o.do(app.NotAnIncident{Incident: ref, Reason: "kuota surel penuh", Answer: "Kuota surel Saudara penuh."})
	o.at("2026-10-28 10:00").do(app.RegisterIncident{ReporterName: "Siti Contoh", Agency: "Disdukcapil", Description: "Layanan lambat sekali",
		Title: "Layanan antrean daring sangat lambat sejak pagi hari dan tidak dapat dibuka dari luar", Affected: "antrean daring", Channel: "whatsapp", Class: model.Strategis})
	o.at("2026-11-03 09:00")
	return closed, none
}

func TestLastMonthsReportIsSavedAndOpened(t *testing.T) {
	o := newOffice(t)
	o.october()
	page := o.open(locales.ID, look.Choice{})
	if got := page.Route().Part; got != "2026-10" {
		t.Errorf("the place begins with %q, not with last month", got)
	}
	o.tap("Simpan PDF")
	o.tap("Simpan XLSX")
	o.tap("Simpan PDF")
	o.saved("laporan-bulanan_2026-10.pdf", "laporan-bulanan_2026-10.xlsx", "laporan-bulanan_2026-10-2.pdf")
	o.tap("Buka berkas")
	o.tap("Buka folder")
	if want := []string{filepath.Join(o.folder, "laporan-bulanan_2026-10-2.pdf"), o.folder}; !slices.Equal(o.shown, want) {
		t.Errorf("shown: %v", o.shown)
	}
}

// saved checks which files lie in the person's folder, and that none is part
// of one.
func (o *office) saved(want ...string) {
	o.t.Helper()
	entries, err := os.ReadDir(o.folder)
	if err != nil {
		o.t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
		if info, _ := e.Info(); info.Size() == 0 {
			o.t.Errorf("%s is empty", e.Name())
		}
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		o.t.Errorf("saved %v, want %v", got, want)
	}
}

// buttons are the buttons that can be seen, by their word.
func (o *office) tap(word string) {
	o.t.Helper()
	for _, object := range seen(o.window.Content()) {
		if b, ok := object.(*widgets.Button); ok && b.Text == word {
			test.Tap(b)
			return
		}
	}
	o.t.Fatalf("no button %q among %v", word, texts(o.window.Content()))
}

// seen returns everything that is drawn, from the outside in.
func seen(o fyne.CanvasObject) (all []fyne.CanvasObject) {
	if !o.Visible() {
		return nil
	}
	all = append(all, o)
	switch o := o.(type) {
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, seen(child)...)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, seen(child)...)
		}
	}
	return all
}

func texts(o fyne.CanvasObject) (all []string) {
	for _, object := range seen(o) {
		if text, ok := object.(*canvas.Text); ok && text.Text != "" {
			all = append(all, text.Text)
		}
	}
	return all
}

func (o *office) shows(words ...string) {
	o.t.Helper()
	all := strings.Join(texts(o.window.Content()), " ")
	for _, w := range words {
		if !strings.Contains(all, w) {
			o.t.Errorf("%q is not shown in %s", w, all)
		}
	}
}

func TestPictures(t *testing.T) {
	if *pictures == "" {
		return
	}
	for _, lang := range locales.Langs() {
		for name, choice := range map[string]look.Choice{"light": {}, "dark": {Dark: true}, "large": {Scale: 1.3}} {
			o := newOffice(t)
			closed, none := o.october()
			page := o.open(lang, choice)
			shot := func(what string) { o.photograph(what + "-" + string(lang) + "-" + name) }
			shot("period")
			o.face("figures")
			shot("figures")
			page.Open(place.Route{Part: "2026-Q4"})
			o.window.Resize(fyne.NewSize(1080, 7200))
			shot("figures-all")
			o.window.Resize(fyne.NewSize(1080, 720))
			page.Open(place.Route{Part: "register"})
			shot("register")
			page.Open(place.Route{Subject: closed.ID, Part: "resolution"})
			shot("resolution")
			page.Open(place.Route{Subject: none.ID, Part: "answer"})
			shot("answer")
			page.Open(place.Route{Part: "announcement"})
			shot("announcement")
		}
	}
}

// face taps the chip of pages or figures.
func (o *office) face(key string) {
	o.t.Helper()
	for _, object := range seen(o.window.Content()) {
		if c, ok := object.(*widgets.Chips); ok {
			c.Toggle(key)
			if slices.Equal(c.Active(), []string{key}) {
				return
			}
			c.Toggle(key)
		}
	}
}
