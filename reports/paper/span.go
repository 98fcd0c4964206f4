package paper

import "siaga/reports/paper/sheet"

// Span is a piece of running text in one face.
type Span struct {
	Text         string
	Bold, Italic bool
}

// Plain is upright text.
func Plain(text string) Span { return Span{Text: text} }

// Bold is text in bold.
func Bold(text string) Span { return Span{Text: text, Bold: true} }

// Italic is text in italics, as for foreign words.
func Italic(text string) Span { return Span{Text: text, Italic: true} }

func (s Span) face() sheet.Face {
	switch {
	case s.Bold && s.Italic:
		return sheet.BoldItalic
	case s.Bold:
		return sheet.Bold
	case s.Italic:
		return sheet.Italic
	}
	return sheet.Regular
}
