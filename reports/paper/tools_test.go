package paper

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool runs a checking program over a file; a machine without it fails the
// test and is told which Debian package to install.
func tool(t *testing.T, debian, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is not installed: apt-get install %s", name, debian)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// lay writes a document and lays it out.
func lay(t testing.TB, s Setup, write func(*Doc)) *Sheets {
	t.Helper()
	d := New(s)
	write(d)
	sheets, err := d.LayOut()
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

// pdf writes a document's file.
func pdf(t testing.TB, s Setup, write func(*Doc)) []byte {
	t.Helper()
	file, err := lay(t, s, write).PDF()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func save(t *testing.T, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func wants(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in\n%s", part, text)
		}
	}
}
