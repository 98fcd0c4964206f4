package ui

import (
	"sync"
	"sync/atomic"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// tendEvery is how often the shared folder is looked into even if nothing is heard
// of a change there.
const tendEvery = 15 * time.Second

// keeper lets the desk's own keeper work beside the window: never twice at once,
// and not any more once the window has closed. What it tells, it tells once.
type keeper struct {
	window *Window
	keep   *app.Keeper

	working sync.Mutex  // held while the desk is being tended
	closed  atomic.Bool // stops what is under way

	busy   bool      // from here on the window's thread only
	began  time.Time // the last round
	called time.Time // the last visit to the shared folder that has ended
	failed error     // why it failed
	told   map[string]bool
	after  []func() // who waits for the next round to end
}

func newKeeper(w *Window) *keeper {
	return &keeper{window: w, keep: app.NewKeeper(w.desk), told: map[string]bool{}}
}

// tick begins a round when the last one is long enough ago, or when something has
// come into the shared folder.
func (k *keeper) tick(now time.Time) {
	if !k.busy && (now.Sub(k.began) >= tendEvery || k.keep.Stirred()) {
		k.round()
	}
}

// Visited is when the shared folder was last visited, and why that failed.
func (k *keeper) Visited() (time.Time, error) { return k.called, k.failed }

// Visit begins a round now, or when the one under way has ended.
func (k *keeper) Visit(then func()) {
	k.after = append(k.after, then)
	if !k.busy {
		k.round()
	}
}

func (k *keeper) round() {
	doors, chosen := k.window.program.Doors, k.window.program.Settings.Choices()
	upkeep := app.Upkeep{SharedFolder: chosen.SharedFolder, BackupFolder: chosen.BackupFolder, KeepBackups: chosen.KeepBackups}
	waiting := k.after
	k.busy, k.began, k.after = true, doors.Now(), nil
	widgets.Run(doors, func() app.Tended { return k.tend(upkeep) }, func(t app.Tended) {
		k.busy = false
		if k.closed.Load() {
			return
		}
		k.note(upkeep, t)
		for _, then := range waiting {
			then()
		}
		if len(k.after) > 0 {
			k.round()
		}
	})
}

// tend works beside the window.
func (k *keeper) tend(u app.Upkeep) app.Tended {
	k.working.Lock()
	defer k.working.Unlock()
	if k.closed.Load() {
		return app.Tended{}
	}
	return k.keep.Tend(u, func(uint64, uint64) bool { return !k.closed.Load() })
}

// close stops what is under way and returns when nothing is any more.
func (k *keeper) close() {
	k.closed.Store(true)
	k.working.Lock() // waits for what is under way
	defer k.working.Unlock()
	k.keep.Close()
}

// note remembers the visit and tells what came, and what is wrong as long as it
// was not told.
func (k *keeper) note(u app.Upkeep, t app.Tended) {
	around, wrong := k.window.around(), map[string]bool{}
	k.failed = nil
	if u.SharedFolder != "" {
		k.called = around.Doors.Now()
	}
	for _, a := range t.Arrivals {
		if a.Events > 0 {
			around.Tell(look.Running, around.Book.N("exchange.came", int(a.Events), "Name", a.From.Label()), k.see(around))
		}
	}
	for name, err := range t.Refused {
		k.tell(around, name, around.T("exchange.notcame", "Why", around.Book.Refusal(err)), wrong)
	}
	for _, err := range t.Failed {
		if r, ok := model.AsRefusal(err); ok && r.Key == "refuse.shared-folder" {
			k.failed = err
		}
		k.tell(around, locales.Open(locales.EN).Refusal(err), around.Book.Refusal(err), wrong)
	}
	k.told = wrong
}

// tell says what is wrong unless it was wrong the last time too.
func (k *keeper) tell(around place.Around, what, sentence string, wrong map[string]bool) {
	if !k.told[what] {
		around.Tell(look.Breached, sentence, k.see(around))
	}
	wrong[what] = true
}

// see leads to the place of the exchange.
func (k *keeper) see(around place.Around) *widgets.Button {
	return widgets.NewButton(around.T("exchange.see"), look.IconNext, func() { around.Go(place.Route{Place: place.Exchange}) })
}
