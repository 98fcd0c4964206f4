package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"siaga/model"
)

const (
	idSize     = 16
	numberSize = 8
	hashSize   = 32

	markEvent      = 'e'
	markHead       = 'h'
	markSubject    = 's'
	markProjection = 'p'
	markRow        = 'r'
	markMeta       = 'm'
)

var (
	tallyKey = []byte("t")
	// derived are the marks of all that can be made again from the journal.
	derived = []byte{markEvent, markHead, markSubject, markProjection, markRow}
)

const kindTally = "counts"

var kinds = map[byte]string{
	markEvent: "event", markHead: "head", markSubject: "index", markProjection: "projection",
	markRow: "row", markMeta: "named value", tallyKey[0]: kindTally,
}

// Damage says that something in the store is not what was written. Kind is
// "event", "head", "index", "projection", "row", "named value", "counts" or "folder".
type Damage struct{ Kind, What string }

// Error is for logs.
func (d *Damage) Error() string { return "store: damaged " + d.Kind + ": " + d.What }

func damaged(key []byte, what string) error {
	return &Damage{Kind: kinds[key[0]], What: fmt.Sprintf("%s (%x)", what, key[1:])}
}

func idKey(mark byte, id [idSize]byte) []byte { return append([]byte{mark}, id[:]...) }

func eventKey(desk [idSize]byte, n uint64) []byte {
	return binary.BigEndian.AppendUint64(idKey(markEvent, desk), n)
}

func subjectKey(subject, desk [idSize]byte, n uint64) []byte {
	return binary.BigEndian.AppendUint64(append(idKey(markSubject, subject), desk[:]...), n)
}

func metaKey(name string) []byte { return append([]byte{markMeta}, name...) }

// deskAndNumber reads the end of an event's or an index's key.
func deskAndNumber(key []byte) (desk [idSize]byte, n uint64) {
	end := key[len(key)-idSize-numberSize:]
	return [idSize]byte(end), binary.BigEndian.Uint64(end[idSize:])
}

// Counts is how much the store holds.
type Counts struct{ Events, Projections, Rows uint64 }

const (
	versionName = "siaga-store "
	versionLine = "siaga-store 1\n"
)

func (c Counts) encode() []byte {
	b := binary.BigEndian.AppendUint64([]byte(versionLine), c.Events)
	b = binary.BigEndian.AppendUint64(b, c.Projections)
	return binary.BigEndian.AppendUint64(b, c.Rows)
}

func decodeCounts(b []byte) (Counts, error) {
	numbers, ours := bytes.CutPrefix(b, []byte(versionLine))
	if !ours && newer(b) {
		return Counts{}, model.Refuse("refuse.newer-file")
	}
	if !ours || len(numbers) != 3*numberSize {
		return Counts{}, &Damage{Kind: kindTally, What: "not readable"}
	}
	return Counts{
		Events:      binary.BigEndian.Uint64(numbers),
		Projections: binary.BigEndian.Uint64(numbers[numberSize:]),
		Rows:        binary.BigEndian.Uint64(numbers[2*numberSize:]),
	}, nil
}

func newer(b []byte) bool {
	line, _, _ := strings.Cut(string(b), "\n")
	number, ours := strings.CutPrefix(line, versionName)
	version, err := strconv.Atoi(number)
	return ours && err == nil && version > 1
}
