package reports

import "github.com/xuri/excelize/v2"

// style is how a cell looks and what kind of value it holds.
type style int

// The styles, in the order of looks.
const (
	textCell style = iota
	numberCell
	changeCell // of a number, with its sign
	shareCell
	shareChangeCell
	instantCell
	spanCell // a duration, in hours and minutes
	headCell
	headNumberCell
	totalNameCell
	totalCell
	totalChangeCell
	totalShareCell
	totalSpanCell
	titleCell
	headingCell
	noteCell
	goodCell
	badCell
	verdictCell // of a clock: coloured by what it says
)

// Formats that Excel prints in the reader's own language. Text stays text,
// also when a cell that begins with = is edited.
const (
	asText    = "@"
	asNumber  = "#,##0"
	asChange  = "+#,##0;-#,##0;0"
	asShare   = "0.0%"
	asInstant = "dd-mm-yyyy hh:mm"
	asSpan    = "[h]:mm"
)

// The colours of reports/paper: apart for any kind of colour vision, and never
// without a word.
const (
	inkColor   = "282828"
	headColor  = "1F3A5F"
	lineColor  = "C8C8C8"
	totalColor = "E1E6EC"
	goodColor  = "007355"
	goodGround = "DDF0EA"
	badColor   = "9C3A00"
	badGround  = "FBE6D6"
)

// letters are the face of all cells: every machine has it, or its metric twin.
const letters = "Arial"

// looks are the styles as excelize takes them.
func looks() []excelize.Style {
	return []excelize.Style{
		textCell:        valueLook(asText, "left"),
		numberCell:      valueLook(asNumber, "right"),
		changeCell:      valueLook(asChange, "right"),
		shareCell:       valueLook(asShare, "right"),
		shareChangeCell: valueLook("+0.0%;-0.0%;0.0%", "right"),
		instantCell:     valueLook(asInstant, "left"),
		spanCell:        valueLook(asSpan, "right"),
		headNumberCell:  onGround(headColor, "FFFFFF", "right"),
		headCell:        onGround(headColor, "FFFFFF", "left"),
		totalNameCell:   onGround(totalColor, inkColor, "left"),
		totalChangeCell: formatted(onGround(totalColor, inkColor, "right"), asChange),
		totalShareCell:  formatted(onGround(totalColor, inkColor, "right"), asShare),
		totalCell:       formatted(onGround(totalColor, inkColor, "right"), asNumber),
		totalSpanCell:   formatted(onGround(totalColor, inkColor, "right"), asSpan),
		titleCell:       {Font: inked(headColor, 16)},
		headingCell:     {Font: inked(headColor, 12)},
		noteCell: {
			Font:      &excelize.Font{Family: letters, Size: 10, Color: inkColor},
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
		},
		goodCell:    onGround(goodGround, goodColor, "left"),
		badCell:     onGround(badGround, badColor, "left"),
		verdictCell: valueLook(asText, "left"),
	}
}

func valueLook(format, side string) excelize.Style {
	return excelize.Style{
		CustomNumFmt: &format, Border: edges(),
		Font:      &excelize.Font{Family: letters, Size: 10, Color: inkColor},
		Alignment: &excelize.Alignment{Horizontal: side, Vertical: "top", WrapText: format == asText, Indent: 1},
	}
}

func onGround(ground, ink, side string) excelize.Style {
	return excelize.Style{
		Border:    edges(),
		Font:      inked(ink, 10),
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}},
		Alignment: &excelize.Alignment{Horizontal: side, Vertical: "center", WrapText: true, Indent: 1},
	}
}

func inked(color string, size float64) *excelize.Font {
	return &excelize.Font{Family: letters, Bold: true, Size: size, Color: color}
}

func formatted(s excelize.Style, format string) excelize.Style {
	s.CustomNumFmt = &format
	return s
}

func edges() []excelize.Border {
	return []excelize.Border{{Type: "bottom", Color: lineColor, Style: 1}}
}

// conditional is a style that a cell takes on by what it says.
func (w *workbook) conditional(ink, ground string) int {
	id, err := w.file.NewConditionalStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Color: ink},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}},
	})
	w.keep(err)
	return id
}
