package bundle

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"

	"siaga/model"
)

// Content is the content of a file, named by its SHA-256. It is read where it
// stands: [Reader.Next] passes over what was not read of it, and checks it all the
// same. Its end comes only when the bytes have that sum.
type Content struct {
	Sum  model.Hash
	Size int64 // in bytes

	from *Reader
	left int64
	read hash.Hash
}

// Read reads on; the error is io.EOF at a good end, or what [Reader.Next] returns
// from then on.
func (c *Content) Read(b []byte) (int, error) {
	if c.from.err != nil {
		return 0, c.from.err
	}
	if c.left == 0 {
		return 0, io.EOF
	}
	n, err := c.from.in.Read(b[:min(int64(len(b)), c.left)])
	c.left -= int64(n)
	c.read.Write(b[:n])
	if err == nil {
		err = c.check()
	}
	if err != nil {
		c.from.err = fault(c.from.in.at, err)
	}
	return n, c.from.err
}

var errContent = errors.New("a content does not have its sum")

// check holds the sum of a content against it when all of it was read.
func (c *Content) check() error {
	if c.left == 0 && model.Hash(c.read.Sum(nil)) != c.Sum {
		return errContent
	}
	return nil
}

func (r *Reader) content() (Item, error) {
	sum, err := r.in.take(sha256.Size)
	if err != nil {
		return Item{}, err
	}
	size, err := binary.ReadUvarint(r.in)
	if err != nil {
		return Item{}, err
	}
	if size > LargestContent {
		return Item{}, errLength
	}
	r.contents--
	r.bytes -= int64(size)
	if len(r.course.ranges) > 0 || r.contents < 0 || r.bytes < 0 {
		return Item{}, errors.New("a content that was not announced here")
	}
	r.open = &Content{Sum: model.Hash(sum), Size: int64(size), from: r, left: int64(size), read: sha256.New()}
	return Item{Content: r.open}, r.open.check()
}

// pass reads what is left of the content that was given last.
func (r *Reader) pass() error {
	if r.open == nil {
		return nil
	}
	_, err := io.Copy(io.Discard, r.open)
	r.open = nil
	return err
}

// Content adds the content of a file, after all events. It is an error when it
// does not have that size and sum.
func (w *Writer) Content(sum model.Hash, size int64, content io.Reader) error {
	if len(w.course.ranges) > 0 || size < 0 || size > LargestContent {
		return fmt.Errorf("bundle: a content of %d bytes before %d ranges", size, len(w.course.ranges))
	}
	w.contents--
	w.bytes -= size
	w.front = append(append(w.front[:0], contentFrame), sum[:]...)
	if err := w.write(binary.AppendUvarint(w.front, uint64(size))); err != nil {
		return err
	}
	read := sha256.New()
	n, err := io.Copy(io.MultiWriter(w.out, read), io.LimitReader(content, size+1))
	if err != nil {
		return fmt.Errorf("bundle: write a content: %w", err)
	}
	if n != size || model.Hash(read.Sum(nil)) != sum {
		return errContent
	}
	return nil
}
