package look_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

var everyLook = []look.Choice{
	{}, {Dark: true}, {Contrast: true}, {Dark: true, Contrast: true},
}

// Every word can be read on every ground it may stand on (WCAG 2.1, 1.4.3: 4.5 to 1).
func TestEveryToneIsReadableInEveryLook(t *testing.T) {
	for _, choice := range everyLook {
		th := look.New(choice)
		for tone := look.Plain; tone <= look.Muted; tone++ {
			for _, ground := range []fyne.ThemeColorName{
				theme.ColorNameBackground, look.ColorPanel, look.ColorZebra,
				look.ColorPageHeader, theme.ColorNameSelection, tone.Soft(),
			} {
				if choice.Dark != choice.Contrast || ground != theme.ColorNameSelection {
					assertReadable(t, th, tone.Color(), ground)
				}
			}
		}
		assertReadable(t, th, theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary)
		assertReadable(t, th, look.ColorSideInk, look.ColorSideBar)
		assertReadable(t, th, look.ColorSideInk, look.ColorSideMark)
		assertReadable(t, th, theme.ColorNamePlaceHolder, theme.ColorNameInputBackground)
		assertReadable(t, th, look.ColorTLPRed, look.ColorTLPGround)
	}
}

func TestScaleMovesTextWithinItsBounds(t *testing.T) {
	if got := look.New(look.Choice{}).Size(theme.SizeNameText); got != 14 {
		t.Errorf("ordinary text is %v points", got)
	}
	if got := look.New(look.Choice{Scale: 9}).Choice().Scale; got != 1.6 {
		t.Errorf("a scale of 9 became %v", got)
	}
}

func TestAToneBringsAnIconUnlessItIsOrdinaryText(t *testing.T) {
	for tone := look.Plain; tone <= look.Muted; tone++ {
		silent := tone == look.Plain || tone == look.Muted
		if silent != (tone.Icon() == nil) {
			t.Errorf("tone %d: icon %v", tone, tone.Icon())
		}
	}
}

func assertReadable(t *testing.T, th fyne.Theme, ink, ground fyne.ThemeColorName) {
	t.Helper()
	if ratio := contrast(th.Color(ink, theme.VariantLight), th.Color(ground, theme.VariantLight)); ratio < 4.5 {
		t.Errorf("%+v: %s on %s is %.2f to 1", th.(*look.Theme).Choice(), ink, ground, ratio)
	}
}

// contrast is that of two opaque colours, after WCAG 2.1.
func contrast(one, other color.Color) float64 {
	a, b := luminance(one), luminance(other)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(v uint32) float64 {
	f := float64(v) / 0xffff
	if f <= 0.03928 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}
