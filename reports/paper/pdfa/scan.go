package pdfa

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

// number reads the decimal number at the beginning, 0 if there is none.
func number(text []byte) int {
	value := 0
	for _, c := range text {
		if c < '0' || c > '9' || value > 1<<40 {
			break
		}
		value = value*10 + int(c-'0')
	}
	return value
}

// reference reads the object number after a key such as "/Root ", 0 if the
// key is not there.
func reference(dictionary []byte, key string) int {
	_, after, _ := bytes.Cut(dictionary, []byte(key))
	return number(after)
}

// references reads all "N 0 R" of a list.
func references(list []byte) []int {
	var numbers []int
	fields := bytes.Fields(list)
	for i := 0; i+2 < len(fields); i += 3 {
		numbers = append(numbers, number(fields[i]))
	}
	return numbers
}

// between returns what stands between two texts, nil if they are not there.
func between(text []byte, from, to string) []byte {
	_, after, found := bytes.Cut(text, []byte(from))
	inside, _, closed := bytes.Cut(after, []byte(to))
	if !found || !closed {
		return nil
	}
	return inside
}

// unicodeText writes a text string in UTF-16, as hexadecimal digits.
func unicodeText(s string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String() + ">"
}

// literal writes a plain ASCII string.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

// dateText writes an instant with its zone (ISO 32000-1 7.9.4).
func dateText(t time.Time) string {
	zone := t.Format("-0700")
	return "(D:" + t.Format("20060102150405") + zone[:3] + "'" + zone[3:] + "')"
}
