package widgets

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"siaga/ui/look"
)

var wib = time.FixedZone("WIB", 7*60*60)

var morning = time.Date(2026, 5, 9, 2, 30, 0, 0, time.UTC)

func indonesian() WhenWords {
	return WhenWords{
		Months: [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
			"Agustus", "September", "Oktober", "November", "Desember"},
		Days: [7]string{"Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"},
		Now:  "Sekarang", Placeholder: "09/05/2026 09.30", Zone: wib,
		Format: func(t time.Time) string { return t.Format("02/01/2006 15.04") },
		Parse:  func(s string) (time.Time, error) { return time.ParseInLocation("02/01/2006 15.04", s, wib) },
	}
}

func systems() []Choice {
	var all []Choice
	for i, name := range []string{"Situs Pendaftaran Siswa", "Sistem Kepegawaian", "Surat Elektronik Pemerintah", "Sistem Perizinan"} {
		all = append(all, Choice{Key: fmt.Sprint(i), Title: name, Subtitle: "Dinas Contoh", Icon: look.IconSystems})
	}
	return all
}

type intake struct {
	form   *Form
	who    *Entry
	what   *Entry
	system *Pick
	when   *When
}

func newIntake(t *testing.T, width float32) (*intake, fyne.Window) {
	in := &intake{who: NewEntry("Siti Contoh"), what: NewLongEntry("", 3), system: NewPick("Pilih sistem", systems()),
		when: NewWhen(indonesian(), func() time.Time { return morning })}
	in.form = NewForm(
		NewField("who", "Pelapor", in.who).Required(),
		NewField("from", "Perangkat Daerah", NewPick("Pilih Perangkat Daerah", nil)).Required(),
		NewField("system", "Sistem terdampak", in.system).Hint("Ketik sebagian namanya."),
		NewField("at", "Diketahui pada", in.when),
		NewField("what", "Apa yang terjadi", in.what).Required().Wide(),
		NewField("call", "", NewCheck("Diterima lewat telepon", nil)),
	)
	w := window(t, container.NewVScroll(inset(16, 16, in.form)), width, 460)
	return in, w
}

func TestAFormSubmitsByCtrlEnterAndShowsMistakesAtTheirFields(t *testing.T) {
	in, w := newIntake(t, 900)
	in.form.OnSubmit = func() {
		homeless := in.form.ShowErrors(map[string]string{
			"what": "Tuliskan apa yang terjadi, cukup satu kalimat.", "elsewhere": "Lainnya."})
		if !slices.Equal(homeless, []string{"Lainnya."}) {
			t.Errorf("homeless mistakes: %v", homeless)
		}
	}
	in.form.ShowField("call", false)
	if slices.Contains(texts(in.form), "Diterima lewat telepon") {
		t.Error("a hidden field is still shown")
	}
	in.form.ShowField("call", true)
	in.form.FocusFirst()
	if w.Canvas().Focused() != in.who {
		t.Error("the first field does not have the keyboard")
	}
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(KeySubmit)
	if w.Canvas().Focused() != in.what {
		t.Error("the field with the mistake does not have the keyboard")
	}
	if in.form.Field("what").Error() == "" || in.form.Field("who").Error() != "" {
		t.Error("the mistake stands at the wrong field")
	}
	photograph(t, w, "form")
	test.Type(in.what, "x")
	in.form.OnSubmit = nil
	in.what.TypedShortcut(KeySubmit)
	if in.form.Field("what").Error() != "" {
		t.Error("the mistake stayed after submitting again")
	}
}

func TestANarrowFormIsOneColumnAndTabFollowsTheReadingOrder(t *testing.T) {
	in, w := newIntake(t, 480)
	photograph(t, w, "form-narrow")
	w.Canvas().FocusNext()
	order := []fyne.Focusable{w.Canvas().Focused()}
	for range 3 {
		w.Canvas().FocusNext()
		order = append(order, w.Canvas().Focused())
	}
	if order[0] != in.who || order[2] != in.system || order[3] != in.when.entry {
		t.Errorf("Tab goes %T", order)
	}
	if in.form.Field("at").Position().X != 0 {
		t.Error("a narrow form has two columns")
	}
}

func TestPickFiltersWhileTypingAndEnterTakes(t *testing.T) {
	in, w := newIntake(t, 700)
	var changed string
	in.system.OnChange = func(key string) { changed = key }
	w.Canvas().Focus(in.system)
	in.system.TypedRune('s')
	entry := w.Canvas().Focused().(*Entry)
	test.Type(entry, "istem izin")
	photograph(t, w, "pick")
	press(entry, fyne.KeyReturn)
	if changed != "3" || in.system.Selected() != "3" {
		t.Errorf("chosen %q", changed)
	}
	if w.Canvas().Focused() != in.system {
		t.Error("the keyboard did not come back")
	}
	press(in.system, fyne.KeyDown)
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyEscape)
	if in.system.Selected() != "3" {
		t.Error("Esc changed the choice")
	}
	press(in.system, fyne.KeyDelete)
	if in.system.Selected() != "" {
		t.Error("Delete did not empty the choice")
	}
}

func TestPickOffersToAddWhatIsMissing(t *testing.T) {
	in, w := newIntake(t, 700)
	added := ""
	in.system.OnAdd = func(query string) { added = query }
	in.system.AddWord = func(query string) string { return "Tambah " + query }
	in.system.Open("Laman baru")
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if added != "Laman baru" {
		t.Errorf("asked to add %q", added)
	}
}

func TestTheListOfAPickStaysInsideTheWindow(t *testing.T) {
	pick := NewPick("Pilih sistem", systems())
	w := window(t, container.NewBorder(nil, nil, nil, container.NewVBox(NewWidth(120, pick))), 640, 480)
	if right := pick.placeOfList(w.Canvas(), leastListWidth).X + leastListWidth; right > w.Canvas().Size().Width {
		t.Errorf("the list ends at %v", right)
	}
}

func TestMatchingFindsWordsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		choice := rapid.SampledFrom(systems()).Draw(rt, "choice")
		words := rapid.Permutation(strings.Fields(strings.ToUpper(choice.Title))).Draw(rt, "words")
		if !slices.Contains(Matching(systems(), strings.Join(words, " ")), choice) {
			rt.Fatalf("%v not found by %v", choice.Title, words)
		}
	})
}

func TestAnInstantIsTypedTakenOrPickedFromTheCalendar(t *testing.T) {
	in, w := newIntake(t, 900)
	test.Type(in.when.entry, "01/02/2026 23.15")
	if at, err := in.when.Value(); err != nil || !at.Equal(time.Date(2026, 2, 1, 16, 15, 0, 0, time.UTC)) {
		t.Errorf("typed %v, %v", at, err)
	}
	in.when.OpenCalendar()
	calendar := w.Canvas().Focused()
	photograph(t, w, "calendar")
	press(calendar, fyne.KeyPageDown, fyne.KeyRight, fyne.KeyReturn)
	if in.when.entry.Text != "02/03/2026 23.15" {
		t.Errorf("picked %q", in.when.entry.Text)
	}
	in.when.SetValue(morning)
	if in.when.entry.Text != "09/05/2026 09.30" {
		t.Errorf("now is %q", in.when.entry.Text)
	}
	in.when.entry.SetText("kemarin")
	if _, err := in.when.Value(); err == nil {
		t.Error("nonsense was read")
	}
}

func TestTheCalendarNeverLeavesTheMonthItTurnedTo(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		test.NewTempApp(t)
		day := rapid.IntRange(0, 4000).Draw(rt, "day")
		m := newMonth(indonesian(), morning.AddDate(0, 0, day), morning)
		want := m.at.Month()%12 + 1
		m.move(0, 1)
		if m.at.Month() != want {
			rt.Fatalf("turned to %v, not to %v", m.at.Month(), want)
		}
	})
}

func TestADurationIsTidiedWhenTheKeyboardLeaves(t *testing.T) {
	test.NewTempApp(t)
	span := NewSpan("1 jam 30 menit", time.Duration.String, func(s string) (time.Duration, error) {
		if s == "" {
			return 0, errors.New("empty")
		}
		return time.ParseDuration(s)
	})
	test.Type(span, "90m")
	span.FocusLost()
	if value, err := span.Value(); err != nil || value != 90*time.Minute || span.Text != "1h30m0s" {
		t.Errorf("%v, %v, %q", value, err, span.Text)
	}
}

func TestSearchIsEmptiedByEscapeBeforeThePageHearsIt(t *testing.T) {
	s := NewSearch("Cari")
	w := window(t, s, 300, 60)
	var heard []string
	s.OnSearch = func(q string) { heard = append(heard, q) }
	left := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { left++ })
	test.Type(s, "ab")
	press(s, fyne.KeyEscape)
	if left != 0 || !slices.Equal(heard, []string{"a", "ab", ""}) {
		t.Errorf("searched %v, page heard %d keys", heard, left)
	}
	press(s, fyne.KeyEscape)
	if left != 1 {
		t.Error("the second Esc did not reach the page")
	}
}

func TestChipsSwitchAndTellInTheirOrder(t *testing.T) {
	chips := NewChips(Chip{"open", "Terbuka", look.IconRunning, 12}, Chip{"late", "Melewati batas waktu", look.IconBreached, 3}, Chip{"mine", "Tugas saya", nil, -1})
	w := window(t, inset(10, 10, chips), 480, 60)
	var active []string
	chips.OnChange = func(keys []string) { active = keys }
	w.Canvas().Focus(chips.faces[1].surface)
	press(chips.faces[1].surface, fyne.KeySpace)
	test.Tap(chips.faces[0].surface)
	if !slices.Equal(active, []string{"open", "late"}) {
		t.Errorf("active: %v", active)
	}
	photograph(t, w, "chips")
	chips.Single = true
	chips.Toggle("mine")
	if !slices.Equal(chips.Active(), []string{"mine"}) {
		t.Errorf("single: %v", chips.Active())
	}
}

func TestThePaletteGoesAnywhere(t *testing.T) {
	w := window(t, container.NewStack(), 800, 500)
	opened := ""
	p := Palette{Placeholder: "Tiket, orang, sistem, perintah", Nothing: "Tidak ditemukan.", OnOpen: func(c Choice) { opened = c.Key },
		Find: func(q string) []Choice { return Matching(systems(), q) }}
	popup := p.Show(w.Canvas())
	entry := w.Canvas().Focused().(*Entry)
	photograph(t, w, "palette")
	press(entry, fyne.KeyDown, fyne.KeyReturn)
	if opened != "1" || popup.Visible() {
		t.Errorf("opened %q", opened)
	}
}
