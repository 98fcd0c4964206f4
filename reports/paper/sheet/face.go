package sheet

import (
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"siaga/assets"
)

// Face is one of the four cuts of Liberation Sans, which has the widths of
// Arial, the face of official letters.
type Face int

// The four faces.
const (
	Regular Face = iota
	Bold
	Italic
	BoldItalic
)

// Faces counts the faces.
const Faces = 4

// Ascent and Descent are the reach of the letters above and below the base
// line, as a share of the size.
const (
	Ascent  = 0.905
	Descent = 0.212
)

// lastRune bounds the advance tables: beyond it Liberation Sans has nothing
// that a report needs.
const lastRune = 0x2700

// metrics is a parsed face: advance in 1/1000 of the size, -1 for no glyph.
type metrics struct {
	ttf     []byte
	font    *sfnt.Font
	advance [lastRune]int16
}

var faces = [Faces]func() *metrics{
	sync.OnceValue(func() *metrics { return parse(assets.Sans()) }),
	sync.OnceValue(func() *metrics { return parse(assets.SansBold()) }),
	sync.OnceValue(func() *metrics { return parse(assets.SansItalic()) }),
	sync.OnceValue(func() *metrics { return parse(assets.SansBoldItalic()) }),
}

// parse reads an embedded font; it panics on one that cannot be read, which
// is a broken build.
func parse(ttf []byte) *metrics {
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		panic("sheet: embedded font: " + err.Error())
	}
	m := &metrics{ttf: ttf, font: parsed}
	var buf sfnt.Buffer
	for r := range m.advance {
		m.advance[r] = m.measure(&buf, rune(r))
	}
	return m
}

func (m *metrics) measure(buf *sfnt.Buffer, r rune) int16 {
	glyph, err := m.font.GlyphIndex(buf, r)
	if err != nil || glyph == 0 {
		return -1
	}
	advance, err := m.font.GlyphAdvance(buf, glyph, fixed.I(1000), font.HintingNone)
	if err != nil {
		return -1
	}
	return int16(advance.Round())
}

// TTF returns the font file, shared: clone it for a library that writes to it.
func (f Face) TTF() []byte { return faces[f]().ttf }

// Width returns the width of a clean string at that size, in points.
func (f Face) Width(s string, size float64) float64 {
	m, sum := faces[f](), 0
	for _, r := range s {
		if r < lastRune {
			sum += max(0, int(m.advance[r]))
		}
	}
	return float64(sum) * size / 1000
}

// draws tells whether every face has a glyph for the character.
func draws(r rune) bool {
	if r < ' ' || r == 0x7f || r >= lastRune {
		return false
	}
	for _, face := range faces {
		if face().advance[r] < 0 {
			return false
		}
	}
	return true
}

func trimRight(s string) string { return strings.TrimRight(s, " \u00a0") }
