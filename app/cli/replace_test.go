package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// What people have put somewhere is not written over unless they say so; what
// Siaga wrote there before gives way to the newer one of its kind.
func TestOtherFilesAreNotWrittenOver(t *testing.T) {
	front, _ := twoDesks(t)
	ticket := front.registers("Uji")
	backup := filepath.Join(t.TempDir(), "cadangan")
	front.must("backup", backup)
	orders := map[string][]string{
		"bundle export":  {"bundle", "export"},
		"bundle request": {"bundle", "request"},
		"invite":         {"desks", "invite", "--name", "Loket dua"},
		"register":       {"report", "register", "--xlsx"},
		"period pdf":     {"report", "period", "2026-10", "--pdf"},
		"period json":    {"report", "period", "2026-10", "--json"},
		"template":       {"policy", "template"},
		"backup":         {"backup"},
		"share":          {"share", "--to", "X", "--summary-file", written(t, "ringkasan", "Ringkas."), "--indicators", ""},
	}
	for name, order := range orders {
		path := written(t, "berkas", "{surat}")
		full := append(order, path)
		if name == "share" {
			full = append(full, ticket)
		}
		front.refuses(refused, "--replace", full...)
		if b, _ := os.ReadFile(path); string(b) != "{surat}" {
			t.Errorf("%s has written over a letter", name)
		}
		if name == "share" {
			continue
		}
		front.must(append(full, "--replace")...)
		front.must(full...) // its own
	}
	front.refuses(refused, "--replace", "bundle", "export", backup)
}
