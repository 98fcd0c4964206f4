package widgets

import (
	"fyne.io/fyne/v2"

	"siaga/ui/look"
)

// Banner is a line across the page that says something with a tone, and may offer what
// to do. It is hidden until it has a sentence.
type Banner struct{ piece }

// NewBanner returns a hidden banner.
func NewBanner() *Banner {
	b := &Banner{}
	b.start(b)
	b.Hide()
	return b
}

// Say shows a sentence and what can be done about it; "" hides the banner.
func (b *Banner) Say(tone look.Tone, sentence string, actions ...fyne.CanvasObject) {
	if sentence == "" {
		b.Hide()
		return
	}
	words := NewProse(sentence)
	line := rowThatGrows(newIcon(tone.Icon()), stretch(words, actions...))
	b.show(newPanel(&Panel{Content: inset(0, 6, line), Fill: tone.Soft(), Edge: tone.Color(), Pad: 2, Radius: 4}))
	b.Show()
}
