package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// NewEmpty says what belongs in an empty place and offers the first step; icon and
// button may be nil.
func NewEmpty(icon fyne.Resource, sentence string, step *Button) fyne.CanvasObject {
	words := &widget.Label{Text: sentence, Alignment: fyne.TextAlignCenter, Wrapping: fyne.TextWrapWord}
	objects := []fyne.CanvasObject{}
	if icon != nil {
		picture := widget.NewIcon(look.Tinted(icon, look.ColorMuted))
		objects = append(objects, container.NewCenter(container.New(atLeast{Width: 40, Height: 40}, picture)))
	}
	objects = append(objects, NewWidth(380, words))
	if step != nil {
		objects = append(objects, container.NewCenter(step))
	}
	return container.NewCenter(stack(6, objects...))
}
