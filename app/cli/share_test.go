package cli

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

var (
	aFingerprint = regexp.MustCompile(`\d{5}( \d{5}){5}`)
	aSize        = regexp.MustCompile(`\(\d+([.,]\d+)? [A-Za-z]+\)`)
)

// labelled gives a ticket another label.
func (b *bench) labelled(ticket string, label model.TLP) {
	b.t.Helper()
	b.feed(`{"do":"amend-incident","incident":"`+ticket+`","tlp":"`+string(label)+`"}`, "apply", "-")
}

// anotherOffice is a desk of an office that has nothing to do with the others.
func anotherOffice(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	b.seed = "7"
	b.must("init", "--person", "Petugas Lain")
	return b
}

// Two tickets go to another CSIRT, which sees them, takes them in and shows them;
// here it stays on record who was told what.
func TestIncidentsAreSharedWithAnotherCSIRT(t *testing.T) {
	front, there := newDesk(t), anotherOffice(t)
	first, second := front.registers("Situs berubah"), front.registers("Surel pengelabuan")
	front.feed(`{"do":"amend-incident","incident":"`+second+`","impact":"=dua akun","category":"PHS","tlp":"green"}`, "apply", "-")
	file := filepath.Join(t.TempDir(), "bagikan.siaga")
	summaries := written(t, "ringkasan.txt", first+"\nBeranda diubah.\n\n"+strings.ToLower(second)+"\n+Pengelabuan\x1b[2J lewat surel\n")
	out := front.must("share", file, first, second, "--to", "Kota Contoh-CSIRT", "--summary-file", summaries,
		"--with", "impact,analysis", "--indicators", "198.51.100.7 contoh.example", "--need-to-know", "Peladen yang sama")
	passphrase := filePass.FindString(out)
	golden(t, "share.id.txt", aSize.ReplaceAllString(strings.NewReplacer(file, "FILE", passphrase, "PASSPHRASE").Replace(out), "(SIZE)"))
	there.env["SIAGA_BUNDLE_PASSPHRASE"] = strings.ToLower(passphrase)
	for _, lang := range locales.Langs() {
		seen := there.must("bundle", "import", file, "--preview", "--lang", string(lang))
		golden(t, "share-preview."+string(lang)+".txt", aFingerprint.ReplaceAllString(seen, "FINGERPRINT"))
		golden(t, "share-shown."+string(lang)+".txt", front.must("show", second, "--lang", string(lang)))
	}
	told := parsed[arrivalValue](t, there.must("bundle", "import", file, "--json"))
	if !told.TakenIn || told.Kind != "share" || len(told.New) != 2 || len(told.Shared) != 2 || string(told.Shared[1].Here) != string(told.New[1]) ||
		told.Shared[1].Texts["impact"] != "=dua akun" || told.Fingerprint == "" {
		t.Errorf("%+v", told)
	}
	for _, lang := range locales.Langs() {
		shown := there.must("show", string(told.New[1]), "--lang", string(lang))
		golden(t, "share-learned."+string(lang)+".txt", aFingerprint.ReplaceAllString(shown, "FINGERPRINT"))
	}
	w := parsed[whole](t, there.must("show", string(told.New[1]), "--json"))
	if w.Source == nil || w.Source.Ticket != model.Ticket(second) || w.Channel != "csirt" || w.TLP != "green" {
		t.Errorf("%+v", w.Source)
	}
	if w := parsed[whole](t, front.must("show", second, "--json")); len(w.Shares) != 1 || w.Shares[0].To != "Kota Contoh-CSIRT" || len(w.Shares[0].Fields) != 1 {
		t.Errorf("%+v", w.Shares)
	}
}

func TestASummaryComesFromStdinToo(t *testing.T) {
	front := newDesk(t)
	ticket := front.registers("Situs berubah")
	front.labelled(ticket, "green")
	r := front.feed("Beranda diubah.", "share", filepath.Join(t.TempDir(), "x"), ticket, "--to", "X", "--summary-file", "-", "--armor", "--json")
	if told := parsed[sharedOutValue](t, r.out); r.code != done || told.Incidents[0].Summary != "Beranda diubah." || told.Passphrase == "" {
		t.Errorf("%+v", r)
	}
	if r := front.run("share", "x", ticket, "--to", "X"); r.code != wrongUsage {
		t.Errorf("%+v", r)
	}
}

// shares are the refusals of what is shared with another CSIRT, or by one.
func (p *provoker) shares() {
	front, there := newDesk(p.t), anotherOffice(p.t)
	ticket, other := front.registers("Situs berubah"), front.registers("Yang lain")
	file, summary := filepath.Join(p.t.TempDir(), "bagikan.siaga"), written(p.t, "ringkasan.txt", "Beranda diubah.")
	share := func(more ...string) []string {
		return append([]string{"share", file, ticket, "--to", "Kota Contoh-CSIRT", "--summary-file", summary}, more...)
	}
	need := []string{"--need-to-know", "Peladen yang sama"}
	p.by("refuse.share-need", front, share()...)
	p.by("refuse.share-to", front, append(share(need...), "--to", " ")...)
	p.by("refuse.share-summary", front, append(share(need...), "--summary-file", written(p.t, "kosong", " \n"))...)
	p.by("refuse.share-long", front, append(share(need...), "--summary-file", written(p.t, "panjang", strings.Repeat("x", 20_001)))...)
	p.by("refuse.share-field", front, append(share(need...), "--with", "reporter")...)
	p.by("refuse.share-indicators", front, append(share(need...), "--indicators", strings.Repeat("x ", 201))...)
	p.by("refuse.share-twice", front, append(share(need...), ticket, "--summary-file", written(p.t, "dua", ticket+"\nx\n"))...)
	p.by("refuse.summary-file", front, append(share(need...), other)...)
	front.labelled(ticket, "red")
	p.by("refuse.share-tlp", front, share(need...)...)
	front.labelled(ticket, "")
	p.by("refuse.share-tlp-none", front, share(need...)...)
	front.labelled(ticket, "amber")
	told := parsed[sharedOutValue](p.t, front.must(append(share(need...), "--json")...))
	p.undone(front, ticket)
	front.env["SIAGA_BUNDLE_PASSPHRASE"], there.env["SIAGA_BUNDLE_PASSPHRASE"] = told.Passphrase, told.Passphrase
	p.by("refuse.share-own", front, "bundle", "import", file)
	here := string(parsed[arrivalValue](p.t, there.must("bundle", "import", file, "--json")).New[0])
	p.by("refuse.share-source", there, append([]string{"share", file, here, "--to", "X", "--summary-file", summary}, need...)...)
	r := there.feed(`{"do":"amend-incident","incident":"`+here+`","tlp":"green"}`, "apply", "-")
	mustSay(p.t, results(p.t, r.out)[0], "refuse.tlp-source", here)
	p.met["refuse.tlp-source"] = true
	again := parsed[sharedOutValue](p.t, front.must(append(share(need...), "--json")...))
	there.env["SIAGA_BUNDLE_PASSPHRASE"] = again.Passphrase
	p.by("refuse.share-known", there, "bundle", "import", file)
}

// undone cannot take back what was shared.
func (p *provoker) undone(b *bench, ticket string) {
	r := b.feed(`{"do":"undo","subject":"`+ticket+`"}`, "apply", "-")
	mustSay(p.t, results(p.t, r.out)[0], "refuse.undo-shared", ticket)
	p.met["refuse.undo-shared"] = true
}
