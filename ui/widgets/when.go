package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// WhenWords are the words and ways of writing of an instant.
type WhenWords struct {
	Months      [12]string                      // January first
	Days        [7]string                       // short, Monday first
	Now         string                          // the button that takes the present
	Placeholder string                          // an example of how to write
	Zone        *time.Location                  // in which people read and write
	Format      func(time.Time) string          // how an instant is written
	Parse       func(string) (time.Time, error) // how it is read
}

// When is an entry for an instant, with a button for now and a small calendar. Alt+Down
// opens the calendar.
type When struct {
	piece
	OnValue func(time.Time)

	entry    *Typed[time.Time]
	words    WhenWords
	now      func() time.Time
	calendar *Button
	popup    *widget.PopUp
}

// NewWhen returns an empty entry; now is the clock of the page's Doors.
func NewWhen(words WhenWords, now func() time.Time) *When {
	w := &When{words: words, now: now}
	w.entry = NewTyped(words.Placeholder, words.Format, words.Parse)
	w.entry.OnValue = func(t time.Time) {
		if w.OnValue != nil {
			w.OnValue(t)
		}
	}
	w.calendar = NewButton("", look.IconCalendar, w.OpenCalendar)
	present := NewButton(words.Now, nil, func() { w.SetValue(now()) })
	w.start(w, stretch(w.entry, w.calendar, present))
	return w
}

// Value returns the instant in UTC, or why what is typed cannot be read.
func (w *When) Value() (time.Time, error) {
	t, err := w.entry.Value()
	return t.UTC(), err
}

// Empty says whether nothing is typed.
func (w *When) Empty() bool { return w.entry.Text == "" }

// SetValue writes an instant; the zero time empties the entry.
func (w *When) SetValue(t time.Time) {
	if t.IsZero() {
		w.entry.SetText("")
		return
	}
	w.entry.SetValue(t.In(w.words.Zone))
}

// OpenCalendar shows the calendar under the entry; the time of day stays as it is.
func (w *When) OpenCalendar() {
	c := canvasOf(w)
	if c == nil {
		return
	}
	at, err := w.entry.Value()
	if err != nil || w.Empty() {
		at = w.now()
	}
	month := newMonth(w.words, at.In(w.words.Zone), w.now().In(w.words.Zone))
	month.take = func(t time.Time) {
		w.closeCalendar()
		w.SetValue(t)
	}
	month.leave = w.closeCalendar
	w.popup = widget.NewPopUp(inset(8, 8, month), c)
	w.popup.ShowAtRelativePosition(fyne.NewPos(0, w.Size().Height+2), w)
	c.Focus(month)
}

func (w *When) closeCalendar() {
	w.popup.Hide()
	if c := canvasOf(w); c != nil {
		c.Focus(w.entry)
	}
}

func (w *When) keyboard() fyne.Focusable { return w.entry }

func (w *When) onSubmit(submit func()) { w.entry.onSubmit(submit) }

func (w *When) onFocus(told func()) { w.entry.onFocus(told) }

// Span is an entry for a duration.
type Span = Typed[time.Duration]

// NewSpan returns an empty entry for a duration, written as the language writes it.
func NewSpan(placeholder string, format func(time.Duration) string, parse func(string) (time.Duration, error)) *Span {
	return NewTyped(placeholder, format, parse)
}
