package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A piece of evidence changes hands: it is told, numbered and written on paper in
// both languages.
func TestTheChainOfCustodyOnTheCommandLine(t *testing.T) {
	b := newDesk(t)
	day := written(t, "day.jsonl", `{"do":"register-incident","reporterName":"Warga","description":"beranda diubah"}`)
	ticket := string(results(t, b.run("apply", day).out)[0].Ticket)
	pdf := filepath.Join(t.TempDir(), "a.pdf")
	b.refuses(refused, "belum memiliki barang bukti", "report", "custody-form", ticket, "--pdf", pdf)
	b.refuses(refused, "belum memiliki serah terima", "report", "custody-record", ticket, "a.1", "--pdf", pdf)
	b.must("apply", written(t, "evidence.jsonl", `{"do":"add-evidence","incident":"`+ticket+`","name":"akses.log"}`))
	piece := parsed[whole](t, b.must("show", ticket, "--json")).Evidence[0]
	if shown := b.must("show", ticket); !strings.Contains(shown, "Tidak ada serah terima") {
		t.Errorf("it shows %q", shown)
	}
	b.must("apply", written(t, "custody.jsonl", `{"do":"add-custody","incident":"`+ticket+`","evidence":"`+piece.Row+`","from":"Petugas Piket","to":"Penyidik Contoh","purpose":"Penyidikan","location":"Rak 7"}`))
	if shown := b.must("show", ticket); !strings.Contains(shown, "Diserahkan oleh Petugas Piket kepada Penyidik Contoh; keperluan: Penyidikan  Rak 7") {
		t.Errorf("it shows %q", shown)
	}
	chain := parsed[whole](t, b.must("show", ticket, "--json")).Evidence[0].Custody
	if len(chain) != 1 || chain[0].To != "Penyidik Contoh" || chain[0].Location != "Rak 7" || chain[0].By != "Petugas Piket" {
		t.Fatalf("the chain is %+v", chain)
	}
	row := chain[0].Row
	b.must("apply", written(t, "number.jsonl", `{"do":"number-paper","incident":"`+ticket+`","paper":"custody-record","row":"`+row+`","number":"500.12/98"}`))
	if h := b.must("history", ticket); !strings.Contains(h, "Berita acara serah terima barang bukti") || !strings.Contains(h, "500.12/98") {
		t.Errorf("the history is %q", h)
	}
	for _, lang := range []string{"id", "en"} {
		for _, args := range [][]string{{"custody-form", ticket}, {"custody-form", ticket, piece.Row}, {"custody-record", ticket, row}} {
			b.must(append(append([]string{"report"}, args...), "--pdf", pdf, "--replace", "--paper-lang", lang)...)
			if file, err := os.ReadFile(pdf); err != nil || !strings.HasPrefix(string(file), "%PDF") {
				t.Errorf("%v wrote no paper: %v", args, err)
			}
		}
	}
	b.refuses(refused, "barang bukti dengan baris itu", "report", "custody-form", ticket, row, "--pdf", pdf)
	b.refuses(refused, "serah terima barang bukti dengan baris itu", "report", "custody-record", ticket, "nihil", "--pdf", pdf)
	b.refuses(wrongUsage, "--pdf", "report", "custody-form", ticket)
}
