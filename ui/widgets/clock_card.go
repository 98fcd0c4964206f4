package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// ClockFace is what a clock shows at one instant; all words are ready.
type ClockFace struct {
	State string    // running, paused, kept, breached, not started
	Tone  look.Tone // of the state
	Left  string    // time left or by how much it is late, large
	Due   string    // when it must be done
	Why   string    // one line of arithmetic: why this deadline
	Used  float64   // share of the promised time that is used, 1 is all of it
}

// ClockCard is a response or resolution clock. SetNow is cheap: it changes only the
// words that differ.
type ClockCard struct {
	piece
	read  func(now time.Time) ClockFace
	face  ClockFace
	badge *fyne.Container
	left  *Words
	due   *wrapped
	why   *wrapped
	meter *meter
}

// NewClockCard returns a card with the clock's name; read gives its face at an instant.
func NewClockCard(name string, read func(now time.Time) ClockFace) *ClockCard {
	c := &ClockCard{read: read, badge: row(), meter: newMeter()}
	c.left = newWords(&Words{TextSize: look.SizeFigure, Bold: true, Shorten: true})
	c.due = newWrapped(&wrapped{size: theme.SizeNameText, width: 300})
	c.why = newWrapped(&wrapped{size: theme.SizeNameCaptionText, ink: look.ColorMuted, width: 300})
	title := NewHeading(name, theme.SizeNameSubHeadingText)
	title.Shorten = true
	c.start(c, NewPanel(stack(6, stretch(title, c.badge), c.left, c.due, c.meter, c.why)))
	return c
}

// SetNow shows the clock at an instant.
func (c *ClockCard) SetNow(now time.Time) {
	face := c.read(now)
	if face.State != c.face.State || face.Tone != c.face.Tone {
		c.badge.Objects = []fyne.CanvasObject{NewBadge(face.State, face.Tone)}
		c.badge.Refresh()
	}
	if face.Left != c.face.Left || face.Tone != c.face.Tone {
		c.left.Text, c.left.Colour = face.Left, face.Tone.Color()
		c.left.Refresh()
	}
	if face.Due != c.face.Due {
		c.due.say(face.Due)
	}
	if face.Why != c.face.Why {
		c.why.say(face.Why)
	}
	c.meter.set(face.Used, face.Tone)
	c.face = face
}

// meter is a bar of used time with marks at 50, 80 and 100 percent; it goes on to 125.
type meter struct {
	widget.BaseWidget
	used  float64
	tone  look.Tone
	track *canvas.Rectangle
	fill  *canvas.Rectangle
	ticks []*canvas.Rectangle
	marks []*canvas.Text
}

var meterMarks = [...]float64{0.5, 0.8, 1}

const meterEnd = 1.25

func newMeter() *meter {
	m := &meter{track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	for _, at := range meterMarks {
		m.ticks = append(m.ticks, canvas.NewRectangle(nil))
		mark := canvas.NewText(strconv.Itoa(int(at*100))+" %", nil)
		mark.Alignment = fyne.TextAlignCenter
		m.marks = append(m.marks, mark)
	}
	m.ExtendBaseWidget(m)
	return m
}

// set redraws only when the bar would move by a pixel or change colour.
func (m *meter) set(used float64, tone look.Tone) {
	width := float64(max(m.Size().Width, 200))
	moved := (used - m.used) * width
	if tone == m.tone && moved > -1 && moved < 1 && m.used != 0 {
		return
	}
	m.used, m.tone = used, tone
	m.Refresh()
}

// CreateRenderer is called by Fyne.
func (m *meter) CreateRenderer() fyne.WidgetRenderer { return &meterRenderer{m} }

type meterRenderer struct{ meter *meter }

const meterHeight = 10

func (r *meterRenderer) Layout(size fyne.Size) {
	m := r.meter
	m.track.FillColor, m.track.CornerRadius = colour(m, theme.ColorNameHeaderBackground), 4
	m.fill.FillColor, m.fill.CornerRadius = colour(m, m.tone.Color()), 4
	m.track.Resize(fyne.NewSize(size.Width, meterHeight))
	share := float32(min(max(m.used/meterEnd, 0), 1))
	m.fill.Resize(fyne.NewSize(size.Width*share, meterHeight))
	small := m.Theme().Size(theme.SizeNameCaptionText) - 1
	for i, at := range meterMarks {
		x := size.Width * float32(at/meterEnd)
		m.ticks[i].FillColor = colour(m, theme.ColorNameForeground)
		m.ticks[i].Move(fyne.NewPos(x, 0))
		m.ticks[i].Resize(fyne.NewSize(2, meterHeight+3))
		m.marks[i].TextSize, m.marks[i].Color = small, colour(m, look.ColorMuted)
		m.marks[i].Move(fyne.NewPos(x-24, meterHeight+3))
		m.marks[i].Resize(fyne.NewSize(50, small+5))
	}
}

func (r *meterRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, meterHeight+8+r.meter.Theme().Size(theme.SizeNameCaptionText))
}

func (r *meterRenderer) Refresh() {
	r.Layout(r.meter.Size())
	canvas.Refresh(r.meter)
}

func (r *meterRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.meter.track, r.meter.fill}
	for i := range r.meter.ticks {
		objects = append(objects, r.meter.ticks[i], r.meter.marks[i])
	}
	return objects
}
func (r *meterRenderer) Destroy() {}
