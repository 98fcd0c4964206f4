// Package whole puts a file in its place whole or not at all: a copy beside it
// is written and synced, takes its name, and then the folder is synced. Nobody
// ever opens half a file, and what was there before stays until then.
package whole

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Beside is what the name of a copy ends in. Who is killed leaves one behind.
const Beside = ".new"

// Write puts at path what write writes. A new file is readable by others only
// when mode says so.
func Write(path string, mode os.FileMode, write func(io.Writer) error) error {
	beside := path + Beside
	if err := writeSynced(beside, mode, write); err != nil {
		_ = os.Remove(beside)
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	return Rename(beside, path)
}

// WriteNamed puts into a folder what write writes, under the name that write
// returns: for content that is named after itself.
func WriteNamed(folder string, write func(io.Writer) (name string, err error)) error {
	file, err := os.CreateTemp(folder, "*"+Beside)
	if err != nil {
		return fmt.Errorf("begin a file: %w", err)
	}
	name := ""
	err = finishSynced(file, func(w io.Writer) (err error) {
		name, err = write(w)
		return err
	})
	if err != nil {
		_ = os.Remove(file.Name())
		return fmt.Errorf("write a file that is named after its content: %w", err)
	}
	return Rename(file.Name(), filepath.Join(folder, name))
}

// Rename gives a whole file its name, in place of what had it, for good.
func Rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return fmt.Errorf("replace %s: %w", filepath.Base(to), err)
	}
	return syncFolder(filepath.Dir(to))
}

// WriteBytes puts the data at path, readable by its owner alone.
func WriteBytes(path string, data []byte) error {
	return Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func writeSynced(path string, mode os.FileMode, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	return finishSynced(file, write)
}

func finishSynced(file *os.File, write func(io.Writer) error) error {
	defer file.Close()
	if err := write(file); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return file.Close()
}

func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil // a folder cannot be synced there
	}
	folder, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open the folder of a file: %w", err)
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil {
		return fmt.Errorf("sync the folder of a file: %w", err)
	}
	return nil
}
