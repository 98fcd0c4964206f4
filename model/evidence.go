package model

import (
	"encoding/hex"
	"encoding/json"
	"strings"
)

// Evidence is a piece of barang bukti: what it is, when it was taken, and the
// SHA-256 of the file in 64 hex digits when there is one. With a File, its name,
// the desks keep the content of so many bytes; without, it lies elsewhere.
type Evidence struct {
	Mark        Mark     `json:"mark"`
	At          Instant  `json:"at"`
	Name        string   `json:"name"`
	Description string   `json:"description,omitempty"`
	SHA256      string   `json:"sha256,omitempty"`
	File        string   `json:"file,omitempty"`
	Size        int64    `json:"size,omitempty"`
	Location    string   `json:"location,omitempty"`
	By          PersonID `json:"by,omitempty"`
	Origin      *Origin  `json:"origin,omitempty"`
}

// LargestFile is the most bytes of a file that the desks keep; a larger one is
// recorded by its SHA-256 and lies elsewhere.
const LargestFile = 100 << 20

// Check refuses evidence without a name, with a SHA-256 that is none, and a kept
// file without its sum or of an impossible size.
func (v Evidence) Check() error {
	switch err := firstError(worded("name", v.Name), checkSHA256(v.SHA256)); {
	case err != nil:
		return err
	case v.File == "" && v.Size == 0:
		return nil
	case v.SHA256 == "" || v.File == "":
		return RefuseAt("file", "refuse.evidence-file")
	case v.Size < 0 || v.Size > LargestFile:
		return RefuseAt("file", "refuse.evidence-large", "Most", LargestFile>>20)
	}
	return nil
}

// Sum is the SHA-256 of the content that the desks keep; false where it lies
// elsewhere.
func (v Evidence) Sum() (sum Hash, kept bool) {
	if v.File == "" || checkSHA256(v.SHA256) != nil {
		return Hash{}, false
	}
	n, err := hex.Decode(sum[:], []byte(v.SHA256))
	return sum, err == nil && n == len(sum)
}

// KeptFile is a file that a row of evidence names and whose content the desks
// keep.
type KeptFile struct {
	Row  Mark
	Sum  Hash // SHA-256 of the content
	Name string
	Size int64

	Withdrawn bool // the row: its content stays, but nobody misses it
}

// keptFiles are those of all evidence that was not erased, also of what was
// withdrawn since: a withdrawal can be undone.
func (s *Subject) keptFiles() (files []KeptFile) {
	for _, e := range s.Logs["evidence"] {
		var v Evidence
		if json.Unmarshal(e.Value, &v) != nil {
			continue // of a newer program
		}
		if sum, kept := v.Sum(); kept {
			files = append(files, KeptFile{Row: e.Mark, Sum: sum, Name: v.File, Size: v.Size, Withdrawn: s.withdrawn(e.Mark)})
		}
	}
	return files
}

// FilesIn are the contents that an event names in its evidence, also in what it
// keeps of another one.
func FilesIn(e Event) (sums []Hash) {
	for n, value := range e.Values {
		var v Evidence
		field := e.Header.Fields[n]
		if field != "evidence" && !strings.HasSuffix(field, "/evidence") || json.Unmarshal(value, &v) != nil {
			continue
		}
		if sum, kept := v.Sum(); kept {
			sums = append(sums, sum)
		}
	}
	return sums
}

// First is the mark under which a piece of evidence was recorded first: before
// a merge copied it.
func (v Evidence) First() Mark {
	if v.Origin != nil {
		return v.Origin.Row
	}
	return v.Mark
}

// EvidenceOf is the piece of evidence with a mark, its own or the first one.
func (i Incident) EvidenceOf(row Mark) (Evidence, bool) {
	for _, v := range i.Evidence {
		if v.Mark == row || v.First() == row {
			return v, true
		}
	}
	return Evidence{}, false
}

func checkSHA256(s string) error {
	if s == "" {
		return nil
	}
	if b, err := hex.DecodeString(s); err != nil || len(b) != 32 || s != strings.ToLower(s) {
		return RefuseAt("sha256", "refuse.sha256")
	}
	return nil
}
