package model

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Span is the length of a reporting period. The decree names none; these are
// the ones an office reports in.
type Span string

// The spans of periodic reports.
const (
	Month   Span = "month"
	Quarter Span = "quarter"
	Half    Span = "half"
	Year    Span = "year"
)

// WordKey names the span in words.
func (s Span) WordKey() string { return "span." + string(s) }

var spanMonths = map[Span]int{Month: 1, Quarter: 3, Half: 6, Year: 12}

// Period is a reporting period in the office's zone: From is its first second,
// To the first second after it.
type Period struct {
	Span Span `json:"span"`
	Year int  `json:"year"`
	Part int  `json:"part"` // 1 to 12, 4, 2 or 1
	From Instant
	To   Instant
}

var periodForm = regexp.MustCompile(`^(\d{4})(?:-(\d{2})|-Q([1-4])|-S([12]))?$`)

// ParsePeriod reads 2026-10, 2026-Q3, 2026-S1 or 2026; it refuses anything
// else.
func ParsePeriod(s string, zone *time.Location) (Period, error) {
	m := periodForm.FindStringSubmatch(s)
	if m == nil {
		return Period{}, RefuseAt("period", "refuse.period", "Value", s)
	}
	year, _ := strconv.Atoi(m[1])
	for i, span := range []Span{Month, Quarter, Half} {
		if m[i+2] != "" {
			part, _ := strconv.Atoi(m[i+2])
			if part < 1 || part > 12/spanMonths[span] {
				return Period{}, RefuseAt("period", "refuse.period", "Value", s)
			}
			return NewPeriod(span, year, part, zone), nil
		}
	}
	return NewPeriod(Year, year, 1, zone), nil
}

// NewPeriod is the part-th period of that span in a year; a part before the
// first or after the last runs into the neighbouring years.
func NewPeriod(span Span, year, part int, zone *time.Location) Period {
	n := spanMonths[span]
	from := time.Date(year, time.Month((part-1)*n+1), 1, 0, 0, 0, 0, zone)
	return Period{
		Span: span, Year: from.Year(), Part: (int(from.Month())-1)/n + 1,
		From: At(from), To: At(from.AddDate(0, n, 0)),
	}
}

// PeriodOf is the period of that span in which an instant lies.
func PeriodOf(span Span, at Instant, zone *time.Location) Period {
	t := at.Time().In(zone)
	return NewPeriod(span, t.Year(), (int(t.Month())-1)/spanMonths[span]+1, zone)
}

// Before is the period before this one.
func (p Period) Before(zone *time.Location) Period { return NewPeriod(p.Span, p.Year, p.Part-1, zone) }

// Months are the months of a longer period, none of a month.
func (p Period) Months(zone *time.Location) (months []Period) {
	n := spanMonths[p.Span]
	for i := 1; i <= n && n > 1; i++ {
		months = append(months, NewPeriod(Month, p.Year, (p.Part-1)*n+i, zone))
	}
	return months
}

// Begun refuses a period that has not begun: nothing can be said of it yet.
func (p Period) Begun(now Instant) error {
	if now < p.From {
		return RefuseAt("period", "refuse.period-coming", "Value", p.String(), "At", p.From)
	}
	return nil
}

// String is the period as ParsePeriod reads it.
func (p Period) String() string {
	switch p.Span {
	case Month:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Part)
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Part)
	case Half:
		return fmt.Sprintf("%04d-S%d", p.Year, p.Part)
	}
	return fmt.Sprintf("%04d", p.Year)
}

// Holds reports whether an instant lies in the period.
func (p Period) Holds(at Instant) bool { return p.From <= at && at < p.To }
