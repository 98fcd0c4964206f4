package journal

import (
	"bytes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"

	"siaga/model"
)

const (
	versionName = "siaga-journal "
	versionLine = "siaga-journal 1\n"
	saltSize    = 32
	sealedAt    = len(versionLine) + 4 + 8 + tagSize + saltSize
	headerSize  = sealedAt + tagSize
	nameSuffix  = ".journal"
)

// header is the beginning of a segment, with the cipher that its salt gives.
type header struct {
	segment uint32
	first   uint64 // index of its first record
	before  [tagSize]byte
	salt    [saltSize]byte
	cipher  cipher.AEAD
}

func segmentName(segment uint32) string { return fmt.Sprintf("%06d%s", segment, nameSuffix) }

// segmentNumber is 0 for a name that is not a segment's.
func segmentNumber(name string) uint32 {
	digits, _ := strings.CutSuffix(name, nameSuffix)
	number, err := strconv.ParseUint(digits, 10, 32)
	if err != nil || segmentName(uint32(number)) != name {
		return 0
	}
	return uint32(number)
}

func newHeader(key [32]byte, end Position) header {
	h := header{segment: end.Segment + 1, first: end.Index, before: end.Tag}
	_, _ = rand.Read(h.salt[:]) // never fails: crypto/rand stops the program instead
	h.cipher = segmentCipher(key, h.salt)
	return h
}

func segmentCipher(key [32]byte, salt [saltSize]byte) cipher.AEAD {
	derived, err := hkdf.Key(sha256.New, key[:], salt[:], "siaga-journal 1/segment", chacha20poly1305.KeySize)
	if err != nil {
		panic(err) // only for lengths that HKDF cannot give
	}
	c, err := chacha20poly1305.NewX(derived)
	if err != nil {
		panic(err) // only for a key of another length
	}
	return c
}

// start is the position of the segment's first record.
func (h header) start() Position {
	return Position{Segment: h.segment, Offset: int64(headerSize), Index: h.first, Tag: h.before}
}

// encode seals nothing but the header itself; the nonce is zero because the
// segment's key is new and every record takes a random one.
func (h header) encode() []byte {
	b := append(make([]byte, 0, headerSize), versionLine...)
	b = binary.BigEndian.AppendUint32(b, h.segment)
	b = binary.BigEndian.AppendUint64(b, h.first)
	b = append(b, h.before[:]...)
	b = append(b, h.salt[:]...)
	return h.cipher.Seal(b, make([]byte, chacha20poly1305.NonceSizeX), nil, b)
}

// decodeHeader reads the header of the given segment from exactly its bytes.
func decodeHeader(key [32]byte, segment uint32, b []byte) (header, error) {
	line := b[:len(versionLine)]
	if string(line) != versionLine {
		if newer(line) {
			return header{}, model.Refuse("refuse.newer-file")
		}
		return header{}, &Damage{segment, 0, "no version line"}
	}
	h := header{segment: binary.BigEndian.Uint32(b[16:]), first: binary.BigEndian.Uint64(b[20:])}
	copy(h.before[:], b[28:])
	copy(h.salt[:], b[28+tagSize:])
	h.cipher = segmentCipher(key, h.salt)
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	if _, err := h.cipher.Open(nil, nonce, b[sealedAt:], b[:sealedAt]); err != nil {
		return header{}, &Damage{segment, 0, "the header does not open: changed, or another key"}
	}
	if h.segment != segment {
		return header{}, &Damage{segment, 0, fmt.Sprintf("this is segment %d", h.segment)}
	}
	return h, nil
}

func newer(line []byte) bool {
	line, _, _ = bytes.Cut(line, []byte("\n"))
	number, ours := strings.CutPrefix(string(line), versionName)
	version, err := strconv.Atoi(number)
	return ours && err == nil && version > 1
}

func readHeader(key [32]byte, segment uint32, file File) (header, error) {
	b := make([]byte, headerSize)
	if _, err := file.ReadAt(b, 0); err != nil {
		return header{}, fmt.Errorf("journal: read header of segment %d: %w", segment, err)
	}
	return decodeHeader(key, segment, b)
}

func writeHeader(file File, h header) error {
	if _, err := file.WriteAt(h.encode(), 0); err != nil {
		return err
	}
	return file.Sync()
}
