package model

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// Fingerprint is what two people read to each other to be sure that a desk's
// keys are the ones they think: six groups of five digits, 99 bits of a SHA-256
// over the keys.
func (d DeskInfo) Fingerprint() string {
	sum := sha256.Sum256(append([]byte("siaga fingerprint 1\x00"+d.Recipient+"\x00"), d.Key...))
	groups := make([]string, fingerprintGroups)
	for i := range groups {
		groups[i] = fmt.Sprintf("%05d", binary.BigEndian.Uint32(sum[4*i:])%100_000)
	}
	return strings.Join(groups, " ")
}

const fingerprintGroups = 6

// SameFingerprint compares what was read aloud or scanned with a desk's; spaces
// and dashes do not count.
func (d DeskInfo) SameFingerprint(read string) bool {
	return digits(read) == digits(d.Fingerprint())
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
