package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file of evidence is kept by a line of apply, listed, and written out again.
func TestEvidenceOnTheCommandLine(t *testing.T) {
	b := newDesk(t)
	file := written(t, "akses.log", "GET /wp-login.php")
	lines := `{"do":"register-incident","as":"i","reporterName":"x","description":"x"}
{"do":"add-evidence","incident":"$i","name":"Log akses","file":"` + filepath.ToSlash(file) + `"}
{"do":"add-evidence","incident":"$i","name":"Laptop"}`
	ticket := string(results(t, b.run("apply", written(t, "day.jsonl", lines)).out)[0].Ticket)
	list := strings.Split(b.must("evidence", "list", ticket), "\n")
	if !strings.Contains(list[1], "akses.log  17 B") || !strings.Contains(list[3], "tersimpan di meja ini") {
		t.Errorf("the list is %q", list)
	}
	rows := []string{strings.TrimSpace(list[4]), strings.TrimSpace(list[7])}
	out := t.TempDir()
	b.must("evidence", "save", ticket, rows[0], out)
	if got, err := os.ReadFile(filepath.Join(out, "akses.log")); err != nil || string(got) != "GET /wp-login.php" {
		t.Errorf("%q %v", got, err)
	}
	b.refuses(refused, "tidak disimpan oleh program", "evidence", "save", ticket, rows[1], out)
	b.refuses(refused, "--replace", "evidence", "save", ticket, rows[0], out)
	b.must("evidence", "save", ticket, rows[0], out, "--replace")
	if said := b.must("evidence", "list", "--lang", "en"); !strings.Contains(said, "No evidence file is missing") {
		t.Errorf("%q", said)
	}
	if err := os.RemoveAll(filepath.Join(b.folder, "files")); err != nil {
		t.Fatal(err)
	}
	b.refuses(refused, "belum ada di meja ini", "evidence", "save", ticket, rows[0], filepath.Join(out, "x"))
	if said := b.must("evidence", "list", "--json"); !strings.Contains(said, `"state": "missing"`) || !strings.Contains(said, rows[0]) {
		t.Errorf("%q", said)
	}
	if said := b.must("evidence", "list", ticket); !strings.Contains(said, "tidak ada meja lain") {
		t.Errorf("%q", said)
	}
}

// The file goes to the other desk with its row; what is lost there is told, asked
// for, and comes again.
func TestAFileOfEvidenceGoesToTheOtherDesk(t *testing.T) {
	front, back := twoDesks(t)
	ticket := front.registers("beranda diubah")
	file := written(t, "akses.log", "GET /wp-login.php")
	front.feed(`{"do":"add-evidence","incident":"`+ticket+`","name":"Log akses","file":"`+filepath.ToSlash(file)+`"}`, "apply", "-")
	parcel := filepath.Join(t.TempDir(), "kiriman.siaga")
	if said := front.must("bundle", "export", parcel); !strings.Contains(said, "1 berkas barang bukti disertakan") {
		t.Errorf("%q", said)
	}
	if said := back.must("bundle", "import", parcel); !strings.Contains(said, "1 berkas barang bukti yang belum ada di sini") {
		t.Errorf("%q", said)
	}
	carry(t, back, front)
	if err := os.RemoveAll(filepath.Join(back.folder, "files")); err != nil {
		t.Fatal(err)
	}
	if said := back.must("check"); !strings.Contains(said, "1 berkas barang bukti belum ada di meja ini; minta kiriman kepada meja A") {
		t.Errorf("%q", said)
	}
	if said := back.must("evidence", "list", ticket); !strings.Contains(said, "minta kepada meja A") {
		t.Errorf("%q", said)
	}
	request := filepath.Join(t.TempDir(), "permintaan.siaga")
	back.must("bundle", "request", request)
	front.must("bundle", "import", request)
	if a := parsed[arrivalValue](t, back.must("bundle", "import", outgoing(t, front), "--json")); a.Files != 1 || a.Events != 0 {
		t.Errorf("%+v", a)
	}
	if said := back.must("check"); strings.Contains(said, "belum ada di meja ini; minta") {
		t.Errorf("%q", said)
	}
}
