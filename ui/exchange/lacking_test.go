package exchange

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

// lose removes the contents that a desk keeps.
func lose(t *testing.T, o *stage.Office) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(o.World.Folder, "files")); err != nil {
		t.Fatal(err)
	}
}

// A content that is not here is named with its incident, and asked for with one button.
func TestAMissingFileIsAskedFor(t *testing.T) {
	for _, lang := range locales.Langs() {
		a, b := stage.Pair(t, "Ruang server")
		o := &office{a}
		id := o.register("Halaman depan situs sekolah berubah", "")
		file := filepath.Join(t.TempDir(), "akses.log")
		write(t, file, "abc")
		for range 10 {
			o.Give(app.AddEvidence{Incident: app.IncidentRef(id), Name: "Log akses", File: file})
		}
		a.Hand(b)
		page, w := o.show(lang)
		page.Open(place.Route{Part: partSend})
		if strings.Contains(strings.Join(stage.Texts(w.Content()), " "), page.T("lacking.title")) {
			t.Error("what is here is told to be missing")
		}
		lose(t, a)
		page.Reload()
		said := strings.Join(stage.Texts(w.Content()), " ")
		for _, want := range []string{page.T("lacking.title"), "akses.log (3 B)", page.Book.N("lacking.more", 2), string(o.incident(id).Ticket)} {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q", lang, want)
			}
		}
		stage.Photograph(t, w, "exchange-lacking-"+string(lang))
		press(t, w.Content(), string(o.incident(id).Ticket))
		if r := o.Gone[len(o.Gone)-1]; r.Subject != id || r.Part != "evidence" {
			t.Errorf("goes to %+v", r)
		}
		o.Path = filepath.Join(t.TempDir(), "permintaan.siaga")
		press(t, w.Content(), page.T("exchange.request"))
		if info, err := os.Stat(o.Path); err != nil || info.Size() == 0 {
			t.Errorf("no request was written: %v", err)
		}
		b.TakeIn(o.Path)
		b.Hand(a)
		page.Reload()
		if len(a.MissingFiles()) > 0 || strings.Contains(strings.Join(stage.Texts(w.Content()), " "), page.T("lacking.title")) {
			t.Error("what came with the answer is still missing")
		}
	}
}

func TestWhereNobodyCanBeAskedTheBackupIsNamed(t *testing.T) {
	o := newOffice(t, "2026-11-24 08:00")
	id := o.register("Halaman depan situs sekolah berubah", "")
	file := filepath.Join(t.TempDir(), "akses.log")
	write(t, file, "abc")
	o.Give(app.AddEvidence{Incident: app.IncidentRef(id), Name: "Log akses", File: file})
	lose(t, o.Office)
	page, w := o.show(locales.ID)
	page.Open(place.Route{Part: partSend})
	if !strings.Contains(strings.Join(stage.Texts(w.Content()), " "), "Pulihkan dari cadangan") || buttonIn(w.Content(), page.T("exchange.request")) != nil {
		t.Error("nobody says where the content can come from")
	}
}
