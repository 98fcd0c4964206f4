package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Form sets fields below each other, in two columns where there is room; Tab follows
// the order in which they were given, Ctrl+Enter submits from every field.
type Form struct {
	piece
	OnSubmit func()
	fields   []*Field
}

// submitter is an input from which Ctrl+Enter submits.
type submitter interface{ onSubmit(func()) }

// teller is an input that tells when it gets the keyboard.
type teller interface{ onFocus(func()) }

// NewForm returns a form of these fields in reading order.
func NewForm(fields ...*Field) *Form {
	f := &Form{fields: fields}
	objects := make([]fyne.CanvasObject, len(fields))
	for i, field := range fields {
		objects[i] = field
		if input, ok := field.Input.(submitter); ok {
			input.onSubmit(f.Submit)
		}
		if input, ok := field.Input.(teller); ok {
			input.onFocus(func() { reveal(field) })
		}
	}
	f.start(f, container.New(&formLayout{}, objects...))
	return f
}

// Submit takes old mistakes away and calls OnSubmit.
func (f *Form) Submit() {
	f.ShowErrors(nil)
	if f.OnSubmit != nil {
		f.OnSubmit()
	}
}

// FocusFirst puts the keyboard into the first visible field.
func (f *Form) FocusFirst() {
	for _, field := range f.fields {
		if field.Visible() {
			field.Focus()
			return
		}
	}
}

// ShowErrors shows each mistake at its field, by the field's ID, and puts the keyboard
// into the first of them; it returns the sentences that have no field here.
func (f *Form) ShowErrors(mistakes map[string]string) (homeless []string) {
	known := map[string]bool{}
	focused := false
	for _, field := range f.fields {
		known[field.ID] = true
		field.SetError(mistakes[field.ID])
		if mistakes[field.ID] != "" && !focused {
			field.Focus()
			focused = true
		}
	}
	for id, sentence := range mistakes {
		if !known[id] {
			homeless = append(homeless, sentence)
		}
	}
	f.box.Refresh()
	return homeless
}

// ShowField shows or hides a field that depends on an earlier answer.
func (f *Form) ShowField(id string, visible bool) {
	if field := f.Field(id); field != nil {
		field.Hidden = !visible
		f.box.Refresh()
	}
}

// Field returns the field of an ID, nil when there is none.
func (f *Form) Field(id string) *Field {
	for _, field := range f.fields {
		if field.ID == id {
			return field
		}
	}
	return nil
}

const (
	formGap      = 14
	twoColumnsAt = 700 // points of width
)

// formLayout remembers the width it was given, because its height depends on it.
type formLayout struct{ width float32 }

// lines groups what stands side by side.
func (l *formLayout) lines(objects []fyne.CanvasObject) (lines [][]fyne.CanvasObject) {
	open := false
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		field, isField := o.(*Field)
		alone := l.width < twoColumnsAt || (isField && field.wide)
		if open && !alone {
			lines[len(lines)-1] = append(lines[len(lines)-1], o)
			open = false
			continue
		}
		lines = append(lines, []fyne.CanvasObject{o})
		open = !alone
	}
	return lines
}

func (l *formLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, line := range l.lines(objects) {
		size.Height += tallest(line) + formGap
		for _, o := range line {
			size.Width = max(size.Width, o.MinSize().Width)
		}
	}
	size.Height = max(0, size.Height-formGap)
	return size
}

func (l *formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	half := (size.Width - 2*formGap) / 2
	for _, line := range l.lines(objects) {
		for i, o := range line {
			width := size.Width
			if field, ok := o.(*Field); l.width >= twoColumnsAt && !(ok && field.wide) {
				width = half
			}
			o.Move(fyne.NewPos(float32(i)*(half+2*formGap), y))
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
		y += tallest(line) + formGap
	}
}
