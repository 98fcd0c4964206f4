package incidents

import (
	"crypto/sha256"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// saver is a person who saves every file under one path; none cancels.
type saver struct{ path string }

func (saver) File(string, func(string))   {}
func (saver) Folder(string, func(string)) {}
func (c *saver) Save(_, _ string, then func(string)) {
	if c.path != "" {
		then(c.path)
	}
}

// shareable is an incident with a label and a text that can be shared.
func (o *office) shareable(label model.TLP) model.IncidentID {
	o.Helper()
	done := o.do(app.RegisterIncident{ReporterName: "Pelapor Rahasia", Description: "Beranda situs sekolah berubah", TLP: label, Category: "WDF"})
	impact, cause := "Layanan pendaftaran berhenti dua jam; tiga ratus pendaftar harus mengulang.", "Kata sandi admin yang lemah."
	o.do(app.AmendIncident{Incident: app.IncidentRef(done.ID), Details: app.Details{Impact: &impact, RootCause: &cause}})
	o.page.Open(place.Route{Subject: done.ID})
	return done.ID
}

// tick ticks a text of a field.
func (o *office) tick(id, word string) {
	o.Helper()
	found := false
	walk(o.field(id), func(c fyne.CanvasObject) {
		if box, ok := c.(*widgets.Check); ok && box.Text == word {
			box.SetChecked(true)
			found = true
		}
	})
	if !found {
		o.Fatalf("no box %q", word)
	}
}

func TestAnIncidentIsSharedInTheWindow(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:00")
	saving := &saver{}
	o.around.Choose = saving
	o.openPage(locales.ID)
	id := o.shareable(model.TLPAmber)
	o.page.detail.askShare()
	if !o.shows("TLP:AMBER") || !o.shows("tiga ratus pendaftar") || o.shows("Pelapor Rahasia, ") {
		t.Error("the label, or the text to be read, is not shown")
	}
	o.press("Simpan berkas…")
	if !o.shows("belum disebut") && !o.shows("mengapa CSIRT penerima perlu") {
		t.Error("what is missing is not said")
	}
	o.write("to", "Kota Contoh-CSIRT")
	o.write("needToKnow", "Peladen yang sama")
	o.write("incidents.0.summary", "Penyusupan lewat panel admin")
	o.tick("incidents.0.with", "Penilaian dampak")
	o.press("Simpan berkas…") // and then cancels: what was typed stays
	saving.path = filepath.Join(t.TempDir(), "bagikan.siaga")
	o.press("Simpan berkas…")
	if !o.shows("Berkas untuk Kota Contoh-CSIRT sudah ditulis") {
		t.Fatal("the passphrase is not shown")
	}
	o.press("Tutup")
	i := o.incident(id)
	if len(i.Shares) != 1 || i.Shares[0].Fields[0] != "impact" || len(i.Shares[0].Fields) != 1 || i.Shares[0].NeedToKnow != "Peladen yang sama" {
		t.Errorf("%+v", i.Shares)
	}
	o.page.Open(place.Route{Subject: id, Part: "notices"})
	if !o.shows("Dibagikan kepada CSIRT lain") {
		t.Error("who was told is not shown")
	}
}

func TestWhatTLPForbidsIsNotAskedFor(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:00")
	o.shareable(model.TLPRed)
	o.page.detail.askShare()
	if o.window.Canvas().Overlays().Top() != nil || !strings.Contains(strings.Join(o.told, "\n"), "TLP:RED") {
		t.Errorf("%q", o.told)
	}
}

// anotherOffice is a desk of an office that has nothing to do with ours.
func anotherOffice(t *testing.T, now time.Time) *app.Desk {
	t.Helper()
	folder := t.TempDir()
	v, _, err := vault.Create(app.VaultPath(folder), vault.Cost{Memory: 64, Passes: 1, Threads: 1}, "kunci meja uji 2026")
	if err != nil {
		t.Fatal(err)
	}
	world := app.World{Folder: folder, Now: func() time.Time { return now }, Random: rand.NewChaCha8(sha256.Sum256([]byte("kota contoh"))), FileCost: 8}
	office := model.NewOffice()
	office.Team = "Kota Contoh-CSIRT"
	d, err := app.Found(world, v, app.Setup{Office: office, Person: "Petugas Lain"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// learned takes in what another office has shared.
func (o *office) learned(label model.TLP) model.IncidentID {
	o.Helper()
	from := anotherOffice(o.T, o.clock)
	done, err := from.Do(app.Order{Command: app.RegisterIncident{ReporterName: "Pelapor", Description: "uji", TLP: label, Class: model.Tinggi, Category: "WDF"}})
	if err != nil {
		o.Fatal(err)
	}
	impact := "Layanan pendaftaran berhenti dua jam; tiga ratus pendaftar harus mengulang."
	if _, err := from.Do(app.Order{Command: app.AmendIncident{Incident: app.IncidentRef(done.ID), Details: app.Details{Impact: &impact}}}); err != nil {
		o.Fatal(err)
	}
	file := filepath.Join(o.TempDir(), "bagikan.siaga")
	out, err := from.Share(file, app.ShareOut{To: "BekasiKota-CSIRT", NeedToKnow: "Peladen yang sama", Incidents: []app.Telling{{
		Incident: app.IncidentRef(done.ID), Summary: "Penyusupan lewat panel admin situs sekolah", Fields: []string{"impact"}, Indicators: []string{"198.51.100.7", "contoh.example"}}}}, nil)
	if err != nil {
		o.Fatal(err)
	}
	name, err := o.desk.Receive(file)
	if err != nil {
		o.Fatal(err)
	}
	a, err := o.desk.Import(name, out.Passphrase, nil)
	if err != nil {
		o.Fatal(err)
	}
	i, err := o.desk.Incident(app.IncidentRef(a.NewIncidents[0]))
	if err != nil {
		o.Fatal(err)
	}
	return i.ID
}

func TestAnIncidentSaysWhichCSIRTItCameFrom(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:00")
	id := o.learned(model.TLPAmber)
	o.page.Open(place.Route{Subject: id})
	for _, said := range []string{"Insiden ini dibagikan oleh Kota Contoh-CSIRT", "TLP:AMBER", "contoh.example", "tiga ratus pendaftar"} {
		if !o.shows(said) {
			t.Errorf("%q is not shown", said)
		}
	}
	o.page.Open(place.Route{Subject: id, Part: "related"})
	if !o.shows("Terlihat di Kota Contoh-CSIRT") {
		t.Error("where it was seen elsewhere is not shown")
	}
}

// The pictures of sharing: go test -run SharingPictures -pictures FOLDER.
func TestSharingPictures(t *testing.T) {
	if *pictures == "" {
		t.Log("no folder for pictures was given")
		return
	}
	o := newOffice(t, "2026-10-05 09:00")
	o.around.Choose = &saver{filepath.Join(t.TempDir(), "bagikan.siaga")}
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		id := o.shareable(model.TLPAmber)
		o.page.detail.askShare()
		o.photograph("share-" + string(lang))
		o.press(o.around.Book.T("share.write"))
		o.photograph("share-missing-" + string(lang))
		o.write("to", "Kota Contoh-CSIRT")
		o.write("needToKnow", "Peladen yang sama")
		o.write("incidents.0.summary", "Penyusupan lewat panel admin")
		o.press(o.around.Book.T("share.write"))
		o.photograph("share-done-" + string(lang))
		o.press(o.around.Book.T("common.close"))
		o.page.Open(place.Route{Subject: id, Part: "notices"})
		o.photograph("share-told-" + string(lang))
		o.page.askShare(o.shareable(model.TLPGreen), id)
		o.photograph("share-several-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
	}
	id := o.learned(model.TLPGreen)
	o.window.Resize(fyne.NewSize(1080, 1300))
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		o.page.Open(place.Route{Subject: o.shareable(model.TLPAmber)})
		o.page.detail.askShare()
		o.photograph("share-high-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
		o.page.Open(place.Route{Subject: id})
		o.photograph("share-learned-" + string(lang))
		o.page.detail.scroll.ScrollToBottom()
		o.photograph("share-learned-bottom-" + string(lang))
	}
}
