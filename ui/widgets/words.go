package widgets

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// Words is one line of text that follows the look: no padding, any colour and size.
type Words struct {
	widget.BaseWidget
	Text     string
	Colour   fyne.ThemeColorName // foreground when empty
	TextSize fyne.ThemeSizeName  // ordinary text when empty
	Bold     bool
	Align    fyne.TextAlign
	Shorten  bool // cut with an ellipsis instead of asking for its whole width

	text *canvas.Text
}

// NewWords returns a line in ordinary ink and size.
func NewWords(text string) *Words {
	return newWords(&Words{Text: text})
}

// NewMuted returns a small line in secondary ink: a caption, a hint, a time.
func NewMuted(text string) *Words {
	return newWords(&Words{Text: text, Colour: look.ColorMuted, TextSize: theme.SizeNameCaptionText})
}

// NewHeading returns a bold line of the given size name.
func NewHeading(text string, size fyne.ThemeSizeName) *Words {
	return newWords(&Words{Text: text, TextSize: size, Bold: true})
}

func newWords(made *Words) *Words {
	made.text = canvas.NewText(made.Text, color.Transparent)
	made.ExtendBaseWidget(made)
	return made
}

// SetText replaces the line; nothing is drawn when it is the same.
func (w *Words) SetText(text string) {
	if w.Text != text {
		w.Text = text
		w.Refresh()
	}
}

// SetTone changes the ink to a tone's.
func (w *Words) SetTone(tone look.Tone) {
	if w.Colour != tone.Color() {
		w.Colour = tone.Color()
		w.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	r := &wordsRenderer{words: w}
	r.style()
	return r
}

type wordsRenderer struct {
	words *Words
	whole fyne.Size
}

func (r *wordsRenderer) style() {
	w, t := r.words, r.words.text
	ink, size := w.Colour, w.TextSize
	if ink == "" {
		ink = theme.ColorNameForeground
	}
	if size == "" {
		size = theme.SizeNameText
	}
	t.Color, t.TextSize = colour(w, ink), themeOf(w).Size(size)
	t.TextStyle, t.Alignment = fyne.TextStyle{Bold: w.Bold}, w.Align
	r.whole = fyne.MeasureText(w.Text, t.TextSize, t.TextStyle)
	r.cut(w.Size().Width)
}

func (r *wordsRenderer) cut(width float32) {
	w, t := r.words, r.words.text
	t.Text = w.Text
	if w.Shorten && width > 0 && r.whole.Width > width {
		t.Text = shorten(w.Text, width, t.TextSize, t.TextStyle)
	}
}

func (r *wordsRenderer) Layout(size fyne.Size) {
	r.cut(size.Width)
	r.words.text.Resize(size)
	r.words.text.Refresh()
}

func (r *wordsRenderer) MinSize() fyne.Size {
	if r.words.Shorten {
		return fyne.NewSize(min(24, r.whole.Width), r.whole.Height)
	}
	return r.whole
}

func (r *wordsRenderer) Refresh() {
	r.style()
	r.words.text.Refresh()
}

func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.words.text} }
func (r *wordsRenderer) Destroy()                     {}

// NewProse returns text that wraps at words, with Fyne's padding around it.
func NewProse(text string) *widget.Label {
	return &widget.Label{Text: text, Wrapping: fyne.TextWrapWord}
}

const ellipsis = "…"

// shorten cuts text so that it and an ellipsis fit into width.
func shorten(text string, width, size float32, style fyne.TextStyle) string {
	runes := []rune(text)
	if float32(len(runes))*size <= width || fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	fits := sort.Search(len(runes), func(n int) bool {
		return fyne.MeasureText(string(runes[:n+1])+ellipsis, size, style).Width > width
	})
	return string(runes[:fits]) + ellipsis
}
