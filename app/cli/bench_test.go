package cli

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siaga/app/vault"
	"siaga/locales"
)

const passphrase = "kunci meja uji 2026"

// evening is when the scripted day is typed in.
const evening = "2026-10-07T17:00:00+07:00"

// bench runs the program on a desk in a temporary folder.
type bench struct {
	t       *testing.T
	folder  string
	env     map[string]string
	typed   []string // what the terminal is told, one by one; nil when there is none
	windows []string // what the window was opened with
	seed    string   // "1" unless it is a further desk
	now     string   // evening unless it is another time
	stop    chan struct{}
	shown   func() // called when something was printed
}

type ran struct {
	code     int
	out, err string
}

// newBench is a folder without a desk.
func newBench(t *testing.T) *bench {
	return &bench{t: t, folder: filepath.Join(t.TempDir(), "desk"), env: map[string]string{"SIAGA_PASSPHRASE": passphrase}}
}

// newDesk is a folder with a desk that one person sits at.
func newDesk(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	b.must("init", "--person", "Petugas Piket")
	return b
}

// afterTheDay is a desk at which the scripted day was applied.
func afterTheDay(t *testing.T) (*bench, ran) {
	t.Helper()
	b := newDesk(t)
	return b, b.run("apply", "testdata/day.jsonl", "--keep-going")
}

func (b *bench) run(args ...string) ran { return b.feed("", args...) }

// feed runs the program with something on stdin.
func (b *bench) feed(in string, args ...string) ran {
	b.t.Helper()
	var out, err bytes.Buffer
	ctx := Context{
		Stdin: strings.NewReader(in), Stdout: &out, Stderr: &err,
		Env:    func(name string) string { return b.env[name] },
		Now:    func() time.Time { return time.Date(2026, 10, 7, 10, 0, 0, 0, time.UTC) },
		Random: rand.Reader, DefaultFolder: "~/siaga", Cost: vault.Cost{Memory: 64, Passes: 1, Threads: 1},
		Window: func(folder string, lang locales.Lang) int {
			b.windows = append(b.windows, folder+" "+string(lang))
			return 0
		},
	}
	if b.typed != nil {
		ctx.ReadPassphrase = b.type1
	}
	if b.stop != nil {
		ctx.Interrupted = func() <-chan struct{} { return b.stop }
	}
	if b.shown != nil {
		ctx.Stdout = watched{&out, b.shown}
	}
	code := Run(ctx, append([]string{"--data", b.folder, "--now", cmp.Or(b.now, evening), "--seed", cmp.Or(b.seed, "1")}, args...))
	clean := func(s string) string { return strings.ReplaceAll(s, b.folder, "DIR") }
	return ran{code, clean(out.String()), clean(err.String())}
}

// watched calls somebody after each writing.
type watched struct {
	io.Writer
	shown func()
}

func (w watched) Write(p []byte) (int, error) {
	defer w.shown()
	return w.Writer.Write(p)
}

func (b *bench) type1(string) (string, error) {
	if len(b.typed) == 0 {
		return "", errors.New("nobody types any more")
	}
	next := b.typed[0]
	b.typed = b.typed[1:]
	return next, nil
}

// must runs what has to succeed and returns what it printed.
func (b *bench) must(args ...string) string {
	b.t.Helper()
	r := b.run(args...)
	if r.code != done {
		b.t.Fatalf("siaga %s: exit %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.err)
	}
	return r.out
}

// refuses runs what has to be refused with that exit code and a text on stderr.
func (b *bench) refuses(code int, says string, args ...string) {
	b.t.Helper()
	r := b.run(args...)
	if r.code != code || !strings.Contains(r.err, says) {
		b.t.Errorf("siaga %s: exit %d, want %d; stderr %q lacks %q", strings.Join(args, " "), r.code, code, r.err, says)
	}
}

// result is one line that apply printed, done or refused.
type result struct {
	Line                                         int
	OK                                           bool
	Do, ID, Ticket, Notice, Field, Key, Sentence string
	Events                                       []string
}

func results(t *testing.T, out string) []result {
	t.Helper()
	var all []result
	for line := range strings.Lines(out) {
		all = append(all, parsed[result](t, line))
	}
	return all
}

func parsed[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
	return v
}

func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
