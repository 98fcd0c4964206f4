package bundle

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"

	"github.com/klauspost/compress/zstd"

	"siaga/model"
)

// window is how far back the packing looks, in bytes; the reader needs memory
// for as much.
const window = 4 << 20

// Writer writes one bundle. After an error the file is worth nothing.
type Writer struct {
	header Header
	key    ed25519.PrivateKey
	sum    hash.Hash
	out    io.Writer   // into the packing, summed up
	shut   []io.Closer // from the inside out
	course course
	heads  int // still to come
	parts  int // still to come

	contents int   // still to come
	bytes    int64 // of them

	front []byte // of a frame, kept to be used again
}

// NewWriter begins a bundle in w, which stays open. It refuses a passphrase
// that is too short; a header that contradicts itself is an error.
func NewWriter(w io.Writer, h Header, s Seal) (*Writer, error) {
	if h.MinReader == 0 {
		h.MinReader = h.leastReader()
	}
	line, err := h.encode()
	if err != nil {
		return nil, err
	}
	if len(s.Key) != ed25519.PrivateKeySize {
		return nil, errors.New("bundle: no key to sign with")
	}
	sealed, shut, err := s.encrypt(w)
	if err != nil {
		return nil, err
	}
	packed, err := zstd.NewWriter(sealed, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(window),
		zstd.WithEncoderCRC(false)) // the trailer has a better sum
	if err != nil {
		return nil, fmt.Errorf("bundle: begin packing: %w", err)
	}
	sum := sha256.New()
	out := &Writer{header: h, key: s.Key, sum: sum, out: io.MultiWriter(sum, packed),
		shut:   append([]io.Closer{packed}, shut...),
		course: course{ranges: h.Ranges}, heads: h.Heads, parts: h.Parts, contents: h.Contents, bytes: h.Bytes}
	first := versionLine
	if h.MinReader > 1 {
		first = secondLine
	}
	return out, out.write([]byte(first), line)
}

// Event adds an event's own bytes, the next one of the header's ranges; sealed
// is empty when the payload has been erased.
func (w *Writer) Event(head, sealed []byte) error {
	if len(head)+len(sealed) > LargestRecord {
		return fmt.Errorf("bundle: an event of %d bytes", len(head)+len(sealed))
	}
	mark, err := model.MarkOf(head)
	if err != nil {
		return fmt.Errorf("bundle: an event's header: %w", err)
	}
	if announced, ok := w.course.next(); !ok || announced != mark {
		return fmt.Errorf("bundle: event %s was not announced here", mark)
	}
	return w.frame(eventFrame, head, sealed)
}

// Head adds a signed head.
func (w *Writer) Head(h Head) error {
	text, err := json.Marshal(h)
	if err != nil {
		return fmt.Errorf("bundle: encode a head: %w", err)
	}
	if len(text) > largestHead {
		return fmt.Errorf("bundle: a head of %d bytes", len(text))
	}
	w.heads--
	return w.frame(headFrame, text)
}

// Part adds a small named part; it takes names up to 255 bytes and contents up
// to [LargestPart].
func (w *Writer) Part(name string, content []byte) error {
	if len(name) > largestName || len(content) > LargestPart {
		return fmt.Errorf("bundle: part %.40q of %d bytes", name, len(content))
	}
	w.parts--
	return w.frame(partFrame, []byte(name), content)
}

// Close signs and ends the bundle and returns its SHA-256. It is an error when
// the header announced something else than was written.
func (w *Writer) Close() (model.Hash, error) {
	if len(w.course.ranges) > 0 || w.heads != 0 || w.parts != 0 || w.contents != 0 || w.bytes != 0 {
		return model.Hash{}, fmt.Errorf("bundle: %d ranges, %d heads, %d parts, %d contents of %d bytes less than announced",
			len(w.course.ranges), w.heads, w.parts, w.contents, w.bytes)
	}
	if err := w.write([]byte{endFrame}); err != nil {
		return model.Hash{}, err
	}
	sum := model.Hash(w.sum.Sum(nil))
	if err := w.write(sum[:], ed25519.Sign(w.key, totalText(w.header, sum))); err != nil {
		return model.Hash{}, err
	}
	for _, layer := range w.shut {
		if err := layer.Close(); err != nil {
			return model.Hash{}, fmt.Errorf("bundle: end: %w", err)
		}
	}
	return sum, nil
}

// frame writes the blocks of a frame, each behind its length.
func (w *Writer) frame(kind byte, blocks ...[]byte) error {
	w.front = append(w.front[:0], kind)
	for _, block := range blocks {
		w.front = binary.AppendUvarint(w.front, uint64(len(block)))
		if err := w.write(w.front, block); err != nil {
			return err
		}
		w.front = w.front[:0]
	}
	return nil
}

func (w *Writer) write(blocks ...[]byte) error {
	for _, block := range blocks {
		if _, err := w.out.Write(block); err != nil {
			return fmt.Errorf("bundle: write: %w", err)
		}
	}
	return nil
}
