package store

import (
	"os"
	"path/filepath"
	"testing"
)

// A kill between the creation of a file and its first byte leaves an empty
// file behind, of which nobody shall hear.
func TestAFileThatWasNeverBegunIsNoDamage(t *testing.T) {
	for _, name := range []string{"00099.mem", "000099.vlog"} {
		dir := t.TempDir()
		s, err := Open(dir, [32]byte{1})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Commit(Batch{Meta: []Meta{{Name: "kept", Bytes: []byte("here")}}}); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err = Open(dir, [32]byte{1}); err != nil {
			t.Fatalf("with an empty %s: %v", name, err)
		}
		if b, err := s.Meta("kept"); err != nil || string(b) != "here" {
			t.Errorf("with an empty %s: %q, %v", name, b, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
