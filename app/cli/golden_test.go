package cli

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"siaga/locales"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Every verb, as it answers after the scripted day.
var goldens = []struct {
	name string
	args []string
}{
	{"list", []string{"list"}},
	{"list-limited", []string{"list", "--limit", "3"}},
	{"list-none", []string{"list", "--filter", "nihil"}},
	{"show-closed", []string{"show", "CSIRT-2026-A-0001-2"}},
	{"show-reopened", []string{"show", "CSIRT-2026-A-0004-V"}},
	{"show-backdated-history", []string{"show", "csirt-2026-a-0008-n", "--history"}},
	{"clock-reopened", []string{"clock", "CSIRT-2026-A-0004-V"}},
	{"clock-paused", []string{"clock", "CSIRT-2026-A-0009-L"}},
	{"clock-reclassified", []string{"clock", "CSIRT-2026-A-0010-X"}},
	{"clock-provisional", []string{"clock", "CSIRT-2026-A-0011-V"}},
	{"clock-not-incident", []string{"clock", "CSIRT-2026-A-0005-T"}},
	{"history", []string{"history", "CSIRT-2026-A-0009-L"}},
	{"history-office", []string{"history", "office"}},
	{"today", []string{"today"}},
	{"people", []string{"people"}},
	{"agencies", []string{"agencies"}},
	{"systems", []string{"systems"}},
	{"roster", []string{"roster"}},
	{"duties", []string{"duties", "vi"}},
	{"duty", []string{"duty"}},
	{"office", []string{"office"}},
	{"policy", []string{"policy"}},
	{"policy-preview", []string{"policy", "preview", "--office-hours", "--period", "2026"}},
	{"commands", []string{"commands"}},
	{"check", []string{"check"}},
	{"rebuild", []string{"rebuild"}},
	{"help", []string{"help"}},
}

// What programs read, in one language.
var goldensJSON = []struct {
	name string
	args []string
}{
	{"list", []string{"list"}},
	{"show", []string{"show", "CSIRT-2026-A-0001-2", "--history"}},
	{"show-reopened", []string{"show", "CSIRT-2026-A-0004-V"}},
	{"clock", []string{"clock", "CSIRT-2026-A-0010-X"}},
	{"history", []string{"history", "office"}},
	{"today", []string{"today"}},
	{"people", []string{"people"}},
	{"agencies", []string{"agencies"}},
	{"systems", []string{"systems"}},
	{"roster", []string{"roster"}},
	{"duties", []string{"duties", "iii"}},
	{"duty", []string{"duty"}},
	{"office", []string{"office"}},
	{"policy", []string{"policy"}},
	{"policy-preview", []string{"policy", "preview", "--office-hours", "--period", "2026"}},
	{"commands", []string{"commands", "--lang", "en"}},
	{"check", []string{"check"}},
	{"rebuild", []string{"rebuild"}},
}

func TestGolden(t *testing.T) {
	b, applied := afterTheDay(t)
	golden(t, "apply.id.jsonl", applied.out+applied.err)
	for _, g := range goldens {
		for _, lang := range locales.Langs() {
			golden(t, g.name+"."+string(lang)+".txt", b.must(append([]string{"--lang", string(lang)}, g.args...)...))
		}
	}
	for _, g := range goldensJSON {
		golden(t, g.name+".json", b.must(append(g.args, "--json")...))
	}
}

func TestGoldenHelp(t *testing.T) {
	b := newBench(t)
	for _, lang := range locales.Langs() {
		var all strings.Builder
		for _, v := range verbs() {
			args := append([]string{"--help", "--lang", string(lang)}, strings.Fields(v.name)...)
			all.WriteString(b.must(args...) + "\n")
		}
		golden(t, "help-verbs."+string(lang)+".txt", all.String())
	}
}

var recoveryKey = regexp.MustCompile(`([0-9A-Z]{5}-){8}[0-9A-Z]{5}`)

func TestGoldenInit(t *testing.T) {
	for _, lang := range locales.Langs() {
		b := newBench(t)
		keyFile := filepath.Join(t.TempDir(), "kunci")
		out := b.must("init", "--lang", string(lang), "--key-file", keyFile, "--office", "Diskominfo")
		if len(recoveryKey.FindAllString(out, -1)) != 1 {
			t.Errorf("the recovery key is not shown once:\n%s", out)
		}
		out = recoveryKey.ReplaceAllString(strings.ReplaceAll(out, keyFile, "KEY"), "RECOVERY-KEY")
		golden(t, "init."+string(lang)+".txt", out)
	}
}

// golden compares an output with the file of that name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs at %s", name, difference(got, string(want)))
	}
	if strings.Contains(got, "⟦") {
		t.Errorf("%s lacks a sentence", name)
	}
}

func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\n got " + a[i] + "\nwant " + b[i]
		}
	}
	return "the end"
}
