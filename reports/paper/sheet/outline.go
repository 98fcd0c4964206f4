package sheet

import (
	"image"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// outline is a list of closed curves in dots, ready to be filled.
type outline struct{ segments []segment }

type segment struct {
	op   sfnt.SegmentOp
	args [3]Point
}

func (o *outline) add(op sfnt.SegmentOp, args ...Point) {
	s := segment{op: op}
	copy(s.args[:], args)
	o.segments = append(o.segments, s)
}

func (o *outline) glyph(segments sfnt.Segments, place func(fixed.Point26_6) Point) {
	for _, s := range segments {
		o.add(s.Op, place(s.Args[0]), place(s.Args[1]), place(s.Args[2]))
	}
}

func (o *outline) polygon(points ...Point) {
	o.add(sfnt.SegmentOpMoveTo, points[0])
	for _, p := range points[1:] {
		o.add(sfnt.SegmentOpLineTo, p)
	}
}

// used returns the points that the segment's kind reads.
func (s segment) used() []Point {
	switch s.op {
	case sfnt.SegmentOpQuadTo:
		return s.args[:2]
	case sfnt.SegmentOpCubeTo:
		return s.args[:3]
	}
	return s.args[:1]
}

func (o *outline) box() image.Rectangle {
	left, top, right, bottom := math.MaxFloat64, math.MaxFloat64, -math.MaxFloat64, -math.MaxFloat64
	for _, s := range o.segments {
		for _, p := range s.used() {
			left, right = min(left, p.X), max(right, p.X)
			top, bottom = min(top, p.Y), max(bottom, p.Y)
		}
	}
	if left > right {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
}

func (o *outline) trace(r *vector.Rasterizer, origin Point) {
	at := func(p Point) (x, y float32) { return float32(p.X - origin.X), float32(p.Y - origin.Y) }
	for i, s := range o.segments {
		ax, ay := at(s.args[0])
		bx, by := at(s.args[1])
		cx, cy := at(s.args[2])
		switch s.op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			r.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			r.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	r.ClosePath()
}
