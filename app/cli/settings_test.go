package cli

import (
	"os"
	"path/filepath"
	"testing"

	"siaga/locales"
)

// A settings file that does not read is told once, with where it was put.
func TestADamagedSettingsFileIsTold(t *testing.T) {
	b := newBench(t)
	b.must("init", "--person", "Petugas Piket")
	path := filepath.Join(b.folder, "settings.json")
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := locales.Open(locales.ID).T("settings.damaged", "Path", "DIR/settings.json.damaged") + "\n"
	if told := b.run("list").err; told != want {
		t.Errorf("told %q", told)
	}
	if told := b.run("list").err; told != "" {
		t.Errorf("told again: %q", told)
	}
}
