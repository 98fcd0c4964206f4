package today

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

// closedOwing is an incident on vital infrastructure that was closed before its
// letter was sent.
func closedOwing(o *office) (ref app.IncidentRef) {
	ref = o.register("Server induk berubah", model.Rendah)
	yes := true
	o.Give(app.AmendIncident{Incident: ref, Details: app.Details{Vital: &yes, Crime: &yes}})
	o.escalate(ref, "VII")
	o.Give(app.PassStep{Incident: ref, Step: 6, Details: app.Details{Analysis: text("x")}})
	o.Give(app.PassStep{Incident: ref, Step: 7, ActionPhase: "recovery", ActionText: "x"})
	o.Give(app.PassStep{Incident: ref, Step: 8, Details: app.Details{RootCause: text("x"), Lessons: text("x")}})
	o.Give(app.PassStep{Incident: ref, Step: 9, Details: app.Details{Announcement: text("x")}})
	return ref
}

func TestALetterThatIsOwedStandsUntilItIsRecorded(t *testing.T) {
	for lang, said := range map[locales.Lang][2]string{
		locales.ID: {"terlambat 2 jam|Laporan insiden kepada BSSN · 08.00 WIB|Kirim surat", "Belum dikirim|Laporan kepada aparat penegak hukum · kesempatan pertama"},
		locales.EN: {"2 hours late|Incident report to BSSN · 08:00 WIB|Send letter", "Not sent yet|Report to law enforcement · at the first opportunity"},
	} {
		o := newOffice(t, "2026-11-23 08:00")
		ref := closedOwing(o)
		o.At("2026-11-24 10:00")
		if _, err := o.Warn(); err != nil {
			t.Fatal(err)
		}
		page, w := o.show(lang)
		stage.Photograph(t, w, "letter-"+string(lang))
		shows := func(wanted string) *line {
			t.Helper()
			l := lineNamed(t, page, app.QueueOwed, "Server induk")
			if got := l.left.Text + "|" + l.which.Text + "|" + l.action.Text; !strings.HasPrefix(got, wanted) {
				t.Errorf("the line says %q, not %q", got, wanted)
			}
			return l
		}
		test.Tap(shows(said[0]).action)
		test.Tap(lineNamed(t, page, app.QueueWarned, "Server induk").action)
		for n, part := range []string{"send", "relay"} {
			if r := o.Gone[n]; r.Place != place.Incidents || r.Part != part {
				t.Errorf("went to %+v", r)
			}
		}
		o.Give(app.AddNotice{Incident: ref, To: "bssn", Number: "500.12/7"})
		page.Reload()
		shows(said[1]) // the letter without a deadline in figures is left
		o.Give(app.AddNotice{Incident: ref, To: "aph", Number: "500.12/9"})
		page.Reload()
		if len(page.lines) != 0 {
			t.Errorf("both letters are recorded, and %d lines wait", len(page.lines))
		}
	}
}
