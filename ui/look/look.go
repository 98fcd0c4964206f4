// Package look is the appearance of the window: one calm, official theme in
// light and dark, each also with strong contrast, and the icons by name.
//
// Colour never speaks alone. A state is a [Tone], and a tone always brings its
// icon; the word beside it comes from the page. Every tone is readable (at
// least 4.5 to 1) on the page, on a white panel and on its own soft ground;
// the test of this package measures it.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Choice is what a person may choose about the look.
type Choice struct {
	Dark     bool    // light letters on a dark page
	Contrast bool    // black and white, strong borders
	Scale    float32 // text size against the ordinary 14 points: 0.85 to 1.6, 0 is 1
}

// Theme is the look of the whole window after a choice.
type Theme struct {
	choice  Choice
	base    fyne.Theme
	palette palette
}

// New returns the theme for a choice; a scale outside 0.85 to 1.6 is brought inside.
func New(choice Choice) *Theme {
	if choice.Scale == 0 {
		choice.Scale = 1
	}
	choice.Scale = min(max(choice.Scale, 0.85), 1.6)
	return &Theme{choice: choice, base: theme.DefaultTheme(), palette: paletteOf(choice)}
}

// Choice returns what this theme was made from.
func (t *Theme) Choice() Choice { return t.choice }

// Color returns the colour of a name; the system's own wish for light or dark is
// not followed, because the person chose.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.palette[name]; ok {
		return c
	}
	if t.choice.Dark {
		return t.base.Color(name, theme.VariantDark)
	}
	return t.base.Color(name, theme.VariantLight)
}

// Font returns the font of a text style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return t.base.Font(style) }

// Icon returns Fyne's own icon of a name; ours are variables of this package.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns a size in points; text and icons follow the chosen scale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size * t.choice.Scale
	}
	switch name {
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 4
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameInputBorder:
		if t.choice.Contrast {
			return 2
		}
		return 1
	}
	return t.base.Size(name)
}

// SizeFigure is the text size of a large figure: time left, a count on a tile.
const SizeFigure fyne.ThemeSizeName = "figure"

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           14,
	theme.SizeNameCaptionText:    12,
	theme.SizeNameSubHeadingText: 16,
	theme.SizeNameHeadingText:    21,
	theme.SizeNameInlineIcon:     18,
	SizeFigure:                   28,
}
