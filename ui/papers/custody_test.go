package papers_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// A piece of evidence changes hands: its form and the record of the handover are
// shown, numbered and saved.
func TestEvidenceHasItsPapers(t *testing.T) {
	o := newOffice(t)
	done := o.do(app.RegisterIncident{ReporterName: "Guru", Description: "Data dijual", Title: "Data dijual", Channel: "telepon"})
	ref := app.IncidentRef(done.ID)
	page := o.open(locales.ID, look.Choice{})
	for _, part := range []string{"custody-form", "custody-record"} {
		page.Open(place.Route{Subject: done.ID, Part: part})
		o.shows("Pilih insiden di sebelah kiri")
	}
	piece := o.do(app.AddEvidence{Incident: ref, Name: "akses.log"}).Events[0].String()
	row := o.do(app.AddCustody{Incident: ref, Evidence: piece, From: "Petugas Piket", To: "Penyidik Contoh", Purpose: "Penyidikan"}).Events[0].String()
	page.Open(place.Route{Subject: done.ID, Part: "custody-form"})
	if got := page.Route(); got.Part != "custody-form" || got.Subject != done.ID {
		t.Errorf("all evidence is at %+v", got)
	}
	o.shows("Semua barang bukti")
	o.photograph("custody-form")
	o.tap("Simpan PDF")
	page.Open(place.Route{Subject: done.ID, Part: "custody-form/" + piece})
	if got := page.Route().Part; got != "custody-form/"+piece {
		t.Errorf("one piece is at %s", got)
	}
	o.shows("akses.log")
	page.Open(place.Route{Subject: done.ID, Part: "custody-record"})
	if got := page.Route().Part; got != "custody-record/"+row {
		t.Errorf("without a wish the last handover is shown, not %s", got)
	}
	o.shows("Serah terima")
	o.photograph("custody-record")
	o.tap("Catat nomor & tanggal")
	if o.field("number").Error() == "" {
		t.Error("a record without a number is recorded")
	}
	test.Type(o.field("number").Input.(*widgets.Entry), "500.12/98")
	o.tap("Catat nomor & tanggal")
	i, err := o.Incident(ref)
	if err != nil || i.Papers["custody-record/"+row].Number != "500.12/98" {
		t.Errorf("%v: numbered are %v", err, i.Papers)
	}
	second := o.do(app.AddCustody{Incident: ref, Evidence: piece, From: "Penyidik Contoh", To: "Laboratorium", Purpose: "Uji"}).Events[0].String()
	page.Reload()
	if got := page.Route().Part; got != "custody-record/"+row {
		t.Errorf("after another handover %s is shown", got)
	}
	page.Open(place.Route{Subject: done.ID, Part: "custody-record/" + second})
	if number := o.field("number").Input.(*widgets.Entry).Text; number != "" {
		t.Errorf("another handover begins with the number %q", number)
	}
	o.tap("Simpan PDF")
	o.saved("rantai-penjagaan-barang-bukti_"+string(done.Ticket)+".pdf", "berita-acara-serah-terima-bukti_"+string(done.Ticket)+".pdf")
	if n := i.Papers[model.CustodyRecord]; n.Number != "" {
		t.Errorf("the kind itself has the number %v", n)
	}
}
