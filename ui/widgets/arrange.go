package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// row sets objects side by side, each centred in height, 6 points apart.
func row(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(sideBySide{gap: 6}, objects...)
}

// stretch sets objects side by side and gives the first all the width that is left.
func stretch(first fyne.CanvasObject, rest ...fyne.CanvasObject) *fyne.Container {
	return container.New(sideBySide{gap: 6, grow: 1}, append([]fyne.CanvasObject{first}, rest...)...)
}

// rowThatGrows sets two objects side by side and gives the second all the width that is left.
func rowThatGrows(first, second fyne.CanvasObject) *fyne.Container {
	return container.New(sideBySide{gap: 6, grow: 2}, first, second)
}

// stack sets objects below each other with the given air between them.
func stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// inset puts air around an object, in points: above and below, left and right.
func inset(tall, wide float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(tall, tall, wide, wide), content)
}

// topThenRest keeps the reading order for Tab, which a Fyne border container does not.
func topThenRest(top, rest fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewBorderLayout(top, nil, nil, nil), top, rest)
}

type sideBySide struct {
	gap  float32
	grow int // which object, counted from 1, takes the width that is left; 0 for none
}

func (l sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if size.Width > 0 {
			size.Width += l.gap
		}
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}

func (l sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := size.Width - l.MinSize(objects).Width
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if i+1 == l.grow {
			least.Width = max(0, least.Width+spare)
		}
		o.Resize(least)
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + l.gap
	}
}

// atLeast asks for a width and height even when the content needs less.
type atLeast fyne.Size

func (l atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.Size(l))
}

func (atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.Position{})
}

// NewWidth returns content that is at least so many points wide.
func NewWidth(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(atLeast{Width: width}, content)
}

// NewHeight returns content that is at least so many points high.
func NewHeight(height float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(atLeast{Height: height}, content)
}

// NewFlow sets objects side by side and goes on in the next line when the width is used up.
func NewFlow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 6), objects...)
}

// evenColumns gives every object the same width and the height of the tallest.
type evenColumns struct{ gap float32 }

func (l evenColumns) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size.Width += o.MinSize().Width + l.gap
	}
	size.Width = max(0, size.Width-l.gap)
	size.Height = tallest(objects)
	return size
}

func (l evenColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width + l.gap) / float32(max(1, len(objects)))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*width, 0))
		o.Resize(fyne.NewSize(width-l.gap, size.Height))
	}
}

func tallest(objects []fyne.CanvasObject) (height float32) {
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
}
