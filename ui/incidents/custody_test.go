package incidents

import (
	"fmt"
	"os"
	"path/filepath"
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

// seized is an incident with a piece of evidence, shown with its evidence.
func (o *office) seized() model.IncidentID {
	o.Helper()
	id := o.call("Halaman depan berubah")
	o.do(app.AddEvidence{Incident: app.IncidentRef(id), Name: "Cakram peladen web", Location: "Ruang server",
		SHA256: strings.Repeat("0123456789abcdef", 4)})
	o.page.Open(place.Route{Subject: id, Part: "evidence"})
	return id
}

// text is what an entry of a field says.
func (o *office) text(id string) string {
	o.Helper()
	return o.field(id).Input.(*widgets.Entry).Text
}

func TestEvidenceGoesFromHandToHand(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.seized()
	if !o.shows("Belum ada serah terima") || !o.shows("Ruang server") {
		t.Error("the piece does not say where it is, and that it never changed hands")
	}
	o.clock = o.clock.Add(time.Hour)
	o.press("Catat serah terima")
	o.press("Simpan")
	if o.field("to").Error() == "" {
		t.Error("a handover without a receiver is not refused at its field")
	}
	o.write("to", "Petugas Forensik")
	o.press("Simpan")
	if o.field("purpose").Error() == "" || o.text("to") != "Petugas Forensik" {
		t.Error("a handover without a purpose is not refused at its field, or what was typed is gone")
	}
	o.write("purpose", "Penyalinan cakram")
	o.write("location", "Laboratorium")
	o.press("Simpan")
	o.press("Catat serah terima")
	if o.text("from") != "Petugas Forensik" || o.text("location") != "Laboratorium" {
		t.Errorf("from %q, location %q", o.text("from"), o.text("location"))
	}
	o.field("at").Input.(*widgets.When).SetValue(moment(t, "2026-10-05 08:00"))
	o.write("to", "Penyidik")
	o.write("purpose", "Penyidikan")
	o.press("Simpan")
	if o.field("at").Error() == "" {
		t.Error("a handover before the piece was taken is not refused at its time")
	}
	o.press("Batal")
	if i := o.incident(id); len(i.Custody) != 1 || i.CustodyOf(i.Evidence[0])[0].Location != "Laboratorium" {
		t.Fatalf("%+v", i.Custody)
	}
	for _, said := range []string{"Kini pada Petugas Forensik", "sebagaimana", "Penyalinan cakram"} {
		if !o.shows(said) {
			t.Errorf("%q is not shown", said)
		}
	}
}

func TestAHandoverIsWithdrawnAndAnEndedIncidentTakesOne(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.seized()
	ref := app.IncidentRef(id)
	row := o.incident(id).Evidence[0].Mark.String()
	o.clock = o.clock.Add(time.Hour)
	o.do(app.AddCustody{Incident: ref, Evidence: row, To: "Petugas Keliru", Purpose: "Uji"})
	withdraw := rowOf(o.page.detail.body, "Petugas Keliru", "Tarik kembali")
	buttonOf(withdraw, "Tarik kembali").OnTapped()
	o.write("reason", "Salah nama")
	o.press("Tarik kembali")
	if i := o.incident(id); len(i.Custody) != 0 || len(i.Evidence) != 1 {
		t.Fatalf("%d handovers, %d pieces", len(i.Custody), len(i.Evidence))
	}
	o.do(app.RejectIncident{Incident: ref, Reason: "Bukan kewenangan"})
	o.page.Open(place.Route{Subject: id, Part: "custody"})
	o.write("to", "Penyidik")
	o.write("purpose", "Penyidikan")
	o.press("Simpan")
	if i := o.incident(id); len(i.Custody) != 1 || !o.shows("Kini pada Penyidik") {
		t.Errorf("%+v", i.Custody)
	}
}

// Of several pieces none is chosen beforehand, and the chain of one can be folded.
func TestTheRightPieceIsHandedOver(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.seized()
	o.do(app.AddEvidence{Incident: app.IncidentRef(id), Name: "Log proksi"})
	o.page.detail.askCustody()
	o.write("to", "Petugas Forensik")
	o.write("purpose", "Penelaahan")
	o.press("Simpan")
	if said := o.field("evidence").Error(); !strings.Contains(said, "belum diisi") {
		t.Fatalf("nobody asks which piece it is: %q", said)
	}
	i := o.incident(id)
	o.choose("evidence", i.Evidence[0].Mark.String())
	if o.text("location") != i.Evidence[0].Location {
		t.Errorf("location %q", o.text("location"))
	}
	o.press("Simpan")
	fold := "Rantai penjagaan: 1 serah terima"
	o.press(fold)
	if o.shows("Penelaahan") {
		t.Error("a folded chain is shown")
	}
	o.do(app.AddNote{Incident: app.IncidentRef(id), Text: "Uji"})
	if o.shows("Penelaahan") {
		t.Error("the chain unfolds by itself")
	}
	o.press(fold)
	if !o.shows("Penelaahan") {
		t.Error("the chain does not unfold")
	}
}

func TestAHashValueIsReadAndCopied(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.seized()
	o.press("SHA-256: 01234567…89abcdef")
	if !o.shows("01234567 – 89abcdef – 01234567") {
		t.Error("the whole value is not shown")
	}
	o.press("Salin")
	if got := fyne.CurrentApp().Clipboard().Content(); got != strings.Repeat("0123456789abcdef", 4) {
		t.Errorf("copied %q", got)
	}
}

// Everything about evidence can be done without a mouse.
func TestAHandoverIsRecordedByKeyboard(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.seized()
	reach := func(word string) {
		for range 80 {
			o.window.Canvas().FocusNext()
			if b, ok := o.window.Canvas().Focused().(*widgets.Button); ok && b.Text == word {
				b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				return
			}
		}
		t.Fatalf("Tab does not lead to %q", word)
	}
	reach("Catat serah terima")
	for _, text := range []string{"", "Penyidik", "Penyidikan"} { // from whom, to whom, what for
		o.window.Canvas().FocusNext()
		test.Type(o.window.Canvas().Focused(), text)
	}
	reach("Simpan")
	if i := o.incident(id); len(i.Custody) != 1 || i.Custody[0].To != "Penyidik" || i.Custody[0].Purpose != "Penyidikan" {
		t.Fatalf("%+v", i.Custody)
	}
	reach("Rantai penjagaan: 1 serah terima")
	if o.shows("Penyidikan") {
		t.Error("Enter does not fold the chain")
	}
}

// rowOf is the smallest part with a text and a button.
func rowOf(root fyne.CanvasObject, text, button string) (found fyne.CanvasObject) {
	fewest := 0
	walk(root, func(c fyne.CanvasObject) {
		words := texts(c)
		if strings.Contains(strings.Join(words, " "), text) && buttonOf(c, button) != nil && (found == nil || len(words) < fewest) {
			found, fewest = c, len(words)
		}
	})
	return found
}

// many fills an incident with pieces that changed hands often.
func (o *office) many(pieces, handovers int, long string) model.IncidentID {
	o.Helper()
	o.still()
	defer o.follow()
	id := o.call("Halaman depan situs sekolah berubah")
	ref := app.IncidentRef(id)
	for n := range pieces {
		o.do(app.AddEvidence{Incident: ref, Name: fmt.Sprintf("Barang bukti %d %s", n+1, long), Description: "Salinan forensik cakram peladen web. " + long,
			Location: "Lemari besi ruang server lantai 2 " + long, SHA256: strings.Repeat("0123456789abcdef", 4)})
	}
	o.clock = o.clock.Add(time.Hour)
	for _, v := range o.incident(id).Evidence {
		holder := ""
		for n := range handovers {
			next := fmt.Sprintf("Petugas %d %s", n+1, long)
			o.do(app.AddCustody{Incident: ref, Evidence: v.Mark.String(), From: holder, To: next, Purpose: "Analisis forensik digital " + long, Location: "Laboratorium " + long})
			holder = next
		}
	}
	return id
}

// Of thirty pieces with ten handovers each it is seen who has them, and no chain is
// drawn that nobody asked for.
func TestManyPiecesAreFolded(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.page.Open(place.Route{Subject: o.many(30, 10, ""), Part: "evidence"})
	said := strings.Join(texts(o.page.detail.body), " ")
	if strings.Count(said, "Kini pada Petugas 10") != 30 || strings.Contains(said, "Analisis forensik") {
		t.Error(said)
	}
}

// The pictures of evidence: go test -run EvidencePictures -pictures FOLDER.
func TestEvidencePictures(t *testing.T) {
	if *pictures == "" {
		t.Log("no folder for pictures was given")
		return
	}
	o := newOffice(t, "2026-10-05 09:12")
	o.window.Resize(fyne.NewSize(1080, 720))
	long := strings.Repeat("nama yang panjang sekali ", 5) + "gambar-cakram-peladen-web.dd"
	o.around.Choose = &chooser{file: filepath.Join(t.TempDir(), strings.ReplaceAll(long, " ", "-"))}
	if err := os.WriteFile(o.around.Choose.(*chooser).file, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	few, many, extreme := o.many(2, 3, ""), o.many(30, 10, ""), o.many(2, 2, long)
	file := o.around.Choose.(*chooser).file
	o.do(app.AddEvidence{Incident: app.IncidentRef(extreme), Name: "Log yang hilang", File: file})
	o.damage()
	for row, path := range map[model.IncidentID]string{few: "akses.log", extreme: "kesalahan.log"} {
		path = filepath.Join(t.TempDir(), path)
		if err := os.WriteFile(path, []byte(strings.Repeat(path, 90000)), 0o600); err != nil {
			t.Fatal(err)
		}
		o.do(app.AddEvidence{Incident: app.IncidentRef(row), Name: "Log akses peladen web", File: path})
	}
	lost := o.incident(extreme).Evidence[2]
	o.openPage(locales.ID)
	o.page.Open(place.Route{Subject: extreme, Part: "evidence"})
	o.around.Choose.(*chooser).save = filepath.Join(t.TempDir(), "salinan")
	o.page.detail.saveFile(lost)
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		for name, id := range map[string]model.IncidentID{"few": few, "many": many, "long": extreme} {
			o.page.Open(place.Route{Subject: id, Part: "evidence"})
			o.page.detail.scroll.ScrollToOffset(fyne.NewPos(0, o.page.detail.tabs.Position().Y))
			o.photograph("evidence-" + name + "-" + string(lang))
			if name != "many" {
				o.page.detail.scroll.ScrollToBottom()
				o.photograph("evidence-" + name + "-bottom-" + string(lang))
			}
		}
		o.press(o.around.Book.T("custody.record"))
		o.photograph("custody-" + string(lang))
		o.press(o.around.Book.T("common.save"))
		o.photograph("custody-missing-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
		o.page.detail.showSum(o.incident(few).Evidence[0])
		o.photograph("evidence-sum-" + string(lang))
		o.press(o.around.Book.T("common.close"))
		o.page.detail.askEvidence()
		o.photograph("evidence-add-" + string(lang))
		o.press(o.around.Book.T("piece.choose"))
		o.photograph("evidence-chosen-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
	}
}
