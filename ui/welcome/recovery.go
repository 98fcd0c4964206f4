package welcome

import (
	"strings"

	"siaga/app"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Broken is what the recovery asks of a desk that is not whole.
type Broken interface {
	Recovery() *app.Trouble
	Check() (app.Checked, error)
	Repair(onProgress func(events uint64) bool) (uint64, error)
}

// Recovery explains what is not whole and repairs it.
type Recovery struct {
	*screen
	desk  Broken
	open  func()
	close func()
}

// NewRecovery returns the recovery of a desk; open goes on into the desk once
// it is whole, close leaves the program with everything as it is.
func NewRecovery(around place.Around, desk Broken, open, close func()) *Recovery {
	r := &Recovery{screen: newScreen(around), desk: desk, open: open, close: close}
	r.explain()
	return r
}

// explain says what was found, what that means, and what can be done.
func (r *Recovery) explain() {
	trouble := r.desk.Recovery()
	if trouble == nil {
		r.whole(0)
		return
	}
	what := strings.TrimPrefix(trouble.Key, "recovery.")
	r.show(r.around.T("welcome.recovery.title"),
		widgets.Stacked(
			widgets.NewProse(r.around.T("welcome.recovery.calm")),
			widgets.NewSection(r.around.T("welcome.recovery.found"), nil, widgets.NewProse(r.around.T(trouble.Key))),
			widgets.NewSection(r.around.T("welcome.recovery.missing"), nil, widgets.Stacked(
				widgets.NewProse(r.around.T("welcome.recovery.missing."+what)),
				widgets.NewMuted(r.around.Book.N("welcome.recovery.events", int(trouble.Events)))))),
		widgets.NewPrimary(r.around.T("welcome.recovery.repair"), look.IconRefresh, r.ask),
		widgets.NewButton(r.around.T("welcome.recovery.check"), look.IconShield, r.check),
		widgets.NewButton(r.around.T("welcome.recovery.close"), look.IconClose, r.close))
}

// check looks again, without changing anything.
func (r *Recovery) check() {
	progress := widgets.NewProgress(r.around.T("welcome.recovery.checking"), "")
	progress.Show(r.around.Canvas())
	widgets.Run(r.around.Doors, func() error {
		_, err := r.desk.Check()
		return err
	}, func(err error) {
		progress.Hide()
		if err != nil {
			r.say(look.Breached, r.around.T(app.TroubleKey(err)))
			return
		}
		r.say(look.Kept, r.around.T("welcome.recovery.whole"))
	})
}

// ask asks before anything is written.
func (r *Recovery) ask() {
	widgets.Confirm{
		Title: r.around.T("welcome.recovery.repair"), Sentence: r.around.T("welcome.recovery.repair.sentence"),
		Primary: r.around.T("welcome.recovery.repair"), Secondary: r.around.T("common.cancel"),
		OnConfirm: func(string) { r.repair() },
	}.Show(r.around.Canvas())
}

// repaired is the answer to a repair.
type repaired struct {
	events uint64
	err    error
}

func (r *Recovery) repair() {
	progress := widgets.NewProgress(r.around.T("welcome.recovery.repairing"), "")
	progress.Show(r.around.Canvas())
	total := float64(max(1, r.desk.Recovery().Events))
	widgets.Run(r.around.Doors, func() repaired {
		events, err := r.desk.Repair(func(events uint64) bool {
			r.around.Doors.Draw(func() {
				progress.Set(min(1, float64(events)/total), r.around.Book.N("welcome.recovery.read", int(events)))
			})
			return true
		})
		return repaired{events, err}
	}, func(done repaired) {
		progress.Hide()
		if done.err != nil {
			r.say(look.Breached, r.around.Book.Refusal(done.err))
			return
		}
		r.whole(int(done.events))
	})
}

// whole says that the desk is whole and goes on into it.
func (r *Recovery) whole(events int) {
	r.show(r.around.T("welcome.recovery.done"), widgets.NewProse(r.around.Book.N("welcome.recovery.repaired", events)),
		widgets.NewPrimary(r.around.T("welcome.open"), nil, r.open))
}
