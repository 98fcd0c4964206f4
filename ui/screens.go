package ui

import (
	"errors"
	"time"

	"siaga/app"
	"siaga/app/demo"
	"siaga/app/settings"
	"siaga/app/vault"
	"siaga/ui/welcome"
)

// start shows the first screen: the set-up of a new desk, the question for the
// passphrase, or the desk itself where it may be opened without asking.
func (w *Window) start() {
	if !app.Exists(w.program.World.Folder) {
		setup := welcome.NewSetup(w.around(), w.create, w.enterNew)
		w.ask(setup)
		return
	}
	if with, ok := w.credential(); ok {
		if err := w.unlock(with); err == nil {
			w.enterOpened()
			return
		}
	}
	w.askPassphrase()
}

func (w *Window) askPassphrase() {
	unlock := welcome.NewUnlock(w.around(), w.unlock, func() {
		if len(w.desk.People()) < 2 || w.desk.Recovery() != nil {
			w.enterOpened()
			return
		}
		w.ask(welcome.NewSitting(w.around(), w.desk, w.enterOpened))
	})
	w.ask(unlock)
}

// credential is what opens the desk without asking: a passphrase that was
// handed in, or the key file of an unattended desk.
func (w *Window) credential() (vault.Credential, bool) {
	if w.program.Secret != "" {
		return vault.Passphrase(w.program.Secret), true
	}
	if w.program.KeyFile != "" {
		return vault.KeyFile(w.program.KeyFile), true
	}
	return app.Unattended(w.program.World.Folder)
}

// unlock opens the desk; it may run beside the window.
func (w *Window) unlock(with vault.Credential) error {
	d, err := app.Unlock(w.program.World, with)
	if err == nil {
		w.desk = d
	}
	return err
}

func (w *Window) enterOpened() { w.enter(w.desk) }

// demoSeed tells every demonstration office the same year.
const demoSeed = 217

// enterNew goes into a desk that was just set up; one that came from a file asks
// first who sits there.
func (w *Window) enterNew() {
	if _, sits := w.desk.AtDesk(); sits || len(w.desk.People()) == 0 {
		w.enterOpened()
		return
	}
	w.ask(welcome.NewSitting(w.around(), w.desk, w.enterOpened))
}

// create sets up what was chosen and opens it; it runs beside the window.
func (w *Window) create(chosen welcome.Chosen, progress func(float64) bool) (made welcome.Made, err error) {
	world := w.program.World
	lock := app.Lock{Passphrase: chosen.Passphrase, Cost: w.program.Cost}
	if chosen.Unattended {
		lock.KeyFile = app.KeyPath(world.Folder)
	}
	if err := w.program.Settings.Change(func(c *settings.Choices) { c.Language = string(chosen.Language) }); err != nil {
		return made, err
	}
	setup := app.Setup{Office: chosen.Office, Person: chosen.Person, Agencies: true}
	told := func(done, total uint64) bool { return progress(float64(done) / float64(max(total, 1))) }
	switch {
	case chosen.Way == welcome.Join:
		w.desk, made.Recovery, err = app.Join(world, lock, []string{chosen.File}, chosen.Code, told)
	case chosen.Way == welcome.Restore:
		w.desk, made.Recovery, err = app.Restore(world, lock, []string{chosen.File}, chosen.Code, told)
	case chosen.Demo:
		made.Recovery, err = w.createDemo(lock, setup, progress)
	default:
		w.desk, made.Recovery, err = app.Create(world, lock, setup)
	}
	if err != nil {
		return made, err
	}
	made.Office = w.desk.Office().OfficeName
	return made, nil
}

// dial is a clock that is set by hand: the year of a demonstration office is
// typed in day by day.
type dial struct{ at time.Time }

// Set sets the clock.
func (k *dial) Set(at time.Time) { k.at = at }

func (w *Window) createDemo(lock app.Lock, setup app.Setup, progress func(float64) bool) (recovery string, err error) {
	options := demo.Options{Seed: demoSeed, Until: w.program.World.Now(), Second: true}
	clock := &dial{options.From()}
	options.Clock = clock
	past := w.program.World
	past.Now = func() time.Time { return clock.at }
	d, recovery, err := app.Create(past, lock, setup)
	if err != nil {
		return "", err
	}
	progress(0.1)
	_, err = demo.Fill(d, options)
	if err := errors.Join(err, d.Close()); err != nil {
		return "", err
	}
	progress(1)
	return recovery, w.unlock(vault.Passphrase(lock.Passphrase))
}

// showRecovery explains a desk that is not whole and repairs it.
func (w *Window) showRecovery() {
	w.ask(welcome.NewRecovery(w.around(), w.desk, func() { w.enter(w.desk) }, w.window.Close))
}
