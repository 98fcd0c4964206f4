package model

import (
	"slices"
	"strings"
)

// DeskInfo is a desk of the office: the letter in its tickets, the key that its
// heads are signed with, and how the office came to trust it.
type DeskInfo struct {
	ID        SubjectID `json:"id"`
	Desk      DeskID    `json:"desk"`
	Letter    string    `json:"letter"`
	Name      string    `json:"name"`
	Key       []byte    `json:"key"`                 // Ed25519 public key
	Recipient string    `json:"recipient,omitempty"` // what bundles for it are encrypted to, "age1…"

	Invitation SubjectID `json:"invitation,omitempty"` // by which it came
	Succeeds   DeskID    `json:"succeeds,omitempty"`   // whose backup it was restored from
	Proof      []byte    `json:"proof,omitempty"`      // by the invitation's key, or by that of the desk before (see [AdmissionText])

	Expires   Instant `json:"expires,omitempty"`   // until when its files are taken in; 0 for always
	Compared  Instant `json:"compared,omitempty"`  // when its fingerprint was read aloud and found right
	Revoked   string  `json:"revoked,omitempty"`   // why its files are not taken in any more
	RevokedAt Instant `json:"revokedAt,omitempty"` // since when

	Author   DeskID  `json:"-"` // who recorded its key
	Admitted Instant `json:"-"` // when, by that desk's clock
}

var deskFields = []Field[DeskInfo]{
	{"desk", false, func(d *DeskInfo) any { return &d.Desk }},
	{"letter", false, func(d *DeskInfo) any { return &d.Letter }},
	{"name", false, func(d *DeskInfo) any { return &d.Name }},
	{"key", false, func(d *DeskInfo) any { return &d.Key }},
	{"recipient", false, func(d *DeskInfo) any { return &d.Recipient }},
	{"invitation", false, func(d *DeskInfo) any { return &d.Invitation }},
	{"succeeds", false, func(d *DeskInfo) any { return &d.Succeeds }},
	{"proof", false, func(d *DeskInfo) any { return &d.Proof }},
	{"expires", false, func(d *DeskInfo) any { return &d.Expires }},
	{"compared", false, func(d *DeskInfo) any { return &d.Compared }},
	{"revoked", false, func(d *DeskInfo) any { return &d.Revoked }},
	{"revokedAt", false, func(d *DeskInfo) any { return &d.RevokedAt }},
}

// DeskInfoOf reads a folded subject as a desk.
func DeskInfoOf(s *Subject) DeskInfo {
	d := DeskInfo{ID: s.ID}
	readInto(s, &d, deskFields)
	d.Author, d.Admitted = s.author("key")
	return d
}

// author is the desk that wrote the value shown of a field, and when.
func (s *Subject) author(field string) (DeskID, Instant) {
	if r := s.Registers[field]; r != nil {
		if shown, ok := r.Shown(); ok {
			return shown.Mark.Desk, shown.At.Instant()
		}
	}
	return "", 0
}

// AdmitDesk is the fact that a desk was admitted; the first admits itself, the
// others join with a proof.
func AdmitDesk(d DeskInfo) Record {
	v := Values{"desk": d.Desk, "letter": d.Letter, "name": d.Name, "key": d.Key}
	v.put("recipient", d.Recipient).put("invitation", d.Invitation).
		put("succeeds", d.Succeeds).put("proof", d.Proof).put("expires", d.Expires)
	return Record{"desk.admitted", v}
}

// Label is the desk as people call it: its letter and its name, or the name alone
// of one that is not of this office.
func (d DeskInfo) Label() string {
	switch {
	case d.Name == "" || d.Name == d.Letter:
		return d.Letter
	case d.Letter == "":
		return d.Name
	}
	return d.Letter + " (" + d.Name + ")"
}

// Welcome reports whether files from the desk itself are taken in at that
// instant: it was neither revoked nor has its admission run out.
func (d DeskInfo) Welcome(now Instant) bool {
	return d.Revoked == "" && (!d.Expires.Known() || now <= d.Expires)
}

// NextLetter is the first letter of A, B, …, Z, AA, AB, … after all that were
// ever given; none is used twice.
func NextLetter(given []string) string {
	next := "A"
	for _, letter := range given {
		if !laterLetter(next, letter) {
			next = letterAfter(letter)
		}
	}
	return next
}

func laterLetter(a, b string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a > b
}

func letterAfter(letter string) string {
	b := []byte(letter)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] != 'Z' {
			b[i]++
			return string(b)
		}
		b[i] = 'A'
	}
	return "A" + string(b)
}

// IsLetter reports whether a text can be a desk's letter.
func IsLetter(text string) bool {
	return text != "" && len(text) <= 3 && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// SharedLetters finds desks that were given the same letter apart from each
// other, and names all but the first of them, which take another one.
func SharedLetters(desks []DeskInfo) []DeskInfo {
	sorted := slices.Clone(desks)
	slices.SortFunc(sorted, func(a, b DeskInfo) int { return strings.Compare(string(a.Desk), string(b.Desk)) })
	var out []DeskInfo
	holders := map[string]DeskID{}
	for _, d := range sorted {
		if holder, taken := holders[d.Letter]; taken && holder != d.Desk {
			out = append(out, d)
			continue
		}
		holders[d.Letter] = d.Desk
	}
	return out
}
