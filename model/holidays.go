package model

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// The kinds of days as a file names them.
const (
	kindHoliday = "libur nasional"
	kindJoint   = "cuti bersama"
	kindRamadan = "ramadan"
)

// HolidayColumns are the columns of a file of holidays; the last one, of the last
// day of Ramadan, may be missing where the file names none.
var HolidayColumns = [...]string{"tanggal", "nama", "jenis", "sampai"}

const columnUntil = 3

// CalendarDays are what a file says of a calendar: holidays, and Ramadan without
// its hours.
type CalendarDays struct {
	Holidays []Holiday
	Seasons  []Season
}

// MostHolidayBytes bounds a file of holidays; decades fit.
const MostHolidayBytes = 256 << 10

// ReadHolidays reads holidays and Ramadan from a CSV file in UTF-8 with the columns
// tanggal, nama, jenis and sampai in any order, separated by commas or semicolons.
// Everything is read or nothing: the first line that is wrong is refused with its
// number.
func ReadHolidays(file []byte) (CalendarDays, error) {
	if err := readable(file); err != nil {
		return CalendarDays{}, err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	if first, _, _ := bytes.Cut(file, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	h := holidayFile{csv: r, seen: map[Date]int{}}
	if err := h.heading(); err != nil {
		return CalendarDays{}, err
	}
	for h.next() {
	}
	if h.err == nil && len(h.found.Holidays)+len(h.found.Seasons) == 0 {
		h.err = RefuseAt("holidays", "refuse.holidays-none")
	}
	if h.err != nil {
		return CalendarDays{}, h.err
	}
	return h.found, nil
}

// readable refuses what is no text of a bounded length.
func readable(file []byte) error {
	switch {
	case len(file) > MostHolidayBytes:
		return RefuseAt("holidays", "refuse.holidays-large", "Most", MostHolidayBytes>>10)
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return RefuseAt("holidays", "refuse.holidays-workbook")
	case !utf8.Valid(file):
		return RefuseAt("holidays", "refuse.holidays-utf8")
	}
	return nil
}

// holidayFile is a file of holidays as it is read.
type holidayFile struct {
	csv   *csv.Reader
	at    [len(HolidayColumns)]int // where each column stands, below zero for nowhere
	found CalendarDays
	seen  map[Date]int // on which line a holiday stands
	err   error
}

// heading finds the columns in the first line.
func (h *holidayFile) heading() error {
	names, err := h.csv.Read()
	if err != nil {
		return RefuseAt("holidays", "refuse.holidays-columns")
	}
	for i := range names {
		names[i] = strings.ToLower(strings.TrimSpace(names[i]))
	}
	for i, column := range HolidayColumns {
		if h.at[i] = slices.Index(names, column); h.at[i] < 0 && i != columnUntil {
			return RefuseAt("holidays", "refuse.holidays-columns")
		}
	}
	return nil
}

// next reads a line; false at the end, or when it is refused.
func (h *holidayFile) next() bool {
	cells, err := h.csv.Read()
	if errors.Is(err, io.EOF) {
		return false
	}
	var broken *csv.ParseError
	if errors.As(err, &broken) {
		return h.refuse("refuse.holidays-line", broken.Line)
	}
	line, _ := h.csv.FieldPos(0)
	cell := func(column int) string {
		if h.at[column] < 0 || h.at[column] >= len(cells) {
			return ""
		}
		return strings.TrimSpace(cells[h.at[column]])
	}
	date, name, kind, until := Date(cell(0)), unmarked(cell(1)), strings.ToLower(cell(2)), Date(cell(columnUntil))
	if date == "" && name == "" && kind == "" && until == "" {
		return true // a spreadsheet leaves such lines below its table
	}
	switch {
	case date.Check("") != nil:
		return h.refuse("refuse.holidays-date", line, "Value", string(date))
	case worded("", name) != nil:
		return h.refuse("refuse.holidays-name", line)
	case kind == kindRamadan:
		return h.ramadan(line, Season{Name: name, From: date, To: until})
	case kind != kindHoliday && kind != kindJoint:
		return h.refuse("refuse.holidays-kind", line, "Value", kind)
	case h.seen[date] > 0:
		return h.refuse("refuse.holidays-twice", line, "Date", string(date), "First", h.seen[date])
	case until != "" && until != date:
		return h.refuse("refuse.holidays-span", line)
	}
	h.seen[date] = line
	h.found.Holidays = append(h.found.Holidays, Holiday{Date: date, Name: name, Joint: kind == kindJoint})
	return true
}

func (h *holidayFile) refuse(key string, line int, args ...any) bool {
	h.err = RefuseAt("holidays", key, append(args, "Line", line)...)
	return false
}

// WriteHolidays writes holidays and Ramadan as [ReadHolidays] reads them: the
// template that an office fills in.
func WriteHolidays(all CalendarDays) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff") // without it a spreadsheet takes the text for another encoding
	w := csv.NewWriter(&b)
	_ = w.Write(HolidayColumns[:]) // a buffer takes everything
	for _, s := range all.Seasons {
		if s.isRamadan() {
			_ = w.Write([]string{string(s.From), neutral(s.Name), kindRamadan, string(s.To)})
		}
	}
	for _, h := range all.Holidays {
		kind := kindHoliday
		if h.Joint {
			kind = kindJoint
		}
		_ = w.Write([]string{string(h.Date), neutral(h.Name), kind, ""})
	}
	w.Flush()
	return b.Bytes()
}

// neutral keeps a spreadsheet from taking a name for a formula.
func neutral(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// unmarked is a name as it was before [WriteHolidays] wrote it.
func unmarked(text string) string {
	if rest, marked := strings.CutPrefix(text, "'"); marked && isFormula(rest) {
		return rest
	}
	return text
}

func isFormula(text string) bool { return text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") }

// With is the calendar with the days of a file: its holidays for the years that
// they name, those of other years stay; its Ramadan as [Calendar.withSeasons] says.
func (c *Calendar) With(days CalendarDays) *Calendar {
	years := (&Calendar{Holidays: days.Holidays}).HolidayYears()
	out := *c
	out.Holidays, out.Seasons = slices.Clone(days.Holidays), c.withSeasons(days.Seasons)
	for _, h := range c.Holidays {
		if !slices.Contains(years, h.Date.year()) {
			out.Holidays = append(out.Holidays, h)
		}
	}
	return NewCalendar(out)
}

// HolidaysDue is a year of which no holiday is known although office hours count
// then: this one, or from October on the next; zero for none.
func (o Office) HolidaysDue(now Instant, zone *time.Location) int {
	today := now.Time().In(zone)
	for _, year := range []int{today.Year(), today.AddDate(0, 3, 0).Year()} {
		at := max(now, At(time.Date(year, time.January, 1, 0, 0, 0, 0, zone)))
		if c := o.PolicyAt(at).Calendar; c != nil && !slices.Contains(c.HolidayYears(), year) {
			return year
		}
	}
	return 0
}

// SeasonsProposed is how many spans of special hours that are not over have just
// the days that the program proposes for them: somebody should compare them with
// what the government settles.
func (o Office) SeasonsProposed(now Instant, zone *time.Location) (n int) {
	c, proposed, today := o.PolicyAt(now).Calendar, ramadan2026(), DateOf(now, zone)
	if c == nil {
		return 0
	}
	for _, s := range c.Seasons {
		if s.From == proposed.From && s.To == proposed.To && today <= s.To {
			n++
		}
	}
	return n
}

// In is the calendar counted in a zone that lies so far east of UTC.
func (c *Calendar) In(offset Seconds) *Calendar {
	if c == nil || c.Offset == offset {
		return c
	}
	out := *c
	out.Offset = offset
	return &out
}
