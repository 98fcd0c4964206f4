package incidents

import (
	"testing"

	"siaga/app"
	"siaga/model"
	"siaga/ui/place"
)

// Where there is evidence its papers are listed, and only then.
func TestThePapersOfEvidenceAreListed(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.do(app.RegisterIncident{ReporterName: "Guru", Description: "Beranda diubah", Channel: "telepon"}).ID
	listed := func(form, record bool) {
		t.Helper()
		o.page.Open(place.Route{Subject: id, Part: "papers"})
		if o.shows("Formulir rantai penjagaan barang bukti") != form || o.shows("Berita acara serah terima barang bukti") != record {
			t.Errorf("want the form %v, the record %v, shown are %v", form, record, texts(o.window.Content()))
		}
	}
	listed(false, false)
	piece := o.do(app.AddEvidence{Incident: app.IncidentRef(id), Name: "akses.log"}).Events[0]
	listed(true, false)
	o.do(app.AddCustody{Incident: app.IncidentRef(id), Evidence: piece.String(), To: "Penyidik", Purpose: "Penyidikan"})
	listed(true, true)
	o.photograph("papers-of-evidence")
	if !o.shows("Untuk 1 serah terima") || model.RowOf(o.incident(id)).Handovers != 1 {
		t.Errorf("the record is for %v", texts(o.window.Content()))
	}
}
