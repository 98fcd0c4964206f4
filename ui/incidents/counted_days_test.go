package incidents

import (
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
)

// Friday, 16.00, in an office that counts office hours: the deadline is on
// Monday, and the table says which days were passed over.
func TestTheDaysOfADeadlineAreShown(t *testing.T) {
	o := newOffice(t, "2026-10-09 16:00")
	day, friday := []model.Hours{{From: 450, To: 720}, {From: 780, To: 960}}, []model.Hours{{From: 450, To: 690}, {From: 780, To: 990}}
	o.do(app.SettlePolicy{Calendar: model.NewCalendar(model.Calendar{Offset: 7 * 3600, Week: model.Week{1: day, 2: day, 3: day, 4: day, 5: friday}})})
	done := o.do(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Situs diretas", Class: model.Tinggi})
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		o.page.Open(place.Route{Subject: done.ID})
		book := o.around.Book
		i := o.incident(done.ID)
		if face := o.page.clockFace(i.Response(o.desk.Now())); lang == locales.ID && !strings.Contains(face.Due, "jam kerja tersisa 1 jam") {
			t.Errorf("what still counts is not told: %s", face.Due)
		}
		if *pictures != "" {
			o.photograph("office-hours-" + string(lang))
		}
		if want := book.Unfilled([]int{2026}); !o.shows(want) {
			t.Errorf("%q is not said", want)
		}
		o.press(book.T("incidents.days.open", "Clock", model.Response))
		for _, want := range []model.Date{"2026-10-09", "2026-10-10", "2026-10-11", "2026-10-12"} {
			if !o.shows(book.Weekday(want)) {
				t.Errorf("%s is not in the table", book.Weekday(want))
			}
		}
		if *pictures != "" {
			o.photograph("days-" + string(lang))
		}
		o.press(book.T("common.close"))
	}
}
