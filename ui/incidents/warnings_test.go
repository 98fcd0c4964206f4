package incidents

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// warned is an incident of class Strategis after five of its ten minutes: Dewi is
// on duty, Hasan is the chair, and the section of its warnings is shown.
func warned(t *testing.T, lang locales.Lang) (*office, app.Done) {
	o := newOffice(t, "2026-10-05 09:00")
	o.openPage(lang)
	now := model.At(o.clock)
	o.do(app.AddPerson{Name: "Dewi Contoh", Phone: "0812-0000-0001"})
	o.do(app.AddPerson{Name: "Hasan Contoh"})
	o.do(app.SetDuty{Person: "Dewi Contoh", StartAt: now, EndAt: now + 48*3600})
	o.do(app.GiveSeat{Post: "III", Person: "Hasan Contoh", From: now})
	call := o.do(app.RegisterIncident{ReporterName: "Guru", Title: "Situs berubah", Description: "x", Class: model.Strategis})
	o.clock = o.clock.Add(5 * time.Minute)
	if alarms, err := o.desk.Warn(); err != nil || len(alarms) != 1 {
		t.Fatalf("%v, %+v", err, alarms)
	}
	o.page.Open(place.Route{Subject: call.ID, Part: "warnings"})
	return o, call
}

// An incident that was warned about is passed on: the message is copied, sent by
// hand, and it is recorded who was told.
func TestAWarningIsPassedOnInTheWindow(t *testing.T) {
	for _, lang := range locales.Langs() {
		o, call := warned(t, lang)
		o.photograph("warnings-" + string(lang))
		o.press(o.around.T("today.action.relay"))
		o.photograph("relay-" + string(lang))
		o.press(o.around.T("relay.copy"))
		message := fyne.CurrentApp().Clipboard().Content()
		if !strings.Contains(message, string(call.Ticket)) || !strings.Contains(message, "Dewi Contoh") {
			t.Errorf("copied: %q", message)
		}
		o.choose("person", "1")
		if text := o.messageShown(); !strings.Contains(text, "Hasan Contoh") || strings.Contains(text, "Dewi") {
			t.Errorf("to the other it says %q", text)
		}
		o.choose("person", "0")
		o.press(o.around.T("relay.record"))
		i := o.incident(call.ID)
		if len(i.Relays) != 1 || i.Relays[0].Channel != "whatsapp" || i.Relays[0].Post != model.PostOnDuty {
			t.Fatalf("recorded: %+v", i.Relays)
		}
		if !o.shows(o.around.Book.Relay(i.Relays[0], o.desk)) {
			t.Error("the section does not show who was told")
		}
	}
}

// What cannot be recorded is told at its field, and the dialog stays with what
// was typed.
func TestARelayIsRefusedAtItsField(t *testing.T) {
	o, call := warned(t, locales.ID)
	o.press("Teruskan")
	refused := func(field, says string) {
		t.Helper()
		o.press("Catat sudah diteruskan")
		if said := o.field(field).Error(); !strings.Contains(said, says) || len(o.incident(call.ID).Relays) > 0 {
			t.Errorf("%s is answered %q", field, said)
		}
	}
	o.choose("person", "")
	if text := o.messageShown(); text != "" {
		t.Errorf("to nobody it says %q", text)
	}
	refused("person", "belum diisi")
	o.choose("person", "1")
	o.choose("channel", "")
	refused("channel", "belum diisi")
	o.choose("channel", "telepon")
	at := o.field("at").Input.(*widgets.When)
	at.SetValue(moment(t, "2026-10-05 08:59"))
	refused("at", "diterima")
	at.SetValue(moment(t, "2026-10-05 23:00"))
	refused("at", "masa depan")
	at.SetValue(moment(t, "2026-10-05 09:04"))
	o.press("Catat sudah diteruskan")
	relays := o.incident(call.ID).Relays
	if len(relays) != 1 || relays[0].Channel != "telepon" || relays[0].Post != "III" || relays[0].At != model.At(moment(t, "2026-10-05 09:04")) {
		t.Errorf("recorded: %+v", relays)
	}
}

// Of an incident whose times do not run nobody is told; the warnings stay to be read.
func TestWhereNoTimeRunsNothingIsPassedOn(t *testing.T) {
	o, call := warned(t, locales.ID)
	o.do(app.RejectIncident{Incident: app.IncidentRef(call.ID), Reason: "Laporan uji"})
	o.page.Open(place.Route{Subject: call.ID, Part: "warnings"})
	if buttonOf(o.window.Content(), "Teruskan") != nil || !o.shows("50 persen dari target") {
		t.Errorf("after the end: %v", texts(o.window.Content()))
	}
	o.page.Open(place.Route{Subject: call.ID, Part: "relay"})
	if o.window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog opens all the same")
	}
}

// messageShown is the text of the message in the dialog.
func (o *office) messageShown() (text string) {
	walk(o.field("message"), func(c fyne.CanvasObject) {
		if e, ok := c.(*widgets.Entry); ok {
			text = e.Text
		}
	})
	return text
}
