package sheet

import "strings"

// near gives characters without a glyph the form that reads alike.
var near = map[rune]string{
	'\t': " ", '\r': " ", '\v': " ", '\f': " ", '\u0085': "\n", '✓': "√", '✔': "√", '✗': "x", '✘': "x",
	'☑': "[x]", '☒': "[x]", '☐': "[ ]", '⚠': "!", 'ﬁ': "fi", 'ﬂ': "fl",
	'\u2010': "-", '\u2011': "-", '\u202f': "\u00a0", '\u2028': "\n", '\u2029': "\n",
	'➔': "→", '➜': "→", '⇒': "→", '⟶': "→", '❗': "!", '❌': "x", '✅': "√",
}

// Clean returns the text in characters that the faces draw: a near form where
// there is one, "?" for anything else (emoji, other scripts, control
// characters, broken UTF-8). Line feeds stay; marks that have no shape of
// their own (joiners, direction marks, soft hyphens) go.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		out.WriteString(form(r))
	}
	return out.String()
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func form(r rune) string {
	substitute, known := near[r]
	switch {
	case r == '\n':
		return "\n"
	case shapeless(r):
		return ""
	case known:
		return substitute
	case r >= 0x2000 && r <= 0x200a, r == 0x3000:
		return " "
	case r >= 0xff01 && r <= 0xff5e: // full-width ASCII
		return string(r - 0xfee0)
	case r != '\ufffd' && draws(r):
		return string(r)
	}
	return "?"
}

func shapeless(r rune) bool {
	return r == 0xad || r == 0xfeff || r == 0x61c ||
		r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e ||
		r >= 0x2060 && r <= 0x2069 || r >= 0xfe00 && r <= 0xfe0f
}
