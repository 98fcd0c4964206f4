package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"rsc.io/qr"
)

// What is drawn is the code module by module, on white in every look, with four
// modules of quiet round it.
func TestTheSquareIsDrawnAsTheCodeSays(t *testing.T) {
	test.NewTempApp(t)
	text := "67030 08560 80775 52180 84639 23692"
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	side := float32(code.Size+2*quietZone) * 4 // 4 points a module
	square := NewQR(text, side)
	square.Resize(fyne.NewSquareSize(side))
	drawn := test.WidgetRenderer(square).Objects()
	if paper := drawn[0].(*canvas.Rectangle); paper.FillColor != color.White || paper.Size().Width != side {
		t.Errorf("the paper is %v, %v", paper.FillColor, paper.Size())
	}
	dark := func(x, y int) bool {
		at := fyne.NewPos((float32(x+quietZone)+0.5)*4, (float32(y+quietZone)+0.5)*4)
		for _, o := range drawn[1:] {
			from, to := o.Position(), o.Position().Add(o.Size())
			if at.X > from.X && at.X < to.X && at.Y > from.Y && at.Y < to.Y {
				return true
			}
		}
		return false
	}
	for y := -quietZone; y < code.Size+quietZone; y++ {
		for x := -quietZone; x < code.Size+quietZone; x++ {
			inside := x >= 0 && y >= 0 && x < code.Size && y < code.Size
			if want := inside && code.Black(x, y); dark(x, y) != want {
				t.Fatalf("module %d, %d is dark: %v", x, y, !want)
			}
		}
	}
}
