// Package help is the manual inside the window: its parts at the left, the text
// of one at the right. F1 opens it at the place from which it was pressed; the
// texts are in locales/manual.
package help

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"siaga/locales"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Page is the place.
type Page struct {
	page   *widgets.Page
	lang   locales.Lang
	list   *widgets.Table[string]
	text   *widget.RichText
	scroll *container.Scroll
	here   string
}

// New returns the manual, which first shows how a call is taken.
func New(around place.Around) *Page {
	p := &Page{lang: around.Book.Lang(), text: widget.NewRichText()}
	p.text.Wrapping = fyne.TextWrapWord
	p.scroll = container.NewVScroll(container.New(readable{}, p.text))
	p.list = widgets.NewTable(func(part string) string { return part },
		widgets.Column[string]{ID: "part", Title: around.T("help.list"), Width: 200, Stretch: 1,
			Text: func(part string) string { return locales.ManualTitle(p.lang, part) }})
	p.list.Single = true
	p.list.SetRows(locales.ManualParts())
	p.list.OnSelect = func(chosen []string) {
		if len(chosen) == 1 && chosen[0] != p.here {
			p.show(chosen[0])
		}
	}
	left := widgets.NewWidth(listWidth, p.list)
	body := container.New(layout.NewBorderLayout(nil, nil, left, nil), left,
		container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), widgets.NewPanel(p.scroll)))
	p.page = widgets.NewPage(around.T("help.title"), around.T("help.subtitle"), nil, body)
	return p
}

const (
	listWidth = 300
	lineWidth = 680 // points; longer lines tire the eye
)

// readable keeps lines of text from getting longer than people like to read.
type readable struct{}

func (readable) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, lineWidth), size.Height))
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// Open shows the part named by the route, the beginning when there is none of
// that name.
func (p *Page) Open(r place.Route) {
	part := r.Part
	switch {
	case locales.Manual(p.lang, part) != "":
	case p.here != "" && part == "":
		part = p.here
	default:
		part = locales.ManualParts()[0]
	}
	p.show(part)
	p.list.Select(part)
}

func (p *Page) show(part string) {
	p.here = part
	p.text.ParseMarkdown(locales.Manual(p.lang, part))
	p.scroll.ScrollToTop()
}

// Route is the part that is shown.
func (p *Page) Route() place.Route { return place.Route{Place: place.Help, Part: p.here} }

// Reload has nothing to do: the manual does not change.
func (p *Page) Reload() {}

// Tick has nothing to do.
func (p *Page) Tick(time.Time) {}
