package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The reporter is erased on the command line: seen first, then done, listed, and
// written on paper in both languages.
func TestErasingOnTheCommandLine(t *testing.T) {
	b := newDesk(t)
	day := written(t, "day.jsonl", `{"do":"register-incident","reporterName":"Ratna Kusumawardani","description":"beranda diubah"}`)
	ticket := string(results(t, b.run("apply", day).out)[0].Ticket)
	preview := b.run("erase", ticket, "--preview")
	if preview.code != 0 || !strings.Contains(preview.out, "Ratna") || !strings.Contains(preview.out, "reporter") {
		t.Errorf("the preview says %q %q", preview.out, preview.err)
	}
	if r := b.run("erase", ticket, "--preview", "--json"); !strings.Contains(r.out, `"chosen": true`) && !strings.Contains(r.out, `"chosen":true`) {
		t.Errorf("the preview says %q", r.out)
	}
	given := t.TempDir()
	b.must("bundle", "export", given+"/", "--with-passphrase")
	done := b.run("erase", ticket, "--ground", "request", "--ordered-by", "Ketua Tim", "--letter", "500/7", "--reason", "diminta", "--requested", "2020-01-02")
	if done.code != 0 {
		t.Fatal(done.err)
	}
	if shown := b.run("show", ticket, "--history", "--json"); shown.code != 0 || strings.Contains(shown.out, "Ratna") || !strings.Contains(shown.out, "beranda diubah") {
		t.Errorf("it shows %q", shown.out)
	}
	if h := b.run("history", ticket, "--lang", "en"); !strings.Contains(h.out, "erased") || !strings.Contains(h.out, "Erasure of personal data") {
		t.Errorf("the history is %q", h.out)
	}
	list := b.run("erasures")
	id := strings.Fields(strings.Split(list.out, "\n")[2])
	if !strings.Contains(list.out, ticket) || len(id) == 0 || !strings.Contains(list.out, given) || !strings.Contains(list.out, "wajib dimusnahkan") {
		t.Fatalf("the list is %q", list.out)
	}
	for _, lang := range []string{"id", "en"} {
		file := filepath.Join(t.TempDir(), "berita.pdf")
		if r := b.run("report", "erasure", id[0], "--pdf", file, "--number", "500/8", "--paper-lang", lang); r.code != 0 {
			t.Fatal(r.err)
		}
		if pdf, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
			t.Error("no record was written", err)
		}
	}
	if r := b.run("erasures", "--json"); !strings.Contains(r.out, id[0]) {
		t.Errorf("the list is %q", r.out)
	}
}
