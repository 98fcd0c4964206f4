package app

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// recoveryEntry is the recovery key in a packed release; all else is the data
// folder as it lay on the disk.
const recoveryEntry = "recovery-key.txt"

// pack writes the release into one file. What Badger sets aside beforehand is
// zeros, which cost nothing there.
func (r released) pack(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, _ := gzip.NewWriterLevel(file, gzip.BestCompression)
	out := tar.NewWriter(zip)
	for _, err := range []error{
		out.WriteHeader(&tar.Header{Name: recoveryEntry, Mode: 0o600, Size: int64(len(r.recovery))}),
		second(out.Write([]byte(r.recovery))),
		out.AddFS(os.DirFS(r.folder)),
		out.Close(), zip.Close(), file.Close(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func second(_ int, err error) error { return err }

// unpack puts a release into a folder that goes with the test.
func unpack(t *testing.T, path string) released {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	r := released{folder: t.TempDir()}
	in := tar.NewReader(zip)
	for {
		entry, err := in.Next()
		if errors.Is(err, io.EOF) {
			return r
		}
		if err == nil {
			err = r.lay(entry, in)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// lay puts one entry of a packed release in its place.
func (r *released) lay(entry *tar.Header, content io.Reader) error {
	path := filepath.Join(r.folder, filepath.FromSlash(entry.Name))
	if entry.FileInfo().IsDir() {
		return os.MkdirAll(path, 0o700)
	}
	b, err := io.ReadAll(content)
	if err != nil {
		return err
	}
	if entry.Name == recoveryEntry {
		r.recovery = string(b)
		return nil
	}
	return os.WriteFile(path, b, fs.FileMode(entry.Mode).Perm())
}
