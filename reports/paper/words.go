package paper

import (
	"strings"

	"siaga/reports/paper/sheet"
)

// piece is a part of a word in one face.
type piece struct {
	face sheet.Face
	s    string
}

// word is what stands between two blanks, perhaps in several faces.
type word struct {
	pieces []piece
	width  float64
	glued  bool // no blank before it: the rest of a word that was too long
	breaks bool // not a word but a line feed
}

// words cuts clean text into words and measures them.
func words(spans []Span, size float64) []word {
	var out []word
	var open word
	end := func() {
		if len(open.pieces) > 0 {
			out = append(out, open)
		}
		open = word{}
	}
	for _, span := range spans {
		rest := sheet.Clean(span.Text)
		for rest != "" {
			cut := strings.IndexAny(rest, " \n")
			if cut != 0 {
				open.append(piece{span.face(), head(rest, cut)}, size)
			}
			if cut < 0 {
				break
			}
			end()
			if rest[cut] == '\n' {
				out = append(out, word{breaks: true})
			}
			rest = rest[cut+1:]
		}
	}
	end()
	return out
}

func head(s string, cut int) string {
	if cut < 0 {
		return s
	}
	return s[:cut]
}

func (w *word) append(p piece, size float64) {
	w.pieces = append(w.pieces, p)
	w.width += p.face.Width(p.s, size)
}

// split cuts a word that is wider than a line into words that are not. It
// prefers to cut after the punctuation of addresses and paths.
func (w word) split(width, size float64) []word {
	var out []word
	open := word{glued: w.glued}
	for _, p := range w.pieces {
		for p.s != "" {
			n := fitting(p, width-open.width, size)
			if n == 0 && len(open.pieces) == 0 {
				n = len(string([]rune(p.s)[:1])) // a column narrower than a letter
			}
			if n > 0 {
				open.append(piece{p.face, p.s[:n]}, size)
				p.s = p.s[n:]
			}
			if p.s != "" {
				out = append(out, open)
				open = word{glued: true}
			}
		}
	}
	return append(out, open)
}

// fitting returns how many bytes of a piece fit a width.
func fitting(p piece, width, size float64) int {
	x, soft := 0.0, 0
	for i, r := range p.s {
		step := p.face.Width(string(r), size)
		if x+step > width {
			if soft > i/2 {
				return soft
			}
			return i
		}
		x += step
		if strings.ContainsRune("/-_.,;:?&=@", r) {
			soft = i + 1
		}
	}
	return len(p.s)
}
