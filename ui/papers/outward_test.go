package papers_test

import (
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/reports"
	"siaga/ui/look"
	"siaga/ui/place"
)

// A letter says above itself what it lacks, until nothing does.
func TestALetterSaysWhatItLacks(t *testing.T) {
	o := newOffice(t)
	closed, _ := o.october()
	page := o.open(locales.ID, look.Choice{})
	page.Open(place.Route{Subject: closed.ID, Part: string(reports.BSSNReport)})
	o.shows("hal yang belum dicatat untuk naskah ini:", "waktu diketahui", "pejabat Ketua")
	o.tap("Simpan PDF")
	page.Open(place.Route{Subject: closed.ID, Part: string(reports.NoticePublic)})
	o.shows("Naskah ini tersedia bagi insiden yang ditandai menyangkut data pribadi")
	o.saved("pelaporan-bssn_" + string(closed.Ticket) + ".pdf")
}

func TestEveryOutwardPaperIsNumberedAndSaved(t *testing.T) {
	o := newOffice(t)
	yes := true
	done := o.do(app.RegisterIncident{ReporterName: "Guru", Description: "Data dijual", Title: "Data dijual", Channel: "telepon", Crime: true})
	o.do(app.AmendIncident{Incident: app.IncidentRef(done.ID), Details: app.Details{DataBreach: &yes}})
	page := o.open(locales.EN, look.Choice{})
	for _, kind := range reports.OutwardKinds {
		page.Open(place.Route{Subject: done.ID, Part: string(kind)})
		if got := page.Route(); got.Subject != done.ID || got.Part != string(kind) {
			t.Errorf("%s: the page is at %+v", kind, got)
		}
		o.shows("not been recorded yet for this paper")
		o.do(app.NumberPaper{Incident: app.IncidentRef(done.ID), Paper: string(kind), Number: "500.12/7"})
	}
	i, err := o.Incident(app.IncidentRef(done.ID))
	if err != nil || len(i.Papers) != len(reports.OutwardKinds) || i.Papers[string(reports.BSSNForm)] != (model.PaperNumber{Number: "500.12/7", Date: o.Now()}) {
		t.Errorf("%v: numbered are %v", err, i.Papers)
	}
}
