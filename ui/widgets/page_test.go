package widgets

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"siaga/ui/look"
)

func samplePage(t *testing.T) (*Page, *Toasts, fyne.Window) {
	table := NewTable(func(r ticket) string { return r.number }, ticketColumns()...)
	table.SetRows(tickets(40))
	split := NewSplit(table, NewSection("Ringkasan", nil, NewProse("Pilih satu insiden.")), 0.7, nil)
	page := NewPage("Insiden", "12 terbuka, 3 melewati batas waktu", []fyne.CanvasObject{NewPrimary("Insiden baru", look.IconAdd, nil)},
		Over(Toolbar(NewSearch("Cari insiden"), NewButton("Kolom", look.IconColumns, nil)), split))
	toasts := NewToasts(func() time.Time { return morning })
	bar := NewSideBar(nine(), nil)
	bar.SetCurrent("Insiden")
	return page, toasts, window(t, container.NewStack(container.NewBorder(nil, nil, bar, nil, page), toasts), 1280, 720)
}

func TestAPageShowsBannerAndToastAndTheToastGoes(t *testing.T) {
	page, toasts, w := samplePage(t)
	page.Say(look.Warning, "Paket pertukaran tanggal 8 Mei belum dikonfirmasi oleh meja sekretariat.", NewQuiet("Buka", nil, nil))
	toasts.Say(look.Kept, "Laporan disimpan di folder dokumen.", NewQuiet("Buka folder", look.IconFolder, nil))
	photograph(t, w, "page")
	toasts.SetNow(morning.Add(toastStays / 2))
	if !slices.Contains(texts(toasts), "Buka folder") {
		t.Error("the toast went too early")
	}
	toasts.SetNow(morning.Add(toastStays))
	if len(texts(toasts)) != 0 {
		t.Error("the toast stayed")
	}
	toasts.Say(look.Kept, "Tersimpan.", nil)
	toasts.Clear()
	if len(texts(toasts)) != 0 {
		t.Error("a toast stayed when all were to go")
	}
	page.Say(look.Warning, "")
	if page.banner.Visible() {
		t.Error("the banner stayed")
	}
}

func TestADialogClosesOnEscapeAndConfirmsOnEnter(t *testing.T) {
	page, _, w := samplePage(t)
	outside := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { outside++ })
	name := NewEntry("")
	tries, closed := 0, 0
	d := &Dialog{Title: "Tambah narahubung", Primary: "Simpan", Secondary: "Batal", OnClose: func() { closed++ },
		Content: NewForm(NewField("name", "Nama", name).Required(), NewField("note", "Catatan", NewLongEntry("", 3)))}
	d.OnPrimary = func() bool {
		tries++
		if name.Text == "" {
			return d.ShowErrors(map[string]string{"name": "Tuliskan namanya.", "": "Belum dapat disimpan."})
		}
		return true
	}
	d.Show(w.Canvas())
	if w.Canvas().Focused() != name {
		t.Fatal("the first field does not have the keyboard")
	}
	press(name, fyne.KeyReturn)
	if tries != 1 || closed != 0 {
		t.Errorf("Enter tried %d times, closed %d", tries, closed)
	}
	photograph(t, w, "dialog")
	test.Type(name, "Siti Contoh")
	name.TypedShortcut(KeySubmit)
	if tries != 2 || closed != 1 {
		t.Errorf("Ctrl+Enter tried %d times, closed %d", tries, closed)
	}
	d.Show(w.Canvas())
	press(name, fyne.KeyEscape)
	if closed != 2 || outside != 0 {
		t.Errorf("Esc closed %d times and reached the page %d times", closed, outside)
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if outside != 1 || page == nil {
		t.Error("the page did not get its keys back")
	}
}

func TestAnActThatCannotBeUndoneNeedsAReason(t *testing.T) {
	_, _, w := samplePage(t)
	given := ""
	d := Confirm{Title: "Tarik insiden", Sentence: "Insiden tetap tersimpan dan ditandai ditarik.", Reason: "Alasan",
		Missing: "Tuliskan alasannya.", Primary: "Tarik", Secondary: "Batal", Danger: true, OnConfirm: func(r string) { given = r }}.Show(w.Canvas())
	d.Confirm()
	if given != "" || !slices.Contains(texts(d.popup), "Tuliskan alasannya.") {
		t.Error("an empty reason was taken")
	}
	photograph(t, w, "confirm")
	test.Type(w.Canvas().Focused(), "Laporan ganda")
	d.Confirm()
	if given != "Laporan ganda" {
		t.Errorf("reason %q", given)
	}
}

func TestLongWorkCanBeCancelledByEscape(t *testing.T) {
	_, _, w := samplePage(t)
	cancelled := 0
	p := NewProgress("Mengimpor paket", "Batalkan")
	p.OnCancel = func() { cancelled++ }
	p.Show(w.Canvas())
	p.Set(0.4, "Memeriksa tanda tangan: 120 dari 300")
	photograph(t, w, "progress")
	press(w.Canvas().Focused(), fyne.KeyEscape, fyne.KeyEscape)
	if cancelled != 1 {
		t.Errorf("cancelled %d times", cancelled)
	}
	p.Hide()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the window is still covered")
	}
}

func TestTheSplitRemembersItsRatio(t *testing.T) {
	ratio := 0.0
	split := NewSplit(NewWords("a"), NewWords("b"), 0.5, func(r float64) { ratio = r })
	window(t, split, 600, 200)
	split.SetOffset(0.3)
	if ratio != 0.3 {
		t.Errorf("ratio %v", ratio)
	}
}

func TestAnOvertakenAnswerIsDropped(t *testing.T) {
	var latest Latest
	first := latest.Ask()
	second := latest.Ask()
	if first() || !second() {
		t.Error("the older answer is still wanted")
	}
}
