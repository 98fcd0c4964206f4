package bundle

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"siaga/model"
)

// Header says what a bundle carries. It is encrypted and signed with the rest.
type Header struct {
	ID        string                  `json:"id"` // names this bundle: 128 random bits as 32 hex digits
	Office    model.OfficeID          `json:"office"`
	Desk      model.DeskID            `json:"desk"`           // who sends it
	Name      string                  `json:"name,omitempty"` // of the office, for an invitation or a share
	MadeAt    model.Instant           `json:"madeAt"`
	Kind      Kind                    `json:"kind"`
	MinReader int                     `json:"minReader"`        // the least version that reads it; 0 is written as that
	For       []model.DeskID          `json:"for,omitempty"`    // empty: for whoever has the passphrase or the key
	Seen      map[model.DeskID]uint64 `json:"seen,omitempty"`   // how far the sender has each desk's events: a receipt
	Ranges    []Range                 `json:"ranges,omitempty"` // the events that follow, in this order
	Events    int                     `json:"events"`           // how many events the ranges name
	Heads     int                     `json:"heads"`
	Parts     int                     `json:"parts"`
	Contents  int                     `json:"contents,omitempty"` // of files
	Bytes     int64                   `json:"bytes,omitempty"`    // of all contents together
}

// leastReader is the least version that reads a bundle with this header.
func (h Header) leastReader() int {
	if h.Contents > 0 {
		return 2
	}
	return 1
}

// Range is a run of consecutive events of one desk, both ends included.
type Range struct {
	Desk model.DeskID `json:"desk"`
	From uint64       `json:"from"`
	To   uint64       `json:"to"`
}

// IsFor reports whether the sender meant the bundle for that desk, or for
// whoever can open it.
func (h Header) IsFor(desk model.DeskID) bool {
	return len(h.For) == 0 || slices.Contains(h.For, desk)
}

// encode writes the header as one line.
func (h Header) encode() ([]byte, error) {
	if err := h.check(); err != nil {
		return nil, fmt.Errorf("bundle: header: %w", err)
	}
	line, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("bundle: encode the header: %w", err)
	}
	if len(line) >= largestHeader {
		return nil, fmt.Errorf("bundle: the header has %d bytes", len(line))
	}
	return append(line, '\n'), nil
}

// decodeHeader reads a header's line. What a newer program wrote is told by
// MinReader alone, whatever shape the rest has.
func decodeHeader(line []byte) (Header, error) {
	var needs struct {
		MinReader int `json:"minReader"`
	}
	if err := json.Unmarshal(line, &needs); err != nil {
		return Header{}, errHeader
	}
	if needs.MinReader > Version {
		return Header{}, model.Refuse("refuse.bundle-newer")
	}
	var h Header
	if json.Unmarshal(line, &h) != nil { // not its own error: an instant's is a refusal about a form
		return Header{}, errHeader
	}
	return h, h.check()
}

var (
	errHeader   = errors.New("the header does not read")
	errIdentity = errors.New("an identity is not 32 hex digits")
	errKind     = errors.New("no such kind of bundle")
	errCounts   = errors.New("the counts are impossible")
)

// check holds for every header that is written or read.
func (h Header) check() error {
	if !h.identities() {
		return errIdentity
	}
	if !slices.Contains(Kinds, h.Kind) {
		return errKind
	}
	if h.MinReader < h.leastReader() || h.Events < 0 || h.Heads < 0 || h.Parts < 0 || !h.contents() {
		return errCounts
	}
	left := uint64(h.Events)
	for _, r := range h.Ranges {
		if r.From < 1 || r.To < r.From || r.To-r.From >= left {
			return errCounts
		}
		left -= r.To - r.From + 1
	}
	if left != 0 {
		return errCounts
	}
	return nil
}

// contents reports whether so many contents can have so many bytes; what asks for
// something, or goes to another office, has none.
func (h Header) contents() bool {
	none := h.Contents == 0 && h.Bytes == 0
	possible := h.Contents > 0 && h.Bytes >= 0 && h.Bytes <= LargestContents && (h.Bytes+LargestContent-1)/LargestContent <= int64(h.Contents)
	return none || possible && h.Kind != Request && h.Kind != Share
}

func (h Header) identities() bool {
	good := isID(h.ID) && isID(h.Office) && isID(h.Desk)
	for _, desk := range h.For {
		good = good && isID(desk)
	}
	for desk := range h.Seen {
		good = good && isID(desk)
	}
	for _, r := range h.Ranges {
		good = good && isID(r.Desk)
	}
	return good
}

func isID[T ~string](id T) bool {
	_, ok := model.Raw(string(id))
	return ok
}

// course follows the events through the announced ranges.
type course struct {
	ranges []Range
	at     uint64 // number of the event expected, 0 at the start of a range
}

// next names the event that was announced to come now, and whether one was.
func (c *course) next() (model.Mark, bool) {
	if len(c.ranges) == 0 {
		return model.Mark{}, false
	}
	r := c.ranges[0]
	n := max(c.at, r.From)
	c.at = n + 1
	if n == r.To {
		c.ranges, c.at = c.ranges[1:], 0
	}
	return model.Mark{Desk: r.Desk, N: n}, true
}
