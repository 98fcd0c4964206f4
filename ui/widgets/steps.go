package widgets

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// StepState is where a step of the flow stands.
type StepState int

// The states of a step.
const (
	StepAhead   StepState = iota // not reached
	StepDone                     // passed
	StepCurrent                  // the incident stands here
	StepBlocked                  // stands here and something is missing
	StepEnded                    // the flow ended here (not an incident)
)

// Step is one activity of the flow (Lampiran III has nine).
type Step struct {
	Title string
	State StepState
	Word  string // what the state is called, under the title
	When  string // when it was passed
	Who   string // who passed it or may pass it
}

var stepTone = map[StepState]look.Tone{
	StepAhead: look.Neutral, StepDone: look.Kept, StepCurrent: look.Running, StepBlocked: look.Warning, StepEnded: look.Paused,
}

// Steps is the strip of the flow, all steps in one width.
type Steps struct {
	piece
	OnTap func(index int) // counted from 0
}

// NewSteps returns an empty strip.
func NewSteps() *Steps {
	s := &Steps{}
	s.start(s)
	return s
}

// SetSteps replaces what is shown.
func (s *Steps) SetSteps(steps []Step) {
	columns := container.New(evenColumns{})
	for i, step := range steps {
		columns.Add(s.newStep(i, step, i == len(steps)-1))
	}
	s.show(columns)
}

func (s *Steps) newStep(i int, step Step, last bool) fyne.CanvasObject {
	tone := stepTone[step.State]
	here := step.State == StepCurrent || step.State == StepBlocked
	caption := theme.SizeNameCaptionText
	words := stack(2, newStepMark(strconv.Itoa(i+1), step.State, i == 0, last))
	title := &wrapped{text: step.Title, size: caption, bold: here, align: fyne.TextAlignCenter, width: stepWidth}
	if step.State == StepAhead {
		title.ink = look.ColorMuted
	}
	words.Add(newWrapped(title))
	for n, line := range []string{step.Word, step.When, step.Who} {
		ink := look.ColorMuted
		if n == 0 {
			ink = tone.Color()
		}
		if line != "" {
			words.Add(newWrapped(&wrapped{text: line, size: caption, ink: ink, bold: n == 0, align: fyne.TextAlignCenter, width: stepWidth}))
		}
	}
	ground := &Panel{Content: words, Pad: 4, Radius: 6}
	if here {
		ground.Fill, ground.Edge = tone.Soft(), tone.Color()
	}
	var tapped func()
	if s.OnTap != nil {
		tapped = func() { s.OnTap(i) }
	}
	return newSurface(ground, tapped)
}

// stepWidth is expected until the strip has been laid out: a ninth of 1,000 points.
const stepWidth = 102

// stepMark is the numbered circle on its line; a passed step has a tick instead.
type stepMark struct {
	widget.BaseWidget
	state       StepState
	circle      *canvas.Circle
	number      *canvas.Text
	icon        *canvas.Image
	left, right *canvas.Rectangle
}

func newStepMark(number string, state StepState, first, last bool) *stepMark {
	m := &stepMark{state: state, circle: canvas.NewCircle(nil), number: canvas.NewText(number, nil),
		left: canvas.NewRectangle(nil), right: canvas.NewRectangle(nil)}
	m.icon = canvas.NewImageFromResource(look.Tinted(look.IconKept, theme.ColorNameForegroundOnPrimary))
	m.icon.Hidden = state != StepDone
	m.number.Hidden = state == StepDone
	m.number.Alignment, m.number.TextStyle = fyne.TextAlignCenter, fyne.TextStyle{Bold: true}
	m.left.Hidden, m.right.Hidden = first, last
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is called by Fyne.
func (m *stepMark) CreateRenderer() fyne.WidgetRenderer {
	r := &stepMarkRenderer{m}
	r.style()
	return r
}

type stepMarkRenderer struct{ mark *stepMark }

const circleSize = 28

func (r *stepMarkRenderer) style() {
	m := r.mark
	ink := colour(m, stepTone[m.state].Color())
	m.circle.StrokeColor, m.circle.StrokeWidth = ink, 2
	m.circle.FillColor, m.number.Color = color.Transparent, ink
	if m.state != StepAhead {
		m.circle.FillColor, m.number.Color = ink, colour(m, theme.ColorNameForegroundOnPrimary)
	}
	m.number.TextSize = m.Theme().Size(theme.SizeNameText)
	m.left.FillColor, m.right.FillColor = colour(m, look.ColorBorder), colour(m, look.ColorBorder)
}

func (r *stepMarkRenderer) Layout(size fyne.Size) {
	m := r.mark
	middle := (size.Width - circleSize) / 2
	m.circle.Move(fyne.NewPos(middle, 0))
	m.circle.Resize(fyne.NewSquareSize(circleSize))
	m.number.Move(fyne.NewPos(middle, 0))
	m.number.Resize(fyne.NewSquareSize(circleSize))
	m.icon.Move(fyne.NewPos(middle+5, 5))
	m.icon.Resize(fyne.NewSquareSize(circleSize - 10))
	m.left.Move(fyne.NewPos(-4, circleSize/2-1))
	m.left.Resize(fyne.NewSize(middle+1, 2))
	m.right.Move(fyne.NewPos(middle+circleSize+3, circleSize/2-1))
	m.right.Resize(fyne.NewSize(middle+1, 2))
}

func (r *stepMarkRenderer) MinSize() fyne.Size { return fyne.NewSize(circleSize, circleSize+2) }
func (r *stepMarkRenderer) Destroy()           {}

func (r *stepMarkRenderer) Refresh() {
	r.style()
	canvas.Refresh(r.mark)
}

func (r *stepMarkRenderer) Objects() []fyne.CanvasObject {
	m := r.mark
	return []fyne.CanvasObject{m.left, m.right, m.circle, m.number, m.icon}
}
