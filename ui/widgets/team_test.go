package widgets

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/ui/look"
)

func TestThePostsOfLampiranIStandInTheirOrder(t *testing.T) {
	chart := NewOrgChart()
	tapped := ""
	chart.OnTap = func(key string) { tapped = key }
	team := func(n, title string) Post { return Post{n, n, title, "Dewi Contoh", "", look.Plain} }
	chart.SetPosts([]Post{
		{"I", "I", "Pengarah", "Plt. Agus Contoh", "Plt. sampai 30 Juni 2026", look.Warning}, team("II", "Penanggungjawab"), team("III", "Ketua"), {"IV", "IV", "Sekretaris", "", "Belum terisi", look.Breached},
	}, []Post{team("V", "Tim Penanggulangan dan Pemulihan Insiden"), team("VI", "Tim Penanganan Insiden Infrastruktur SPBE"), team("VII", "Tim Penanganan Insiden Aplikasi SPBE"), team("VIII", "Tim Publikasi Insiden Keamanan Informasi")},
		[]Post{{"IX", "IX", "Agen Penanganan Insiden pada Perangkat Daerah", "", "41 agen", look.Running}})
	w := window(t, inset(12, 12, chart), 1000, 560)
	photograph(t, w, "chart")
	if got := texts(chart); !slices.Contains(got, "Belum terisi") {
		t.Errorf("the vacancy is not shown: %v", got)
	}
	w.Canvas().FocusNext()
	press(w.Canvas().Focused(), fyne.KeySpace)
	if tapped != "I" {
		t.Errorf("the first post is %q", tapped)
	}
}

func TestTheDutyWeekTellsWhichCellWasTapped(t *testing.T) {
	week := NewWeek()
	day, shift := -1, -1
	week.OnTap = func(d, s int) { day, shift = d, s }
	days := []string{"Sen 4 Mei", "Sel 5 Mei", "Rab 6 Mei", "Kam 7 Mei", "Jum 8 Mei", "Sab 9 Mei", "Min 10 Mei"}
	cells := make([][]DutyCell, 7)
	for d := range cells {
		cells[d] = []DutyCell{{People: []string{"Siti Contoh", "Budi Contoh"}, Now: d == 1}, {Note: "Belum ada petugas", Tone: look.Warning}}
	}
	week.SetWeek(days, []string{"Pagi 07.30–15.30", "Malam 15.30–07.30"}, cells)
	w := window(t, inset(12, 12, week), 1000, 220)
	photograph(t, w, "week")
	line := week.box.Objects[0].(*fyne.Container).Objects[2].(*fyne.Container)
	test.Tap(line.Objects[4].(*fyne.Container).Objects[0].(*surface))
	if day != 3 || shift != 1 {
		t.Errorf("tapped day %d, shift %d", day, shift)
	}
}

func TestEveryNumberOpensTheListItCounted(t *testing.T) {
	opened := -1
	bars := []Bar{{"Pengubahan tampilan situs", 12, "12", look.Plain}, {"Akses tidak sah", 4, "4", look.Breached}, {"Perangkat lunak berbahaya", 0, "0", look.Plain}}
	months := []Bar{{"Jan", 3, "3", 0}, {"Feb", 7, "7", 0}, {"Mar", 5, "5", 0}, {"Apr", 9, "9", 0}}
	tile := NewTile("Melewati batas waktu", func() { opened = 77 })
	tile.Set("3", "+1 sejak kemarin", look.Breached)
	calm := NewTile("Insiden terbuka", nil)
	calm.Set("12", "", look.Plain)
	rows := NewBars(bars, func(i int) { opened = i })
	w := window(t, inset(12, 12, Stacked(Columns(tile, calm), Columns(NewPanel(rows), NewPanel(NewColumns(months, 120, nil))))), 860, 330)
	photograph(t, w, "charts")
	test.Tap(rows.(*fyne.Container).Objects[1].(*surface))
	if opened != 1 {
		t.Errorf("opened %d", opened)
	}
	w.Canvas().FocusNext()
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if opened != 77 {
		t.Error("the tile did not open its list")
	}
}

func nine() []Place {
	var places []Place
	for i, word := range []string{"Hari ini", "Insiden", "Layanan", "Orang & piket", "Sistem", "Rapat", "Surat & laporan", "Pertukaran", "Pengaturan"} {
		icon := []fyne.Resource{look.IconToday, look.IconIncidents, look.IconServices, look.IconPeople, look.IconSystems, look.IconMeetings, look.IconPapers, look.IconExchange, look.IconSettings}[i]
		places = append(places, Place{Key: word, Word: word, Icon: icon, Hint: fmt.Sprint(i + 1)})
	}
	return places
}

func TestThePlacesMarkWhereOneIsAndWhatWaits(t *testing.T) {
	bar := NewSideBar(nine(), NewMuted(""))
	bar.SetCurrent("Insiden")
	bar.SetBadge("Hari ini", 12)
	gone := ""
	bar.OnGo = func(key string) { gone = key }
	w := window(t, bar, 216, 420)
	photograph(t, w, "places")
	w.Canvas().FocusNext()
	press(w.Canvas().Focused(), fyne.KeyReturn)
	bar.SetCurrent("Hari ini")
	if !w.Canvas().Focused().(*surface).focused {
		t.Error("the place lost the keyboard when it became the current one")
	}
	if gone != "Hari ini" || !slices.Contains(texts(bar), "12") {
		t.Errorf("went to %q", gone)
	}
}

func TestPreviewDrawsOnlyThePagesInView(t *testing.T) {
	var drawn []int
	view := NewPageView(NewTestDoors(morning), PageWords{
		Page:   func(n, of int) string { return fmt.Sprintf("Halaman %d dari %d", n, of) },
		Failed: func(error) string { return "Halaman ini tidak dapat ditampilkan." },
	}, NewButton("Simpan", look.IconSave, nil))
	w := window(t, view, 700, 500)
	view.SetDocument(40, fyne.NewSize(595, 842), func(page int, dpi float64) (image.Image, error) {
		drawn = append(drawn, page)
		if page == 39 {
			return nil, errors.New("torn")
		}
		picture := image.NewRGBA(image.Rect(0, 0, int(dpi*8.27), int(dpi*11.69)))
		draw.Draw(picture, image.Rect(80, 80, 400, 100), image.NewUniform(color.Black), image.Point{}, draw.Src)
		return picture, nil
	})
	view.SetZoom(0.6)
	if slices.Max(drawn) > 4 {
		t.Errorf("drew %v", drawn)
	}
	photograph(t, w, "preview")
	press(view.keys, fyne.KeyEnd)
	if view.Page() != 39 || view.where.Text != "Halaman 40 dari 40" {
		t.Errorf("End leads to page %d, %q", view.Page(), view.where.Text)
	}
	if !slices.Contains(texts(view), "Halaman ini tidak dapat ditampilkan.") {
		t.Error("a page that fails does not say so")
	}
	view.keys.TypedRune('+')
	press(view.keys, fyne.KeyHome, fyne.KeyPageDown)
	if view.Page() != 1 {
		t.Errorf("Home and Page Down lead to %d", view.Page())
	}
}
