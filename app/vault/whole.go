package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// writeWhole puts a file in its place whole or not at all: a copy beside it is
// written and synced, takes its name, and then the folder is synced.
func writeWhole(path string, data []byte) error {
	beside := path + ".new"
	if err := writeSynced(beside, data); err != nil {
		return fmt.Errorf("vault: write: %w", err)
	}
	if err := os.Rename(beside, path); err != nil {
		return fmt.Errorf("vault: replace: %w", err)
	}
	if runtime.GOOS == "windows" {
		return nil // a folder cannot be synced there
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("vault: open folder: %w", err)
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil {
		return fmt.Errorf("vault: sync folder: %w", err)
	}
	return nil
}

func writeSynced(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Write(data); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return file.Close()
}
