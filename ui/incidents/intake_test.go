package incidents

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

func TestATelephoneCallIsRegisteredInFourFields(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	system := o.do(app.AddSystem{Name: "Situs Sekolah", Agency: "Disdik", Class: model.Tinggi})
	o.press("Insiden baru")
	if o.page.Route().Part != partIntake {
		t.Fatalf("the page is at %+v", o.page.Route())
	}
	form := o.page.intake.form
	if o.window.Canvas().Focused() != form.name {
		t.Error("the first field does not have the keyboard")
	}
	o.window.Canvas().Focused().TypedRune('G')
	test.Type(form.name, "uru Piket")
	form.name.TypedShortcut(widgets.KeySubmit)
	if got := o.field("description").Error(); got == "" || form.name.Text != "Guru Piket" {
		t.Fatalf("a missing description says %q and leaves %q", got, form.name.Text)
	}
	o.write("description", "Halaman depan situs sekolah berubah")
	o.choose("system", string(system.ID))
	if form.class.Selected() != string(model.Tinggi) {
		t.Errorf("the system proposes class %q", form.class.Selected())
	}
	o.clock = o.clock.Add(40 * time.Second)
	o.press("Simpan laporan")

	rows := o.desk.Search(app.Filter{})
	if len(rows) != 1 || !o.shows(string(rows[0].Ticket)) {
		t.Fatalf("%d incidents; the ticket is not shown", len(rows))
	}
	i := o.incident(rows[0].ID)
	if i.Reporter.Name != "Guru Piket" || i.Class != model.Tinggi || i.System != system.ID || i.Channel != "telepon" {
		t.Errorf("registered %+v, class %s, system %s", i.Reporter, i.Class, i.System)
	}
	if i.ReceivedAt != model.At(moment(t, "2026-10-05 09:12")) {
		t.Errorf("received %s, but the call began when the form was opened", i.ReceivedAt)
	}
	if draft, _ := o.desk.Draft(draftName); len(draft) != 0 {
		t.Errorf("the draft is still there: %s", draft)
	}
	o.press("Buka insiden")
	if o.page.Route().Subject != i.ID || !o.page.Back() || o.page.Back() {
		t.Error("from the ticket to the incident and back to the list")
	}
}

func TestWhereTheCallComesFromMayBeAnyWords(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.page.Open(place.Route{Part: partIntake})
	form := o.page.intake.form
	form.agency.OnAdd(" SMPN 1 ")
	form.system.OnAdd("situs sekolah")
	o.write("reporterName", "Guru Piket")
	o.write("description", "Halaman depan berubah")
	o.press("Isian lainnya")
	test.Type(o.page.intake.form.title, "Situs diubah")
	o.press("Simpan laporan")
	i := o.incident(o.desk.Search(app.Filter{})[0].ID)
	if i.Reporter.Agency != "SMPN 1" || i.Agency != "" || i.Affected != "situs sekolah" || i.Title != "Situs diubah" {
		t.Errorf("reporter %+v, affected %q, title %q", i.Reporter, i.Affected, i.Title)
	}
}

func TestAMistakeInAFoldedFieldUnfoldsIt(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.page.Open(place.Route{Part: partIntake})
	o.write("reporterName", "Guru Piket")
	o.write("description", "Halaman depan berubah")
	o.page.intake.form.happened.SetValue(o.clock.Add(time.Hour))
	o.press("Simpan laporan")
	if !o.page.intake.form.unfolded || o.field("happenedAt").Error() == "" {
		t.Error("an incident that happens after its report was not refused at its field")
	}
}

// What is typed survives a crash, and waits behind the next call.
func TestADraftIsOfferedAgain(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.page.Open(place.Route{Part: partIntake})
	o.write("reporterName", "Guru Piket")
	o.write("description", "Halaman depan situs sekolah berubah")

	o.openPage(locales.ID) // as after a crash
	o.page.Open(place.Route{Part: partIntake})
	if !o.shows("Guru Piket: Halaman depan") {
		t.Fatal("the draft is not offered")
	}
	o.write("reporterName", "Petugas Puskesmas") // the telephone rings first
	o.openPage(locales.ID)
	o.page.Open(place.Route{Part: partIntake})
	if !o.shows("Ada 2 laporan") {
		t.Fatal("not both drafts are offered")
	}
	o.press("Lanjutkan")
	if got := o.page.intake.form.name.Text; got != "Petugas Puskesmas" {
		t.Errorf("continued with %q", got)
	}
	o.press("Lanjutkan")
	if got := o.page.intake.form.name.Text; got != "Guru Piket" || !o.shows("Petugas Puskesmas") {
		t.Errorf("continued with %q, or the other one is gone", got)
	}
	o.press("Simpan laporan")
	o.press("Laporan berikutnya")
	o.press("Buang")
	if draft, _ := o.desk.Draft(draftName); len(draft) != 0 {
		t.Errorf("a discarded draft is still there: %s", draft)
	}
}

func TestANewCallDoesNotLoseTheOneBeingTyped(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.page.Open(place.Route{Part: partIntake})
	o.write("reporterName", "Guru Piket")
	o.page.Open(place.Route{Part: partIntake})
	if o.page.intake.form.name.Text != "" || !o.shows("Guru Piket") {
		t.Error("the first call is not offered beside an empty form")
	}
	o.press("Lanjutkan")
	o.press("Kosongkan")
	if o.page.intake.form.name.Text != "" {
		t.Error("the form was not emptied")
	}
}

func TestAnotherLanguageKeepsWhatIsBeingTyped(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.page.Open(place.Route{Part: partIntake})
	o.write("reporterName", "Guru Piket")
	was := o.page.Route()
	o.openPage(locales.EN)
	o.page.Open(was)
	if got := o.page.intake.form.name.Text; got != "Guru Piket" || !o.shows("Who is reporting") {
		t.Errorf("the form holds %q", got)
	}
}
