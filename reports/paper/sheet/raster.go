package sheet

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

const maxPixels = 64 << 20

// Picture draws one page, counted from 0, at that many dots per inch. It
// refuses pages that are not there and pictures over 64 million pixels.
func (d *Document) Picture(page int, dpi float64) (picture *image.RGBA, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("sheet: picture of page %d: %v", page+1, cause)
		}
	}()
	width, height := math.Round(d.Width*dpi/72), math.Round(d.Height*dpi/72)
	switch {
	case page < 0 || page >= len(d.Pages):
		return nil, fmt.Errorf("sheet: no page %d", page+1)
	case !(width >= 1 && height >= 1 && width*height <= maxPixels):
		return nil, errors.New("sheet: picture too small or too large")
	}
	b := brush{to: image.NewRGBA(image.Rect(0, 0, int(width), int(height))), scale: dpi / 72}
	draw.Draw(b.to, b.to.Bounds(), image.White, image.Point{}, draw.Src)
	for _, item := range d.Pages[page].Items {
		b.mark(item.Mark)
	}
	return b.to, nil
}

// brush draws marks on a picture; scale is dots per point.
type brush struct {
	to    *image.RGBA
	scale float64
	buf   sfnt.Buffer
}

func (b *brush) mark(mark Mark) {
	switch mark := mark.(type) {
	case Text:
		b.text(mark)
	case Path:
		b.path(mark)
	case Picture:
		b.picture(mark)
	}
}

func (b *brush) picture(p Picture) {
	box := image.Rect(b.dot(p.At.X), b.dot(p.At.Y), b.dot(p.At.X+p.Width), b.dot(p.At.Y+p.Height))
	draw.CatmullRom.Scale(b.to, box, p.Image.Pixels, p.Image.Pixels.Bounds(), draw.Over, nil)
}

func (b *brush) dot(points float64) int { return int(math.Round(points * b.scale)) }

// text fills the outlines of all glyphs of the run in one go.
func (b *brush) text(t Text) {
	face := faces[t.Face]()
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	var shape outline
	along := 0.0
	for _, r := range t.S {
		glyph, err := face.font.GlyphIndex(&b.buf, r)
		if err != nil {
			continue
		}
		segments, err := face.font.LoadGlyph(&b.buf, glyph, fixed.I(1000), nil)
		if err != nil {
			continue
		}
		start := along
		shape.glyph(segments, func(p fixed.Point26_6) Point {
			x, y := start+float64(p.X)/64000*t.Size, float64(p.Y)/64000*t.Size
			return Point{(t.At.X + x*cos + y*sin) * b.scale, (t.At.Y - x*sin + y*cos) * b.scale}
		})
		along += t.Face.Width(string(r), t.Size)
	}
	b.fill(&shape, t.Color)
}

// fill paints the inside of an outline given in dots.
func (b *brush) fill(shape *outline, c Color) {
	box := shape.box().Intersect(b.to.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	shape.trace(r, Point{float64(box.Min.X), float64(box.Min.Y)})
	r.Draw(b.to, box, image.NewUniform(color.RGBA{c.R, c.G, c.B, 255}), image.Point{})
}
