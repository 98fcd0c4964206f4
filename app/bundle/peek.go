package bundle

import (
	"bytes"
	"io"

	"filippo.io/age/armor"
)

// What says what a file is, as far as its first bytes tell.
type What string

// What a file can be.
const (
	IsOther   What = "other"
	IsBundle  What = "bundle"  // or another file encrypted with age
	IsArmored What = "armored" // the same in printable characters
	IsPiece   What = "piece"   // of a split one
)

const (
	ageIntro = "age-encryption.org/v1\n"
	peeked   = 4 << 10
)

// Peek tells from the first bytes what a file is; it reads at most 4 KiB.
func Peek(r io.Reader) (What, error) {
	first := make([]byte, peeked)
	n, err := io.ReadFull(r, first)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return IsOther, &unreadable{err}
	}
	return what(first[:n]), nil
}

func what(first []byte) What {
	switch {
	case bytes.HasPrefix(first, []byte(ageIntro)):
		return IsBundle
	case bytes.HasPrefix(first, []byte(pieceName)):
		return IsPiece
	case bytes.HasPrefix(first[blank(first):], []byte(armor.Header)):
		return IsArmored
	}
	return IsOther
}

// blank counts the white space, and the mark that text editors put first.
func blank(first []byte) int {
	rest := bytes.TrimLeft(first, "\ufeff \t\r\n")
	return len(first) - len(rest)
}
