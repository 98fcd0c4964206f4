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
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// lineNamed is the line of a list whose title begins so.
func lineNamed(t *testing.T, p *Page, list app.Queue, title string) *line {
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
	l := lineNamed(t, page, app.QueueStale, "Layanan perizinan")
	test.Tap(l.action)
	i, err := o.Incident(app.IncidentRef(l.item.Row.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, paused := i.PausedNow(); paused || len(o.Told) != 1 {
		t.Errorf("paused %v, told %v", paused, o.Told)
	}
	for key := range page.lines {
		if key.list == app.QueueStale {
			t.Error("the list still shows it")
		}
	}
}

func TestEveryLineAndFigureOpensItsThing(t *testing.T) {
	o := morning(t)
	page, _ := o.show(locales.EN)
	l := lineNamed(t, page, app.QueueFresh, "Akun aplikasi")
	test.Tap(l)
	l.ticket.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Tap(lineNamed(t, page, app.QueueClosing, "Surel").action)
	test.Tap(lineNamed(t, page, app.QueueOverdue, "Halaman").action)
	for n, want := range []struct{ title, part string }{{l.title.Text, ""}, {l.title.Text, ""},
		{"Surel pengelabuan kepada bendahara", "report"}, {"Halaman depan situs sekolah berubah", "step"}} {
		i, err := o.Incident(app.IncidentRef(o.Gone[n].Subject))
		if r := o.Gone[n]; err != nil || i.Title != want.title || r.Place != place.Incidents || r.Part != want.part {
			t.Errorf("went to %+v", r)
		}
	}
}

// A figure opens exactly the incidents that it counted.
func TestEachFigureOpensWhatItCounted(t *testing.T) {
	o := morning(t)
	page, _ := o.show(locales.EN)
	for n, story := range []struct {
		figure app.Tally
		count  int
	}{{app.TallyLate, 1}, {app.TallySoon, 1}, {app.TallyUnclassified, 1}, {app.TallyPaused, 1}, {app.TallyOpen, 5}, {app.TallyNew, 2}} {
		page.openCounted(app.Tallies[n])
		agenda := app.Plan(o.Incidents(), o.Now(), page.midnight(o.Clock), "")
		rows := o.Search(*o.Gone[n].Filter)
		if app.Tallies[n] != story.figure || agenda.Tallies[story.figure] != story.count || len(rows) != story.count {
			t.Errorf("%s: counted %d, opens %d, expected %d", story.figure, agenda.Tallies[story.figure], len(rows), story.count)
		}
	}
}

// asked is the form of the dialog that is open.
func asked(t *testing.T, w fyne.Window) (form *widgets.Form) {
	t.Helper()
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog is open")
	}
	each(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Form); ok {
			form = f
		}
	})
	return form
}

func TestANewReportIsClassifiedAndAnsweredFromHere(t *testing.T) {
	o := morning(t)
	page, w := o.show(locales.ID)
	test.Tap(lineNamed(t, page, app.QueueFresh, "Akun aplikasi").action)
	stage.Photograph(t, w, "today-classify")
	form := asked(t, w)
	test.Tap(buttonNamed(w.Canvas().Overlays().Top(), "Tetapkan klasifikasi"))
	if form.Field("class").Error() == "" {
		t.Fatal("no class was chosen, and nobody says so")
	}
	form.Field("class").Input.(*widgets.Pick).SetSelected(string(model.Tinggi))
	test.Tap(buttonNamed(w.Canvas().Overlays().Top(), "Tetapkan klasifikasi"))
	l := lineNamed(t, page, app.QueueFresh, "Akun aplikasi")
	if l.action.Text != "Jawab pelapor" || l.left.Text != "sisa 56 menit" {
		t.Fatalf("after the class: %q, %q", l.action.Text, l.left.Text)
	}
	test.Tap(l.action)
	test.Type(asked(t, w).Field("answer").Input.(fyne.Focusable), "Sedang kami periksa")
	test.Tap(buttonNamed(w.Canvas().Overlays().Top(), "Jawab pelapor"))
	if l = lineNamed(t, page, app.QueueNext, "Akun aplikasi"); l.action.Text != "Selesaikan langkah 2" || len(o.Told) != 2 {
		t.Errorf("after the answer: %q, told %v", l.action.Text, o.Told)
	}
}

func TestTheTimeLeftRunsAndTheKeyboardStays(t *testing.T) {
	o := morning(t)
	page, w := o.show(locales.ID)
	l := lineNamed(t, page, app.QueueFresh, "Akun aplikasi")
	w.Canvas().Focus(l.action)
	if l.left.Text != "sisa 6 menit" {
		t.Errorf("at first %q", l.left.Text)
	}
	page.Tick(o.Clock.Add(30 * time.Second))
	if l.left.Text != "sisa 5 menit" {
		t.Errorf("half a minute later %q", l.left.Text)
	}
	o.Clock = o.Clock.Add(2 * time.Minute)
	page.Tick(o.Clock)
	if w.Canvas().Focused() != l.action || page.clock.Text != "10.06 WIB" {
		t.Errorf("the new minute shows %q and took the keyboard away", page.clock.Text)
	}
}

func TestMissingSetUpLeadsToWhereItIsDone(t *testing.T) {
	o := newOffice(t, "2026-11-24 10:00")
	page, _ := o.show(locales.ID)
	var keys []string
	for _, s := range o.Missing() {
		keys = append(keys, s.Key)
		if doneAt[strings.TrimPrefix(s.Key, "today.setup.")].Place == "" {
			t.Errorf("%s leads nowhere", s.Key)
		}
	}
	want := []string{"today.setup.letterhead", "today.setup.contact", "today.setup.chair", "today.setup.duty", "today.setup.agencies"}
	if !slices.Equal(keys, want) {
		t.Errorf("missing: %v", keys)
	}
	words := stage.Texts(page.Content())
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

// each visits everything that an object shows.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			each(child, visit)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			each(child, visit)
		}
	}
}

func buttonNamed(o fyne.CanvasObject, word string) (found *widgets.Button) {
	each(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == word {
			found = b
		}
	})
	return found
}
