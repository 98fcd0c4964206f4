package locales

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersArePrintedAsTheLanguageWritesThem(t *testing.T) {
	indonesian, english := Open(ID), Open(EN)
	same(t, indonesian.Number(1234), "1.234")
	same(t, indonesian.Number(-1234567), "-1.234.567")
	same(t, indonesian.Number(-123), "-123")
	same(t, english.Number(1234), "1,234")
	same(t, indonesian.Decimal(1234.56, 2), "1.234,56")
	same(t, english.Decimal(1234.56, 2), "1,234.56")
	same(t, indonesian.Decimal(-0.001, 2), "0,00")
	same(t, indonesian.Decimal(-1.5, 0), "-2")
	same(t, indonesian.Percent(0.125), "12,5%")
	same(t, indonesian.Percent(1), "100%")
	same(t, english.Percent(0.125), "12.5%")
	same(t, indonesian.Percent(math.NaN()), "–")
	same(t, indonesian.Bytes(1023), "1.023 B")
	same(t, indonesian.Bytes(1536*1024), "1,5 MB")
	same(t, english.Bytes(1<<30-1), "1 GB")
}

func TestRomanNumerals(t *testing.T) {
	for n, text := range map[int]string{1: "I", 4: "IV", 9: "IX", 10: "X", 12: "XII", 2026: "MMXXVI", 3999: "MMMCMXCIX", 0: "0", 4000: "4000"} {
		same(t, Open(ID).Roman(n), text)
	}
}

func TestNumbersInWords(t *testing.T) {
	for n, words := range map[int][2]string{
		0:           {"nol", "zero"},
		11:          {"sebelas", "eleven"},
		12:          {"dua belas", "twelve"},
		20:          {"dua puluh", "twenty"},
		21:          {"dua puluh satu", "twenty-one"},
		100:         {"seratus", "one hundred"},
		101:         {"seratus satu", "one hundred and one"},
		345:         {"tiga ratus empat puluh lima", "three hundred and forty-five"},
		1000:        {"seribu", "one thousand"},
		1100:        {"seribu seratus", "one thousand one hundred"},
		2026:        {"dua ribu dua puluh enam", "two thousand and twenty-six"},
		21000:       {"dua puluh satu ribu", "twenty-one thousand"},
		101000:      {"seratus satu ribu", "one hundred and one thousand"},
		1000000:     {"satu juta", "one million"},
		1001000:     {"satu juta seribu", "one million one thousand"},
		3e9 + 7:     {"tiga miliar tujuh", "three billion and seven"},
		999e12:      {"sembilan ratus sembilan puluh sembilan triliun", "nine hundred and ninety-nine trillion"},
		-2:          {"minus dua", "minus two"},
		1e15:        {"1.000.000.000.000.000", "1,000,000,000,000,000"},
		math.MinInt: {"-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"},
	} {
		same(t, Open(ID).Words(n), words[0])
		same(t, Open(EN).Words(n), words[1])
	}
	same(t, Open(ID).Count(2), "2 (dua)")
}

func TestWordsNameOneNumberOnly(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook(r)
		n := rapid.IntRange(0, 1e15-1).Draw(r, "n")
		if back := spelled(book, book.Words(n)); back != n {
			r.Fatalf("%d is %q, which is %d", n, book.Words(n), back)
		}
		if back, ok := book.whole(book.Number(n)); !ok || back != n {
			r.Fatalf("%d is printed %q, which is %d", n, book.Number(n), back)
		}
	})
}

// spelled counts words back into a number, as a reader would.
func spelled(book *Book, text string) int {
	value := map[string]int{"seratus": 100, "seribu": 1000, "and": 0, "belas": 10}
	for _, n := range append(numbersTo(11), numbersTo(19)...) {
		value[book.digit(n)] = n
	}
	for tens := 20; tens < 100; tens += 10 {
		value[book.digit(tens)] = tens
	}
	total, group := 0, 0
	for _, word := range strings.Fields(strings.ReplaceAll(text, "-", " ")) {
		scale := slices.Index([]string{book.T("number.thousand"), book.T("number.million"), book.T("number.billion"), book.T("number.trillion")}, word)
		switch {
		case scale >= 0:
			total, group = total+group*int(math.Pow10(3*(scale+1))), 0
		case word == "seribu":
			total += 1000
		case word == book.T("number.hundred"):
			group += group % 10 * 99
		case word == "puluh":
			group += group % 10 * 9
		default:
			group += value[word]
		}
	}
	return total + group
}

func numbersTo(n int) (all []int) {
	for i := range n + 1 {
		all = append(all, i)
	}
	return all
}

func TestRomanCountsUp(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(1, 3999).Draw(r, "n")
		text, sum, before := Open(ID).Roman(n), 0, math.MaxInt
		for _, letter := range text {
			v := map[rune]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}[letter]
			if v > before {
				sum -= 2 * before
			}
			sum, before = sum+v, v
		}
		if sum != n {
			r.Fatalf("%s is printed %s", strconv.Itoa(n), text)
		}
	})
}
