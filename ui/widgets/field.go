package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Field is one question of a form: label, input, hint, and the mistake under it.
type Field struct {
	piece
	ID    string // the name under which ShowErrors finds it
	Input fyne.CanvasObject
	wide  bool

	label, mark   *Words
	hint, mistake *wrapped
	mistakeLine   *fyne.Container
}

// usualField is the width for which sentences are broken until the field is laid out.
const usualField = 340

// NewField returns a question with its input, usually an [Entry], [Pick], [When] or [Check].
func NewField(id, label string, input fyne.CanvasObject) *Field {
	f := &Field{ID: id, Input: input}
	f.label = newWords(&Words{Text: label, Bold: true})
	f.mark = newWords(&Words{Text: "*", Bold: true, Colour: theme.ColorNameError})
	f.hint = newWrapped(&wrapped{ink: look.ColorMuted, size: theme.SizeNameCaptionText, width: usualField})
	f.mistake = newWrapped(&wrapped{ink: look.Breached.Color(), size: theme.SizeNameCaptionText, width: usualField})
	f.mistakeLine = rowThatGrows(newIcon(look.Breached.Icon()), f.mistake)
	f.mark.Hide()
	f.hint.Hide()
	f.mistakeLine.Hide()
	heading := row(f.label, f.mark)
	heading.Hidden = label == ""
	f.start(f, stack(3, heading, input, f.hint, f.mistakeLine))
	return f
}

// Required marks the question as one that must be answered, and returns the field.
func (f *Field) Required() *Field {
	f.mark.Show()
	return f
}

// Wide lets the field take both columns of a wide form, and returns the field.
func (f *Field) Wide() *Field {
	f.wide = true
	return f
}

// Hint sets the small sentence under the input, and returns the field.
func (f *Field) Hint(sentence string) *Field {
	f.hint.say(sentence)
	f.hint.Hidden = sentence == "" || f.mistakeLine.Visible()
	return f
}

// SetError shows what is wrong and what to do, in place of the hint; "" takes it away.
func (f *Field) SetError(sentence string) {
	f.mistake.say(sentence)
	f.mistakeLine.Hidden = sentence == ""
	f.hint.Hidden = sentence != "" || f.hint.text == ""
	f.box.Refresh()
}

// Error returns the mistake that is shown, "" for none.
func (f *Field) Error() string { return f.mistake.text }

// Focus puts the keyboard into the input.
func (f *Field) Focus() {
	if target := focusable(f.Input); target != nil {
		if c := canvasOf(f); c != nil {
			c.Focus(target)
		}
	}
}

// compound inputs name the part that takes the keyboard.
type compound interface{ keyboard() fyne.Focusable }

func focusable(o fyne.CanvasObject) fyne.Focusable {
	if whole, ok := o.(compound); ok {
		return whole.keyboard()
	}
	if target, ok := o.(fyne.Focusable); ok {
		return target
	}
	if box, ok := o.(*fyne.Container); ok {
		for _, child := range box.Objects {
			if target := focusable(child); target != nil {
				return target
			}
		}
	}
	return nil
}
