package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// Bar is one value of a chart, with its printed figure.
type Bar struct {
	Label string
	Value float64
	Text  string // the value as it is printed
	Tone  look.Tone
}

// NewBars returns horizontal bars with their values printed; onTap hears which, counted
// from 0, and opens the list that it counted; nil makes them ones to look at only.
func NewBars(bars []Bar, onTap func(int)) fyne.CanvasObject {
	lines := stack(2)
	top := greatest(bars)
	for i, bar := range bars {
		label := newWrapped(&wrapped{text: bar.Label, size: theme.SizeNameText, width: 180})
		line := container.New(barLine{}, label, newBarFace(bar, top, false), newWords(&Words{Text: bar.Text, Bold: true}))
		lines.Add(newSurface(&Panel{Content: line, Pad: 4, Radius: 4}, tapOf(onTap, i)))
	}
	return lines
}

// NewColumns returns upright bars, for what changes from month to month.
func NewColumns(bars []Bar, height float32, onTap func(int)) fyne.CanvasObject {
	columns := container.New(evenColumns{})
	top := greatest(bars)
	for i, bar := range bars {
		label := newWrapped(&wrapped{text: bar.Label, size: theme.SizeNameCaptionText, align: fyne.TextAlignCenter, width: 40})
		value := newWords(&Words{Text: bar.Text, Bold: true, Align: fyne.TextAlignCenter, TextSize: theme.SizeNameCaptionText})
		column := stack(2, NewHeight(height, newBarFace(bar, top, true)), value, label)
		columns.Add(newSurface(&Panel{Content: column, Pad: 4, Radius: 4}, tapOf(onTap, i)))
	}
	return columns
}

func tapOf(onTap func(int), i int) func() {
	if onTap == nil {
		return nil
	}
	return func() { onTap(i) }
}

func greatest(bars []Bar) float64 {
	top := 0.0
	for _, bar := range bars {
		top = max(top, bar.Value)
	}
	return max(top, 1e-9)
}

// barLine gives the label a third, the value what it needs, the bar the rest.
type barLine struct{}

func (barLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(220, tallest(objects))
}

func (barLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label, bar, value := objects[0], objects[1], objects[2]
	third := size.Width * 0.36
	label.Resize(fyne.NewSize(third, label.MinSize().Height))
	label.Move(fyne.NewPos(0, (size.Height-label.MinSize().Height)/2))
	const room = 64 // for the value
	bar.Move(fyne.NewPos(third+8, 2))
	bar.Resize(fyne.NewSize(size.Width-third-16-room, size.Height-4))
	value.Move(fyne.NewPos(size.Width-room, 0))
	value.Resize(fyne.NewSize(room, size.Height))
}

// barFace is the coloured rectangle on its pale track.
type barFace struct {
	widget.BaseWidget
	share   float32
	upright bool
	tone    look.Tone
	track   *canvas.Rectangle
	fill    *canvas.Rectangle
}

func newBarFace(bar Bar, top float64, upright bool) *barFace {
	f := &barFace{share: float32(max(bar.Value, 0) / top), upright: upright, tone: bar.Tone,
		track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is called by Fyne.
func (f *barFace) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{f} }

type barRenderer struct{ face *barFace }

func (r *barRenderer) Layout(size fyne.Size) {
	f := r.face
	ink := f.tone.Color()
	if f.tone == look.Plain {
		ink = theme.ColorNamePrimary
	}
	f.track.FillColor, f.fill.FillColor = colour(f, look.ColorZebra), colour(f, ink)
	f.track.CornerRadius, f.fill.CornerRadius = 3, 3
	if !f.upright {
		f.track.Resize(size)
		f.fill.Resize(fyne.NewSize(size.Width*f.share, size.Height))
		return
	}
	width := min(size.Width, 44)
	x := (size.Width - width) / 2
	f.track.Move(fyne.NewPos(x, 0))
	f.track.Resize(fyne.NewSize(width, size.Height))
	f.fill.Move(fyne.NewPos(x, size.Height*(1-f.share)))
	f.fill.Resize(fyne.NewSize(width, size.Height*f.share))
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(16, 20) }
func (r *barRenderer) Destroy()           {}

func (r *barRenderer) Refresh() {
	r.Layout(r.face.Size())
	canvas.Refresh(r.face)
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.face.track, r.face.fill}
}
