package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"siaga/ui/look"
)

// Page is one place in the window: a band with title, subtitle and actions, a banner
// that is hidden until it has something to say, and the body below.
type Page struct {
	piece
	banner          *Banner
	title, subtitle *Words
}

// NewPage returns a page; the body is not scrolled, wrap it in [Scrolled] if it may be
// taller than the window.
func NewPage(title, subtitle string, actions []fyne.CanvasObject, body fyne.CanvasObject) *Page {
	p := &Page{banner: NewBanner()}
	p.title = NewHeading(title, theme.SizeNameHeadingText)
	p.title.Shorten = true
	p.subtitle = NewMuted(subtitle)
	p.subtitle.Shorten = true
	p.subtitle.Hidden = subtitle == ""
	head := stretch(stack(2, p.title, p.subtitle), actions...)
	band := newPanel(&Panel{Content: inset(0, 8, head), Fill: look.ColorPageHeader, Pad: 8})
	below := topThenRest(p.banner, body)
	p.start(p, topThenRest(band, inset(12, 14, below)))
	return p
}

// SetTitle replaces title and subtitle.
func (p *Page) SetTitle(title, subtitle string) {
	p.title.SetText(title)
	p.subtitle.SetText(subtitle)
	p.subtitle.Hidden = subtitle == ""
	p.box.Refresh()
}

// Say shows a sentence in a banner above the body, with what can be done about it; ""
// takes it away.
func (p *Page) Say(tone look.Tone, sentence string, actions ...fyne.CanvasObject) {
	p.banner.Say(tone, sentence, actions...)
	p.box.Refresh()
}

// Scrolled returns content that can be taller than its place.
func Scrolled(content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 10), content))
}

// Stacked sets the parts of a page below each other.
func Stacked(parts ...fyne.CanvasObject) *fyne.Container { return stack(12, parts...) }

// Columns sets parts of a page side by side in equal widths.
func Columns(parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(evenColumns{gap: 12}, parts...)
}

// Toolbar sets filters and buttons in one line; the first, usually a [Search], takes the
// width that is left.
func Toolbar(first fyne.CanvasObject, rest ...fyne.CanvasObject) *fyne.Container {
	return stretch(first, rest...)
}

// Over sets a fixed part above one that takes the rest of the height.
func Over(top, rest fyne.CanvasObject) *fyne.Container {
	return topThenRest(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), top), rest)
}

// NewSection returns a card with a heading, an optional action at its right, and content.
func NewSection(heading string, action, content fyne.CanvasObject) fyne.CanvasObject {
	title := NewHeading(heading, theme.SizeNameSubHeadingText)
	title.Shorten = true
	head := stretch(title)
	if action != nil {
		head.Add(action)
	}
	return NewPanel(Over(head, content))
}

// NewSplit sets two panes side by side with a bar to drag; ratio is the share of the
// first, and onRatio hears of each change so that it can be remembered.
func NewSplit(first, second fyne.CanvasObject, ratio float64, onRatio func(float64)) *container.Split {
	watch := &splitWatch{onRatio: onRatio, last: ratio}
	split := container.NewHSplit(container.New(watch, first), second)
	split.SetOffset(ratio)
	watch.split = split
	return split
}

// splitWatch stands in the first pane, because Fyne's split tells nobody of its ratio.
type splitWatch struct {
	split   *container.Split
	onRatio func(float64)
	last    float64
}

func (w *splitWatch) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (w *splitWatch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	if w.split != nil && w.split.Offset != w.last && w.onRatio != nil {
		w.last = w.split.Offset
		w.onRatio(w.last)
	}
}
