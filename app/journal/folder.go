package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// File is what the journal asks of one file; [os.File] gives all of it.
type File interface {
	ReadAt(b []byte, offset int64) (int, error)
	WriteAt(b []byte, offset int64) (int, error)
	Truncate(size int64) error
	Sync() error
	Stat() (fs.FileInfo, error)
	Close() error
}

// Folder is what the journal asks of the disk; tests give one that fails.
type Folder interface {
	Names() ([]string, error)
	Create(name string) (File, error) // must not be there yet
	Open(name string) (File, error)
	Remove(name string) error
	Sync() error
	Room() (uint64, error)
}

// Dir is the folder at path, made if it is not there.
func Dir(path string) (Folder, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, fmt.Errorf("journal: make folder: %w", err)
	}
	return dir(path), nil
}

type dir string

func (d dir) path(name string) string { return filepath.Join(string(d), name) }

func (d dir) Names() ([]string, error) {
	entries, err := os.ReadDir(string(d))
	names := make([]string, len(entries))
	for n, e := range entries {
		names[n] = e.Name()
	}
	return names, err
}

func (d dir) Create(name string) (File, error) {
	return os.OpenFile(d.path(name), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
}

func (d dir) Open(name string) (File, error) { return os.OpenFile(d.path(name), os.O_RDWR, 0) }

func (d dir) Remove(name string) error { return os.Remove(d.path(name)) }

func (d dir) Room() (uint64, error) { return Room(string(d)) }

// Sync makes new and removed names lasting; Windows does so by itself and
// cannot be asked.
func (d dir) Sync() error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(string(d))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
