package assets

import (
	"slices"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
)

// Sans returns Liberation Sans (TrueType), as wide as Arial, for papers.
func Sans() []byte { return slices.Clone(liberationsansregular.TTF) }

// SansBold returns Liberation Sans Bold (TrueType).
func SansBold() []byte { return slices.Clone(liberationsansbold.TTF) }

// SansItalic returns Liberation Sans Italic (TrueType).
func SansItalic() []byte { return slices.Clone(liberationsansitalic.TTF) }

// SansBoldItalic returns Liberation Sans Bold Italic (TrueType).
func SansBoldItalic() []byte { return slices.Clone(liberationsansbolditalic.TTF) }

// Mono returns Liberation Mono (TrueType), for hashes and numbers of events.
func Mono() []byte { return slices.Clone(liberationmonoregular.TTF) }
