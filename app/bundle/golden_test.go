package bundle

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden sample anew")

const (
	sample           = "testdata/v1.siaga"
	samplePassphrase = "K7QM-2XHR-9TBW-4ZNE-V6PD-3GYA"
)

// What the first release wrote opens in every later one.
func TestTheFirstReleasesBundleStillOpens(t *testing.T) {
	l := newLetter(t, 5, 3)
	l.header.For, l.header.Name, l.header.Kind = nil, "BekasiKota-CSIRT", Full
	if *update {
		file := l.write(t, Seal{Passphrase: samplePassphrase, WorkFactor: 10})
		if err := os.WriteFile(sample, file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	got, r, err := read(file, Keys{Passphrase: samplePassphrase})
	if err != nil || !r.SignedBy(public(keyA)) {
		t.Fatal(err)
	}
	if !l.same(got) {
		t.Fatalf("read %+v", got)
	}
	for _, head := range got.heads {
		if !head.Verify(testOffice, public(keyA)) {
			t.Errorf("the head of %s is no longer believed", head.Desk)
		}
	}
	t.Logf("%d bytes, %d events, %d heads, %d parts", len(file), len(got.events), len(got.heads), len(got.parts))
}
