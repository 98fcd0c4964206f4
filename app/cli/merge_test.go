package cli

import (
	"strings"
	"testing"
)

// Two tickets of one event are shown beside each other, merged and parted.
func TestMergeAndUnmerge(t *testing.T) {
	b := newDesk(t)
	made := results(t, b.feed(`{"do":"register-incident","reporterName":"Guru","description":"Halaman berubah","class":"rendah"}
{"do":"register-incident","as":"b","reporterName":"Warga","description":"Ada gambar peretas","class":"tinggi","category":"WDF"}
{"do":"add-note","incident":"$b","text":"hubungi warga"}`, "apply", "-").out)
	into, from := made[0].Ticket, made[1].Ticket
	out := b.must("merge", from, into, "--preview")
	for _, said := range []string{"klasifikasi tertinggi", "into: Halaman berubah", "from: Ada gambar peretas", "into | from | both", "1 baris"} {
		if !strings.Contains(out, said) {
			t.Errorf("the preview does not say %q:\n%s", said, out)
		}
	}
	if plan := b.must("merge", from, into, "--preview", "--json"); !strings.Contains(plan, `"rule": "highest"`) {
		t.Errorf("%s", plan)
	}
	b.refuses(refused, "berbeda pada kedua tiket", "merge", from, into, "--reason", "satu kejadian")
	b.refuses(wrongUsage, "--take", "merge", from, into, "--reason", "x", "--take", "description")
	b.must("merge", from, into, "--reason", "satu kejadian", "--take", "title=into; description=both; reporter=into")
	if out := b.must("show", into); !strings.Contains(out, "Warga") || !strings.Contains(out, "dari "+from) {
		t.Errorf("what was merged is not shown:\n%s", out)
	}
	if out := b.must("show", from); !strings.Contains(out, "Duplikat") {
		t.Errorf("the merged ticket is not shown:\n%s", out)
	}
	b.must("unmerge", from, "--reason", "dua kejadian")
	if out := b.must("show", into); strings.Contains(out, "Warga") {
		t.Errorf("it is not parted:\n%s", out)
	}
}
