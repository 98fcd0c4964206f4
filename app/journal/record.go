package journal

import (
	"bufio"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

const (
	countsSize = 8              // length and how many follow
	frontSize  = countsSize + 4 // and their CRC
	nonceSize  = chacha20poly1305.NonceSizeX
	frameSize  = frontSize + nonceSize + tagSize // around the bytes of a record
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// errShort says that the file ends inside a record.
var errShort = errors.New("journal: the file ends inside a record")

// frame seals a batch for the given position and returns the position after it.
func (h header) frame(at Position, records [][]byte) ([]byte, []Position) {
	size := 0
	for _, r := range records {
		size += frameSize + len(r)
	}
	data := make([]byte, 0, size)
	nonces := make([]byte, nonceSize*len(records))
	_, _ = rand.Read(nonces) // never fails: crypto/rand stops the program instead
	ends := make([]Position, 0, len(records))
	for n, r := range records {
		front := len(data)
		data = binary.BigEndian.AppendUint32(data, uint32(len(r)))
		data = binary.BigEndian.AppendUint32(data, uint32(len(records)-1-n))
		bound := bind(at, data[front:])
		data = binary.BigEndian.AppendUint32(data, crc32.Checksum(data[front:], castagnoli))
		nonce := nonces[n*nonceSize : (n+1)*nonceSize]
		data = append(data, nonce...)
		data = h.cipher.Seal(data, nonce, r, bound)
		at = at.after(len(r), data)
		ends = append(ends, at)
	}
	return data, ends
}

// after is the position behind a record whose frame ends with its tag.
func (p Position) after(length int, frame []byte) Position {
	p.Offset += int64(frameSize + length)
	p.Index++
	p.Tag = [tagSize]byte(frame[len(frame)-tagSize:])
	return p
}

// bind is what a record is sealed to besides its own bytes.
func bind(at Position, counts []byte) []byte {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, 4+8+countsSize+tagSize), at.Segment)
	b = binary.BigEndian.AppendUint64(b, at.Index)
	b = append(b, counts...)
	return append(b, at.Tag[:]...)
}

// reader reads the records of one segment from a position on.
type reader struct {
	head  header
	in    io.Reader
	at    Position // of the next record
	rest  int64    // bytes from there to the end
	whole Position // after the last batch that came to its end
	frame []byte
}

func newReader(h header, file io.ReaderAt, at Position, size int64) *reader {
	rest := size - at.Offset
	in := bufio.NewReaderSize(io.NewSectionReader(file, at.Offset, rest), 1<<18)
	return &reader{head: h, in: in, at: at, rest: rest, whole: at}
}

// next returns the next record, io.EOF at the end, errShort when the file ends
// inside a record or inside a batch, or a *Damage.
func (r *reader) next() ([]byte, error) {
	if r.rest == 0 {
		if r.whole != r.at {
			return nil, errShort
		}
		return nil, io.EOF
	}
	front, err := r.take(frontSize)
	if err != nil {
		return nil, err
	}
	if crc32.Checksum(front[:countsSize], castagnoli) != binary.BigEndian.Uint32(front[countsSize:]) {
		return nil, r.damage("the length does not fit its checksum")
	}
	length, follow := binary.BigEndian.Uint32(front), binary.BigEndian.Uint32(front[4:])
	if length > LargestRecord {
		return nil, r.damage("an impossible length")
	}
	bound := bind(r.at, front[:countsSize])
	body, err := r.take(nonceSize + int(length) + tagSize)
	if err != nil {
		return nil, err
	}
	record, err := r.head.cipher.Open(make([]byte, 0, length), body[:nonceSize], body[nonceSize:], bound)
	if err != nil {
		return nil, r.damage("the record does not open")
	}
	r.at = r.at.after(int(length), body)
	if follow == 0 {
		r.whole = r.at
	}
	return record, nil
}

// take reads exactly n bytes into the reader's own buffer.
func (r *reader) take(n int) ([]byte, error) {
	if int64(n) > r.rest {
		return nil, errShort
	}
	if cap(r.frame) < n {
		r.frame = make([]byte, n)
	}
	r.frame = r.frame[:n]
	if _, err := io.ReadFull(r.in, r.frame); err != nil {
		return nil, fmt.Errorf("journal: read segment %d: %w", r.at.Segment, err)
	}
	r.rest -= int64(n)
	return r.frame, nil
}

func (r *reader) damage(what string) error { return &Damage{r.at.Segment, r.at.Offset, what} }
