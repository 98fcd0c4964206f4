package bundle

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"io"
	"slices"

	"siaga/model"
)

var (
	errLength   = errors.New("a length is impossible")
	errLineLong = errors.New("a line does not end")
)

// plain reads the decrypted, unpacked bytes and sums up what was taken.
type plain struct {
	in    *bufio.Reader
	meter *meter
	sum   hash.Hash
	at    int64
	one   [1]byte // the last single byte, here so that summing it takes no memory
}

func newPlain(in io.Reader, most int64) *plain {
	m := &meter{in, most}
	return &plain{in: bufio.NewReaderSize(m, 1<<16), meter: m, sum: sha256.New()}
}

// allow lets so many bytes more be read.
func (p *plain) allow(more int64) { p.meter.left += more }

// Read reads on; an end is one in the middle.
func (p *plain) Read(b []byte) (int, error) {
	n, err := p.in.Read(b)
	p.count(b[:n])
	return n, short(err)
}

// take reads exactly n bytes; the caller has bounded n.
func (p *plain) take(n int) ([]byte, error) { return p.takeInto(nil, n) }

// takeInto is take into a room, where that is large enough.
func (p *plain) takeInto(room []byte, n int) ([]byte, error) {
	b := slices.Grow(room[:0], n)[:n:n]
	if _, err := io.ReadFull(p.in, b); err != nil {
		return nil, short(err)
	}
	p.count(b)
	return b, nil
}

// ReadByte makes a plain readable for binary.ReadUvarint.
func (p *plain) ReadByte() (byte, error) {
	b, err := p.in.ReadByte()
	if err != nil {
		return 0, short(err)
	}
	p.one[0] = b
	p.count(p.one[:])
	return b, nil
}

// nextIs reports whether this byte stands next; it takes nothing.
func (p *plain) nextIs(b byte) bool {
	next, err := p.in.Peek(1)
	return err == nil && next[0] == b
}

// block reads a length of at most most and as many bytes.
func (p *plain) block(most int) ([]byte, error) { return p.blockInto(nil, most) }

func (p *plain) blockInto(room []byte, most int) ([]byte, error) {
	n, err := binary.ReadUvarint(p)
	if err != nil {
		return nil, err
	}
	if n > uint64(most) {
		return nil, errLength
	}
	return p.takeInto(room, int(n))
}

// line reads up to and with the next line feed, at most most bytes.
func (p *plain) line(most int) ([]byte, error) {
	line, err := readLine(p.in, most)
	if err != nil {
		return nil, err
	}
	p.count(line)
	return line, nil
}

// end reports whether nothing follows.
func (p *plain) end() error {
	_, err := p.in.ReadByte()
	switch err {
	case io.EOF:
		return nil
	case nil:
		return errors.New("bytes follow the trailer")
	}
	return err
}

func (p *plain) total() model.Hash { return model.Hash(p.sum.Sum(nil)) }

func (p *plain) count(b []byte) {
	p.sum.Write(b)
	p.at += int64(len(b))
}

// readLine reads up to and with the next line feed, at most most bytes.
func readLine(in *bufio.Reader, most int) ([]byte, error) {
	var line []byte
	for {
		piece, err := in.ReadSlice('\n')
		if len(line)+len(piece) > most {
			return nil, errLineLong
		}
		line = append(line, piece...)
		if err != bufio.ErrBufferFull {
			return line, short(err)
		}
	}
}

// short keeps an end in the middle from being taken for the end.
func short(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// meter refuses to unpack more than it was allowed: a small file can claim to
// hold more than any disk.
type meter struct {
	in   io.Reader
	left int64
}

func (m *meter) Read(b []byte) (int, error) {
	n, err := m.in.Read(b)
	if m.left -= int64(n); m.left < 0 {
		return 0, model.Refuse("refuse.bundle-large")
	}
	return n, err
}
