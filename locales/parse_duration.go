package locales

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"siaga/model"
)

var (
	hoursMinutes = regexp.MustCompile(`^(\d{1,6}):([0-5]\d)$`)
	amount       = regexp.MustCompile(`^(\d[\d.,]*) ?(\pL+) ?`)
)

// ParseDuration reads a duration as a person types it, in either language:
// 90 menit, 1 jam 30 menit, 1:30 (hours and minutes), 2h, and everything this
// book prints. A number without its unit, a unit twice and a fraction are
// refused, because two people would read them differently.
func (b *Book) ParseDuration(text string) (time.Duration, error) {
	plain := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if m := hoursMinutes.FindStringSubmatch(plain); m != nil {
		return time.Duration(number(m[1]))*time.Hour + time.Duration(number(m[2]))*time.Minute, nil
	}
	if d, ok := b.amounts(plain); ok {
		return d, nil
	}
	return 0, model.Refuse("refuse.duration", "Text", strings.TrimSpace(text))
}

// amounts adds up the numbers with their units.
func (b *Book) amounts(text string) (time.Duration, bool) {
	var sum time.Duration
	seen := map[time.Duration]bool{}
	for text != "" {
		m := amount.FindStringSubmatch(text)
		if m == nil {
			return 0, false
		}
		n, ok := b.whole(m[1])
		size := unitNamed(m[2])
		if !ok || size == 0 || seen[size] || n > int((math.MaxInt64-sum)/size) {
			return 0, false
		}
		seen[size] = true
		sum += time.Duration(n) * size
		text = text[len(m[0]):]
	}
	return sum, len(seen) > 0
}

// whole reads a whole number, its thousands apart as this book prints them or
// not at all.
func (b *Book) whole(text string) (int, bool) {
	n, err := strconv.Atoi(strings.ReplaceAll(text, b.T("number.group"), ""))
	apart := strings.Contains(text, b.T("number.group"))
	return n, err == nil && (!apart || text == b.Number(n))
}

// unitNamed returns the size of a unit by its name in any language, or zero.
func unitNamed(word string) time.Duration {
	for _, unit := range units {
		if means("parse."+unit.key, word) {
			return unit.size
		}
	}
	return 0
}
