package ui

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// warnEvery is how often the desk looks whether somebody is to be warned.
const warnEvery = 15 * time.Second

// alarms lets the desk warn beside the window, and tells what it warned of: in the
// window, and as a notification of the system with a sound as chosen here.
type alarms struct {
	window *Window

	working sync.Mutex // held while the desk warns
	closed  bool       // under working

	busy   bool      // from here on the window's thread only
	began  time.Time // the last look
	failed bool      // it did, which is told once
}

// warned is what a look came to.
type warned struct {
	alarms []app.Alarm
	err    error
}

// tick begins a look when the last one is long enough ago.
func (a *alarms) tick(now time.Time) {
	if a.busy || now.Sub(a.began) < warnEvery {
		return
	}
	a.busy, a.began = true, now
	widgets.Run(a.window.program.Doors, a.look, func(w warned) {
		a.busy = false
		if w.err != nil && !a.failed {
			a.window.around().Fail(w.err)
		}
		a.failed = w.err != nil
		for _, m := range app.Messages(w.alarms) {
			a.tell(m)
		}
	})
}

func (a *alarms) look() (w warned) {
	a.working.Lock()
	defer a.working.Unlock()
	if !a.closed {
		w.alarms, w.err = a.window.desk.Warn()
	}
	return w
}

// close returns when nothing is under way any more.
func (a *alarms) close() {
	a.working.Lock()
	defer a.working.Unlock()
	a.closed = true
}

// tell says a message in the window always, and outside it unless these are quiet
// hours that hold it back.
func (a *alarms) tell(m app.Message) {
	around, chosen := a.window.around(), a.window.program.Settings.Choices()
	title, text := spoken(around.Book, m)
	around.Tell(look.Warning, title+". "+text, a.open(around, m.Incident))
	zone, _ := a.window.desk.Zone()
	if !m.Urgent && chosen.QuietHours.Hold(around.Doors.Now().In(zone)) {
		return
	}
	if !chosen.Quiet {
		a.window.app.SendNotification(fyne.NewNotification(title, text))
	}
	if chosen.Sound && a.window.program.Sound != nil {
		a.window.program.Doors.Later(a.window.program.Sound)
	}
}

// spoken is a message in words: its title, and the sentences below in one piece.
func spoken(book *locales.Book, m app.Message) (title, text string) {
	for _, s := range m.Text {
		if text != "" {
			text += " "
		}
		text += book.Tell(s.Key, s.Args...)
	}
	return book.Tell(m.Title.Key, m.Title.Args...), text
}

// open leads to the incident that a message is about, or to Hari ini.
func (a *alarms) open(around place.Around, id model.IncidentID) *widgets.Button {
	word, route := "warn.open", place.Route{Place: place.Incidents, Subject: id, Part: "warnings"}
	if id == "" {
		word, route = "warn.see", place.Route{Place: place.Today}
	}
	return widgets.NewButton(around.T(word), look.IconNext, func() { around.Go(route) })
}
