package widgets

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// A button with the keyboard has a ring in the colour of its word, which is
// readable on its ground (ui/look measures it); without it, none.
func TestTheKeyboardDrawsARingInTheColourOfTheWord(t *testing.T) {
	buttons := []*Button{NewButton("Pakai ini", look.IconKept, nil), NewPrimary("Simpan", nil, nil), NewDanger("Hapus", look.IconClose, nil), NewQuiet("Kembali", look.IconBack, nil)}
	column := container.NewVBox()
	for _, b := range buttons {
		column.Add(b)
	}
	tick := NewCheck("Sedang bertugas", nil)
	column.Add(tick)
	w := window(t, column, 220, 260)
	photograph(t, w, "ring-plain")
	for _, b := range buttons {
		ring := test.WidgetRenderer(b).(*ringed).ring
		w.Canvas().Focus(b)
		if ring.Hidden || ring.StrokeColor != inkOf(b) || ring.Size().Height < 20 {
			t.Errorf("%s with the keyboard: %+v", b.Text, ring)
		}
		photograph(t, w, "ring-"+b.Text)
		w.Canvas().Unfocus()
		if !ring.Hidden {
			t.Errorf("%s keeps its ring", b.Text)
		}
	}
	w.Canvas().Focus(tick)
	if ring := test.WidgetRenderer(tick).(*ringed).ring; ring.Hidden || ring.StrokeColor != colour(tick, look.ColorFocusEdge) {
		t.Errorf("a tick box with the keyboard: %+v", ring)
	}
	photograph(t, w, "ring-tick")
}

// inkOf is the colour in which the word of a button is drawn.
func inkOf(b *Button) (ink any) {
	for _, part := range test.WidgetRenderer(b).Objects() {
		if word, ok := part.(*widget.RichText); ok {
			ink = test.WidgetRenderer(word).Objects()[0].(*canvas.Text).Color
		}
	}
	return ink
}
