package journal

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	ballastName = "ballast"
	ballastSize = 16 << 20
)

// KeepBallast puts a file of 16 MB into the folder, if it is not there, that
// can be thrown overboard when the disk is full. It holds random bytes, because
// some file systems give no room to zeros. It does nothing on a disk that would
// be nearly full with it.
func KeepBallast(dir string) error {
	path := filepath.Join(dir, ballastName)
	if info, err := os.Stat(path); err == nil && info.Size() == ballastSize {
		return nil
	}
	if free, err := Room(dir); err != nil || free < LeastRoom+ballastSize {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("journal: keep ballast: %w", err)
	}
	_, err = io.CopyN(file, rand.Reader, ballastSize)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return errors.Join(fmt.Errorf("journal: keep ballast: %w", err), os.Remove(path))
	}
	return nil
}

// DropBallast removes that file, so that a full disk leaves room to open the desk
// and to clean up.
func DropBallast(dir string) error {
	err := os.Remove(filepath.Join(dir, ballastName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
