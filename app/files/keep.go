package files

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"filippo.io/age"

	"siaga/app/whole"
	"siaga/model"
)

// ErrOther says that a content is not the one of the sum it was to have.
var ErrOther = errors.New("files: the content does not have that sum")

// Keep keeps the content of a sum that an event names already: whole and on the
// disk, or not at all. It refuses more than [model.LargestFile]; the error is
// ErrOther when the content has another sum.
func (f *Files) Keep(sum model.Hash, content io.Reader) error {
	_, err := f.write(content, func(got model.Hash) (string, error) {
		if got != sum {
			return "", ErrOther
		}
		return f.path(got, ""), nil
	})
	if err != nil {
		return err
	}
	return remove(f.path(sum, damaged))
}

// Hold seals a content that no event names yet and returns its sum and size. It
// waits, on the disk, for [Files.Confirm] when the event is recorded, or for
// [Files.Drop]. It refuses more than [model.LargestFile].
func (f *Files) Hold(content io.Reader) (sum model.Hash, size int64, err error) {
	size, err = f.write(content, func(got model.Hash) (string, error) {
		sum = got
		return f.path(got, waiting), nil
	})
	return sum, size, err
}

// Confirm keeps a content that waits; one that is kept already stays.
func (f *Files) Confirm(sum model.Hash) error {
	err := whole.Rename(f.path(sum, waiting), f.path(sum, ""))
	if errors.Is(err, fs.ErrNotExist) && f.Has(sum) {
		return nil
	}
	if err != nil {
		return err
	}
	return remove(f.path(sum, damaged))
}

// Drop removes a content that waits.
func (f *Files) Drop(sum model.Hash) error { return remove(f.path(sum, waiting)) }

// write seals a content into the path that belongs to its sum.
func (f *Files) write(content io.Reader, place func(model.Hash) (path string, err error)) (size int64, err error) {
	if err := os.MkdirAll(f.folder, 0o700); err != nil {
		return 0, fmt.Errorf("files: make the folder: %w", err)
	}
	err = whole.WriteNamed(f.folder, func(w io.Writer) (string, error) {
		sum := sha256.New()
		sealed, err := age.Encrypt(f.guard(w), f.identity.Recipient())
		if err != nil {
			return "", fmt.Errorf("files: begin sealing: %w", err)
		}
		if size, err = io.Copy(io.MultiWriter(sealed, sum), io.LimitReader(content, model.LargestFile+1)); err != nil {
			return "", err
		}
		if size > model.LargestFile {
			return "", model.RefuseAt("file", "refuse.evidence-large", "Most", model.LargestFile>>20)
		}
		if err := sealed.Close(); err != nil {
			return "", fmt.Errorf("files: end sealing: %w", err)
		}
		path, err := place(model.Hash(sum.Sum(nil)))
		return filepath.Base(path), err
	})
	return size, err
}
