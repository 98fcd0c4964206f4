package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

func themeOf(obj fyne.Widget) fyne.Theme {
	if own, ok := obj.(interface{ Theme() fyne.Theme }); ok {
		return own.Theme()
	}
	return theme.Current()
}

// Panel is a ground of a named colour under some content.
type Panel struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Fill    fyne.ThemeColorName // none when empty
	Edge    fyne.ThemeColorName // none when empty
	Pad     float32             // space between edge and content in points
	Radius  float32
	Thick   float32 // of the edge, 1 when zero
	ground  *canvas.Rectangle
}

// NewPanel returns a card: white ground, thin edge, 12 points of air.
func NewPanel(content fyne.CanvasObject) *Panel {
	return newPanel(&Panel{Content: content, Fill: look.ColorPanel, Edge: look.ColorBorder, Pad: 12, Radius: 6})
}

func newPanel(made *Panel) *Panel {
	made.ground = canvas.NewRectangle(color.Transparent)
	if made.Content == nil {
		made.Content = container.NewStack()
	}
	made.ExtendBaseWidget(made)
	return made
}

// CreateRenderer is called by Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p}
	r.style()
	return r
}

type panelRenderer struct{ panel *Panel }

func (r *panelRenderer) style() {
	p, g := r.panel, r.panel.ground
	g.FillColor, g.StrokeColor, g.StrokeWidth = color.Transparent, nil, 0
	if p.Fill != "" {
		g.FillColor = colour(p, p.Fill)
	}
	if p.Edge != "" {
		g.StrokeColor, g.StrokeWidth = colour(p, p.Edge), max(p.Thick, 1)
	}
	g.CornerRadius = p.Radius
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.panel.ground.Resize(size)
	r.panel.Content.Move(fyne.NewSquareOffsetPos(r.panel.Pad))
	r.panel.Content.Resize(size.SubtractWidthHeight(2*r.panel.Pad, 2*r.panel.Pad))
}

func (r *panelRenderer) MinSize() fyne.Size {
	return r.panel.Content.MinSize().AddWidthHeight(2*r.panel.Pad, 2*r.panel.Pad)
}

func (r *panelRenderer) Refresh() {
	r.style()
	r.Layout(r.panel.Size())
	r.panel.ground.Refresh()
	r.panel.Content.Refresh()
}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.panel.ground, r.panel.Content}
}
func (r *panelRenderer) Destroy() {}

// NewBadge returns a short word on a tone's soft ground, with the tone's icon.
func NewBadge(word string, tone look.Tone) *Panel {
	words := newWords(&Words{Text: word, Colour: tone.Color(), TextSize: theme.SizeNameCaptionText, Bold: true})
	return newPanel(&Panel{Content: iconThen(tone.Icon(), words), Fill: tone.Soft(), Edge: tone.Color(), Pad: 3, Radius: 4})
}

// NewTLP returns a label of the Traffic Light Protocol 2.0 in one of look's TLP colours:
// coloured word on black, as FIRST prescribes.
func NewTLP(word string, ink fyne.ThemeColorName) *Panel {
	words := newWords(&Words{Text: word, Colour: ink, TextSize: theme.SizeNameCaptionText, Bold: true})
	return newPanel(&Panel{Content: words, Fill: look.ColorTLPGround, Pad: 4, Radius: 2})
}

// newIcon returns an icon as large as a line of text.
func newIcon(icon fyne.Resource) fyne.CanvasObject {
	return container.NewCenter(widget.NewIcon(icon))
}

func iconThen(icon fyne.Resource, content fyne.CanvasObject) fyne.CanvasObject {
	if icon == nil {
		return content
	}
	return row(newIcon(icon), content)
}
