package welcome_test

import (
	"crypto/sha256"
	"errors"
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
	"siaga/ui/welcome"
	"siaga/ui/widgets"
)

var pictures = flag.String("pictures", "", "folder for pictures of the screens")

var now = time.Date(2026, 11, 3, 2, 0, 0, 0, time.UTC)

// front is a window with one screen, and the folder of a desk that may come.
type front struct {
	t      *testing.T
	world  app.World
	around place.Around
	window fyne.Window
	shown  []string
	desk   *app.Desk
	opened bool
	closed bool
}

func newFront(t *testing.T, lang locales.Lang, choice look.Choice) *front {
	t.Helper()
	folder := t.TempDir()
	seed := sha256.Sum256([]byte(t.Name() + filepath.Base(folder))) // two desks of one test are not the same
	f := &front{t: t, world: app.World{Folder: folder, Now: func() time.Time { return now }, Random: rand.NewChaCha8(seed)}}
	test.NewTempApp(t).Settings().SetTheme(look.New(choice))
	f.window = test.NewTempWindow(t, widgets.NewProse(""))
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(1280, 720))
	f.around = place.Around{Book: locales.Open(lang), Window: f.window, Doors: widgets.NewTestDoors(now),
		Tell: func(look.Tone, string, *widgets.Button) {},
		Files: place.Files{Folder: filepath.Join(t.TempDir(), "Dokumen"), Show: func(path string) error {
			f.shown = append(f.shown, path)
			return nil
		}}}
	t.Cleanup(func() {
		if f.desk != nil {
			f.desk.Close()
		}
	})
	return f
}

func (f *front) open() { f.opened = true }

// create makes the desk as the window would.
func (f *front) create(c welcome.Chosen, progress func(float64) bool) (made welcome.Made, err error) {
	lock := app.Lock{Passphrase: c.Passphrase, Cost: vault.Cost{Memory: 64, Passes: 1, Threads: 1}}
	if c.Unattended {
		lock.KeyFile = filepath.Join(f.world.Folder, "desk.key")
	}
	progress(0.5)
	switch c.Way {
	case welcome.Join:
		f.desk, made.Recovery, err = app.Join(f.world, lock, []string{c.File}, c.Code, nil)
	case welcome.Restore:
		f.desk, made.Recovery, err = app.Restore(f.world, lock, []string{c.File}, c.Code, nil)
	default:
		f.desk, made.Recovery, err = app.Create(f.world, lock, app.Setup{Office: c.Office, Person: c.Person, Agencies: true})
	}
	made.Office = c.Office.OfficeName
	return made, err
}

func (f *front) unlock(with vault.Credential) (err error) {
	f.desk, err = app.Unlock(f.world, with)
	return err
}

type content interface{ Content() fyne.CanvasObject }

func (f *front) show(c content) *front {
	f.window.SetContent(c.Content())
	f.window.Resize(fyne.NewSize(1280, 720))
	return f
}

func (f *front) everything() (all []fyne.CanvasObject) {
	for _, layer := range f.window.Canvas().Overlays().List() {
		all = append(all, seen(layer)...)
	}
	return append(all, seen(f.window.Content())...)
}

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

func find[T any](f *front, fits func(T) bool) T {
	f.t.Helper()
	for _, object := range f.everything() {
		if wanted, ok := object.(T); ok && fits(wanted) {
			return wanted
		}
	}
	f.t.Fatalf("not shown in: %s", f.text())
	panic("unreachable")
}

func (f *front) field(id string) *widgets.Field {
	f.t.Helper()
	return find(f, func(field *widgets.Field) bool { return field.ID == id })
}

func (f *front) write(id, text string) *front {
	f.t.Helper()
	entry := f.field(id).Input.(*widgets.Entry)
	entry.SetText("")
	test.Type(entry, text)
	return f
}

func (f *front) tap(word string) *front {
	f.t.Helper()
	test.Tap(find(f, func(b *widgets.Button) bool { return b.Text == word }))
	return f
}

func (f *front) chip(key string) *front {
	f.t.Helper()
	find(f, func(*widgets.Chips) bool { return true }).Toggle(key)
	return f
}

// ways switches the second row of chips on the first screen.
func (f *front) ways(key string) {
	f.t.Helper()
	skipped := false
	find(f, func(c *widgets.Chips) bool {
		second := skipped
		skipped = true
		return second
	}).Toggle(key)
}

func (f *front) tick() *front {
	f.t.Helper()
	test.Tap(find(f, func(*widgets.Check) bool { return true }))
	return f
}

func (f *front) text() string {
	var all []string
	for _, object := range f.everything() {
		if text, ok := object.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, " ")
}

func (f *front) photograph(name string) *front {
	f.t.Helper()
	if *pictures == "" {
		return f
	}
	file, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		f.t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, f.window.Canvas().Capture()); err != nil {
		f.t.Fatal(err)
	}
	return f
}

func TestADeskIsSetUpAndOpenedAgain(t *testing.T) {
	f := newFront(t, locales.ID, look.Choice{})
	f.show(welcome.NewSetup(f.around, f.create, f.open)).photograph("setup-1")
	f.chip("en")
	if !strings.Contains(f.text(), "Welcome") {
		t.Error("the set-up does not speak English at once")
	}
	f.chip("id").tap("Lanjut").photograph("setup-2")
	f.write("officeName", "").tap("Lanjut")
	if f.field("officeName").Error() == "" {
		t.Error("an office without a name goes on")
	}
	f.write("officeName", "Dinas Contoh").tap("Lanjut").photograph("setup-3")
	f.tap("Kembali")
	if got := f.field("officeName").Input.(*widgets.Entry).Text; got != "Dinas Contoh" {
		t.Errorf("after going back the office is called %q", got)
	}
	f.tap("Lanjut").write("name", "Rina Contoh").tap("Lanjut").photograph("setup-4")
	f.write("passphrase", "aaaaaaaaaaaa").tap("Lanjut")
	if f.field("passphrase").Error() == "" {
		t.Error("a weak passphrase is taken")
	}
	f.write("passphrase", "empat kata yang kuat").write("again", "empat kata").tap("Lanjut")
	if f.field("again").Error() == "" {
		t.Error("two different passphrases are taken")
	}
	f.write("again", "empat kata yang kuat").tap("Lanjut").photograph("setup-5")
	f.tap("Siapkan meja").photograph("setup-6")
	f.tap("Buka Siaga")
	if f.opened {
		t.Error("goes on without the key being kept")
	}
	f.tap("Simpan halaman cetak").tick().photograph("setup-7")
	f.tap("Buka Siaga")
	if !f.opened || f.desk == nil {
		t.Fatal("the desk is not open")
	}
	if p, _ := f.desk.AtDesk(); p.Name != "Rina Contoh" || f.desk.Office().OfficeName != "Dinas Contoh" {
		t.Errorf("at the desk: %s of %s", p.Name, f.desk.Office().OfficeName)
	}
	f.opensWithThePage()
}

// opensWithThePage closes the desk and opens it with the key of the printed
// page, after a wrong passphrase.
func (f *front) opensWithThePage() {
	f.t.Helper()
	if len(f.shown) != 1 {
		f.t.Fatalf("pages shown: %v", f.shown)
	}
	page, err := os.ReadFile(f.shown[0])
	if err != nil {
		f.t.Fatal(err)
	}
	if info, _ := os.Stat(f.shown[0]); info.Mode().Perm() != 0o600 {
		f.t.Errorf("the page can be read by others: %v", info.Mode())
	}
	if err := f.desk.Close(); err != nil {
		f.t.Fatal(err)
	}
	f.opened = false
	f.show(welcome.NewUnlock(f.around, f.unlock, f.open)).photograph("unlock")
	f.write("passphrase", "bukan itu").tap("Buka")
	if f.opened || !strings.Contains(f.text(), "Frasa sandi salah") || f.field("passphrase").Input.(*widgets.Entry).Text != "bukan itu" {
		f.t.Error("a wrong passphrase is not refused with what was typed still there")
	}
	f.photograph("unlock-wrong").tap("Lupa frasa sandi? Gunakan kunci pemulihan")
	f.write("recovery", keyOn(string(page))).tap("Buka")
	if !f.opened || f.desk == nil {
		f.t.Fatalf("the key of the page does not open: %s", f.text())
	}
}

// keyOn is the longest word of the page.
func keyOn(page string) (key string) {
	for _, word := range strings.Fields(page) {
		if len(word) > len(key) {
			key = word
		}
	}
	return key
}

func TestAFailureKeepsEveryAnswer(t *testing.T) {
	f := newFront(t, locales.ID, look.Choice{})
	failed := func(welcome.Chosen, func(float64) bool) (welcome.Made, error) {
		return welcome.Made{}, errors.New("no room")
	}
	f.show(welcome.NewSetup(f.around, failed, f.open)).tap("Lanjut").write("city", "Bekasi Timur").tap("Lanjut").tap("Lanjut")
	f.write("passphrase", "empat kata yang kuat").write("again", "empat kata yang kuat").tap("Lanjut").tap("Siapkan meja")
	if !strings.Contains(f.text(), "Terjadi kesalahan") {
		t.Error("the failure is not told")
	}
	f.tap("Kembali").tap("Kembali").tap("Kembali")
	if got := f.field("city").Input.(*widgets.Entry).Text; got != "Bekasi Timur" {
		t.Errorf("the city became %q", got)
	}
}

// broken is a desk in recovery.
type broken struct {
	trouble *app.Trouble
	err     error
}

func (b *broken) Recovery() *app.Trouble      { return b.trouble }
func (b *broken) Check() (app.Checked, error) { return app.Checked{}, b.trouble.Err }
func (b *broken) Repair(tell func(uint64) bool) (uint64, error) {
	tell(400)
	if b.err == nil {
		b.trouble = nil
	}
	return 812, b.err
}

func TestADamagedDeskIsExplainedAndRepaired(t *testing.T) {
	for _, what := range []string{"journal", "store", "behind", "chain"} {
		f := newFront(t, locales.ID, look.Choice{})
		b := &broken{trouble: &app.Trouble{Key: "recovery." + what, Events: 812, Err: errors.New("broken")}}
		f.show(welcome.NewRecovery(f.around, b, f.open, func() { f.closed = true })).photograph("recovery-" + what)
		if text := f.text(); strings.Contains(text, "⟦") || !strings.Contains(text, "812") {
			t.Errorf("%s: %s", what, text)
		}
		f.tap("Tutup program").tap("Periksa lagi").tap("Pulihkan")
		test.Tap(find(f, func(b *widgets.Button) bool { return b.Text == "Pulihkan" }))
		f.tap("Buka Siaga")
		if !f.opened || !f.closed {
			t.Errorf("%s: opened %v, closed %v", what, f.opened, f.closed)
		}
	}
}

func TestWhoSitsAtTheDesk(t *testing.T) {
	f := newFront(t, locales.ID, look.Choice{})
	chosen := welcome.Chosen{Office: model.NewOffice(), Passphrase: "empat kata yang kuat", Person: "Rina Contoh"}
	if _, err := f.create(chosen, func(float64) bool { return true }); err != nil {
		t.Fatal(err)
	}
	if _, err := f.desk.Do(app.Order{Command: app.AddPerson{Name: "Budi Contoh", JobTitle: "Pelaksana"}}); err != nil {
		t.Fatal(err)
	}
	f.show(welcome.NewSitting(f.around, f.desk, f.open)).photograph("sitting")
	pick := f.field("by").Input.(*widgets.Pick)
	for _, p := range f.desk.People() {
		if p.Name == "Budi Contoh" {
			pick.SetSelected(string(p.ID))
		}
	}
	f.tap("Lanjut")
	if p, _ := f.desk.AtDesk(); p.Name != "Budi Contoh" || !f.opened {
		t.Errorf("at the desk: %s", p.Name)
	}
}
