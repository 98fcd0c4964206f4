package exchange

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"znkr.io/diff"
)

// fewWords are compared by eye.
const fewWords = 4

var words = regexp.MustCompile(`\s+|\S+`)

// run is a piece of a text that the other one has too, or has not.
type run struct {
	text   string
	differ bool
}

// runs cuts a text where it begins and ends to differ from another one.
func runs(text, other string) (out []run) {
	for _, e := range diff.Edits(words.FindAllString(text, -1), words.FindAllString(other, -1)) {
		if e.Op == diff.Insert {
			continue
		}
		differ := e.Op == diff.Delete && strings.TrimSpace(e.X) != ""
		if last := len(out) - 1; last >= 0 && out[last].differ == differ {
			out[last].text += e.X
			continue
		}
		out = append(out, run{e.X, differ})
	}
	return out
}

// differing is a text in which the words that another one does not have are bold
// and underlined, so that colour is not alone.
func differing(text, other string) fyne.CanvasObject {
	rich := widget.NewRichText()
	for _, r := range runs(text, other) {
		style := widget.RichTextStyleInline
		if r.differ {
			style.TextStyle = fyne.TextStyle{Bold: true, Underline: true}
			style.ColorName = theme.ColorNamePrimary
		}
		rich.Segments = append(rich.Segments, &widget.TextSegment{Style: style, Text: r.text})
	}
	rich.Wrapping = fyne.TextWrapWord
	return rich
}
