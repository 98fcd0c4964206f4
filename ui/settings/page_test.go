package settings_test

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
	choices "siaga/app/settings"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/settings"
	"siaga/ui/widgets"
)

var pictures = flag.String("pictures", "", "folder for pictures of the place")

var cheap = vault.Cost{Memory: 64, Passes: 1, Threads: 1}

const passphrase = "kunci meja uji 2026"

// office is a desk with the settings in a window.
type office struct {
	*app.Desk
	t      *testing.T
	folder string
	window fyne.Window
	page   *settings.Page
	chosen *choices.Settings
	looks  int
	told   []string
	answer answers
}

func newOffice(t *testing.T, lang locales.Lang, choice look.Choice) *office {
	t.Helper()
	o := &office{t: t, folder: t.TempDir()}
	now := time.Date(2026, 11, 3, 2, 0, 0, 0, time.UTC)
	world := app.World{Folder: o.folder, Now: func() time.Time { return now }, Random: rand.NewChaCha8(sha256.Sum256([]byte(t.Name())))}
	v, _, err := vault.Create(app.VaultPath(world.Folder), cheap, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if o.Desk, err = app.Found(world, v, app.Setup{Office: model.NewOffice(), Person: "Petugas Uji", DeskName: "Meja depan"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	if o.chosen, _, err = choices.Open(filepath.Join(o.folder, "settings.json")); err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look.New(choice))
	o.window = test.NewTempWindow(t, widgets.NewProse(""))
	o.window.SetPadded(false)
	around := place.Around{Book: locales.Open(lang), Window: o.window, Doors: widgets.NewTestDoors(now), Settings: o.chosen,
		Tell: func(_ look.Tone, sentence string, _ *widgets.Button) { o.told = append(o.told, sentence) }, Choose: &o.answer}
	o.page = settings.New(around, o.Desk, settings.Program{Version: "0.1.0", Folder: "/home/petugas/.local/share/siaga", Cost: cheap, OnLook: func() { o.looks++ }})
	o.window.SetContent(o.page.Content())
	o.window.Resize(fyne.NewSize(1080, 720))
	o.page.Open(place.Route{Place: place.Settings})
	return o
}

func (o *office) part(name string) *office {
	o.page.Open(place.Route{Place: place.Settings, Part: name})
	return o
}

// everything returns all that is drawn, the dialog in front first.
func (o *office) everything() (all []fyne.CanvasObject) {
	for _, front := range o.window.Canvas().Overlays().List() {
		all = append(all, seen(front)...)
	}
	return append(all, seen(o.window.Content())...)
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

func find[T any](o *office, fits func(T) bool) T {
	o.t.Helper()
	for _, object := range o.everything() {
		if wanted, ok := object.(T); ok && fits(wanted) {
			return wanted
		}
	}
	o.t.Fatalf("not shown in: %s", o.text())
	panic("unreachable")
}

func (o *office) field(id string) *widgets.Field {
	o.t.Helper()
	return find(o, func(f *widgets.Field) bool { return f.ID == id })
}

// write replaces what stands in a field.
func (o *office) write(id, text string) *office {
	o.t.Helper()
	switch input := o.field(id).Input.(type) {
	case *widgets.Entry:
		input.SetText("")
		test.Type(input, text)
	case *widgets.Span:
		input.SetText("")
		test.Type(input, text)
	case *widgets.Pick:
		input.SetSelected(text)
		if input.OnChange != nil {
			input.OnChange(text)
		}
	}
	return o
}

func (o *office) tap(word string) *office {
	o.t.Helper()
	test.Tap(find(o, func(b *widgets.Button) bool { return b.Text == word }))
	return o
}

func (o *office) text() string {
	var all []string
	for _, object := range o.everything() {
		if text, ok := object.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "|")
}

func TestTheOfficeIsSettledOnItsForm(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{})
	o.write("city", "Kota Bekasi").write("contact", "csirt@contoh.go.id\n021-555").tap("Simpan")
	if got := o.Office(); got.City != "Kota Bekasi" || got.Contact != "csirt@contoh.go.id\n021-555" {
		t.Errorf("the office says %q, %q", got.City, got.Contact)
	}
	o.write("ticketPrefix", "csirt kota").tap("Simpan")
	if mistake := o.field("ticketPrefix").Error(); !strings.Contains(mistake, "csirt kota") {
		t.Errorf("the refusal at its field: %q", mistake)
	}
	o.page.Reload()
	if typed := o.field("ticketPrefix").Input.(*widgets.Entry).Text; typed != "csirt kota" {
		t.Errorf("what was typed became %q", typed)
	}
	o.write("ticketPrefix", "TTIS").tap("Simpan")
	if got := o.Office().TicketPrefix; got != "TTIS" || o.field("ticketPrefix").Error() != "" {
		t.Errorf("prefix %q", got)
	}
	o.write("zone", "Asia/Makassar").tap("Simpan")
	if got := o.Office(); got.Zone != "Asia/Makassar" || got.ZoneName != "WITA" {
		t.Errorf("zone %s %s", got.Zone, got.ZoneName)
	}
}

func TestCategoriesAreAddedAndRetired(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("categories")
	before := len(o.Office().Categories)
	o.tap("Tambah").write("code", "iot").write("indonesian", "Perangkat pintar").write("english", "Smart devices").write("team", "VI").tap("Simpan")
	added, ok := o.Office().Category("IOT")
	if !ok || added.Team != "VI" {
		t.Fatalf("the office has %+v", added)
	}
	o.tap("Tambah").write("code", "WDF").write("indonesian", "Sekali lagi").write("english", "Again").write("team", "V").tap("Simpan")
	if !strings.Contains(o.text(), "WDF digunakan lebih dari satu kali") {
		t.Error("a code used twice is not refused in words")
	}
	o.tap("Batal")
	find(o, func(*widgets.Table[model.Category]) bool { return true }).Select("IOT")
	o.tap("Nonaktifkan")
	test.Tap(find(o, func(b *widgets.Button) bool { return b.Text == "Nonaktifkan" }))
	if _, still := o.Office().Category("IOT"); still || len(o.Office().Categories) != before {
		t.Error("the category was not retired")
	}
}

func TestTheLookHoldsAtOnce(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("look")
	o.write("language", "en").write("theme", "dark")
	test.Tap(find(o, func(*widgets.Check) bool { return true }))
	if c := o.chosen.Choices(); c.Language != "en" || c.Theme != choices.Dark || !c.Contrast || o.looks != 3 {
		t.Errorf("chosen %+v, dressed %d times", c, o.looks)
	}
}

func TestThePassphraseIsChanged(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("security")
	o.write("old", "bukan ini kuncinya").write("passphrase", "empat kata yang baru").write("again", "empat kata baru").tap("Ganti frasa sandi")
	if o.field("again").Error() == "" {
		t.Error("two different passphrases are taken")
	}
	o.write("again", "empat kata yang baru").tap("Ganti frasa sandi")
	if o.field("old").Error() == "" {
		t.Error("a wrong passphrase is taken")
	}
	o.write("old", passphrase).tap("Ganti frasa sandi")
	locked, err := vault.Open(app.VaultPath(o.folder))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := locked.Unlock(vault.Passphrase("empat kata yang baru")); err != nil {
		t.Errorf("the new passphrase does not open: %v", err)
	}
	o.tap("Buat kunci baru")
	key := find(o, func(e *widgets.Entry) bool { return e.TextStyle.Monospace }).Text
	if locked, err = vault.Open(app.VaultPath(o.folder)); err != nil {
		t.Fatal(err)
	}
	if _, err := locked.Unlock(vault.Recovery(key)); err != nil {
		t.Errorf("the key that was shown does not open: %v", err)
	}
}

func TestTheDataIsCheckedAndRebuilt(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("data").tap("Periksa data")
	if !strings.Contains(o.text(), "Data utuh") {
		t.Error("the check does not say what it verified")
	}
	o.tap("Bangun ulang penyimpanan")
	test.Tap(find(o, func(b *widgets.Button) bool { return b.Text == "Bangun ulang penyimpanan" }))
	if !strings.Contains(o.text(), "sudah dibangun ulang") || o.Recovery() != nil {
		t.Errorf("after the rebuild: %s", o.text())
	}
}

func TestPictures(t *testing.T) {
	if *pictures == "" {
		return
	}
	for _, lang := range locales.Langs() {
		for name, choice := range map[string]look.Choice{"light": {}, "dark": {Dark: true}, "large": {Scale: 1.3}} {
			o := newOffice(t, lang, choice)
			for _, part := range []string{"office", "letterhead", "times", "categories", "letters", "look", "security", "data"} {
				o.part(part).photograph(part + "-" + string(lang) + "-" + name)
			}
			o.part("security").tap(locales.Open(lang).T("settings.recovery.new")).photograph("key-" + string(lang) + "-" + name)
		}
	}
}

func (o *office) photograph(name string) {
	o.t.Helper()
	f, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		o.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, o.window.Canvas().Capture()); err != nil {
		o.t.Fatal(err)
	}
}

func TestTheRegistrationLetterAndTheAddresseesAreSettled(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("letters")
	o.write("strFrom", "2026-11-04").tap("Simpan")
	if mistake := o.field("strFrom").Error(); !strings.Contains(mistake, "sesudah hari ini") {
		t.Errorf("a date of tomorrow is answered %q", mistake)
	}
	o.write("strFrom", "4 Agustus").tap("Simpan")
	if mistake := o.field("strFrom").Error(); !strings.Contains(mistake, "bukan tanggal") {
		t.Errorf("no date is answered %q", mistake)
	}
	o.write("strFrom", "2023-08-04").write("strYears", "tiga").tap("Simpan")
	if o.field("strYears").Error() == "" {
		t.Error("no number of years is taken")
	}
	o.write("strYears", "3").write("strNumber", "STR/12/2023").write("toLembaga", "Kepala Lembaga PDP\nmelalui\nSekretaris").tap("Simpan")
	if got := o.Office(); got.STRFrom != "2023-08-04" || got.STRYears != 3 || got.STRNumber != "STR/12/2023" || len(got.ToLembaga) != 3 {
		t.Errorf("the office says %+v", got)
	}
}
