package locales

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"siaga/model"
)

var (
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2}|\pL+)[-/. ](\d{4})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	timeOfDay = regexp.MustCompile(`^(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?$`)
)

// ParseInstant reads a date and time as a person types it in the book's zone,
// in either language, and returns it in UTC: 09-05-2023 14.30, 09/05/2023 14:30,
// 9 Mei 2023 14.30, everything this book prints, and RFC 3339; a time alone is
// of the day of now. What it cannot read, or what no calendar has, it refuses.
func (b *Book) ParseInstant(text string, now time.Time) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, strings.TrimSpace(text)); err == nil {
		return t.UTC(), nil
	}
	if t, ok := b.instant(text, now); ok {
		return t.UTC(), nil
	}
	return time.Time{}, model.Refuse("refuse.instant", "Text", strings.TrimSpace(text))
}

func (b *Book) instant(text string, now time.Time) (time.Time, bool) {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(text, ",", " ")))
	if n := len(words); n > 1 && words[n-1] == strings.ToLower(b.short) {
		words = words[:n-1]
	}
	if len(words) == 0 {
		return time.Time{}, false
	}
	clock := timeOfDay.FindStringSubmatch(words[len(words)-1])
	words = words[:len(words)-1]
	if n := len(words); n > 0 && means("parse.at", words[n-1]) {
		words = words[:n-1]
	}
	date, ok := b.date(words, now)
	if !ok || clock == nil {
		return time.Time{}, false
	}
	hour, minute, second := number(clock[1]), number(clock[2]), number(clock[3])
	t := time.Date(date.Year(), date.Month(), date.Day(), hour, minute, second, 0, b.zone)
	// Date carries 24.10 over into the next day; a person who typed it erred.
	exact := t.Day() == date.Day() && t.Hour() == hour && t.Minute() == minute && t.Second() == second
	return t, exact
}

// date reads the words before the time, with or without the weekday, which
// must then be the right one; no words mean the day of now.
func (b *Book) date(words []string, now time.Time) (time.Time, bool) {
	if len(words) == 0 {
		return b.local(now), true
	}
	weekday := time.Weekday(-1)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if means(weekdayKey(d), words[0]) {
			weekday, words = d, words[1:]
			break
		}
	}
	date, ok := calendarDay(strings.Join(words, " "))
	return date, ok && (weekday < 0 || weekday == date.Weekday())
}

func calendarDay(text string) (time.Time, bool) {
	var year, day int
	var month time.Month
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		day, month, year = number(m[1]), monthNamed(m[2]), number(m[3])
	} else if m := yearFirst.FindStringSubmatch(text); m != nil {
		year, month, day = number(m[1]), monthNamed(m[2]), number(m[3])
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return t, year > 0 && t.Month() == month && t.Day() == day
}

// monthNamed reads a month by its number or its name, long or short, in any
// language; zero when there is none.
func monthNamed(text string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if number(text) == int(m) || means(monthKey(m), text) || means("month.short."+strconv.Itoa(int(m)), text) {
			return m
		}
	}
	return 0
}

// means reports whether a lower-case word is one of those under the key, in
// any language, so that nobody has to switch it to be understood.
func means(key, word string) bool {
	return slices.ContainsFunc(Langs(), func(lang Lang) bool {
		return slices.Contains(strings.Fields(strings.ToLower(Open(lang).T(key))), word)
	})
}

// number reads digits; what is none counts as zero.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
