package place

import (
	"sync/atomic"

	"siaga/app"
	"siaga/ui/widgets"
)

// Long does long work beside the window, under a progress that says how far it
// has come and can be cancelled; then show gets its answer.
func Long[T any](a Around, title string, work func(app.Progress) (T, error), show func(T, error)) {
	type answer struct {
		value T
		err   error
	}
	var stopped atomic.Bool
	shown := widgets.NewProgress(title, a.T("common.cancel"))
	shown.OnCancel = func() { stopped.Store(true) }
	shown.Show(a.Canvas())
	tell := func(done, total uint64) bool {
		share, words := 0.0, a.Book.N("long.done", int(done))
		if total > 0 {
			share, words = float64(done)/float64(total), a.T("long.of", "Done", int(done), "Total", int(total))
		}
		a.Doors.Draw(func() { shown.Set(share, words) })
		return !stopped.Load()
	}
	widgets.Run(a.Doors, func() answer {
		value, err := work(tell)
		return answer{value, err}
	}, func(got answer) {
		shown.Hide()
		show(got.value, got.err)
	})
}
