package incidents

import (
	"strings"
	"testing"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/reports"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// owing is an incident about personal data and by another's deed, an hour old.
func owing(t *testing.T) (*office, model.IncidentID) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.do(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Data siswa dijual", Title: "Data siswa dijual", Channel: "telepon", Crime: true}).ID
	yes := true
	o.clock = o.clock.Add(time.Hour)
	o.do(app.AmendIncident{Incident: app.IncidentRef(id), Details: app.Details{DataBreach: &yes}})
	o.page.Open(place.Route{Subject: id})
	return o, id
}

func TestDutiesStandBelowTheClocksAndEndWithTheirLetter(t *testing.T) {
	o, id := owing(t)
	for _, want := range []string{"Kewajiban pelaporan menurut peraturan", "Berjalan, sisa 71 jam", "batas menurut peraturan 3 × 24 jam: Kamis, 8 Oktober 2026 pukul 09.12 WIB",
		"kesempatan pertama, tanpa batas dalam angka", "Wajib, belum dikirim", "ditandatangani oleh Pengendali Data Pribadi", "Perbuatan pihak lain",
		"karena waktu diketahui belum dicatat", "fakta yang mewajibkan dicatat Senin, 5 Oktober 2026 pukul 10.12 WIB"} {
		if !o.shows(want) {
			t.Errorf("%q is not shown in %v", want, texts(o.window.Content()))
		}
	}
	o.clock = o.clock.Add(72 * time.Hour)
	o.page.Tick(o.clock)
	if !o.shows("Terlambat, belum dikirim, 1 jam melewati batas") {
		t.Error("the time left does not go on")
	}
	o.press("Buat surat") // of the last duty
	if last := o.went[len(o.went)-1]; last.Part != string(reports.PoliceReport) || last.Subject != id {
		t.Errorf("the letter leads to %+v", last)
	}
	o.press("Catat pengiriman")
	if o.field("addressee").Input == nil {
		t.Fatal("no question")
	}
	o.write("number", "500.12/93/Diskominfostandi")
	o.press("Simpan")
	if got := o.incident(id).Notices; len(got) != 1 || got[0].To != "aph" || got[0].Number != "500.12/93/Diskominfostandi" {
		t.Fatalf("recorded: %+v", got)
	}
	if !o.shows("Dipenuhi, surat nomor 500.12/93/Diskominfostandi dikirim") {
		t.Errorf("the letter does not close the duty: %v", texts(o.window.Content()))
	}
}

// No limit in figures waits for the notice to the public; it is recorded all the same.
func TestTheNoticeToThePublicIsRecorded(t *testing.T) {
	o, id := owing(t)
	o.page.Open(place.Route{Subject: id, Part: "notices"})
	o.press("Catat pemberitahuan")
	o.choose("addressee", "masyarakat")
	o.write("number", "500.12/94/Disdik")
	o.press("Simpan")
	if got := o.incident(id).Notices; len(got) != 1 || got[0].To != "masyarakat" || !got[0].To.ByController() {
		t.Fatalf("recorded: %+v", got)
	}
	if !o.shows("Masyarakat") {
		t.Errorf("it is not shown among %v", texts(o.window.Content()))
	}
	if kinds := reports.OutwardFor("masyarakat"); len(kinds) != 1 || kinds[0] != reports.NoticePublic {
		t.Errorf("it is drafted by %v", kinds)
	}
}

func TestALetterFromBeforeIsRefusedAtItsField(t *testing.T) {
	o, id := owing(t)
	o.press("Catat pengiriman")
	o.field("at").Input.(*widgets.When).SetValue(moment(t, "2026-10-01 09:00"))
	o.press("Simpan")
	if said := o.field("at").Error(); !strings.Contains(said, "baru diketahui") || len(o.incident(id).Notices) > 0 {
		t.Errorf("a letter from before is answered %q", said)
	}
}

func TestAnIncidentThatOwesNothingShowsNoDuties(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	id := o.do(app.RegisterIncident{ReporterName: "Guru", Description: "Layar biru", Channel: "telepon"}).ID
	o.page.Open(place.Route{Subject: id})
	if o.shows("Kewajiban pelaporan menurut peraturan") {
		t.Error("duties of nothing are shown")
	}
	o.page.Open(place.Route{Subject: id, Part: "papers"})
	if o.shows("Laporan kepada APH") || !o.shows("Pelaporan insiden kepada BSSN") {
		t.Errorf("the papers are %v", texts(o.window.Content()))
	}
}

// In both languages, to be looked at.
func TestDutiesArePhotographed(t *testing.T) {
	o, id := owing(t)
	for _, lang := range locales.Langs() {
		o.openPage(lang)
		o.page.Open(place.Route{Subject: id})
		o.photograph("duties-" + string(lang))
	}
}

// What was closed while a letter is owed is passed on, and its letter recorded.
func TestAClosedIncidentIsPassedOnAndItsLetterRecorded(t *testing.T) {
	o := newOffice(t, "2026-10-05 09:12")
	o.do(app.AddPerson{Name: "Hasan Contoh"})
	o.do(app.GiveSeat{Post: "III", Person: "Hasan Contoh", From: model.At(o.clock)})
	id := o.call("Server induk berubah")
	ref, yes, words, category := app.IncidentRef(id), true, "x", "WDF"
	risk, priority := model.RiskMedium, model.Priority("sedang")
	o.do(app.AmendIncident{Incident: ref, Details: app.Details{Vital: &yes}})
	for _, c := range []app.PassStep{
		{Step: 2}, {Step: 3, Details: app.Details{Category: &category, InitialAnalysis: &words}},
		{Step: 4, Details: app.Details{Impact: &words, Risk: &risk, Priority: &priority}}, {Step: 5, Teams: []string{"VII"}},
		{Step: 6, Details: app.Details{Analysis: &words}}, {Step: 7, ActionPhase: "recovery", ActionText: words},
		{Step: 8, Details: app.Details{RootCause: &words, Lessons: &words}}, {Step: 9, Details: app.Details{Announcement: &words}},
	} {
		c.Incident = ref
		o.do(c)
	}
	o.clock = o.clock.Add(36 * time.Hour)
	o.page.Open(place.Route{Subject: id, Part: "warnings"})
	if !o.shows("Laporan insiden kepada BSSN sampai") {
		t.Errorf("the chain is not shown: %v", texts(o.window.Content()))
	}
	o.page.Open(place.Route{Subject: id, Part: "relay"})
	o.press("Catat sudah diteruskan")
	if r := o.incident(id).Relays; len(r) != 1 || r[0].Clock != "legal-bssn" {
		t.Fatalf("recorded: %+v", r)
	}
	o.page.Open(place.Route{Subject: id, Part: string(app.ActSend)})
	o.press("Catat pengiriman")
	o.press("Simpan")
	if said := o.field("number").Error(); !strings.Contains(said, "masih kosong") || len(o.incident(id).Notices) > 0 {
		t.Errorf("a letter of which nothing is known is answered %q", said)
	}
	o.write("number", "500.12/94/Diskominfostandi")
	o.press("Simpan")
	if i := o.incident(id); len(i.Notices) != 1 || i.Notices[0].To != "bssn" || promised(i) {
		t.Errorf("recorded: %+v", i.Notices)
	}
}

// Where a change could take a duty away its dialog asks for the reason, and says so
// at that field.
func TestAChangeThatEndsADutyAsksWhy(t *testing.T) {
	o, id := owing(t)
	o.do(app.AmendIncident{Incident: app.IncidentRef(id), Details: app.Details{Risk: &model.Risks[0]}})
	o.page.Open(place.Route{Subject: id})
	d := o.page.detail
	d.askGroup(groups[1])
	o.field("dataBreach").Input.(*widgets.Check).SetChecked(false)
	o.press("Simpan")
	if said := o.field("reason").Error(); !strings.Contains(said, "Tuliskan alasannya") || !o.incident(id).DataBreach {
		t.Fatalf("without a reason: %q", said)
	}
	o.write("reason", "salah tanda: tidak ada data yang terungkap")
	o.press("Simpan")
	if i := o.incident(id); i.DataBreach || len(i.Notes) != 1 {
		t.Errorf("with a reason: %v, notes %+v", i.DataBreach, i.Notes)
	}
}
