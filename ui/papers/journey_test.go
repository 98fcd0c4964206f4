package papers_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

func find[T any](o *office, fits func(T) bool) T {
	o.t.Helper()
	for _, object := range seen(o.window.Content()) {
		if wanted, ok := object.(T); ok && fits(wanted) {
			return wanted
		}
	}
	o.t.Fatalf("not shown among %v", texts(o.window.Content()))
	panic("unreachable")
}

func (o *office) field(id string) *widgets.Field {
	o.t.Helper()
	return find(o, func(f *widgets.Field) bool { return f.ID == id })
}

func TestEveryNumberOnTheScreenOpensItsList(t *testing.T) {
	o := newOffice(t)
	o.october()
	page := o.open(locales.ID, look.Choice{})
	o.face("figures")
	o.shows("Saldo awal", "Saldo akhir", "Pengubahan tampilan situs", "Disdik")
	for _, object := range seen(o.window.Content()) {
		if tile, ok := object.(*widgets.Tile); ok {
			tapIn(tile)
		}
	}
	counted := map[int]bool{}
	for _, r := range o.gone {
		if r.Place != place.Incidents || r.Filter == nil {
			t.Fatalf("a number leads to %+v", r)
		}
		counted[len(r.Filter.IDs)] = true
		if found := o.Search(*r.Filter); len(found) != len(r.Filter.IDs) {
			t.Errorf("the list shows %d of the %d counted", len(found), len(r.Filter.IDs))
		}
	}
	if !counted[4] || !counted[3] || !counted[1] || len(o.gone) != 3 {
		t.Errorf("in, completed and remaining: the lists opened have %v incidents", counted)
	}
	page.Open(place.Route{Part: "2025"})
	if page.Route().Part != "2025" {
		t.Errorf("a period in the route shows %q", page.Route().Part)
	}
	o.shows("Nihil")
}

// tapIn taps what can be tapped inside an object.
func tapIn(object fyne.CanvasObject) {
	for _, inner := range seen(object) {
		if tappable, ok := inner.(fyne.Tappable); ok {
			tappable.Tapped(&fyne.PointEvent{})
		}
	}
}

func TestTheRegisterHoldsWhatWasAskedFor(t *testing.T) {
	o := newOffice(t)
	o.october()
	page := o.open(locales.ID, look.Choice{})
	page.Open(place.Route{Part: "register"})
	o.shows("4 insiden dalam register")
	class := o.field("class").Input.(*widgets.Pick)
	class.SetSelected("tinggi")
	class.OnChange("tinggi")
	o.shows("2 insiden dalam register")
	o.field("to").Input.(*widgets.When).SetValue(wib(t, "2026-10-05 00:00"))
	o.shows("1 insiden dalam register")
	o.tap("Simpan XLSX")
	o.saved("register-insiden_2026-10-01_2026-10-05.xlsx")
	entry := find(o, func(e *widgets.Typed[time.Time]) bool { return true })
	entry.SetText("kemarin dulu")
	o.tap("Simpan XLSX")
	o.saved("register-insiden_2026-10-01_2026-10-05.xlsx")
	if o.field("from").Error() == "" || entry.Text != "kemarin dulu" {
		t.Error("a day that is none is not refused at its field with the text kept")
	}
}

func TestALetterGetsItsNumber(t *testing.T) {
	o := newOffice(t)
	closed, none := o.october()
	page := o.open(locales.ID, look.Choice{})
	page.Open(place.Route{Subject: closed.ID, Part: "resolution"})
	number := o.field("number").Input.(*widgets.Entry)
	test.Type(number, "500.12/7/Diskominfostandi")
	page.Reload()
	if number.Text != "500.12/7/Diskominfostandi" {
		t.Errorf("after a change elsewhere the number typed is %q", number.Text)
	}
	o.field("date").Input.(*widgets.When).SetValue(wib(t, "2026-10-06 00:00"))
	o.tap("Catat nomor & tanggal")
	i, err := o.Incident(app.IncidentRef(closed.ID))
	if err != nil {
		t.Fatal(err)
	}
	if got := i.Papers["resolution"]; got.Number != "500.12/7/Diskominfostandi" || got.Date != model.At(wib(t, "2026-10-06 00:00")) {
		t.Errorf("recorded: %+v", got)
	}
	o.tap("Simpan PDF")
	page.Open(place.Route{Subject: none.ID, Part: "answer"})
	if number.Text != "" {
		t.Errorf("another letter begins with the number %q", number.Text)
	}
	o.tap("Catat nomor & tanggal")
	if o.field("number").Error() == "" {
		t.Error("a letter without a number is recorded")
	}
	o.tap("Simpan PDF")
	page.Open(place.Route{Subject: closed.ID, Part: "announcement"})
	find(o, func(c *widgets.Chips) bool { return slices.Equal(c.Active(), []string{"id"}) }).Toggle("en")
	o.tap("Simpan PDF")
	o.saved("laporan-penyelesaian_"+string(closed.Ticket)+".pdf", "jawaban-bukan-insiden_"+string(none.Ticket)+".pdf",
		"incident-announcement_"+string(closed.Ticket)+".pdf")
}

func TestAnEmptyOfficeSaysWhatBelongsHere(t *testing.T) {
	o := newOffice(t)
	page := o.open(locales.ID, look.Choice{})
	for part, sentence := range map[string]string{"resolution": "Pilih insiden", "answer": "bukan insiden pada langkah 4", "announcement": "teks pengumuman", "register": "Tidak ada insiden"} {
		page.Open(place.Route{Part: part})
		o.shows(sentence)
	}
}
