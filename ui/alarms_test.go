package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/app/settings"
	"siaga/model"
)

// rings registers an incident of a class at the window's desk.
func (o *office) rings(title string, class model.Class) app.Done {
	o.Helper()
	done, err := o.desk.Do(app.Order{Command: app.RegisterIncident{ReporterName: "Guru piket", Title: title, Description: "x", Class: class}})
	if err != nil {
		o.Fatal(err)
	}
	return done
}

// later lets time pass, and the window look.
func (o *office) later(d time.Duration) {
	o.clock = o.clock.Add(d)
	o.tick()
}

func TestTheWindowWarnsInTime(t *testing.T) {
	o := openOffice(t, morning)
	call := o.rings("Situs berubah", model.Strategis)
	o.later(time.Minute)
	if said := o.toasted(); strings.Contains(said, string(call.Ticket)) {
		t.Fatalf("too early: %q", said)
	}
	due := model.At(o.clock).Add(9 * time.Minute)
	notice := fyne.NewNotification(string(call.Ticket)+" (Strategis): sisa 5 menit · Waktu respons",
		"Situs berubah. Sudah 50 persen dari target; batas waktu "+o.book.DateTime(due.Time())+". Tidak ada petugas piket.")
	test.AssertNotificationSent(t, notice, func() { o.later(4 * time.Minute) })
	if said := o.toasted(); !strings.Contains(said, notice.Content) || !strings.Contains(said, notice.Title) {
		t.Errorf("told %q", said)
	}
	before := strings.Count(o.toasted(), "Sudah 50 persen")
	if o.later(time.Second * 20); strings.Count(o.toasted(), "Sudah 50 persen") > before {
		t.Error("told twice")
	}
	if title := o.window.Title(); title != "Siaga" {
		t.Errorf("the window is called %q", title)
	}
	o.later(6 * time.Minute)
	o.shell.count()
	if title := o.window.Title(); title != "Siaga - 1 melewati batas waktu" {
		t.Errorf("the window is called %q", title)
	}
}

// Quiet hours hold back what is heard and what the system shows, never about a
// Strategis system, and nothing of what is recorded and shown in the window.
func TestQuietHoursHoldBackEverythingButStrategis(t *testing.T) {
	o := openOffice(t, morning)
	sounds := 0
	o.program.Sound = func() { sounds++ }
	at := o.clock.Hour() * 60
	if err := o.program.Settings.Change(func(c *settings.Choices) {
		c.Sound, c.QuietHours = true, settings.Hours{From: at, To: at + 300}
	}); err != nil {
		t.Fatal(err)
	}
	o.rings("Biasa", model.Tinggi)
	test.AssertNotificationSent(t, nil, func() { o.later(30 * time.Minute) })
	if sounds != 0 || !strings.Contains(o.toasted(), "Biasa. Sudah 50 persen") {
		t.Errorf("%d sounds, told %q", sounds, o.toasted())
	}
	o.rings("Penting", model.Strategis)
	o.later(5 * time.Minute)
	if sounds != 1 || len(o.desk.Incidents()[0].Warned) != 1 {
		t.Errorf("%d sounds about a Strategis system", sounds)
	}
}
