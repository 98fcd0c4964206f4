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
		t.Log("no folder for pictures was given; the page is opened all the same")
	}
	o := newOffice(t, "2026-10-05 15:12")
	o.fill(60)
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		o.page.Tick(o.clock.Add(time.Second))
		o.photograph("list-" + string(lang))
		open := o.page.list.table.Rows()[0]
		for _, r := range o.page.list.table.Rows() {
			if r.Outcome == "" && r.Step == model.StepInvestigate {
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
		for _, r := range o.page.list.table.Rows() {
			if i := o.incident(r.ID); i.Reopened() {
				o.page.Open(place.Route{Subject: r.ID})
				o.photograph("detail-reopened-" + string(lang))
				break
			}
		}
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
