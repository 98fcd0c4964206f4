package files

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"

	"filippo.io/age"

	"siaga/model"
)

// ErrMissing says that a content is not kept here.
var ErrMissing = errors.New("files: no such content")

// Damage says that a content is not what was written. It is a refusal,
// "refuse.content-damaged", with the details for the log.
type Damage struct {
	Sum  model.Hash
	What string
}

// Error is for logs.
func (d *Damage) Error() string { return "files: a content is damaged: " + d.What }

// Unwrap is the refusal that a person reads.
func (d *Damage) Unwrap() error { return model.Refuse("refuse.content-damaged") }

// Content is a content being read. Its end comes only when all of it has the sum
// that it was asked for by; else a *[Damage].
type Content struct {
	Size int64 // in bytes

	sum  model.Hash
	file *os.File
	in   io.Reader
	read hash.Hash
}

// Open begins to read the content of a sum. The error is ErrMissing, a *[Damage]
// as far as it shows at the beginning, or the disk's own.
func (f *Files) Open(sum model.Hash) (*Content, error) {
	file, err := os.Open(f.path(sum, ""))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrMissing
	}
	if err != nil {
		return nil, err
	}
	c := &Content{sum: sum, file: file, read: sha256.New()}
	if err := c.begin(f.identity); err != nil {
		return nil, errors.Join(c.fault(err), file.Close())
	}
	return c, nil
}

func (c *Content) begin(identity age.Identity) error {
	info, err := c.file.Stat()
	if err != nil {
		return err
	}
	plain, size, err := age.DecryptReaderAt(c.file, info.Size(), identity)
	if err != nil {
		return err
	}
	c.Size, c.in = size, io.NewSectionReader(plain, 0, size)
	return nil
}

// Read reads on.
func (c *Content) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.read.Write(b[:n])
	if err == io.EOF && model.Hash(c.read.Sum(nil)) != c.sum {
		err = errors.New("it has another sum")
	}
	if err != nil && err != io.EOF {
		err = c.fault(err)
	}
	return n, err
}

// Close ends the reading.
func (c *Content) Close() error { return c.file.Close() }

// fault sorts an error: the disk's stays what it is, all else means that the
// bytes are wrong.
func (c *Content) fault(err error) error {
	var disk *fs.PathError
	if errors.As(err, &disk) {
		return err
	}
	return &Damage{c.sum, err.Error()}
}

// Verify reads a content to its end.
func (f *Files) Verify(sum model.Hash) error {
	c, err := f.Open(sum)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, c)
	return errors.Join(err, c.Close())
}
