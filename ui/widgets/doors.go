package widgets

import "time"

// Doors are the ways out of a page: slow work, drawing from elsewhere, and the time.
type Doors struct {
	Later func(work func())   // runs slow work beside the window
	Draw  func(change func()) // runs a change on the window's own thread
	Now   func() time.Time    // the present instant in UTC
}

// NewTestDoors returns doors that do everything at once and whose clock stands still,
// for tests and pictures.
func NewTestDoors(now time.Time) Doors {
	atOnce := func(f func()) { f() }
	return Doors{Later: atOnce, Draw: atOnce, Now: func() time.Time { return now }}
}

// Run does slow work beside the window and shows its answer on the window's thread.
func Run[T any](d Doors, work func() T, show func(T)) {
	d.Later(func() {
		answer := work()
		d.Draw(func() { show(answer) })
	})
}

// Latest drops the answers of questions that were overtaken by a newer one: a slow old
// search must not replace a newer result. Use it from the window's thread only.
type Latest struct{ asked int }

// Ask starts a question and returns whether its answer is still wanted, to be called
// when the answer is there.
func (l *Latest) Ask() (wanted func() bool) {
	l.asked++
	mine := l.asked
	return func() bool { return mine == l.asked }
}
