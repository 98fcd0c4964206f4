package bundle

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden samples that are not there")

const samplePassphrase = "K7QM-2XHR-9TBW-4ZNE-V6PD-3GYA"

// What earlier releases wrote opens in every later one.
func TestTheBundlesOfEarlierReleasesStillOpen(t *testing.T) {
	l := newLetter(t, 5, 3)
	l.header.For, l.header.Name, l.header.Kind = nil, "BekasiKota-CSIRT", Full
	for path, want := range map[string]letter{
		"testdata/v1.siaga": l,
		"testdata/v2.siaga": l.with([]byte("GET /wp-login.php"), nil),
	} {
		file, err := os.ReadFile(path)
		if *update && os.IsNotExist(err) {
			file = want.write(t, Seal{Passphrase: samplePassphrase, WorkFactor: 10})
			err = os.WriteFile(path, file, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		got, r, err := read(file, Keys{Passphrase: samplePassphrase})
		if err != nil || !r.SignedBy(public(keyA)) {
			t.Fatal(path, err)
		}
		if !want.same(got) {
			t.Fatalf("%s: read %+v", path, got)
		}
		for _, head := range got.heads {
			if !head.Verify(testOffice, public(keyA)) {
				t.Errorf("%s: the head of %s is no longer believed", path, head.Desk)
			}
		}
		t.Logf("%s: %d bytes, %d events, %d heads, %d parts, %d contents", path, len(file), len(got.events), len(got.heads), len(got.parts), len(got.files))
	}
}
