package reports

import (
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"siaga/locales"
	"siaga/model"
)

// value is a value as a cell holds it: dates, durations and numbers as
// numbers, everything else as text, and nothing as an empty cell. No value is
// ever a formula.
func (w *workbook) value(v any) any {
	switch v := v.(type) {
	case model.Instant:
		if v.Known() {
			return w.serial(v)
		}
		return nil
	case time.Duration:
		return v.Hours() / 24
	case model.Seconds:
		return v.Duration().Hours() / 24
	case bool:
		if v {
			return w.book.T("common.yes")
		}
		return w.book.T("common.no")
	case locales.Worded:
		return w.book.Word(v)
	case string:
		if v != "" {
			return w.text(v)
		}
		return nil
	}
	return v
}

// serial is an instant as Excel counts days, on the wall clock of the office:
// Excel knows no zones, so the head of the column names it.
func (w *workbook) serial(at model.Instant) float64 {
	_, offset := at.Time().In(w.zone).Zone()
	const unixDay = 25569 // 1 January 1970, counted from 30 December 1899
	return unixDay + float64(int64(at)+int64(offset))/(24*60*60)
}

// text is a text as a cell can hold it: control characters become a visible
// mark, and what is longer than a cell is cut and says so.
func (w *workbook) text(s string) string {
	s = strings.Map(printable, strings.ReplaceAll(s, "\r\n", "\n"))
	if len(s) <= excelize.TotalCellChars {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= excelize.TotalCellChars {
		return s
	}
	mark := w.book.T("workbook.cut")
	kept := string(utf16.Decode(units[:excelize.TotalCellChars-len(utf16.Encode([]rune(mark)))-1]))
	return strings.TrimRight(kept, "\uFFFD") + " " + mark
}

func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF:
		return '\uFFFD'
	}
	return r
}

// word is a value of a closed set for a cell; one that was not chosen leaves it
// empty.
func word[T interface {
	~string
	locales.Worded
}](v T) any {
	if v == "" {
		return nil
	}
	return v
}
