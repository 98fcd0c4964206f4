package exchange

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// visits is a keeper that visits nothing.
type visits struct {
	count  int
	at     time.Time
	failed error
}

func (v *visits) Visited() (time.Time, error) { return v.at, v.failed }

func (v *visits) Visit(then func()) {
	v.count++
	then()
}

// front is a desk's place in a window.
type front struct {
	*stage.Office
	*Page
	t      *testing.T
	window fyne.Window
	visits visits
}

func open(t *testing.T, o *stage.Office, lang locales.Lang) *front {
	f := &front{Office: o, t: t}
	f.Page, f.window = stage.Show(o, lang, func(around place.Around, d *app.Desk) *Page { return New(around, d, &f.visits) })
	return f
}

// pair is two desks of an office that have seen the same.
func pair(t *testing.T) (a, b *stage.Office) {
	return stage.Pair(t, "Ruang server lantai 2")
}

func call(o *stage.Office, title string) app.Done {
	o.T.Helper()
	return o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Description: title, Title: title, Channel: "telepon"})
}

// top is the dialog that is open, or the page.
func (f *front) top() fyne.CanvasObject {
	if top := f.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return f.window.Content()
}

func (f *front) text() string { return strings.Join(stage.Texts(f.top()), " ") }

func (f *front) says(words ...string) {
	f.t.Helper()
	for _, w := range words {
		if text := f.text(); !strings.Contains(text, w) {
			f.t.Errorf("%q is not said in: %s", w, text)
		}
	}
}

// press taps the button of a word in what is on top.
func (f *front) press(word string) {
	f.t.Helper()
	var found *widgets.Button
	each(f.top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == word && found == nil {
			found = b
		}
	})
	if found == nil {
		f.t.Fatalf("no button %q in: %s", word, f.text())
	}
	test.Tap(found)
}

// field is the field of the open dialog.
func (f *front) field(id string) (found *widgets.Field) {
	f.t.Helper()
	each(f.top(), func(o fyne.CanvasObject) {
		if field, ok := o.(*widgets.Field); ok && field.ID == id {
			found = field
		}
	})
	if found == nil {
		f.t.Fatalf("no field %q in: %s", id, f.text())
	}
	return found
}

func (f *front) pick(id, key string) {
	f.t.Helper()
	pick := f.field(id).Input.(*widgets.Pick)
	pick.SetSelected(key)
	pick.OnChange(key)
}

// each visits everything that is seen.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *widget.PopUp:
		each(o.Content, visit)
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

// asks answers the next question for a file with this path.
func (f *front) asks(path string) string {
	f.Office.Path = path
	return path
}

func TestTwoDesksExchangeThroughTheirWindows(t *testing.T) {
	a, b := pair(t)
	call(a, "Halaman depan situs sekolah berubah")
	front := open(t, a, locales.ID)
	front.says("B (Ruang server lantai 2)", "Menunggu konfirmasi")
	file := front.asks(filepath.Join(t.TempDir(), "kiriman.siaga"))
	front.press("Buat kiriman")
	front.press("Buat kiriman")
	front.says("Kiriman sudah dibuat", "untuk meja B (Ruang server lantai 2)")
	front.press("Buka folder")
	if !slices.Contains(a.Opened, filepath.Dir(file)) {
		t.Errorf("opened: %v", a.Opened)
	}
	front.press("Tutup")

	back := open(t, b, locales.ID)
	back.asks(file)
	back.press("Terima kiriman")
	back.says("Isi kiriman", "1 insiden baru", "Belum ada yang dimasukkan")
	if len(b.Incidents()) != 0 {
		t.Fatal("the preview took it in")
	}
	back.press("Masukkan")
	back.says("Kiriman sudah dimasukkan", "1 insiden baru")
	back.press("Lihat insiden baru")
	if len(b.Incidents()) != 1 || len(b.Gone) != 1 || len(b.Gone[0].Filter.IDs) != 1 {
		t.Errorf("%d incidents, gone to %v", len(b.Incidents()), b.Gone)
	}
	back.Take([]string{file})
	back.says("Tidak ada yang baru")
	back.press("Masukkan")
	back.says("sudah pernah dimasukkan")
}

func TestADroppedFileCanBeLeftAndThrownAway(t *testing.T) {
	a, b := pair(t)
	call(a, "Uji")
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	if _, err := a.Export(file, app.Export{}, nil); err != nil {
		t.Fatal(err)
	}
	f := open(t, b, locales.EN)
	f.Take([]string{file})
	f.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.says("has been received but not decided about")
	f.press("View")
	f.press("Do not take it in")
	if len(b.Received()) != 0 || len(b.Incidents()) != 0 {
		t.Errorf("inbox %v, %d incidents", b.Received(), len(b.Incidents()))
	}
	wrong := filepath.Join(t.TempDir(), "surat.pdf")
	write(t, wrong, "%PDF-1.7")
	f.Take([]string{wrong})
	f.says("cannot be taken in", "not a file sent by Siaga")
}

func TestAWaitingFileSaysWhatIsMissingAndAsksForIt(t *testing.T) {
	a, b := pair(t)
	before := t.TempDir()
	if err := os.CopyFS(before, os.DirFS(b.World.Folder)); err != nil {
		t.Fatal(err)
	}
	call(a, "Pertama")
	a.Hand(b)
	b.Hand(a) // so that the first desk believes it has arrived
	call(a, "Kedua")
	b = b.From(before)
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	if _, err := a.Export(file, app.Export{}, nil); err != nil {
		t.Fatal(err)
	}
	back := open(t, b, locales.ID)
	back.Take([]string{file})
	back.says("belum sampai di sini", "menunggu di kotak masuk")
	back.press("Masukkan")
	back.press("Selesai")
	back.says("Sebagian kiriman dari meja A")
	request := back.asks(filepath.Join(t.TempDir(), "permintaan.siaga"))
	back.press("Minta kiriman")
	back.says("Permintaan kiriman kepada meja A")
	back.press("Tutup")

	front := open(t, a, locales.ID)
	front.Take([]string{request})
	front.says("meminta catatan yang belum diterimanya")
	front.press("Masukkan")
	front.press("Selesai")
	front.says("Meminta kiriman")
	answer := filepath.Join(t.TempDir(), "jawaban.siaga")
	if _, err := a.Export(answer, app.Export{}, nil); err != nil {
		t.Fatal(err)
	}
	back.Take([]string{answer})
	back.press("Masukkan")
	back.press("Selesai")
	if x, _ := b.Exchange(); len(x.Waiting) != 0 || len(b.Incidents()) != 2 {
		t.Errorf("waiting: %v, %d incidents", x.Waiting, len(b.Incidents()))
	}
}

func TestAFileWithAPassphraseIsReadOut(t *testing.T) {
	a, b := pair(t)
	call(a, "Uji")
	f := open(t, a, locales.ID)
	file := f.asks(filepath.Join(t.TempDir(), "kiriman.siaga"))
	f.press("Buat kiriman")
	f.pick("to", toSecret)
	f.press("Buat kiriman")
	f.says("Bacakan frasa sandi")
	secret := spelled(f)
	g := open(t, b, locales.ID)
	g.Take([]string{file})
	g.says("dikunci dengan frasa sandi")
	test.Type(g.field("passphrase").Input.(fyne.Focusable), "K7QM")
	g.press("Buka")
	g.says("tidak cocok")
	g.field("passphrase").Input.(*widgets.Entry).SetText(secret)
	g.press("Buka")
	g.says("1 insiden baru")
	g.press("Masukkan")
	if len(b.Incidents()) != 1 {
		t.Error("nothing was taken in")
	}
}

// spelled is the code that the dialog shows in large letters.
func spelled(f *front) string {
	for _, text := range stage.Texts(f.top()) {
		if strings.Count(text, " – ") == 2 {
			all := stage.Texts(f.top())
			return text + all[slices.Index(all, text)+1]
		}
	}
	f.t.Fatalf("no code in: %s", f.text())
	return ""
}

func TestALargeFileTravelsInPieces(t *testing.T) {
	a, b := pair(t)
	call(a, "Uji")
	emblem := make([]byte, 200_000)
	rand.NewChaCha8([32]byte{}).Read(emblem) // does not shrink
	a.Give(app.AmendOffice{Emblem: &emblem})
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	if _, err := a.Export(file, app.Export{}, nil); err != nil {
		t.Fatal(err)
	}
	pieces, err := app.SplitFile(file, 100_000)
	if err != nil || len(pieces) != 3 {
		t.Fatalf("%v, %v", pieces, err)
	}
	f := open(t, b, locales.ID)
	f.Take(pieces[1:2])
	f.press("Masukkan")
	if len(b.Incidents()) != 1 {
		t.Error("the other pieces were not found beside it")
	}
	f.press("Selesai")
	if err := os.Remove(pieces[2]); err != nil {
		t.Fatal(err)
	}
	f.Take(pieces[:2])
	f.says("Bagian 3 dari 3 bagian belum ada")
}

func TestADeskIsInvitedComparedRenamedAndRevoked(t *testing.T) {
	a, _ := pair(t)
	f := open(t, a, locales.ID)
	f.Open(place.Route{Part: partDesks})
	f.says("Belum dicocokkan", a.Me().Fingerprint()[:5])
	f.asks(filepath.Join(t.TempDir(), "undangan.siaga"))
	f.press("Undang meja")
	f.press("Simpan undangan")
	if f.field("name").Error() == "" {
		t.Error("a desk without a name is invited")
	}
	test.Type(f.field("name").Input.(fyne.Focusable), "Meja Koordinator")
	f.press("Simpan undangan")
	f.says("Undangan untuk meja C (Meja Koordinator)", "Bacakan frasa sandi")
	spelled(f)
	f.press("Tutup")
	f.says("C (Meja Koordinator), berlaku sampai")
	f.press("Tarik kembali")
	test.Type(f.field("reason").Input.(fyne.Focusable), "Keliru")
	f.press("Tarik kembali")
	if x, _ := a.Exchange(); len(x.Invitations) != 0 {
		t.Error("the invitation still holds")
	}
	table := f.sections[2].section.(*desks).table
	table.Select(string(table.Rows()[1].Desk))
	f.press("Cocokkan sidik jari")
	test.Type(f.field("fingerprint").Input.(fyne.Focusable), "11111 22222")
	f.press("Cocok")
	if f.field("fingerprint").Error() == "" {
		t.Error("another fingerprint is found right")
	}
	f.field("fingerprint").Input.(*widgets.Entry).SetText("")
	f.press("Cocok")
	f.says("Sudah dicocokkan")
	f.press("Ubah")
	f.field("name").Input.(*widgets.Entry).SetText("Ruang arsip")
	f.press("Simpan")
	f.says("B (Ruang arsip)")
	f.press("Cabut")
	test.Type(f.field("reason").Input.(fyne.Focusable), "Komputernya hilang")
	f.press("Cabut")
	f.says("Dicabut")
}

func TestABackupIsMadeAndTested(t *testing.T) {
	a, _ := pair(t)
	f := open(t, a, locales.ID)
	f.Open(place.Route{Part: partBackup})
	f.says("Belum ada cadangan", "Tidak dipakai")
	f.asks(filepath.Join(t.TempDir(), "cadangan.siaga"))
	f.press("Buat cadangan sekarang")
	f.says("Cadangan terakhir", "Belum diuji")
	f.press("Uji sekarang")
	f.says("setiap catatan cocok")
	folder := f.asks(t.TempDir())
	f.press("Pilih folder")
	if got := f.Settings.Choices().BackupFolder; got != folder || f.visits.count != 1 {
		t.Errorf("backups go to %q after %d visits", got, f.visits.count)
	}
}

func TestAThousandIncidentsDoNotOverflow(t *testing.T) {
	a, b := pair(t)
	f := open(t, b, locales.ID)
	arrival := app.Arrival{From: a.Me(), MadeAt: a.Now(), Events: 9000, Others: map[string]app.Count{"person": {New: 12}}}
	for n := range 1000 {
		arrival.NewIncidents = append(arrival.NewIncidents, model.NewTicket("CSIRT", 2026, "A", n+1))
	}
	f.showPreview(incoming{name: "x", arrival: arrival})
	f.says("1.000 insiden baru", "dan 992 lainnya")
	if top := f.top(); top.Size().Height > 720 || top.Size().Width > 1060 {
		t.Errorf("the preview is %v", top.Size())
	}
}
