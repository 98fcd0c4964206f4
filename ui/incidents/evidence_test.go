package incidents

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// chooser is a person who chooses one file, and saves every file under one path.
type chooser struct{ file, save string }

func (c *chooser) File(_ string, then func(string))    { then(c.file) }
func (*chooser) Folder(string, func(string))           {}
func (c *chooser) Save(_, _ string, then func(string)) { then(c.save) }

// abc is the hash value of a file with "abc" in it.
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

// withFile is an incident in whose page a person adds a file that lies on this computer.
func withFile(t *testing.T, name string) (o *office, id model.IncidentID, hand *chooser) {
	o = newOffice(t, "2026-10-05 09:12")
	folder := t.TempDir()
	hand = &chooser{filepath.Join(folder, name), filepath.Join(folder, "salinan")}
	if err := os.WriteFile(hand.file, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.around.Choose = hand
	o.openPage(o.around.Book.Lang())
	id = o.call("Halaman depan berubah")
	o.page.Open(place.Route{Subject: id, Part: "evidence"})
	return o, id, hand
}

// damage changes a byte of every content that is kept.
func (o *office) damage() {
	o.Helper()
	paths, _ := filepath.Glob(filepath.Join(o.folder, "files", "*"))
	for _, path := range paths {
		sealed, err := os.ReadFile(path)
		if err != nil {
			o.Fatal(err)
		}
		sealed[len(sealed)-3] ^= 4
		if err := os.WriteFile(path, sealed, 0o600); err != nil {
			o.Fatal(err)
		}
	}
}

// keeps is the box by which the content is kept.
func (o *office) keeps() *widgets.Check {
	o.Helper()
	var found *widgets.Check
	walk(o.field("file"), func(c fyne.CanvasObject) {
		if box, ok := c.(*widgets.Check); ok {
			found = box
		}
	})
	return found
}

func TestAFileOfEvidenceIsKeptAndSavedAgain(t *testing.T) {
	o, id, hand := withFile(t, "akses.log")
	o.press("Tambah barang bukti")
	o.press("Pilih berkas…")
	if o.text("name") != "akses.log" || o.text("sha256") != abc || !o.keeps().Checked {
		t.Errorf("name %q, hash %q, kept %v", o.text("name"), o.text("sha256"), o.keeps().Checked)
	}
	o.press("Simpan")
	if v := o.incident(id).Evidence[0]; v.File != "akses.log" || v.Size != 3 || v.SHA256 != abc || !o.desk.HasFile(v) {
		t.Fatalf("%+v", v)
	}
	if !o.shows("akses.log (3 B), tersimpan di meja ini") {
		t.Error("that it is kept is not shown")
	}
	o.press("Simpan salinan…")
	if got, err := os.ReadFile(hand.save); err != nil || string(got) != "abc" {
		t.Errorf("%q %v", got, err)
	}
}

func TestOnlyTheHashValueIsRecordedWhenNoCopyIsWanted(t *testing.T) {
	o, id, _ := withFile(t, "akses.log")
	o.press("Tambah barang bukti")
	o.press("Pilih berkas…")
	o.keeps().SetChecked(false)
	if !o.shows("Hanya nilai hash yang dicatat") {
		t.Error("what becomes of the file is not said")
	}
	o.press("Simpan")
	if v := o.incident(id).Evidence[0]; v.File != "" || v.SHA256 != abc || o.page.detail.fileButton(v) != nil {
		t.Errorf("%+v", v)
	}
}

// A refusal stays at its field, and nothing typed is lost; what cannot be read or
// kept is said at the file.
func TestAFileThatCannotBeKeptIsToldAtItsField(t *testing.T) {
	o, id, hand := withFile(t, "akses.log")
	o.press("Tambah barang bukti")
	o.press("Pilih berkas…")
	o.write("sha256", strings.Repeat("0f", 32))
	o.press("Simpan")
	if o.field("sha256").Error() == "" || o.text("name") != "akses.log" {
		t.Error("another hash value is not refused at its field")
	}
	hand.file += "x"
	o.press("Pilih berkas…")
	if o.field("file").Error() == "" || o.text("name") != "akses.log" {
		t.Error("a file that is not there is not refused at its field")
	}
	hand.file = filepath.Join(t.TempDir(), "cakram.dd")
	if err := os.WriteFile(hand.file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(hand.file, model.LargestFile+1); err != nil {
		t.Fatal(err)
	}
	o.press("Pilih berkas…")
	if o.keeps().Checked || !o.keeps().Disabled() || !o.shows("lebih besar dari 100 MB") {
		t.Error("a file that is too large is offered to be kept, or nobody says why not")
	}
	o.press("Simpan")
	if v := o.incident(id).Evidence[0]; v.File != "" || len(v.SHA256) != 64 {
		t.Errorf("%+v", v)
	}
}

func TestReadingAFileCanBeStopped(t *testing.T) {
	_, _, hand := withFile(t, "akses.log")
	_, err := readFile(hand.file, func(done, total uint64) bool { return done != 3 || total != 3 })
	if r, refused := model.AsRefusal(err); !refused || r.Key != "refuse.stopped" {
		t.Error(err)
	}
}

// Files that are dropped on an open incident become its evidence, one after the other.
func TestDroppedFilesBecomeEvidence(t *testing.T) {
	o, id, hand := withFile(t, "akses.log")
	second := filepath.Join(t.TempDir(), "kesalahan.log")
	if err := os.WriteFile(second, []byte("def"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !o.page.Collect([]string{hand.file, second}) {
		t.Fatal("the open incident does not take them")
	}
	for _, name := range []string{"akses.log", "kesalahan.log"} {
		if o.text("name") != name {
			t.Fatalf("%q stands where %s should", o.text("name"), name)
		}
		o.press("Simpan")
	}
	if i := o.incident(id); len(i.Evidence) != 2 || i.Evidence[1].File != "kesalahan.log" {
		t.Errorf("%+v", i.Evidence)
	}
	o.do(app.RejectIncident{Incident: app.IncidentRef(id), Reason: "Bukan kewenangan"})
	if !o.page.Collect([]string{second}) || len(o.told) == 0 || o.window.Canvas().Overlays().Top() != nil {
		t.Errorf("an ended incident is asked about evidence; told %q", o.told)
	}
	o.page.Back()
	if o.page.Collect([]string{second}) {
		t.Error("the list takes evidence")
	}
}

// What lies in the desk's folder is damaged: the page says that it is not here any
// more, and leads to where it is asked for.
func TestAContentThatIsNotHereIsAskedFor(t *testing.T) {
	o, id, _ := withFile(t, "akses.log")
	o.press("Tambah barang bukti")
	o.press("Pilih berkas…")
	o.press("Simpan")
	o.damage()
	o.press("Simpan salinan…")
	if told := o.told[len(o.told)-1]; !strings.Contains(told, "rusak") {
		t.Errorf("told %q", told)
	}
	if !o.shows("isinya belum ada di meja ini") || buttonOf(o.page.detail.body, "Simpan salinan…") != nil {
		t.Error("that the content is missing is not shown")
	}
	o.press("Minta isi berkas")
	if r := o.went[len(o.went)-1]; r.Place != place.Exchange || o.incident(id).ID != id {
		t.Errorf("goes to %+v", r)
	}
}
