package bundle

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"siaga/model"
)

// Limits say how much a bundle may hold.
type Limits struct {
	Plain  int64 // the most plain bytes; 0 means [LargestPlain]
	Record int   // the most bytes of one event; 0 means [LargestRecord]
}

// Reader reads one bundle, once, from front to end.
type Reader struct {
	header    Header
	in        *plain
	record    int
	blind     bool // does not look into events
	fleeting  bool // gives each event in the room of one before
	course    course
	heads     int        // still to come
	parts     int        // still to come
	contents  int        // still to come
	bytes     int64      // of them
	open      *Content   // that was given last
	sum       model.Hash // with signature: known once all was well
	signature []byte
	err       error // how it ended: io.EOF when all was well
}

// newReader reads the plain bytes of a bundle up to its first frame.
func newReader(in io.Reader, l Limits) (*Reader, error) {
	if l.Plain == 0 {
		l.Plain = LargestPlain
	}
	if l.Record == 0 {
		l.Record = LargestRecord
	}
	r := &Reader{in: newPlain(in, l.Plain), record: l.Record}
	line, err := r.in.line(len(versionLine) + 8)
	if err != nil {
		return nil, fault(r.in.at, err)
	}
	if err := checkVersion(string(line), versionName, Version); err != nil {
		return nil, err
	}
	if line, err = r.in.line(largestHeader); err != nil {
		return nil, fault(r.in.at, err)
	}
	if r.header, err = decodeHeader(line); err != nil {
		return nil, fault(r.in.at, err)
	}
	r.course.ranges, r.heads, r.parts = r.header.Ranges, r.header.Heads, r.header.Parts
	r.contents, r.bytes = r.header.Contents, r.header.Bytes
	r.in.allow(r.header.Bytes)
	return r, nil
}

// checkVersion refuses a first line that is not ours, or a newer program's.
func checkVersion(line, name string, newest int) error {
	number, ours := strings.CutPrefix(line, name)
	version, err := strconv.Atoi(strings.TrimSuffix(number, "\n"))
	if !ours || err != nil || version < 1 {
		return model.Refuse("refuse.bundle-not")
	}
	if version > newest {
		return model.Refuse("refuse.bundle-newer")
	}
	return nil
}

// Header is what the bundle says of itself; nobody vouches for it before the
// end was read and [Reader.SignedBy] agreed.
func (r *Reader) Header() Header { return r.header }

// Next returns what stands next. It returns io.EOF only when all that was
// announced has come, the sum is right and nothing follows; otherwise a refusal,
// mostly a *[Damage], or the medium's own error.
func (r *Reader) Next() (Item, error) {
	if r.err == nil {
		r.err = r.pass()
	}
	if r.err != nil {
		return Item{}, r.err
	}
	item, err := r.next()
	if err != nil && err != io.EOF {
		err = fault(r.in.at, err)
	}
	r.err = err
	return item, err
}

// Verify reads all that is left and returns nil where [Reader.Next] would have
// come to io.EOF. It does not look into events, which takes most of the time, so
// whether each is the one announced is left to a second reading.
func (r *Reader) Verify() error {
	r.blind = true
	for {
		if _, err := r.Next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Sum is the SHA-256 that the sender signed, known once Next returned io.EOF.
func (r *Reader) Sum() model.Hash { return r.sum }

// SignedBy reports whether the owner of the key sent this bundle; it is false
// before Next returned io.EOF.
func (r *Reader) SignedBy(key ed25519.PublicKey) bool {
	return len(key) == ed25519.PublicKeySize && ed25519.Verify(key, totalText(r.header, r.sum), r.signature)
}

func (r *Reader) next() (Item, error) {
	frame, err := r.in.ReadByte()
	if err != nil {
		return Item{}, err
	}
	switch frame {
	case eventFrame:
		return r.event()
	case headFrame:
		return r.head()
	case partFrame:
		return r.part()
	case contentFrame:
		return r.content()
	case endFrame:
		return Item{}, r.finish()
	}
	return Item{}, errors.New("no such frame")
}

func (r *Reader) head() (Item, error) {
	text, err := r.in.block(largestHead)
	if err != nil {
		return Item{}, err
	}
	var head Head
	if err := json.Unmarshal(text, &head); err != nil {
		return Item{}, err
	}
	if r.heads--; r.heads < 0 {
		return Item{}, errors.New("a head that was not announced")
	}
	return Item{Head: &head}, nil
}

func (r *Reader) part() (Item, error) {
	name, err := r.in.block(largestName)
	if err != nil {
		return Item{}, err
	}
	content, err := r.in.block(LargestPart)
	if err != nil {
		return Item{}, err
	}
	if r.parts--; r.parts < 0 {
		return Item{}, errors.New("a part that was not announced")
	}
	return Item{Part: &Part{string(name), content}}, nil
}

// finish returns io.EOF when the bundle is whole.
func (r *Reader) finish() error {
	if len(r.course.ranges) > 0 || r.heads > 0 || r.parts > 0 || r.contents > 0 || r.bytes > 0 {
		return errors.New("less than was announced")
	}
	sum := r.in.total()
	trailer, err := r.in.take(sha256.Size + ed25519.SignatureSize)
	if err != nil {
		return err
	}
	if model.Hash(trailer[:sha256.Size]) != sum {
		return errors.New("the sum is not that of the bytes")
	}
	if err := r.in.end(); err != nil {
		return err
	}
	r.sum, r.signature = sum, trailer[sha256.Size:]
	return io.EOF
}
