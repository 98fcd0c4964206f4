package papers_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	if n := o.everyNumberOpens(); n < 40 {
		t.Errorf("only %d numbers open a list", n)
	}
	o.choose("tinggi")
	o.shows("Jumlah")
	for _, r := range o.tiles() {
		for id := range r.Filter.IDs {
			if i, err := o.Incident(app.IncidentRef(id)); err != nil || i.Class != model.Tinggi {
				t.Errorf("of the class tinggi: %s, %v", i.Ticket, err)
			}
		}
	}
	o.everyNumberOpens()
	o.choose("tinggi")
	page.Open(place.Route{Part: "2025"})
	if page.Route().Part != "2025" {
		t.Errorf("a period in the route shows %q", page.Route().Part)
	}
	o.shows("Nihil")
	page.Open(place.Route{Part: "2026"})
	o.shows("Periode ini masih berjalan; angkanya dihitung sampai dengan")
	page.Open(place.Route{Part: "2028"})
	o.shows("Periode 2028 baru dimulai pada")
}

// everyNumberOpens taps whatever can be tapped: what opens a list must show
// how many incidents stand in it. It returns how many numbers that were.
func (o *office) everyNumberOpens() (numbers int) {
	o.t.Helper()
	scroll := find(o, func(s *container.Scroll) bool {
		return slices.ContainsFunc(seen(s.Content), func(c fyne.CanvasObject) bool { _, is := c.(*widgets.Tile); return is })
	})
	for _, object := range seen(scroll.Content) {
		tappable, ok := object.(fyne.Tappable)
		if !ok {
			continue
		}
		before := len(o.gone)
		tappable.Tapped(&fyne.PointEvent{})
		if len(o.gone) == before {
			continue
		}
		r := o.gone[len(o.gone)-1]
		if r.Place != place.Incidents || r.Filter == nil {
			o.t.Fatalf("a number leads to %+v", r)
		}
		n := len(r.Filter.IDs)
		if shown := texts(object); !slices.Contains(shown, strconv.Itoa(n)) || len(o.Search(*r.Filter)) != n {
			o.t.Errorf("%v opens a list of %d", shown, n)
		}
		numbers++
	}
	return numbers
}

// tiles are where the tiles lead.
func (o *office) tiles() []place.Route {
	o.t.Helper()
	o.gone = nil
	for _, object := range seen(o.window.Content()) {
		if tile, ok := object.(*widgets.Tile); ok {
			for _, inner := range seen(tile) {
				if tappable, ok := inner.(fyne.Tappable); ok {
					tappable.Tapped(&fyne.PointEvent{})
				}
			}
		}
	}
	if len(o.gone) == 0 {
		o.t.Fatal("no tile leads anywhere")
	}
	return o.gone
}

// choose switches a chip that narrows the figures.
func (o *office) choose(key string) {
	o.t.Helper()
	find(o, func(c *widgets.Chips) bool {
		before := c.Active()
		c.Toggle(key)
		return !slices.Equal(before, c.Active())
	})
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
