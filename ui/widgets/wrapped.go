package widgets

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// wrapped is text in several lines without padding, broken at words.
type wrapped struct {
	widget.BaseWidget
	text  string
	ink   fyne.ThemeColorName
	size  fyne.ThemeSizeName
	bold  bool
	firm  bool // keeps its size; a word that is too long is broken at once
	align fyne.TextAlign
	width float32 // last known, or expected at first
	drawn []fyne.CanvasObject
}

func newWrapped(w *wrapped) *wrapped {
	w.ExtendBaseWidget(w)
	return w
}

// say replaces the text.
func (w *wrapped) say(text string) {
	w.text = text
	w.Refresh()
}

func (w *wrapped) style() fyne.TextStyle { return fyne.TextStyle{Bold: w.bold} }

func (w *wrapped) lines() []string {
	words := strings.Fields(w.text)
	if w.firm {
		words = broken(words, w.width, w.points(), w.style())
	}
	return wrap(words, w.width, w.points(), w.style())
}

// points is the text size, a little smaller where a single word would not fit.
func (w *wrapped) points() float32 {
	size, widest := w.Theme().Size(w.size), float32(0)
	for _, word := range strings.Fields(w.text) {
		widest = max(widest, fyne.MeasureText(word, size, w.style()).Width)
	}
	if w.width > 0 && widest > w.width && !w.firm {
		return max(size*w.width/widest, size*leastShrink)
	}
	return size
}

// leastShrink keeps squeezed words readable.
const leastShrink = 0.7

// NewTitled returns texts close together under a bold title, all of it to be read: they
// break at words, and empty ones are left out.
func NewTitled(title string, texts ...string) fyne.CanvasObject {
	all := stack(3, newWrapped(&wrapped{text: title, size: theme.SizeNameText, bold: true, firm: true, width: 600}))
	for _, text := range texts {
		if text != "" {
			all.Add(newWrapped(&wrapped{text: text, size: theme.SizeNameText, firm: true, width: 600}))
		}
	}
	return all
}

// newNote is a small wrapped sentence in a tone, with the tone's icon in front.
func newNote(text string, tone look.Tone) fyne.CanvasObject {
	note := newWrapped(&wrapped{text: text, size: theme.SizeNameCaptionText, ink: tone.Color(), width: 90})
	if tone.Icon() == nil {
		return note
	}
	return rowThatGrows(newIcon(tone.Icon()), note)
}

// wrap sets words into lines so that each fits into width; a longer word stands alone.
func wrap(words []string, width, size float32, style fyne.TextStyle) []string {
	var lines []string
	line := ""
	for _, word := range words {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && fyne.MeasureText(longer, size, style).Width > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// broken cuts words that are longer than a line into pieces.
func broken(words []string, width, size float32, style fyne.TextStyle) (pieces []string) {
	tooLong := func(runes []rune) bool {
		return fyne.MeasureText(string(runes), size, style).Width > max(width, size)
	}
	for _, word := range words {
		rest := []rune(word)
		for len(rest) > 1 && tooLong(rest) {
			fits := max(1, sort.Search(len(rest), func(n int) bool { return tooLong(rest[:n+1]) }))
			if seam := strings.LastIndexAny(string(rest[:fits]), "-_./\\"); seam > 0 { // as in the name of a file
				fits = len([]rune(string(rest[:fits])[:seam])) + 1
			}
			pieces, rest = append(pieces, string(rest[:fits])), rest[fits:]
		}
		pieces = append(pieces, string(rest))
	}
	return pieces
}

// CreateRenderer is called by Fyne.
func (w *wrapped) CreateRenderer() fyne.WidgetRenderer { return &wrappedRenderer{w} }

type wrappedRenderer struct{ words *wrapped }

func (r *wrappedRenderer) lineHeight() float32 {
	return fyne.MeasureText("X", r.words.points(), r.words.style()).Height
}

func (r *wrappedRenderer) MinSize() fyne.Size {
	return fyne.NewSize(24, r.lineHeight()*float32(max(1, len(r.words.lines()))))
}

func (r *wrappedRenderer) Layout(size fyne.Size) {
	w := r.words
	w.width = size.Width
	ink := w.ink
	if ink == "" {
		ink = theme.ColorNameForeground
	}
	w.drawn = nil
	points := w.points()
	for i, line := range w.lines() {
		text := &canvas.Text{Text: line, Color: colour(w, ink), TextSize: points,
			TextStyle: w.style(), Alignment: w.align}
		text.Move(fyne.NewPos(0, float32(i)*r.lineHeight()))
		text.Resize(fyne.NewSize(size.Width, r.lineHeight()))
		w.drawn = append(w.drawn, text)
	}
}

func (r *wrappedRenderer) Refresh() {
	r.Layout(r.words.Size())
	canvas.Refresh(r.words)
}
func (r *wrappedRenderer) Objects() []fyne.CanvasObject { return r.words.drawn }
func (r *wrappedRenderer) Destroy()                     {}
