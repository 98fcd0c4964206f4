package incidents

import (
	"testing"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
)

// The pictures of the place, to be looked at: go test -pictures FOLDER.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Log("no folder for pictures was given")
		return
	}
	o := newOffice(t, "2026-10-05 15:12")
	o.fill(60)
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		o.page.Tick(o.clock.Add(time.Second))
		o.photograph("list-" + string(lang))
		open := o.page.list.table.Rows()[0]
		for _, r := range o.page.list.table.Rows() {
			if r.Outcome == "" && r.Step == model.StepInvestigate && !r.Reopened() {
				open = r
			}
		}
		for _, s := range sections() {
			o.page.Open(place.Route{Subject: open.ID, Part: s.name})
			o.photograph("detail-" + s.name + "-" + string(lang))
			if s.name == firstSection || s.name == "history" {
				o.page.detail.scroll.ScrollToBottom()
				o.photograph("detail-" + s.name + "-bottom-" + string(lang))
			}
		}
		o.page.detail.askStep()
		o.photograph("step-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
		o.page.detail.askCorrection(0)
		o.photograph("correct-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
		o.endings(string(lang))
		o.page.Open(place.Route{})
		o.page.list.want(wish{Filter: app.Filter{Category: []string{"WDF"}, Outcome: []string{"open"}}})
		o.photograph("filtered-" + string(lang))
		o.page.list.askFilter()
		o.photograph("filter-" + string(lang))
		o.press(o.around.Book.T("common.cancel"))
		o.page.list.want(wish{})
		o.page.Open(place.Route{Part: partIntake})
		o.write("reporterName", "Guru Piket SMPN 41")
		o.write("description", "Halaman depan situs sekolah berubah menjadi gambar peretas")
		o.press(o.around.Book.T("incidents.intake.more"))
		o.photograph("intake-more-" + string(lang))
		o.page.Open(place.Route{Part: partIntake})
		o.photograph("intake-offer-" + string(lang))
		o.press(o.around.Book.T("incidents.draft.continue"))
		o.press(o.around.Book.T("incidents.intake.save"))
		o.photograph("taken-" + string(lang))
	}
}

// endings photographs a closed incident, the same one reopened, and step 5 of another.
func (o *office) endings(lang string) {
	photographed := map[string]bool{}
	for _, r := range o.page.list.table.Rows() {
		once := func(name string) bool {
			before := photographed[name]
			photographed[name] = true
			return !before
		}
		o.page.Open(place.Route{Subject: r.ID})
		switch {
		case r.Outcome == model.Closed && once("closed"):
			o.photograph("detail-closed-" + lang)
			o.do(app.ReopenIncident{Incident: app.IncidentRef(r.ID), Reason: "Gejala muncul lagi"})
			o.photograph("detail-reopened-" + lang)
		case r.Outcome == "" && len(r.Pauses) > 0 && once("paused"):
			o.page.detail.scroll.ScrollToTop()
			o.photograph("detail-paused-" + lang)
		case r.Outcome == "" && r.Step == model.StepEscalate && once("escalate"):
			o.page.detail.askStep()
			o.photograph("step-5-" + lang)
			o.press(o.around.Book.T("common.cancel"))
		}
	}
}
