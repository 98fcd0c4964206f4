package today

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

// An office that counts office hours is reminded of the holidays of the next year
// from October on, until it has taken them in; the line leads to where that is done.
func TestTheHolidaysOfTheNextYearAreRemindedOf(t *testing.T) {
	for _, lang := range locales.Langs() {
		o := newOffice(t, "2026-09-30 23:58")
		o.Give(app.SettlePolicy{Calendar: o.OfficeHours()})
		o.reminded(lang, "2026-09-30 23:59", "")
		page := o.reminded(lang, "2026-10-01 00:00", "2027")
		o.reminded(lang, "2027-02-01 00:00", "2027")                              // its year has come
		test.Tap(buttonNamed(page.setUp, locales.Open(lang).T("today.setup.do"))) // of the last line
		if len(o.Gone) != 1 || o.Gone[0].Place != place.Settings || o.Gone[0].Part != "times" {
			t.Errorf("the line leads to %+v", o.Gone)
		}
		order, err := o.HolidaysFrom("2027-02-02", []byte("tanggal;nama;jenis\n2027-03-08;Hari Suci Nyepi;libur nasional\n"))
		if err != nil {
			t.Fatal(err)
		}
		o.Give(order)
		o.reminded(lang, "2027-02-02 08:00", "")
		o.reminded(lang, "2027-10-01 00:00", "2028")
	}
}

// reminded checks of which year Hari ini misses the holidays, "" for none.
func (o *office) reminded(lang locales.Lang, at, year string) *Page {
	o.T.Helper()
	o.At(at)
	page, w := o.show(lang)
	for _, y := range []string{"2026", "2027", "2028"} {
		line := locales.Open(lang).T("today.setup.holidays", "Year", y)
		if got := slices.Contains(stage.Texts(w.Content()), line); got != (y == year) {
			o.T.Errorf("at %s it is reminded of %s: %v", at, y, got)
		}
	}
	return page
}

// Where all day and every day counts no holiday is missed.
func TestAnOfficeThatCountsAllDayIsNotRemindedOfHolidays(t *testing.T) {
	newOffice(t, "2026-12-01 08:00").reminded(locales.ID, "2026-12-01 08:01", "")
}
