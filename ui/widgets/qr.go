package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"rsc.io/qr"
)

// QR is a text as a square that a camera reads: black rectangles on white paper
// in every look, with the quiet zone that readers need round it. A text that is
// too long for one shows nothing.
type QR struct {
	widget.BaseWidget
	text string
	side float32
}

// quietZone is how many modules stay white round the code (ISO/IEC 18004).
const quietZone = 4

// NewQR returns a code that is side points wide and high.
func NewQR(text string, side float32) *QR {
	q := &QR{text: text, side: side}
	q.ExtendBaseWidget(q)
	return q
}

// SetText replaces what is read.
func (q *QR) SetText(text string) {
	if q.text != text {
		q.text = text
		q.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (q *QR) CreateRenderer() fyne.WidgetRenderer {
	r := &qrRenderer{code: q}
	r.Refresh()
	return r
}

type qrRenderer struct {
	code    *QR
	modules int
	dark    []run
	drawn   []fyne.CanvasObject
}

// run is a row of dark modules without a gap; one rectangle draws it.
type run struct{ x, y, length int }

func (r *qrRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.code.side) }

func (r *qrRenderer) Refresh() {
	paper := canvas.NewRectangle(color.White)
	r.modules, r.dark, r.drawn = 0, nil, []fyne.CanvasObject{paper}
	if code, err := qr.Encode(r.code.text, qr.M); err == nil && r.code.text != "" {
		r.modules, r.dark = code.Size, runsOf(code)
	}
	for range r.dark {
		r.drawn = append(r.drawn, canvas.NewRectangle(color.Black))
	}
	r.Layout(r.code.Size())
	canvas.Refresh(r.code)
}

func runsOf(code *qr.Code) (dark []run) {
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > from {
				dark = append(dark, run{from, y, x - from})
			}
		}
	}
	return dark
}

// Layout draws whole modules: as large as fit, in the middle of the paper.
func (r *qrRenderer) Layout(size fyne.Size) {
	side := min(size.Width, size.Height)
	at := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	r.drawn[0].Move(at)
	r.drawn[0].Resize(fyne.NewSquareSize(side))
	module := side / float32(r.modules+2*quietZone)
	for i, dark := range r.dark {
		r.drawn[i+1].Move(at.AddXY(float32(dark.x+quietZone)*module, float32(dark.y+quietZone)*module))
		r.drawn[i+1].Resize(fyne.NewSize(float32(dark.length)*module, module))
	}
}

func (r *qrRenderer) Objects() []fyne.CanvasObject { return r.drawn }
func (r *qrRenderer) Destroy()                     {}
