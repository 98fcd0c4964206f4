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

// An incident that was warned about is passed on: the message is copied, sent by
// hand, and it is recorded who was told.
func TestAWarningIsPassedOnInTheWindow(t *testing.T) {
	for _, lang := range locales.Langs() {
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
		o.photograph("warnings-" + string(lang))
		o.press(o.around.T("today.action.relay"))
		o.photograph("relay-" + string(lang))
		o.press(o.around.T("relay.copy"))
		message := fyne.CurrentApp().Clipboard().Content()
		if !strings.Contains(message, string(call.Ticket)) || !strings.Contains(message, "Dewi Contoh") {
			t.Errorf("copied: %q", message)
		}
		o.choose("person", "b")
		if text := o.messageShown(); !strings.Contains(text, "Hasan Contoh") || strings.Contains(text, "Dewi") {
			t.Errorf("to the other it says %q", text)
		}
		o.choose("person", "a")
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

// messageShown is the text of the message in the dialog.
func (o *office) messageShown() (text string) {
	walk(o.field("message"), func(c fyne.CanvasObject) {
		if e, ok := c.(*widgets.Entry); ok {
			text = e.Text
		}
	})
	return text
}
