package locales

import (
	"strconv"
	"strings"
	"time"
)

// Date prints the day of an instant: 9 Mei 2023.
func (b *Book) Date(t time.Time) string { return b.layout("format.date", t) }

// DateLong prints the day with its weekday: Selasa, 9 Mei 2023.
func (b *Book) DateLong(t time.Time) string { return b.layout("format.date.long", t) }

// DateTime prints an instant in full: Selasa, 9 Mei 2023 pukul 14.30 WIB.
func (b *Book) DateTime(t time.Time) string { return b.layout("format.datetime", t) }

// Stamp prints an instant for the cell of a table: 09-05-2023 14.30.
func (b *Book) Stamp(t time.Time) string { return b.layout("format.stamp", t) }

// Clock prints the time of day: 14.30 WIB.
func (b *Book) Clock(t time.Time) string { return b.layout("format.clock", t) }

// Month prints the month of an instant: Oktober 2026.
func (b *Book) Month(t time.Time) string { return b.layout("format.month", t) }

// Quarter prints the quarter of an instant: Triwulan I 2026.
func (b *Book) Quarter(t time.Time) string {
	quarter := (int(b.local(t).Month()) + 2) / 3
	return b.T("period.quarter."+strconv.Itoa(quarter), "Year", b.year(t))
}

// HalfYear prints the half-year of an instant: Semester I 2026.
func (b *Book) HalfYear(t time.Time) string {
	half := (int(b.local(t).Month()) + 5) / 6
	return b.T("period.half."+strconv.Itoa(half), "Year", b.year(t))
}

// Year prints the year of an instant: Tahun 2026.
func (b *Book) Year(t time.Time) string { return b.T("period.year", "Year", b.year(t)) }

// Range prints the days from first to last, both included, and says month and
// year once where they are shared: 1–31 Oktober 2026.
func (b *Book) Range(first, last time.Time) string {
	from, to := b.local(first), b.local(last)
	switch {
	case from.Year() != to.Year():
		return b.Date(first) + " – " + b.Date(last)
	case from.Month() != to.Month():
		return b.layout("format.daymonth", first) + " – " + b.Date(last)
	case from.Day() != to.Day():
		return strconv.Itoa(from.Day()) + "–" + b.Date(last)
	}
	return b.Date(last)
}

// local moves an instant into the book's zone, under the printed abbreviation.
func (b *Book) local(t time.Time) time.Time {
	_, offset := t.In(b.zone).Zone()
	return t.In(time.FixedZone(b.short, offset))
}

func (b *Book) year(t time.Time) string { return strconv.Itoa(b.local(t).Year()) }

// layout prints an instant; one that was not recorded is a dash.
func (b *Book) layout(key string, t time.Time) string {
	if t.IsZero() {
		return b.T("format.none")
	}
	t = b.local(t)
	text := t.Format(b.T(key))
	text = strings.Replace(text, t.Weekday().String(), b.T(weekdayKey(t.Weekday())), 1)
	return strings.Replace(text, t.Month().String(), b.T(monthKey(t.Month())), 1)
}

func weekdayKey(d time.Weekday) string { return "day." + strconv.Itoa(int(d)) }

func monthKey(m time.Month) string { return "month." + strconv.Itoa(int(m)) }

// Spelled is a date as an official record opens with it: the weekday, and day,
// month and year in words with the date in digits behind them.
func (b *Book) Spelled(t time.Time) (weekday, day, month, year string) {
	t = b.local(t)
	digits := t.Format(b.T("format.date.digits"))
	return b.T(weekdayKey(t.Weekday())), b.Words(t.Day()), b.T(monthKey(t.Month())), b.Words(t.Year()) + " (" + digits + ")"
}
