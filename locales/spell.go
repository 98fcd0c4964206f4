package locales

import "strconv"

// scales are the powers of a thousand that have a name, largest first.
var scales = []struct {
	size int
	key  string
}{
	{1_000_000_000_000, "number.trillion"},
	{1_000_000_000, "number.billion"},
	{1_000_000, "number.million"},
	{1_000, "number.thousand"},
}

// Words spells a number out (terbilang), up to 999 trillion on either side of
// zero: dua ribu dua puluh enam; a larger one is printed in digits.
func (b *Book) Words(n int) string {
	const limit = 1_000_000_000_000_000
	switch {
	case n <= -limit || n >= limit:
		return b.Number(n)
	case n < 0:
		return b.T("number.minus") + " " + b.Words(-n)
	case n == 0:
		return b.T("number.0")
	}
	var text string
	for _, scale := range scales {
		if group := n / scale.size; group > 0 {
			text = joined(text, " ", b.scaled(group, scale.key))
		}
		n %= scale.size
	}
	if n == 0 {
		return text
	}
	if n < 100 {
		return joined(text, b.T("number.and"), b.underThousand(n))
	}
	return joined(text, " ", b.underThousand(n))
}

// Count prints a number and its words, as official papers do: 2 (dua).
func (b *Book) Count(n int) string { return b.Number(n) + " (" + b.Words(n) + ")" }

// scaled spells so many thousands, millions, …; a single thousand has its own
// word in Indonesian, seribu.
func (b *Book) scaled(group int, key string) string {
	if group == 1 && key == "number.thousand" {
		return b.T("number.1000")
	}
	return b.underThousand(group) + " " + b.T(key)
}

func (b *Book) underThousand(n int) string {
	hundreds, rest := n/100, n%100
	var text string
	switch {
	case hundreds == 1:
		text = b.T("number.100")
	case hundreds > 1:
		text = b.digit(hundreds) + " " + b.T("number.hundred")
	}
	if rest == 0 {
		return text
	}
	return joined(text, b.T("number.and"), b.underHundred(rest))
}

func (b *Book) underHundred(n int) string {
	if n < 20 || n%10 == 0 {
		return b.digit(n)
	}
	return b.digit(n-n%10) + b.T("number.hyphen") + b.digit(n%10)
}

// digit is a number that has a key of its own: up to 20, and the tens.
func (b *Book) digit(n int) string { return b.T("number." + strconv.Itoa(n)) }

func joined(text, by, next string) string {
	if text == "" {
		return next
	}
	return text + by + next
}
