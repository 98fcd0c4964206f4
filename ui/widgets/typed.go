package widgets

import (
	"fyne.io/fyne/v2"
)

// Typed is an entry for a value that is written as text: a duration, a number, an
// amount. What is typed is read by parse, and written again tidily by format when the
// keyboard leaves.
type Typed[T comparable] struct {
	Entry
	OnValue func(T) // after each change that can be read
	format  func(T) string
	parse   func(string) (T, error)
}

// NewTyped returns an empty entry; parse refuses with the error that Value returns.
func NewTyped[T comparable](placeholder string, format func(T) string, parse func(string) (T, error)) *Typed[T] {
	e := &Typed[T]{format: format, parse: parse}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = placeholder
	e.OnDone = e.tidy
	e.OnChanged = func(text string) {
		if value, err := parse(text); err == nil && e.OnValue != nil {
			e.OnValue(value)
		}
	}
	return e
}

// Value returns what is typed, or why it cannot be read.
func (e *Typed[T]) Value() (T, error) { return e.parse(e.Text) }

// SetValue writes a value.
func (e *Typed[T]) SetValue(value T) { e.SetText(e.format(value)) }

// tidy leaves what says more than the tidy text would, such as the second of an instant.
func (e *Typed[T]) tidy() {
	value, err := e.parse(e.Text)
	if err != nil || e.Text == "" {
		return
	}
	tidy := e.format(value)
	if again, err := e.parse(tidy); err == nil && again == value {
		e.SetText(tidy)
	}
}

// NewWithUnit sets an entry beside a unit or a button.
func NewWithUnit(input fyne.CanvasObject, unit fyne.CanvasObject) fyne.CanvasObject {
	return stretch(input, unit)
}
