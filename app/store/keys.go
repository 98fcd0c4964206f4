package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siaga/model"
)

const (
	idSize     = 16
	numberSize = 8
	hashSize   = 32

	markEvent   = 'e'
	markHead    = 'h'
	markSubject = 's'
	markRow     = 'r'
	markMeta    = 'm'
)

var tallyKey = []byte("t")

const kindTally = "counts"

var kinds = map[byte]string{
	markEvent: "event", markHead: "head", markSubject: "index",
	markRow: "row", markMeta: "named value", tallyKey[0]: kindTally,
}

// Damage says that something in the store is not what was written. Kind is
// "event", "head", "index", "row", "named value", "counts" or "folder".
type Damage struct{ Kind, What string }

// Error is for logs.
func (d *Damage) Error() string { return "store: damaged " + d.Kind + ": " + d.What }

func damaged(key []byte, what string) error {
	return &Damage{Kind: kinds[key[0]], What: fmt.Sprintf("%s (%x)", what, key[1:])}
}

func idKey(mark byte, id [idSize]byte) []byte { return keyOf(idSize, mark, id) }

// keyOf begins a key that is to have so many bytes behind its mark.
func keyOf(size int, mark byte, id [idSize]byte) []byte {
	return append(append(make([]byte, 0, 1+size), mark), id[:]...)
}

func eventKey(desk [idSize]byte, n uint64) []byte {
	return binary.BigEndian.AppendUint64(keyOf(idSize+numberSize, markEvent, desk), n)
}

func subjectKey(subject, desk [idSize]byte, n uint64) []byte {
	key := append(keyOf(2*idSize+numberSize, markSubject, subject), desk[:]...)
	return binary.BigEndian.AppendUint64(key, n)
}

func metaKey(name string) []byte { return append([]byte{markMeta}, name...) }

// deskAndNumber reads the end of an event's or an index's key.
func deskAndNumber(key []byte) (desk [idSize]byte, n uint64) {
	end := key[len(key)-idSize-numberSize:]
	return [idSize]byte(end), binary.BigEndian.Uint64(end[idSize:])
}

// Counts is how much the store holds.
type Counts struct{ Events, Rows uint64 }

const (
	version     = 2
	versionName = "siaga-store "
	versionLine = "siaga-store 2\n"
	firstLine   = "siaga-store 1\n" // it kept what every thing adds up to, and counted that
)

func (c Counts) encode() []byte {
	b := binary.BigEndian.AppendUint64([]byte(versionLine), c.Events)
	return binary.BigEndian.AppendUint64(b, c.Rows)
}

func decodeCounts(b []byte) (Counts, error) {
	line, numbers, _ := bytes.Cut(b, []byte("\n"))
	switch line := string(line) + "\n"; {
	case newer(line):
		return Counts{}, model.Refuse("refuse.newer-file")
	case line == versionLine && len(numbers) == 2*numberSize:
	case line == firstLine && len(numbers) == 3*numberSize:
		numbers = slices.Delete(slices.Clone(numbers), numberSize, 2*numberSize)
	default:
		return Counts{}, &Damage{Kind: kindTally, What: "not readable"}
	}
	return Counts{Events: binary.BigEndian.Uint64(numbers), Rows: binary.BigEndian.Uint64(numbers[numberSize:])}, nil
}

func newer(line string) bool {
	number, ours := strings.CutPrefix(line, versionName)
	n, err := strconv.Atoi(strings.TrimSuffix(number, "\n"))
	return ours && err == nil && n > version
}
