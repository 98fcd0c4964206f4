package journal

import (
	"encoding/binary"
	"errors"
)

const (
	tagSize         = 16
	positionVersion = 1
	positionSize    = 1 + 4 + 8 + 8 + tagSize
)

// Position is a place between two records: where the next one begins, how many
// stand before it (Index), and the tag of the last of those. The zero Position
// is the beginning of every journal.
type Position struct {
	Segment uint32
	Offset  int64
	Index   uint64
	Tag     [tagSize]byte
}

// Bytes is the position to be kept elsewhere.
func (p Position) Bytes() []byte {
	b := append(make([]byte, 0, positionSize), positionVersion)
	b = binary.BigEndian.AppendUint32(b, p.Segment)
	b = binary.BigEndian.AppendUint64(b, uint64(p.Offset))
	b = binary.BigEndian.AppendUint64(b, p.Index)
	return append(b, p.Tag[:]...)
}

// ParsePosition reads what [Position.Bytes] gave.
func ParsePosition(b []byte) (Position, error) {
	if len(b) != positionSize || b[0] != positionVersion {
		return Position{}, errors.New("journal: not a position")
	}
	p := Position{
		Segment: binary.BigEndian.Uint32(b[1:]),
		Offset:  int64(binary.BigEndian.Uint64(b[5:])),
		Index:   binary.BigEndian.Uint64(b[13:]),
		Tag:     [tagSize]byte(b[21:]),
	}
	if p.Offset < 0 || (p.Segment == 0 && p != Position{}) {
		return Position{}, errors.New("journal: an impossible position")
	}
	return p, nil
}
