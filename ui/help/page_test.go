package help_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/locales"
	"siaga/ui/help"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

func open(t *testing.T, lang locales.Lang) (*help.Page, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Choice{}))
	w := test.NewTempWindow(t, widgets.NewProse(""))
	w.SetPadded(false)
	p := help.New(place.Around{Book: locales.Open(lang), Window: w, Doors: widgets.NewTestDoors(time.Unix(0, 0))})
	w.SetContent(p.Content())
	w.Resize(fyne.NewSize(1080, 720))
	p.Open(place.Route{Place: place.Help})
	return p, w
}

func TestF1OpensThePartOfItsPlace(t *testing.T) {
	p, w := open(t, locales.ID)
	for name, sentence := range map[place.Name]string{
		place.Today: "Halaman pertama setiap pagi", place.Incidents: "Tidak ada yang dihapus", place.People: "Jadwal piket",
		place.Systems: "Sepuluh pertanyaan", place.Papers: "Angka yang seimbang", place.Settings: "Kop naskah dinas",
		place.Help: "Telepon pertama",
	} {
		p.Open(place.Route{Place: place.Help, Part: string(name)})
		if all := strings.Join(stage.Texts(w.Content()), " "); !strings.Contains(all, sentence) {
			t.Errorf("F1 at %s does not show %q", name, sentence)
		}
	}
}

func TestAPartIsChosenFromTheList(t *testing.T) {
	p, _ := open(t, locales.EN)
	if p.Route().Part != "start" {
		t.Errorf("the manual begins with %q", p.Route().Part)
	}
	p.Open(place.Route{Part: "clocks"})
	p.Open(place.Route{})
	if p.Route().Part != "clocks" {
		t.Errorf("coming back shows %q", p.Route().Part)
	}
}

func TestPictures(t *testing.T) {
	for _, lang := range locales.Langs() {
		p, w := open(t, lang)
		for _, part := range locales.ManualParts() {
			p.Open(place.Route{Part: part})
			stage.Photograph(t, w, part+"-"+string(lang))
		}
	}
}
