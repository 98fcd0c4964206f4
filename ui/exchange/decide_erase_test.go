package exchange

import (
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
)

// What was erased and stands written once more is erased too after one more
// question, or let stand.
func TestWhatWasWrittenAgainIsDecidedOnThePage(t *testing.T) {
	for _, word := range []string{"Erase it too", "It is new, let it stand"} {
		o := newOffice(t, "2026-11-24 08:00")
		into, from := o.register("Situs sekolah berubah", model.Rendah), o.register("Halaman depan berubah", model.Rendah)
		o.Give(app.MergeIncidents{Into: app.IncidentRef(into), From: app.IncidentRef(from), Reason: "satu kejadian",
			Take: map[string]string{"description": "both", "title": "into"}})
		o.Give(app.AmendIncident{Incident: app.IncidentRef(into), Details: app.Details{Description: text("Diringkas")}})
		o.Give(app.ErasePersonalData{Subject: string(from), Fields: []string{"description"}, Ground: "request", OrderedBy: "Ketua", Reason: "diminta"})
		page, _ := o.show(locales.EN)
		press(t, find(t, page, app.DecideRewritten, into).page, word)
		if word == "Erase it too" {
			if o.incident(into).Description != "Diringkas" {
				t.Error("it was erased before that was confirmed")
			}
			press(t, page.Canvas().Overlays().Top(), word)
		}
		if got := o.incident(into).Description; got == "Diringkas" && word == "Erase it too" || got != "Diringkas" && word != "Erase it too" {
			t.Errorf("after %q it reads %q", word, got)
		}
		if left := page.sections[1].section.(*decide).read(); len(left) > 0 {
			t.Errorf("after %q these are left: %+v", word, left)
		}
	}
}
