package today

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// lineNamed is the line of a list whose title begins so.
func lineNamed(t *testing.T, p *Page, list List, title string) *line {
	t.Helper()
	for key, l := range p.lines {
		if key.list == list && strings.HasPrefix(l.title.Text, title) {
			return l
		}
	}
	t.Fatalf("no line %q in %s", title, list)
	return nil
}

func TestAPauseThatLastsTooLongIsEndedWithOneTap(t *testing.T) {
	o := morning(t)
	page, _ := o.show(locales.ID)
	l := lineNamed(t, page, Stale, "Layanan perizinan")
	test.Tap(l.action)
	i, err := o.Incident(app.IncidentRef(l.item.Row.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, paused := i.PausedNow(); paused || len(o.told) != 1 {
		t.Errorf("paused %v, told %v", paused, o.told)
	}
	for key := range page.lines {
		if key.list == Stale {
			t.Error("the list still shows it")
		}
	}
}

func TestEveryLineAndFigureOpensItsThing(t *testing.T) {
	o := morning(t)
	page, _ := o.show(locales.EN)
	l := lineNamed(t, page, Fresh, "Akun aplikasi")
	test.Tap(l)
	l.ticket.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Tap(l.action)
	for i, part := range []string{"", "", "classify"} {
		if r := o.gone[i]; r.Place != place.Incidents || r.Subject != l.item.Row.ID || r.Part != part {
			t.Errorf("went to %+v", r)
		}
	}
	page.openCounted(tallies[0])
	late := o.gone[3].Filter
	if rows := o.Search(*late); len(rows) != 1 || rows[0].Title != "Halaman depan situs sekolah berubah" {
		t.Errorf("the figure of what is late opens %d incidents", len(rows))
	}
}

func TestTheTimeLeftRunsAndTheKeyboardStays(t *testing.T) {
	o := morning(t)
	page, w := o.show(locales.ID)
	l := lineNamed(t, page, Fresh, "Akun aplikasi")
	w.Canvas().Focus(l.action)
	if l.left.Text != "sisa 6 menit" {
		t.Errorf("at first %q", l.left.Text)
	}
	page.Tick(o.clock.Add(30 * time.Second))
	if l.left.Text != "sisa 5 menit" {
		t.Errorf("half a minute later %q", l.left.Text)
	}
	o.clock = o.clock.Add(2 * time.Minute)
	page.Tick(o.clock)
	if w.Canvas().Focused() != l.action || page.clock.Text != "10.06 WIB" {
		t.Errorf("the new minute shows %q and took the keyboard away", page.clock.Text)
	}
}

func TestMissingSetUpLeadsToWhereItIsDone(t *testing.T) {
	o := newOffice(t, "2026-11-24 10:00")
	page, _ := o.show(locales.ID)
	var keys []string
	for _, g := range page.missing(model.At(o.clock)) {
		keys = append(keys, g.key)
	}
	want := []string{"today.setup.letterhead", "today.setup.contact", "today.setup.chair", "today.setup.duty", "today.setup.agencies"}
	if !slices.Equal(keys, want) {
		t.Errorf("missing: %v", keys)
	}
	words := texts(page.Content())
	for _, sentence := range []string{"Selamat pagi, Petugas Uji", "Selasa, 24 November 2026", "Tidak ada yang menunggu."} {
		if !slices.Contains(words, sentence) {
			t.Errorf("the page does not say %q", sentence)
		}
	}
}

func TestALongListIsShownInParts(t *testing.T) {
	o := newOffice(t, "2026-11-24 10:00")
	for i := range 8 {
		o.register("Laporan "+strings.Repeat("i", i+1), "")
	}
	page, _ := o.show(locales.EN)
	if len(page.lines) != linesAtFirst {
		t.Fatalf("%d lines at first", len(page.lines))
	}
	more := buttonNamed(page.lists, "Show 3 more incidents")
	test.Tap(more)
	if len(page.lines) != 8 {
		t.Errorf("%d lines after asking for more", len(page.lines))
	}
}

func buttonNamed(o fyne.CanvasObject, word string) *widgets.Button {
	switch o := o.(type) {
	case *widgets.Button:
		if o.Text == word {
			return o
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			if b := buttonNamed(child, word); b != nil {
				return b
			}
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			if b := buttonNamed(child, word); b != nil {
				return b
			}
		}
	}
	return nil
}
