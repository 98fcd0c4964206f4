package exchange

import (
	"slices"
	"strings"
	"testing"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place/stage"
)

// An incident whose receipt lies in the future is shown with it, and with its
// correction it is gone; a fork that only a signature told says what to ask for.
func TestWhatSignaturesAndClocksTellIsDecided(t *testing.T) {
	for _, lang := range locales.Langs() {
		o := newOffice(t, "2026-11-24 08:00")
		o.At("2026-11-24 09:30").AdmitBack("Ruang server")
		received := model.At(o.Clock.Add(48 * time.Hour))
		id := model.SubjectID("cccccccccccccccccccccccccccccccc")
		o.Elsewhere("incident.registered", id, model.Registered{Ticket: model.NewTicket("CSIRT", 2026, "B", 1), Policy: model.Decree(),
			Title: "Situs dinas", Reporter: model.Reporter{Name: "Petugas Loket"}, ReceivedAt: received}.Values())
		o.Notes(`{"forks":[{"desk":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","n":117,"from":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","at":"2026-11-24T02:00:00Z"}]}`)
		page, w := o.show(lang)
		find(t, page, app.DecideFork, "")
		stage.Photograph(t, w, "exchange-signed-"+string(lang))
		if said := strings.Join(stage.Texts(w.Content()), " "); !strings.Contains(said, page.T("decide.fork.ask")) || strings.Contains(said, page.T("decide.fork.only")) {
			t.Error(said)
		}
		early := find(t, page, app.DecideEarly, id)
		stage.Photograph(t, w, "exchange-early-"+string(lang))
		early.form.Submit() // nothing was corrected
		if !slices.ContainsFunc(page.sections[1].section.(*decide).read(), func(k app.Decision) bool { return k.Kind == app.DecideEarly }) {
			t.Error("the receipt is still in the future, and nobody is told")
		}
		o.At("2026-11-26 09:30")
		if d := page.sections[1].section.(*decide).read(); len(d) != 1 {
			t.Errorf("%+v", d)
		}
	}
}
