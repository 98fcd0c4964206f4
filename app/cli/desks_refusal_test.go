package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
)

// exchangeRefusals provokes what is refused of desks and their files through the
// verbs, in both languages, and returns the keys that were met.
func exchangeRefusals(t *testing.T) map[string]bool {
	p := &provoker{t: t, met: map[string]bool{}}
	p.alone()
	p.desks()
	p.files()
	p.times()
	p.others()
	p.shares()
	return p.met
}

type provoker struct {
	t   *testing.T
	met map[string]bool
}

// by runs what must be refused with the sentence of a key.
func (p *provoker) by(key string, b *bench, args ...string) {
	p.t.Helper()
	for _, lang := range locales.Langs() {
		r := b.run(append([]string{"--lang", string(lang)}, args...)...)
		sentence := regexp.QuoteMeta(locales.Open(lang).T(key))
		sentence = "^" + strings.ReplaceAll(sentence, regexp.QuoteMeta("<no value>"), ".+") + "\n$"
		if said := regexp.MustCompile(sentence).MatchString(r.err); r.code != refused || !said || strings.Contains(r.err, "<no value>") {
			p.t.Errorf("want %s, got exit %d and %q for %q", key, r.code, r.err, args)
		}
	}
	p.met[key] = true
}

// alone are the refusals at a desk that has no other one.
func (p *provoker) alone() {
	b := newDesk(p.t)
	out := filepath.Join(p.t.TempDir(), "x")
	p.by("refuse.no-other-desk", b, "bundle", "export", out)
	p.by("refuse.erasure-unknown", b, "report", "erasure", "x", "--pdf", out)
	p.by("refuse.backup-none", b, "backup", "--test")
	p.by("refuse.backup-folder", b, "backup", out+"/")
	p.by("refuse.file-write", b, "backup", filepath.Join(out, "x"))
	p.by("refuse.file-there", b, "backup", written(p.t, "x", "surat"))
	p.by("refuse.shared-folder", b, "folder", out)
	p.by("refuse.invitation-past", b, "desks", "invite", out, "--name", "Loket", "--until", "2020-01-01")
	p.by("refuse.file", b, "bundle", "import", out)
	p.by("refuse.bundle-not", b, "bundle", "import", written(p.t, "x", "bukan kiriman"))
	p.by("refuse.inbox-unknown", b, "bundle", "discard", "x")
	p.by("refuse.desk-exists", b, "join", out)
	p.by("refuse.no-file-passphrase", newBench(p.t), "join", out)
	p.by("refuse.no-recovery-key", newBench(p.t), "restore", out)
}

// desks are the refusals about desks that an order names.
func (p *provoker) desks() {
	front, _ := twoDesks(p.t)
	out := filepath.Join(p.t.TempDir(), "x")
	p.by("refuse.desk-unknown", front, "desks", "fingerprint", "Z")
	p.by("refuse.fingerprint", front, "desks", "admit", "B", "--fingerprint", "12345")
	p.by("refuse.desk-past", front, "desks", "expire", "B", "--until", "2020-01-01")
	p.by("refuse.desk-itself", front, "desks", "revoke", "A", "--reason", "x")
	p.by("refuse.reason", front, "desks", "revoke", "B")
	p.by("refuse.invitation-unknown", front, "desks", "withdraw", "Z", "--reason", "x")
	p.by("refuse.invitation-used", front, "desks", "withdraw", "B", "--reason", "x")
	front.stop = make(chan struct{})
	close(front.stop)
	p.by("refuse.stopped", front, "bundle", "export", out, "--full")
	front.stop = nil
	front.must("desks", "rename", "B", "--name", "a")
	p.by("refuse.desk-ambiguous", front, "desks", "fingerprint", "A")
	front.must("desks", "revoke", "B", "--reason", "x")
	p.by("refuse.desk-revoked", front, "desks", "revoke", "B", "--reason", "x")
	p.by("refuse.desk-unwelcome", front, "bundle", "export", out, "--for", "B")
}

// files are the refusals of files that the desks themselves can make.
func (p *provoker) files() {
	front, back := twoDesks(p.t)
	back.registers("Di belakang")
	file := outgoing(p.t, back)
	content, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	p.by("refuse.bundle-damaged", front, "bundle", "import", written(p.t, "x", string(content[:len(content)-9])))
	p.by("refuse.bundle-one", front, "bundle", "import", file, file)
	front.must("bundle", "import", file)
	p.by("refuse.bundle-again", front, "bundle", "import", file)
	backup := filepath.Join(p.t.TempDir(), "cadangan")
	front.must("backup", backup)
	p.by("refuse.bundle-others", back, "bundle", "import", backup)
	fresh := newBench(p.t)
	fresh.env["SIAGA_RECOVERY_KEY"] = madeOffice.recovery
	p.by("refuse.not-backup", fresh, "restore", file)
	fresh.env["SIAGA_BUNDLE_PASSPHRASE"] = "apa saja 22"
	p.by("refuse.piece-missing", fresh, "join", p.onePart())
}

// onePart is the first part of a file that was split; the other one is lost.
func (p *provoker) onePart() string {
	path := filepath.Join(p.t.TempDir(), "x")
	if err := os.WriteFile(path, make([]byte, 100_000), 0o600); err != nil {
		p.t.Fatal(err)
	}
	parts, err := app.SplitFile(path, 70_000)
	if err != nil || len(parts) != 2 {
		p.t.Fatal(parts, err)
	}
	if err := os.Remove(parts[1]); err != nil {
		p.t.Fatal(err)
	}
	return parts[0]
}

// times are the refusals of what holds no more.
func (p *provoker) times() {
	front, back := twoDesks(p.t)
	front.must("desks", "expire", "B", "--until", "2026-10-10")
	file := outgoing(p.t, back, "--full")
	front.now = "2026-10-12T08:00:00+07:00"
	p.by("refuse.bundle-expired", front, "bundle", "import", file)
	front.must("desks", "expire", "B", "--never")
	front.must("desks", "revoke", "B", "--reason", "Hilang")
	p.by("refuse.bundle-revoked", front, "bundle", "import", file)
	late := newBench(p.t)
	late.now, late.env["SIAGA_BUNDLE_PASSPHRASE"] = "2026-11-01T08:00:00+07:00", madeOffice.passphrase
	p.by("refuse.invitation-expired", late, "join", written(p.t, "x", madeOffice.invitation))
}

// others are the refusals of files from desks that do not belong here.
func (p *provoker) others() {
	front, _ := twoDesks(p.t)
	stranger := newBench(p.t)
	stranger.seed = "7"
	stranger.must("init", "--person", "Petugas Lain", "--empty")
	locked := filepath.Join(p.t.TempDir(), "x")
	told := parsed[writtenValue](p.t, stranger.must("bundle", "export", locked, "--with-passphrase", "--json"))
	front.env["SIAGA_BUNDLE_PASSPHRASE"] = string(told.Passphrase)
	p.by("refuse.bundle-office", front, "bundle", "import", locked)
	fresh := newBench(p.t)
	fresh.env["SIAGA_BUNDLE_PASSPHRASE"] = string(told.Passphrase)
	p.by("refuse.not-invitation", fresh, "join", locked)

	invitation := filepath.Join(p.t.TempDir(), "undangan")
	invited := parsed[invitedValue](p.t, stranger.must("desks", "invite", invitation, "--name", "Loket", "--json"))
	stranger.must("desks", "withdraw", invited.Letter, "--reason", "Salah orang")
	fresh.seed, fresh.env["SIAGA_BUNDLE_PASSPHRASE"] = "8", invited.Passphrase
	fresh.must("join", invitation)
	p.by("refuse.bundle-stranger", stranger, "bundle", "import", outgoing(p.t, fresh))
}
