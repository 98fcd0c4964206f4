package locales

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Compare orders two names as an Indonesian list does, plain Latin A to Z
// without regard to capitals; it is negative when a comes first. Names that
// differ in capitals only keep a fixed order.
func Compare(a, b string) int {
	restA, restB := a, b
	for restA != "" && restB != "" {
		letterA, sizeA := utf8.DecodeRuneInString(restA)
		letterB, sizeB := utf8.DecodeRuneInString(restB)
		if order := cmp.Compare(unicode.ToLower(letterA), unicode.ToLower(letterB)); order != 0 {
			return order
		}
		restA, restB = restA[sizeA:], restB[sizeB:]
	}
	return cmp.Or(cmp.Compare(len(restA), len(restB)), strings.Compare(a, b))
}
