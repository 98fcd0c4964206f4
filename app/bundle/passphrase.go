package bundle

import (
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// A passphrase is read out by telephone: no 0 O 1 I L, six groups of four, 118
// random bits.
const (
	letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
	groups  = 6
	group   = 4
)

// NewPassphrase draws a passphrase to be read out: "K7QM-2XHR-…". [Open] takes
// it in any case, with or without dashes and spaces.
func NewPassphrase(random io.Reader) (string, error) {
	var text strings.Builder
	for n := range groups * group {
		if n > 0 && n%group == 0 {
			text.WriteByte('-')
		}
		letter, err := drawLetter(random)
		if err != nil {
			return "", fmt.Errorf("bundle: draw a passphrase: %w", err)
		}
		text.WriteByte(letter)
	}
	return text.String(), nil
}

// drawLetter draws again where the byte would favour the first letters.
func drawLetter(random io.Reader) (byte, error) {
	even := byte(256 / len(letters) * len(letters))
	for {
		var b [1]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return 0, err
		}
		if b[0] < even {
			return letters[int(b[0])%len(letters)], nil
		}
	}
}

// normal is a passphrase as it counts: upper case, no spaces, no dashes of any
// length.
func normal(typed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, typed)
}

// FileName draws a name that tells nothing: "siaga-9f0c6a1e5d3b4c2f.siaga".
func FileName(random io.Reader) (string, error) {
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("bundle: draw a file name: %w", err)
	}
	return "siaga-" + hex.EncodeToString(b[:]) + ".siaga", nil
}
