package whole

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A writer that fails half-way leaves the old file as it was, and no debris.
func TestAFailedWriteChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "laporan.pdf")
	if err := WriteBytes(path, []byte("lama")); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	err := Write(path, 0o644, func(w io.Writer) error {
		_, _ = w.Write([]byte("bar"))
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("the failure was not told: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "lama" {
		t.Errorf("the file holds %q", b)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files were left", len(left))
	}
}

// A whole write replaces the old file.
func TestAWriteReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	for _, text := range []string{"satu", "dua yang lebih panjang", "3"} {
		if err := WriteBytes(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != text {
			t.Errorf("%q, %v", b, err)
		}
	}
}
