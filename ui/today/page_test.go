package today

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

// office is the stage on which this place is tried out.
type office struct{ *stage.Office }

func newOffice(t *testing.T, start string) *office { return &office{stage.New(t, start)} }

func (o *office) show(lang locales.Lang) (*Page, fyne.Window) {
	return stage.Show(o.Office, lang, func(around place.Around, d *app.Desk) *Page { return New(around, d) })
}

// morning is an office at work: something late, something new, something to close.
func morning(t *testing.T) *office {
	o := newOffice(t, "2026-11-23 08:00")
	o.Give(app.AddPerson{Name: "Dewi Contoh", Phone: "0812-0000-0001", Agency: "Diskominfostandi", Example: true})
	o.Give(app.AddPerson{Name: "Bagus Contoh", Agency: "Diskominfostandi", Example: true})
	o.Give(app.SetDuty{Person: "Dewi Contoh", StartAt: model.At(o.Clock), EndAt: model.At(o.Clock.Add(48 * time.Hour))})
	o.Give(app.SetDuty{Person: "Bagus Contoh", StartAt: model.At(o.Clock.Add(48 * time.Hour)), EndAt: model.At(o.Clock.Add(72 * time.Hour))})
	if err := o.Sit("Dewi Contoh"); err != nil {
		t.Fatal(err)
	}
	late := o.register("Halaman depan situs sekolah berubah", model.Tinggi)
	paused := o.register("Layanan perizinan tidak dapat diakses oleh pemohon sejak pagi hari dan antrean menumpuk di loket", model.Rendah)
	o.escalate(late, "VII")
	o.escalate(paused, "VI")
	o.At("2026-11-23 09:00").Give(app.PauseClock{Incident: paused, Reason: "menunggu-pihak-ketiga", Expected: model.At(o.Clock.Add(2 * time.Hour))})
	closing := o.register("Surel pengelabuan kepada bendahara", model.Rendah)
	o.escalate(closing, "V")
	o.Give(app.PassStep{Incident: closing, Step: 6, Details: app.Details{Analysis: text("Tautan palsu")}})
	o.Give(app.AddAction{Incident: closing, Phase: "containment", Text: "Memblokir tautan"})
	o.Give(app.PassStep{Incident: closing, Step: 7})
	o.Give(app.Assign{Incident: closing, Persons: []app.PersonRef{"Dewi Contoh"}})
	o.At("2026-11-24 10:00")
	o.register("Akun aplikasi kepegawaian diambil alih", "")
	running := o.register("Server basis data lambat", model.Strategis)
	o.Give(app.AnswerReporter{Incident: running, Answer: "Kami tangani"})
	o.At("2026-11-24 10:04")
	return o
}

func (o *office) register(title string, class model.Class) app.IncidentRef {
	o.T.Helper()
	done := o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Description: title, Title: title,
		Affected: "situs sekolah", Channel: "telepon", Class: class})
	return app.IncidentRef(done.Ticket)
}

func (o *office) escalate(ref app.IncidentRef, team string) {
	o.T.Helper()
	risk, priority, category := model.RiskMedium, model.Priority("sedang"), "WDF"
	o.Give(app.PassStep{Incident: ref, Step: 2})
	o.Give(app.PassStep{Incident: ref, Step: 3, Details: app.Details{Category: &category, InitialAnalysis: text("Berkas diganti")}})
	o.Give(app.PassStep{Incident: ref, Step: 4, Details: app.Details{Impact: text("Layanan terganggu"), Risk: &risk, Priority: &priority}})
	o.Give(app.PassStep{Incident: ref, Step: 5, Teams: []string{team}})
}

func text(s string) *string { return &s }

func TestEveryPartSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		_, w := morning(t).show(lang)
		stage.Photograph(t, w, "today-"+string(lang))
		_, w = newOffice(t, "2026-11-24 10:00").show(lang)
		stage.Photograph(t, w, "today-empty-"+string(lang))
	}
}
