package model

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// SubjectID names whatever events are about: 128 random bits as 32 hex digits,
// for example "9f0c6a1e5d3b4c2f8a7e6d5c4b3a2918".
type SubjectID string

// The same identity where the kind of subject is known.
type (
	IncidentID = SubjectID
	PersonID   = SubjectID
	AgencyID   = SubjectID
	SystemID   = SubjectID
	SeatID     = SubjectID
	DutyID     = SubjectID
	OfficeID   = SubjectID
)

// DeskID is one incarnation of one desk: 128 random bits as 32 hex digits.
// A restored desk gets a new one, so numbers are never used twice.
type DeskID string

// Short is the beginning of the identity, by which people tell desks apart that
// are called alike: "9f0c6a1e".
func (d DeskID) Short() string { return string(d[:min(shortest, len(d))]) }

// shortest is how much of a desk's identity names it.
const shortest = 8

// IsNamedBy reports whether a text is the identity, or its beginning and at least
// as long as the short one.
func (d DeskID) IsNamedBy(text string) bool {
	return len(text) >= shortest && strings.HasPrefix(string(d), strings.ToLower(text))
}

// NewID draws 128 bits from random and returns them as 32 hex digits.
func NewID(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("draw an identity: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}

// Raw returns the 16 bytes of an identity and whether it is well formed. Capitals
// are not: the same bytes would have two names.
func Raw(id string) (b [16]byte, ok bool) {
	if len(id) != 32 || strings.ContainsAny(id, "ABCDEF") {
		return b, false
	}
	n, err := hex.Decode(b[:], []byte(id))
	return b, err == nil && n == 16
}

// Mark names one event: the desk that wrote it and its number there, from 1.
type Mark struct {
	Desk DeskID
	N    uint64
}

// Before orders marks by desk, then number; it says nothing about time.
func (m Mark) Before(o Mark) bool {
	if m.Desk != o.Desk {
		return m.Desk < o.Desk
	}
	return m.N < o.N
}

// String is the mark as it stands in field names: "<desk>.<n>".
func (m Mark) String() string { return fmt.Sprintf("%s.%d", m.Desk, m.N) }

// MarshalJSON writes the mark as ["<desk>",n].
func (m Mark) MarshalJSON() ([]byte, error) {
	desk, err := json.Marshal(m.Desk)
	return fmt.Appendf(nil, `[%s,%d]`, desk, m.N), err
}

// UnmarshalJSON reads what MarshalJSON wrote and refuses anything else.
func (m *Mark) UnmarshalJSON(b []byte) error {
	var pair []json.RawMessage
	if err := json.Unmarshal(b, &pair); err != nil {
		return err
	}
	if len(pair) != 2 {
		return fmt.Errorf("a mark has two parts, this has %d", len(pair))
	}
	if err := json.Unmarshal(pair[0], &m.Desk); err != nil {
		return err
	}
	return json.Unmarshal(pair[1], &m.N)
}
