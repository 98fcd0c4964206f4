package look_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

var buttonStates = map[string]func(*widget.Button){
	"plain":   func(*widget.Button) {},
	"hovered": func(b *widget.Button) { b.MouseIn(nil) },
	"focused": (*widget.Button).FocusGained,
}

// Fyne lays the colours of focus and hover over a button's own; the word on it
// can be read all the same. The colours are those that Fyne has made of it.
func TestTheWordOfAButtonIsReadableInEveryState(t *testing.T) {
	settings := test.NewTempApp(t).Settings()
	for _, choice := range everyLook {
		th := look.New(choice)
		settings.SetTheme(th)
		for importance := widget.MediumImportance; importance <= widget.SuccessImportance; importance++ {
			for state, bring := range buttonStates {
				button := &widget.Button{Text: "Pakai ini", Importance: importance}
				ink, ground := drawn(button, bring)
				for _, under := range []fyne.ThemeColorName{theme.ColorNameBackground, look.ColorPanel, look.ColorPageHeader, theme.ColorNameOverlayBackground} {
					if ratio := contrast(ink, over(th.Color(under, 0), ground)); ratio < 4.5 {
						t.Errorf("%+v: importance %d, %s, on %s: %.2f to 1", choice, importance, state, under, ratio)
					}
				}
			}
		}
	}
}

// A menu shows the line that is chosen in the colour of focus.
func TestTheChosenLineOfAMenuIsReadable(t *testing.T) {
	for _, choice := range everyLook {
		th := look.New(choice)
		ground := over(th.Color(theme.ColorNameMenuBackground, 0), th.Color(theme.ColorNameFocus, 0))
		if ratio := contrast(th.Color(theme.ColorNameForeground, 0), ground); ratio < 4.5 {
			t.Errorf("%+v: %.2f to 1", choice, ratio)
		}
	}
}

// What has the keyboard is told by an edge that stands out (WCAG 2.1, 1.4.11: 3 to 1).
func TestTheEdgeOfFocusStandsOut(t *testing.T) {
	for _, choice := range everyLook {
		th := look.New(choice)
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, look.ColorPanel, theme.ColorNameOverlayBackground, theme.ColorNameSelection} {
			if ratio := contrast(th.Color(look.ColorFocusEdge, 0), th.Color(ground, 0)); ratio < 3 {
				t.Errorf("%+v: on %s %.2f to 1", choice, ground, ratio)
			}
		}
	}
}

// drawn returns the colours of a button's word and ground.
func drawn(b *widget.Button, bring func(*widget.Button)) (ink, ground color.Color) {
	b.ExtendBaseWidget(b)
	parts := test.WidgetRenderer(b).Objects()
	bring(b)
	for _, part := range parts {
		if word, ok := part.(*widget.RichText); ok {
			ink = test.WidgetRenderer(word).Objects()[0].(*canvas.Text).Color
		}
	}
	return ink, parts[0].(*canvas.Rectangle).FillColor
}

// over lays a colour over an opaque one.
func over(under, above color.Color) color.Color {
	r, g, b, _ := under.RGBA()
	R, G, B, A := above.RGBA()
	mix := func(under, above uint32) uint16 { return uint16(above + under*(0xffff-A)/0xffff) }
	return color.RGBA64{R: mix(r, R), G: mix(g, G), B: mix(b, B), A: 0xffff}
}
