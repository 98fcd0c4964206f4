package locales

import (
	"math"
	"strconv"
	"strings"
)

// Number prints a whole number with its thousands apart: 1.234.
func (b *Book) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := minus(n < 0)
	return sign + b.grouped(strings.TrimPrefix(digits, sign))
}

// Decimal prints a number with that many decimals: 1.234,56; what is no number
// is a dash.
func (b *Book) Decimal(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return b.T("format.none")
	}
	digits := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, found := strings.Cut(digits, ".")
	text := b.grouped(whole)
	if found {
		text += b.T("number.point") + fraction
	}
	return minus(v < 0 && strings.ContainsAny(digits, "123456789")) + text
}

// Percent prints a share of one with at most one decimal: 0.125 is 12,5%, and
// a share of nothing (NaN) is a dash.
func (b *Book) Percent(share float64) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return b.T("format.none")
	}
	return strings.TrimSuffix(b.Decimal(share*100, 1), b.T("number.point")+"0") + "%"
}

// Bytes prints the size of a file, in steps of 1024 as file managers do: 1,5 MB.
func (b *Book) Bytes(n int64) string {
	if n < 1024 {
		return b.Number(int(n)) + " B"
	}
	size, prefix := float64(n)/1024, 0
	for size >= 1023.95 && prefix < 4 { // what would print as 1.024,0
		size, prefix = size/1024, prefix+1
	}
	return strings.TrimSuffix(b.Decimal(size, 1), b.T("number.point")+"0") + " " + "KMGTP"[prefix:prefix+1] + "B"
}

// Roman prints a number from 1 to 3999 in Roman numerals, as in the numbers of
// letters; any other as digits.
func (b *Book) Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	numerals := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var text strings.Builder
	for i, value := range values {
		text.WriteString(strings.Repeat(numerals[i], n/value))
		n %= value
	}
	return text.String()
}

// grouped sets the thousands of a row of digits apart.
func (b *Book) grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + b.T("number.group") + digits[i:]
	}
	return digits
}
