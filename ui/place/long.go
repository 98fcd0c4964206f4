package place

import (
	"sync/atomic"

	"siaga/app"
	"siaga/ui/widgets"
)

// Long does long work beside the window, under a progress that says how many
// records it has come to and can be cancelled; then show gets its answer.
func Long[T any](a Around, title string, work func(app.Progress) (T, error), show func(T, error)) {
	long(a, title, func(done, total uint64) string {
		if total == 0 {
			return a.Book.N("long.done", int(done))
		}
		return a.T("long.of", "Done", int(done), "Total", int(total))
	}, work, show)
}

// LongRead is Long for work that reads or writes a file, and counts its bytes.
func LongRead[T any](a Around, title string, work func(app.Progress) (T, error), show func(T, error)) {
	long(a, title, func(done, total uint64) string {
		return a.T("long.bytes", "Done", a.Book.Bytes(int64(done)), "Total", a.Book.Bytes(int64(total)))
	}, work, show)
}

func long[T any](a Around, title string, words func(done, total uint64) string, work func(app.Progress) (T, error), show func(T, error)) {
	type answer struct {
		value T
		err   error
	}
	var stopped atomic.Bool
	shown := widgets.NewProgress(title, a.T("common.cancel"))
	shown.OnCancel = func() { stopped.Store(true) }
	shown.Show(a.Canvas())
	drawn := -1.0
	tell := func(done, total uint64) bool {
		share := 0.0
		if total > 0 {
			share = float64(done) / float64(total)
		}
		if total == 0 || share == 1 || share-drawn >= 0.005 { // a file is read in thousands of parts
			drawn = share
			a.Doors.Draw(func() { shown.Set(share, words(done, total)) })
		}
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
