package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// sample is a small journal of two segments: what it holds after each batch of
// the last one, and where that batch ends.
func sample(t *testing.T) (path string, ends []int64, held [][]string) {
	t.Helper()
	path = t.TempDir()
	j, _ := open(t, path, 250)
	var all []string
	for n, size := range []int{2, 1, 1, 3, 1, 2} {
		if n == 3 {
			j.options.SegmentSize = 1 << 20
		}
		for i := range size {
			all = append(all, fmt.Sprintf("batch %d record %d", n, i))
		}
		at := add(t, j, all[len(all)-size:]...)
		if at.Segment == 2 && len(ends) == 0 {
			ends, held = append(ends, int64(headerSize)), append(held, slices.Clone(all[:len(all)-size]))
		}
		if at.Segment == 2 {
			ends, held = append(ends, at.Offset), append(held, slices.Clone(all))
		}
	}
	if j.End().Segment != 2 || len(ends) < 4 {
		t.Fatal(j.End())
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return path, ends, held
}

func tryOpen(path string) (*Journal, Opened, error) {
	return Open(roomy{dir(path)}, Options{Key: testKey})
}

// readAll opens and verifies; it returns the first thing told.
func readAll(path string) ([]string, Opened, error) {
	j, opened, err := tryOpen(path)
	if err != nil {
		return nil, opened, err
	}
	defer j.Close()
	records, _, err := replay(j, Position{})
	return records, opened, err
}

func TestACrashAtEveryByteOfTheEndIsCutOffAndTold(t *testing.T) {
	path, ends, held := sample(t)
	last := filepath.Join(path, segmentName(2))
	whole, err := os.ReadFile(last)
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := os.ReadFile(filepath.Join(path, segmentName(1)))
	if err != nil {
		t.Fatal(err)
	}
	crashes := 0
	for _, zeros := range []int{0, 1, 16, 300} {
		for cut := range len(whole) + 1 {
			n := len(ends) - 1
			for n > 0 && ends[n] > int64(cut) {
				n--
			}
			kept, want := ends[n], held[n]
			if cut < headerSize && (cut <= sealedAt || cut+zeros < headerSize) {
				kept, want = 0, held[0]
			} else if cut < headerSize {
				continue // part of the header's tag and zeros for the rest: told as damage
			}
			if err := os.WriteFile(filepath.Join(path, segmentName(1)), earlier, 0o600); err != nil {
				t.Fatal(err)
			}
			torn := make([]byte, cut+zeros)
			copy(torn, whole[:cut])
			if err := os.WriteFile(last, torn, 0o600); err != nil {
				t.Fatal(err)
			}
			if zeros > 0 && zeros < 16 && int64(cut) != kept && cut+zeros-int(kept) >= 12 {
				continue // so few zeros may be part of a record: told as damage
			}
			j, opened, err := tryOpen(path)
			if err != nil {
				t.Fatalf("cut at %d, %d zeros: %v", cut, zeros, err)
			}
			if opened.Torn != int64(len(torn))-kept {
				t.Fatalf("cut at %d, %d zeros: told %d torn bytes", cut, zeros, opened.Torn)
			}
			wantRecords(t, j, want)
			add(t, j, "after the crash")
			wantRecords(t, j, append(slices.Clone(want), "after the crash"))
			_ = j.Close()
			crashes++
		}
	}
	t.Logf("%d crashes", crashes)
}

// A torn end may be read as damage, but a record that was whole is never
// given wrongly nor left out in silence.
func TestEveryFlippedBitIsTold(t *testing.T) {
	path, ends, held := sample(t)
	flips := 0
	for segment := uint32(1); segment <= 2; segment++ {
		name := filepath.Join(path, segmentName(segment))
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for bit := range len(data) * 8 {
			data[bit/8] ^= 1 << (bit % 8)
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if records, _, err := readAll(path); err == nil {
				t.Fatalf("segment %d bit %d: nobody said so: %q", segment, bit, records)
			}
			data[bit/8] ^= 1 << (bit % 8)
			flips++
		}
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	last := filepath.Join(path, segmentName(2))
	data, _ := os.ReadFile(last)
	from := ends[len(ends)-2]
	for bit := from * 8; bit < int64(len(data)-20)*8; bit++ {
		torn := slices.Clone(data[:len(data)-20])
		torn[bit/8] ^= 1 << (bit % 8)
		if err := os.WriteFile(last, torn, 0o600); err != nil {
			t.Fatal(err)
		}
		records, opened, err := readAll(path)
		if err == nil && (opened.Torn == 0 || !slices.Equal(records, held[len(held)-2])) {
			t.Fatalf("torn end, bit %d: %v %q", bit, opened, records)
		}
		flips++
	}
	t.Logf("%d flipped bits, each told", flips)
}

func TestWhatWasTakenOutExchangedOrBroughtInIsTold(t *testing.T) {
	path, ends, _ := sample(t)
	other, _, _ := sample(t)
	one, two := filepath.Join(path, segmentName(1)), filepath.Join(path, segmentName(2))
	foreign, _ := os.ReadFile(filepath.Join(other, segmentName(1)))
	first, _ := os.ReadFile(one)
	second, _ := os.ReadFile(two)
	a, b, c := second[:ends[0]], second[ends[0]:ends[1]], second[ends[1]:ends[2]]
	cases := map[string][2][]byte{
		"removed in the middle":     {first, slices.Concat(a, c, second[ends[2]:])},
		"exchanged":                 {first, slices.Concat(a, c, b, second[ends[2]:])},
		"doubled":                   {first, slices.Concat(a, b, b, c)},
		"segments exchanged":        {second, first},
		"a foreign first segment":   {foreign, second},
		"the first segment emptied": {nil, second},
		"the first segment cut":     {first[:len(first)-5], second},
		"the first without its end": {first[:headerSize], second},
		"a record from elsewhere":   {first, slices.Concat(a, foreign[headerSize:])},
	}
	for name, files := range cases {
		for n, data := range files {
			if err := os.WriteFile([]string{one, two}[n], data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err := readAll(path); !errors.As(err, new(*Damage)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.Remove(one); err != nil {
		t.Fatal(err)
	}
	if _, _, err := readAll(path); !errors.As(err, new(*Damage)) {
		t.Error("segment missing:", err)
	}
}

func TestAnotherKeyAndANewerFileAreTold(t *testing.T) {
	path, _, _ := sample(t)
	if _, _, err := Open(dir(path), Options{}); !errors.As(err, new(*Damage)) {
		t.Fatal(err)
	}
	name := filepath.Join(path, segmentName(2))
	data, _ := os.ReadFile(name)
	data[len(versionName)] = '2'
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := tryOpen(path); err == nil || err.Error() != "refused: refuse.newer-file" {
		t.Fatal(err)
	}
}

func TestAFileCutShortWhileOpenIsTold(t *testing.T) {
	path := t.TempDir()
	j, _ := open(t, path, 0)
	first := add(t, j, "one")
	add(t, j, "two")
	if err := os.Truncate(filepath.Join(path, segmentName(1)), first.Offset); err != nil {
		t.Fatal(err)
	}
	if _, _, err := replay(j, Position{}); !errors.As(err, new(*Damage)) {
		t.Fatal(err)
	}
}
