package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// PageWords are the words of a preview.
type PageWords struct {
	Page   func(page, of int) string // "halaman 1 dari 4", counted from 1
	Failed func(error) string        // in place of a page that cannot be drawn
}

// LoadPage draws a page, counted from 0, at dots per inch.
type LoadPage func(page int, dpi float64) (image.Image, error)

// PageView shows the pages of a document: scrolling, zoom, and "page x of y". Only the
// pages in view are drawn. Keys: Page Up and Down, Home, End, arrows, + and -.
type PageView struct {
	piece
	doors  Doors
	words  PageWords
	load   LoadPage
	sheets []*sheet
	column *fyne.Container
	scroll *container.Scroll
	where  *Words
	bar    *fyne.Container
	zoom   float32
	paper  fyne.Size // of a page in points at zoom 1
	latest Latest
	wanted func() bool // whether pages asked for at this zoom are still wanted
	keys   *pageKeysArea
}

// sheet is one page: white paper until it has been drawn.
type sheet struct {
	box    *fyne.Container
	loaded bool
}

const (
	sheetGap            = 12
	leastZoom, mostZoom = 0.4, 3
)

// NewPageView returns an empty preview; tools are set beside its zoom buttons.
func NewPageView(doors Doors, words PageWords, tools ...fyne.CanvasObject) *PageView {
	v := &PageView{doors: doors, words: words, zoom: 1, column: stack(sheetGap), where: NewWords("")}
	v.scroll = container.NewScroll(container.NewCenter(inset(sheetGap, sheetGap, v.column)))
	v.scroll.OnScrolled = func(fyne.Position) { v.drawVisible() }
	v.keys = &pageKeysArea{view: v}
	v.keys.ExtendBaseWidget(v.keys)
	smaller := NewButton("", look.IconZoomOut, func() { v.SetZoom(v.zoom / 1.2) })
	larger := NewButton("", look.IconZoomIn, func() { v.SetZoom(v.zoom * 1.2) })
	v.bar = stretch(v.where, append([]fyne.CanvasObject{smaller, larger}, tools...)...)
	v.start(v, Over(v.bar, newPanel(&Panel{Content: v.keys, Fill: theme.ColorNameHeaderBackground, Edge: look.ColorBorder, Pad: 1})))
	return v
}

// SetDocument shows a document of so many pages of a size in points (1/72 inch).
func (v *PageView) SetDocument(pages int, paper fyne.Size, load LoadPage) {
	v.load = load
	v.paper = fyne.NewSize(paper.Width*96/72, paper.Height*96/72)
	v.sheets = make([]*sheet, pages)
	v.column.Objects = nil
	for i := range v.sheets {
		v.sheets[i] = &sheet{box: container.NewStack()}
		v.column.Add(v.sheets[i].box)
	}
	v.SetZoom(v.zoom)
	v.scroll.ScrollToTop()
}

// SetZoom draws everything at a zoom between 0.4 and 3; 1 is the size on paper.
func (v *PageView) SetZoom(zoom float32) {
	v.zoom = min(max(zoom, leastZoom), mostZoom)
	v.wanted = v.latest.Ask()
	for _, s := range v.sheets {
		s.loaded = false
		s.box.Objects = []fyne.CanvasObject{v.blank()}
	}
	v.column.Refresh()
	v.scroll.Refresh()
	v.drawVisible()
}

// FitWidth chooses the zoom at which a page is as wide as the view.
func (v *PageView) FitWidth() {
	if v.paper.Width > 0 {
		v.SetZoom((v.scroll.Size().Width - 4*sheetGap) / v.paper.Width)
	}
}

func (v *PageView) sheetSize() fyne.Size {
	return fyne.NewSize(v.paper.Width*v.zoom, v.paper.Height*v.zoom)
}

func (v *PageView) blank() fyne.CanvasObject {
	return newPanel(&Panel{Content: container.New(atLeast(v.sheetSize()), row()), Fill: look.ColorPaper, Edge: look.ColorBorder})
}

// Page returns the page at the top of the view, counted from 0.
func (v *PageView) Page() int {
	step := v.sheetSize().Height + sheetGap
	page := int((v.scroll.Offset.Y + v.scroll.Size().Height/2) / max(step, 1))
	return min(max(page, 0), max(len(v.sheets)-1, 0))
}

// GoTo brings a page, counted from 0, to the top.
func (v *PageView) GoTo(page int) {
	page = min(max(page, 0), len(v.sheets)-1)
	v.scroll.ScrollToOffset(fyne.NewPos(v.scroll.Offset.X, float32(page)*(v.sheetSize().Height+sheetGap)))
	v.drawVisible()
}

// drawVisible draws the pages in view and forgets those far away.
func (v *PageView) drawVisible() {
	if len(v.sheets) == 0 {
		v.where.SetText("")
		return
	}
	here := v.Page()
	v.where.SetText(v.words.Page(here+1, len(v.sheets)))
	for i, s := range v.sheets {
		near := i >= here-1 && i <= here+2
		if near && !s.loaded {
			s.loaded = true
			v.draw(i, s)
		}
		if s.loaded && (i < here-4 || i > here+5) {
			s.loaded = false
			s.box.Objects = []fyne.CanvasObject{v.blank()}
			s.box.Refresh()
		}
	}
}

type drawnPage struct {
	picture image.Image
	err     error
}

func (v *PageView) draw(page int, s *sheet) {
	wanted, zoom, load := v.wanted, v.zoom, v.load
	Run(v.doors, func() drawnPage {
		picture, err := load(page, 96*float64(zoom))
		return drawnPage{picture, err}
	}, func(answer drawnPage) {
		if wanted() && s.loaded {
			v.put(s, answer)
		}
	})
}

func (v *PageView) put(s *sheet, answer drawnPage) {
	paper := v.blank()
	var content fyne.CanvasObject
	if answer.err != nil {
		content = container.NewCenter(row(newIcon(look.Breached.Icon()), NewWords(v.words.Failed(answer.err))))
	} else {
		picture := canvas.NewImageFromImage(answer.picture)
		picture.FillMode = canvas.ImageFillContain
		content = picture
	}
	s.box.Objects = []fyne.CanvasObject{paper, content}
	s.box.Refresh()
}

func (v *PageView) keyboard() fyne.Focusable { return v.keys }

// pageKeysArea holds the scrolled pages and takes the keyboard for them.
type pageKeysArea struct {
	widget.BaseWidget
	view *PageView
}

// CreateRenderer is called by Fyne.
func (a *pageKeysArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(a.view.scroll)
}

// FocusGained is needed for the keys.
func (a *pageKeysArea) FocusGained() {}

// FocusLost is not used.
func (a *pageKeysArea) FocusLost() {}

// TypedRune zooms on + and -.
func (a *pageKeysArea) TypedRune(r rune) {
	switch r {
	case '+', '=':
		a.view.SetZoom(a.view.zoom * 1.2)
	case '-':
		a.view.SetZoom(a.view.zoom / 1.2)
	}
}

// TypedKey scrolls.
func (a *pageKeysArea) TypedKey(key *fyne.KeyEvent) {
	v := a.view
	switch key.Name {
	case fyne.KeyPageDown:
		v.GoTo(v.Page() + 1)
	case fyne.KeyPageUp:
		v.GoTo(v.Page() - 1)
	case fyne.KeyHome:
		v.GoTo(0)
	case fyne.KeyEnd:
		v.GoTo(len(v.sheets) - 1)
	case fyne.KeyDown:
		v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -60}})
	case fyne.KeyUp:
		v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 60}})
	default:
		passKey(a, key)
	}
}

// Tapped takes the keyboard.
func (a *pageKeysArea) Tapped(*fyne.PointEvent) {
	if c := canvasOf(a); c != nil {
		c.Focus(a)
	}
}
