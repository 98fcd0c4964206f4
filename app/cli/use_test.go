package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/app"
	"siaga/app/vault"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place/stage"
)

func TestWithoutAVerbTheWindowOpens(t *testing.T) {
	b := newBench(t)
	b.must()
	b.must("--lang", "en")
	if want := []string{b.folder + " ", b.folder + " en"}; strings.Join(b.windows, "|") != strings.Join(want, "|") {
		t.Errorf("the window was opened with %q", b.windows)
	}
}

func TestTheNoticeToThePublicIsRecorded(t *testing.T) {
	b, _ := afterTheDay(t)
	if r := b.feed(`{"do":"add-notice","incident":"CSIRT-2026-A-0010-X","addressee":"masyarakat","number":"500.12/94/Disdik"}`, "apply", "-"); r.code != done {
		t.Fatal(r.out)
	}
	for lang, says := range map[string]string{"id": "Masyarakat", "en": "The public"} {
		if text := b.must("show", "CSIRT-2026-A-0010-X", "--lang", lang); !strings.Contains(text, says) || !strings.Contains(text, "500.12/94/Disdik") {
			t.Errorf("%q is not said in\n%s", says, text)
		}
	}
}

func TestWrongUsage(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		says string
		args []string
	}{
		{"“menari”", []string{"menari"}},
		{"--warna", []string{"list", "--warna"}},
		{"--filter", []string{"list", "--filter"}},
		{"--json", []string{"list", "--json=ya"}},
		{"Pemakaian: siaga show TICKET", []string{"show"}},
		{"Usage: siaga show TICKET", []string{"show", "a", "b", "--lang", "en"}},
		{"“fr”", []string{"list", "--lang", "fr"}},
		{"kemarin dulu", []string{"list", "--now", "kemarin dulu"}},
		{"--limit", []string{"list", "--limit", "-3"}},
		{"--empty", []string{"init", "--agencies", "--empty"}},
		{"--pdf", []string{"report", "resolution", "CSIRT-2026-A-0001-2"}},
		{"“report”", []string{"report"}},
		{"“menari”", []string{"help", "menari"}},
	} {
		b.refuses(wrongUsage, c.says, c.args...)
	}
}

func TestOpening(t *testing.T) {
	b := newBench(t)
	b.refuses(refused, "siaga init", "list")
	if _, err := os.Stat(b.folder); err == nil {
		t.Error("asking made the folder")
	}
	b.must("init")
	b.refuses(refused, "Sudah ada", "init")
	b.env = map[string]string{}
	b.refuses(refused, "SIAGA_PASSPHRASE", "list")
	b.must("list", "--passphrase-file", written(t, "frasa", passphrase+"\r\nbaris kedua"))
	b.refuses(refused, "tidak ada", "list", "--passphrase-file", "tidak ada")
	b.typed = []string{passphrase}
	b.must("list")
	b.typed = []string{"bukan yang ini 77"}
	b.refuses(refused, "Frasa sandi salah", "list")
	b.env["SIAGA_DATA"] = b.folder
	if err := os.WriteFile(app.VaultPath(b.folder), []byte("siaga-vault 1\nrusak"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.refuses(refused, "vault.json", "list", "--passphrase-file", written(t, "frasa", passphrase))
}

func TestAPassphraseIsTypedTwice(t *testing.T) {
	b := newBench(t)
	b.env = nil
	b.typed = []string{passphrase, "kunci meja uji 2027"}
	b.refuses(refused, "dua kali", "init")
	b.typed = []string{"pendek"}
	b.refuses(refused, "terlalu pendek", "init")
	b.typed = []string{passphrase, passphrase}
	b.must("init")
}

func TestThePassphraseIsChanged(t *testing.T) {
	b := newDesk(t)
	const next = "kunci meja uji 2027"
	b.refuses(refused, "SIAGA_NEW_PASSPHRASE", "passphrase")
	b.refuses(refused, "terlalu pendek", "passphrase", "--new-passphrase-file", written(t, "baru", "pendek"))
	b.env["SIAGA_NEW_PASSPHRASE"] = next
	b.must("passphrase")
	b.refuses(refused, "Frasa sandi salah", "list")
	b.env = map[string]string{"SIAGA_PASSPHRASE": next}
	b.must("passphrase", "--new-passphrase-file", written(t, "baru", passphrase+"\n"))
	b.env = nil
	b.typed = []string{passphrase, next, next}
	b.must("passphrase")
	b.typed = []string{next, passphrase, "bukan yang ini 77"}
	b.refuses(refused, "dua kali", "passphrase")
}

func TestOneMoreRecoveryKey(t *testing.T) {
	b := newDesk(t)
	told := parsed[struct{ RecoveryKey string }](t, b.must("recovery-key", "--json"))
	shown := recoveryKey.FindString(b.must("recovery-key"))
	if shown == told.RecoveryKey {
		t.Error("the same key was made twice")
	}
	for _, key := range []string{told.RecoveryKey, shown} {
		locked, err := vault.Open(app.VaultPath(b.folder))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := locked.Unlock(vault.Recovery(key)); err != nil {
			t.Errorf("%s does not open the desk: %v", key, err)
		}
	}
}

func TestAnUnattendedDesk(t *testing.T) {
	b := newBench(t)
	key := filepath.Join(t.TempDir(), "siaga.key")
	b.must("init", "--key-file", key, "--empty", "--json")
	b.env = nil
	b.must("list", "--key-file", key)
	b.env = map[string]string{"SIAGA_KEY_FILE": key}
	b.must("check")
}

func TestTheLanguageOfInitIsTheDesks(t *testing.T) {
	b := newBench(t)
	b.must("init", "--lang", "en")
	if out := b.must("list"); !strings.Contains(out, locales.Open(locales.EN).T("list.none")) {
		t.Errorf("list says %q", out)
	}
}

func TestApplyStopsAtTheFirstRefusal(t *testing.T) {
	b := newDesk(t)
	lines := "\ufeff# pembukaan\r\n\r\n" + `{"do":"add-person","name":"Satu"}` + "\r\n" + `{"do":"add-person","name":"Satu"}` + "\n" + `{"do":"add-person","name":"Dua"}`
	r := b.feed(lines, "apply", "-")
	all := results(t, r.out)
	if r.code != refused || len(all) != 2 || !all[0].OK || all[1].OK || all[0].Line != 3 || all[1].Line != 4 {
		t.Errorf("exit %d after\n%s", r.code, r.out)
	}
	b.refuses(refused, "tidak ada.jsonl", "apply", "tidak ada.jsonl")
}

// A refusal names the field as the line wrote it, so that a form can mark it.
func TestARefusalNamesItsField(t *testing.T) {
	b := newDesk(t)
	for line, field := range map[string]string{
		`{"do":"add-person","name":7}`:                                                           "name",
		`{"do":"add-person","name":"x","at":"kemarin"}`:                                          "at",
		`{"do":"add-person","name":"x","warna":"merah"}`:                                         "warna",
		`{"do":"register-incident","description":"x"}`:                                           "reporterName",
		`{"do":"register-incident","reporterName":"x","description":"x","receivedAt":5}`:         "receivedAt",
		`{"do":"register-incident","reporterName":"x","description":"x","agency":"Dinas Entah"}`: "agency",
		`{"do":"set-duty","person":"Petugas Piket","startAt":"2026-10-05T07:00:00+07:00"}`:       "endAt",
		`{"do":"add-system","name":"x","answers":"AB"}`:                                          "answers",
	} {
		if r := results(t, b.feed(line, "apply", "-").out)[0]; r.Field != field {
			t.Errorf("%s is refused at %q, want %q", line, r.Field, field)
		}
	}
}

func TestALineThatIsTooLong(t *testing.T) {
	b := newDesk(t)
	r := b.feed(`{"do":"add-person","name":"`+strings.Repeat("a", longestLine)+`"}`, "apply", "-")
	if all := results(t, r.out); r.code != refused || len(all) != 1 || all[0].Key != "refuse.line-too-long" {
		t.Errorf("exit %d after %.200s", r.code, r.out)
	}
}

// Text that begins with a dollar sign stays text where no reference can stand.
func TestReferencesStandOnlyWhereSomethingIsNamed(t *testing.T) {
	b := newDesk(t)
	r := b.feed(`{"do":"register-incident","as":"a","reporterName":"$a","description":"$belum"}
{"do":"link-incident","incident":"$a","links":["$a"]}
{"do":"add-note","as":"n","incident":"$a","text":"$n"}
{"do":"withdraw-row","incident":"$a","row":"$n","reason":"$n"}`, "apply", "-")
	if r.code != done {
		t.Fatalf("%s%s", r.out, r.err)
	}
	w := parsed[whole](t, b.must("show", results(t, r.out)[0].Ticket, "--json"))
	if w.Reporter.Name != "$a" || len(w.Notes) != 0 {
		t.Errorf("reporter %q, %d notes", w.Reporter.Name, len(w.Notes))
	}
}

func TestNobodySitsAtTheDesk(t *testing.T) {
	b := newBench(t)
	b.must("init")
	r := b.feed(`{"do":"add-person","name":"Satu"}`+"\n"+`{"do":"add-person","name":"Dua"}`+"\n"+`{"do":"add-person","by":"Satu","name":"Dua"}`, "apply", "-", "--keep-going")
	if all := results(t, r.out); all[1].Key != "refuse.by-missing" || !all[2].OK {
		t.Errorf("%s", r.out)
	}
}

// The same seed gives the same outputs, and never the same identity twice.
func TestTheSameSeed(t *testing.T) {
	first, one := afterTheDay(t)
	second, two := afterTheDay(t)
	if one != two || first.must("list", "--json") != second.must("list", "--json") {
		t.Error("the same day gives different outputs")
	}
	line := `{"do":"add-note","incident":"CSIRT-2026-A-0001-2","text":"x"}`
	register := `{"do":"register-incident","reporterName":"x","description":"x"}`
	a := results(t, first.feed(register, "apply", "-").out)
	b := results(t, first.feed(register+"\n"+line, "apply", "-").out)
	if a[0].ID == b[0].ID || a[0].Ticket == b[0].Ticket {
		t.Error("two runs gave two incidents the same identity")
	}
	first.must("check")
}

// What somebody typed cannot command the terminal of who reads it.
func TestControlCharactersStayAway(t *testing.T) {
	b := newDesk(t)
	r := b.feed(`{"do":"register-incident","reporterName":"x\u001b[2J","title":"\u001b]0;judul\u0007\u202eterbalik","description":"x"}`, "apply", "-")
	out := b.must("list") + b.must("show", results(t, r.out)[0].Ticket)
	if strings.ContainsAny(out, "\x1b\x07\u202e") {
		t.Errorf("%q", out)
	}
}

// Nor can what another desk wrote, whose program may check less.
func TestAStrangeHashValueCannotCommandTheTerminal(t *testing.T) {
	o := stage.New(t, "2026-10-05 09:00")
	done := o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Situs berubah"})
	o.At("2026-10-05 09:30").AdmitBack("Ruang server")
	o.Elsewhere("incident.noted", done.ID, model.Values{"evidence": model.Evidence{At: o.Now(), Name: "akses.log", SHA256: "\x1b[2J"}})
	b := newBench(t)
	b.folder = o.World.Folder
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	b.env["SIAGA_PASSPHRASE"] = stage.Passphrase
	for _, out := range []string{b.must("show", string(done.ID)), b.must("evidence", "list", string(done.ID))} {
		if !strings.Contains(out, "[2J") || strings.Contains(out, "\x1b") {
			t.Errorf("%q", out)
		}
	}
}

func TestRecovery(t *testing.T) {
	b, _ := afterTheDay(t)
	sound := b.must("list", "--json")
	if err := os.RemoveAll(filepath.Join(b.folder, "journal")); err != nil {
		t.Fatal(err)
	}
	b.refuses(refused, "siaga rebuild", "list")
	b.refuses(refused, "Jurnal lebih pendek", "check")
	if told := parsed[checked](t, b.run("check", "--json").out); told.OK || told.Key != "recovery.behind" {
		t.Errorf("check tells %+v", told)
	}
	b.must("rebuild")
	b.must("check")
	if b.must("list", "--json") != sound {
		t.Error("the rebuilt desk shows something else")
	}
}

func TestDataFolder(t *testing.T) {
	nothing := func(string) string { return "" }
	for _, c := range []struct{ system, env, value, want string }{
		{"linux", "", "", "/home/a/.local/share/siaga"},
		{"linux", "XDG_DATA_HOME", "/data", "/data/siaga"},
		{"linux", "XDG_DATA_HOME", "relative", "/home/a/.local/share/siaga"},
		{"darwin", "", "", "/home/a/Library/Application Support/Siaga"},
		{"windows", "LOCALAPPDATA", "/local", "/local/Siaga"},
		{"windows", "", "", "/home/a/AppData/Local/Siaga"},
	} {
		env := nothing
		if c.env != "" {
			env = func(name string) string {
				if name == c.env {
					return c.value
				}
				return ""
			}
		}
		if got := filepath.ToSlash(DataFolder(c.system, "/home/a", env)); got != c.want {
			t.Errorf("%s with %s=%s: %s", c.system, c.env, c.value, got)
		}
	}
}

// Every command is described, and every field of it has a label.
func TestEveryCommandIsDocumented(t *testing.T) {
	for _, lang := range locales.Langs() {
		book := locales.Open(lang)
		for _, c := range app.Commands() {
			if !book.Has("command." + c.Do()) {
				t.Errorf("%s: no description of %s", lang, c.Do())
			}
			for _, p := range append(app.Parameters(c), shared...) {
				if !book.Has("field." + p.Name) {
					t.Errorf("%s: no label for %s of %s", lang, p.Name, c.Do())
				}
			}
		}
	}
}
