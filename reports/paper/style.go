package paper

// Size is a paper size in millimetres.
type Size struct{ Width, Height float64 }

// The two papers of Indonesian offices: A4 (Permendagri 1/2023) and Folio, of
// the rule before it and still in use.
var (
	A4 = Size{210, 297}
	F4 = Size{215, 330}
)

// Style is the look of a document's pages.
type Style struct {
	Paper                    Size
	Left, Right, Top, Bottom float64 // margins, mm
	Text, Table, Note        float64 // sizes of letters, points
	Leading                  float64 // distance of lines as a multiple of the size
	Indent                   float64 // of the first line of a paragraph, mm
}

// DefaultStyle is A4 with the margins, sizes and spacing that regional offices
// use: left 3 cm, right and top 2 cm, bottom 2.5 cm; 12 points, tables 10,
// notes 9.
func DefaultStyle() Style {
	return Style{
		Paper: A4, Left: 30, Right: 20, Top: 20, Bottom: 25,
		Text: 12, Table: 10, Note: 9, Leading: 1.15, Indent: 12.5,
	}
}
