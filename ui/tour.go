package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/app/settings"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/welcome"
)

// TourPlan says where the tour leaves its pictures and papers; Quick takes one
// look and one language, as a test that the window really opens. Shoot takes a
// picture of the window of a title as the screen shows it; Press works the
// keyboard, with the arguments of xdotool.
type TourPlan struct {
	Out   string
	Quick bool
	Shoot func(title, path string) error
	Press func(arguments ...string) error
}

// tour plays through the real window and takes a picture of each place.
type tour struct {
	*hand
	plan  TourPlan
	taken int
}

// tourEnd is the morning on which the tour's office is at work.
var tourEnd = time.Date(2026, 10, 30, 10, 4, 0, 0, time.FixedZone("WIB", 7*3600))

// pace is how long the window has to draw before a picture is taken.
const pace = 350 * time.Millisecond

// Tour opens the window on an empty folder, sets up a demonstration office,
// takes a call by keyboard, visits every place in each language and look, and
// writes the papers. It returns when the window is closed again.
func Tour(a fyne.App, p Program, plan TourPlan) error {
	real := p.Doors
	began := real.Now()
	now := func() time.Time { return tourEnd.Add(real.Now().Sub(began)) }
	p.World.Now, p.Doors.Now = now, now
	p.Files.Folder = plan.Out
	if err := os.MkdirAll(plan.Out, 0o755); err != nil {
		return err
	}
	w := Open(a, p)
	var failed error
	real.Later(func() {
		t := &tour{hand: &hand{window: w, press: plan.Press}, plan: plan}
		failed = t.play()
		real.Draw(func() { w.window.Close(); a.Quit() })
	})
	a.Run()
	return failed
}

func (t *tour) play() error {
	for _, part := range []func() error{t.setUp, t.takeCall, t.seize, t.visit, t.papers} {
		if err := part(); err != nil {
			return err
		}
	}
	fmt.Println(t.window.book.T("tour.saved", "Count", t.taken, "Folder", t.plan.Out))
	return nil
}

// setUp shows the first screens and makes the demonstration office.
func (t *tour) setUp() error {
	time.Sleep(2 * pace)
	if err := t.shoot("set-up"); err != nil {
		return err
	}
	chosen := welcome.Chosen{Language: locales.ID, Office: tourOffice(), Person: "Sekretariat BekasiKota-CSIRT",
		Passphrase: "pramuka menjaga gerbang kota", Demo: true}
	if _, err := t.window.create(chosen, func(float64) bool { return true }); err != nil {
		return fmt.Errorf("set up the demonstration office: %w", err)
	}
	t.draw(t.window.askPassphrase)
	if err := t.shoot("unlock"); err != nil {
		return err
	}
	t.draw(t.window.enterOpened)
	return nil
}

// takeCall registers a report by keyboard alone, as on the telephone.
func (t *tour) takeCall() error {
	before := len(t.window.desk.Incidents())
	t.do("search", "--name", t.window.window.Title(), "windowfocus")
	t.key("ctrl+n")
	t.write("Guru piket SMP Negeri 73")
	t.key("Tab")
	t.choose("Disdik")
	t.key("Tab")
	t.write("Halaman depan situs sekolah menampilkan iklan judi daring sejak pagi; orang tua murid menelepon sekolah.")
	if err := t.shoot("call"); err != nil {
		return err
	}
	t.key("ctrl+Return")
	if err := t.shoot("call-taken"); err != nil {
		return err
	}
	if t.failed != nil {
		return fmt.Errorf("work the keyboard: %w", t.failed)
	}
	if now := len(t.window.desk.Incidents()); now != before+1 {
		return fmt.Errorf("the call was not registered: %d incidents before, %d after", before, now)
	}
	return nil
}

// face is one look of the window.
type face struct {
	lang  locales.Lang
	theme settings.Theme
	size  fyne.Size
}

func (t *tour) faces() []face {
	small, large := fyne.NewSize(1280, 720), fyne.NewSize(1920, 1080)
	if t.plan.Quick {
		return []face{{locales.ID, settings.Light, small}}
	}
	var out []face
	for _, lang := range locales.Langs() {
		for _, theme := range []settings.Theme{settings.Light, settings.Dark} {
			out = append(out, face{lang, theme, small})
		}
		out = append(out, face{lang, settings.Light, large})
	}
	return out
}

// visit goes to every place in each look.
func (t *tour) visit() error {
	for _, f := range t.faces() {
		t.draw(func() {
			_ = t.window.program.Settings.Change(func(c *settings.Choices) { c.Language, c.Theme = string(f.lang), f.theme })
			t.window.window.Resize(f.size)
			t.window.redress()
		})
		for _, stop := range t.stops() {
			t.draw(func() { t.window.shell.goTo(stop.route) })
			if stop.then != nil {
				stop.then()
			}
			name := fmt.Sprintf("%s-%s-%.0f-%s", f.lang, f.theme, f.size.Width, stop.name)
			if err := t.shoot(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// firstParts are the parts that a place shows first; it remembers where a
// person was last.
var firstParts = map[place.Name]string{place.People: "team", place.Systems: "systems", place.Papers: "period", place.Exchange: "send"}

type stop struct {
	name  string
	route place.Route
	then  func() // what is done there before the picture, nil for nothing
}

// stops are the routes of which pictures are taken.
func (t *tour) stops() []stop {
	var out []stop
	for _, p := range places {
		out = append(out, stop{name: string(p.name), route: place.Route{Place: p.name, Part: firstParts[p.name]}})
	}
	if r := t.atWork(); r != nil {
		out = append(out,
			stop{name: "incident", route: place.Route{Place: place.Incidents, Subject: r.ID}},
			stop{name: "warnings", route: place.Route{Place: place.Incidents, Subject: r.ID, Part: "warnings"}},
			stop{name: "evidence", route: place.Route{Place: place.Incidents, Subject: r.ID, Part: "evidence"}},
			stop{name: "history", route: place.Route{Place: place.Incidents, Subject: r.ID, Part: "history"}},
			stop{name: "closing-report", route: place.Route{Place: place.Papers, Subject: r.ID, Part: "resolution"}})
	}
	out = append(out,
		stop{name: "intake", route: place.Route{Place: place.Incidents, Part: "intake"}},
		stop{name: "period", route: place.Route{Place: place.Papers, Part: "2026-09"}},
		stop{name: "register", route: place.Route{Place: place.Papers, Part: "register"}},
		stop{name: "exchange-decide", route: place.Route{Place: place.Exchange, Part: "decide"}},
		stop{name: "exchange-desks", route: place.Route{Place: place.Exchange, Part: "desks"}},
		stop{name: "exchange-backup", route: place.Route{Place: place.Exchange, Part: "backup"}},
		stop{name: "duty", route: place.Route{Place: place.People, Part: "duty"}},
		stop{name: "settings-warn", route: place.Route{Place: place.Settings, Part: "warn"}})
	if decisions, err := t.window.desk.Decisions(); err == nil && len(decisions) > 0 {
		out = append(out, stop{name: "exchange-decision", route: place.Route{Place: place.Exchange, Part: "decide", Subject: decisions[0].Subject}})
	}
	return append(out, t.policyStops()...)
}

// atWork is an incident that a team is at work on, nil when there is none.
func (t *tour) atWork() *model.Row {
	for _, r := range t.window.desk.Incidents() {
		if len(r.Passages) > 6 && r.Outcome == "" {
			return r
		}
	}
	return nil
}

// seize keeps a file as evidence: the picture of the call.
func (t *tour) seize() (err error) {
	r := t.atWork()
	if r == nil {
		return nil
	}
	order := app.Order{Command: app.AddEvidence{Incident: app.IncidentRef(r.ID), Name: "Tangkapan layar laporan",
		Description: "Layar petugas piket saat laporan diterima", Location: "Penyimpanan bukti digital", File: filepath.Join(t.plan.Out, "call.png")}}
	t.draw(func() { _, err = t.window.desk.Do(order) })
	return err
}

// shoot takes a picture of the window when it has been drawn.
func (t *tour) shoot(name string) error {
	time.Sleep(pace)
	t.taken++
	if err := t.plan.Shoot(t.window.window.Title(), filepath.Join(t.plan.Out, name+".png")); err != nil {
		return fmt.Errorf("take a picture of %s: %w", name, err)
	}
	return nil
}
