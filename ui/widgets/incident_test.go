package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"siaga/ui/look"
)

// activities are the nine of Lampiran III, word for word.
var activities = []string{
	"Laporan insiden",
	"Laporan diterima dan dicatat",
	"Identifikasi, investigasi dan analisis awal",
	"Apakah merupakan insiden keamanan informasi?",
	"Eskalasi insiden ke tim sesuai kategori",
	"Identifikasi, investigasi dan analisis insiden",
	"Pemulihan, ulasan dan perbaikan",
	"Laporan penyelesaian insiden",
	"Menutup dan mengumumkan laporan insiden",
}

func nineSteps() []Step {
	var steps []Step
	for i, title := range activities {
		step := Step{Title: title, State: StepAhead, Word: "Belum"}
		switch {
		case i < 4:
			step = Step{Title: title, State: StepDone, Word: "Selesai", When: "9 Mei 09.4" + fmt.Sprint(i), Who: "Siti Contoh"}
		case i == 4:
			step = Step{Title: title, State: StepBlocked, Word: "Menunggu kategori", Who: "Koordinator Tim V"}
		}
		steps = append(steps, step)
	}
	return steps
}

func TestTheNineStepsFitBesideThePlacesAt1280(t *testing.T) {
	steps := NewSteps()
	tapped := -1
	steps.OnTap = func(i int) { tapped = i }
	steps.SetSteps(nineSteps())
	w := window(t, container.NewVBox(steps), 1040, 220)
	photograph(t, w, "steps")
	test.AssertObjectRendersToMarkup(t, "steps.xml", steps)
	shown := strings.Join(texts(steps), " ")
	for _, title := range activities {
		if !strings.Contains(shown, title) {
			t.Errorf("%q is cut off in %q", title, shown)
		}
	}
	if width := steps.MinSize().Width; width > 1040 {
		t.Errorf("the strip asks for %v points", width)
	}
	for i, step := range steps.box.Objects[0].(*fyne.Container).Objects {
		for _, word := range strings.Fields(activities[i]) {
			if wide := fyne.MeasureText(word, 12, fyne.TextStyle{Bold: true}).Width; wide > step.Size().Width-8 {
				t.Errorf("%q is wider than its step", word)
			}
		}
	}
	press(steps.box.Objects[0].(*fyne.Container).Objects[4].(fyne.Focusable), fyne.KeyReturn)
	if tapped != 4 {
		t.Errorf("Enter on step five gave %d", tapped)
	}
}

func TestWrappingLosesNoLetter(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.SliceOf(rapid.StringMatching(`[a-z.-]{1,30}`)).Draw(rt, "words")
		w := newWrapped(&wrapped{text: strings.Join(words, " "), size: theme.SizeNameText, width: rapid.Float32Range(10, 300).Draw(rt, "width")})
		if got := strings.Fields(strings.Join(w.lines(), " ")); !slices.Equal(got, words) {
			rt.Fatalf("%v became %v", words, got)
		}
		w.firm = true
		if got := strings.ReplaceAll(strings.Join(w.lines(), ""), " ", ""); got != strings.Join(words, "") {
			rt.Fatalf("%v became %v", words, w.lines())
		}
		for _, line := range w.lines() {
			if wide := fyne.MeasureText(line, w.points(), w.style()).Width; wide > max(w.width, w.points()) && len(line) > 1 {
				rt.Fatalf("%q is wider than %v", line, w.width)
			}
		}
	})
}

func resolution(now time.Time) ClockFace {
	due := morning.Add(8 * time.Hour)
	face := ClockFace{State: "Berjalan", Tone: look.Running, Left: "Sisa " + due.Sub(now).String(),
		Due: "Sabtu, 9 Mei 2026 pukul 17.30 WIB", Used: float64(now.Sub(morning)) / float64(8*time.Hour),
		Why: "Eskalasi 09.30 + 8 jam (Strategis, waktu kalender) = 17.30 WIB; dasar Lampiran III."}
	if now.After(due) {
		face.State, face.Tone, face.Left = "Terlewati", look.Breached, "Lewat "+now.Sub(due).String()
	}
	return face
}

func TestAClockRunsAndTurnsToBreached(t *testing.T) {
	card, late := NewClockCard("Waktu resolusi", resolution), NewClockCard("Waktu respons", resolution)
	w := window(t, inset(12, 12, Columns(card, late)), 760, 220)
	card.SetNow(morning.Add(5 * time.Hour))
	late.SetNow(morning.Add(9 * time.Hour))
	photograph(t, w, "clocks")
	test.AssertObjectRendersToMarkup(t, "clock.xml", card)
	if got := texts(card); !slices.Contains(got, "Sisa 3h0m0s") || !slices.Contains(got, "Berjalan") {
		t.Errorf("shown: %v", got)
	}
	if got := texts(late); !slices.Contains(got, "Terlewati") {
		t.Errorf("shown: %v", got)
	}
	still := morning.Add(5 * time.Hour)
	if n := testing.AllocsPerRun(20, func() { card.SetNow(still) }); n > 20 {
		t.Errorf("a tick that changes nothing allocates %v times", n)
	}
}

func TestAChronologyAndChangesAreReadable(t *testing.T) {
	line := NewTimeline()
	line.SetMoments([]Moment{
		{"9 Mei 09.30", "Siti Contoh", "Laporan diterima lewat telepon dari Dinas Pendidikan: laman pendaftaran menampilkan gambar asing.", look.IconLetter, look.Running},
		{"9 Mei 09.42", "Budi Contoh", "Kategori ditetapkan.", nil, look.Kept},
	})
	diff := NewDiff("Isian", "Sebelum", "Sesudah", []Change{{"Klasifikasi", "Tinggi", "Strategis"}, {"Sistem terdampak", "", "Sistem Pendaftaran Siswa Baru Dinas Pendidikan"}})
	w := window(t, inset(12, 12, Stacked(NewSection("Kronologi", NewQuiet("Tambah", look.IconAdd, nil), line), NewSection("Perubahan", nil, diff))), 640, 420)
	photograph(t, w, "timeline")
	if got := texts(w.Content()); !slices.Contains(got, "Kategori ditetapkan.") || !slices.Contains(got, "Strategis") {
		t.Errorf("shown: %v", got)
	}
}
