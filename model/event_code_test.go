package model

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// readAlike lets both read a header and a payload: what the short way reads,
// encoding/json reads too, and the same.
func readAlike(t interface{ Fatalf(string, ...any) }, head, sealed []byte) (read int) {
	h, ok := headerOf(head, nil)
	if ok {
		var want Header
		if err := json.Unmarshal(head, &want); err != nil || !reflect.DeepEqual(h, want) {
			t.Fatalf("%s\nis read as %+v,\nby encoding/json as %+v: %v", head, h, want, err)
		}
		if m, err := MarkOf(head); err != nil || m != (Mark{want.Desk, want.N}) {
			t.Fatalf("%s\nis %v, not %v: %v", head, m, want.N, err)
		}
		read++
	}
	var want Payload
	err := json.Unmarshal(sealed, &want)
	for _, fields := range [][]string{h.Fields, slices.Sorted(maps.Keys(want.Values))} {
		values, ok := valuesOf(sealed, fields, nil)
		if !ok {
			continue
		}
		if err != nil || !reflect.DeepEqual(values, want.of(fields)) {
			t.Fatalf("%s\nis read as %s,\nby encoding/json as %s: %v", sealed, values, want, err)
		}
		return read + 1
	}
	return read
}

// Every event that this program writes is read the short way.
func TestWhatIsWrittenIsReadTheShortWay(t *testing.T) {
	files, _ := filepath.Glob("testdata/events/*.json")
	if len(files) == 0 {
		t.Fatal("no golden events")
	}
	for _, file := range files {
		head, sealed := goldenParts(t, file)
		if readAlike(t, head, sealed) != 2 {
			t.Errorf("%s is not read the short way", file)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		for _, e := range someEvents(t) {
			if parts := min(1, len(e.Sealed)) + 1; readAlike(t, e.Head, e.Sealed) != parts {
				t.Fatalf("not read the short way: %s %s", e.Head, e.Sealed)
			}
		}
	})
}

func goldenParts(t interface{ Fatal(...any) }, file string) (head, sealed []byte) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var g golden
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	return []byte(g.Head), []byte(g.Sealed)
}

func passagesAlike(t interface{ Fatalf(string, ...any) }, value []byte) (read int) {
	if p, ok := passageOf(value); ok {
		var want Passage
		if err := json.Unmarshal(value, &want); err != nil || p != want {
			t.Fatalf("%s\nis read as %+v,\nby encoding/json as %+v: %v", value, p, want, err)
		}
		read++
	}
	return read
}

func TestAPassageIsReadAlike(t *testing.T) {
	written, err := json.Marshal(Passage{Segment: 2, Step: 9, At: wib("2026-10-05 09:12")})
	if err != nil || passagesAlike(t, written) != 1 {
		t.Fatalf("%s is not read the short way: %v", written, err)
	}
	noted, err := json.Marshal(Passage{Segment: 1, Step: 2, At: 10, Signature: &Signature{Note: "terlambat"}})
	if err != nil || passagesAlike(t, noted) != 0 {
		t.Fatalf("the note of %s is passed over: %v", noted, err)
	}
	for n := range written {
		for _, with := range []string{"", "0", `"`, `\`, ",", "}", " ", "\xff", "-", "Z", `\u00e1`} {
			passagesAlike(t, append(append(bytes.Clone(written[:n]), with...), written[n+1:]...))
			passagesAlike(t, append(append(bytes.Clone(written[:n]), with...), written[n:]...))
		}
	}
}

// One byte that was changed, left out or added is read alike too, or left to
// encoding/json.
func TestAMistypedEventIsReadAlike(t *testing.T) {
	read, tried := 0, 0
	files, _ := filepath.Glob("testdata/events/*.json")
	for _, file := range files {
		head, sealed := goldenParts(t, file)
		mistyped(head, func(b []byte) { tried, read = tried+1, read+readAlike(t, b, nil) })
		mistyped(sealed, func(b []byte) { tried, read = tried+1, read+readAlike(t, head, b)-1 })
	}
	t.Logf("%d mistyped, %d of them still read the short way, and alike", tried, read)
}

// A liar may name a field twice: the last value counts, as for encoding/json.
func TestAFieldNamedTwiceIsReadAlike(t *testing.T) {
	sealed := []byte(`{"salt":"","values":{"a":1,"a":2}}`)
	values, err := readValues(sealed, []string{"a", "a"}, nil)
	if err != nil || string(values[0]) != "2" || string(values[1]) != "2" {
		t.Errorf("%s, %v", values, err)
	}
}

func mistyped(b []byte, as func([]byte)) {
	for n := range b {
		for _, with := range []string{"", "0", `"`, `\`, ",", "}", " ", "\xff", "-", `\u00e1`} {
			as(append(append(bytes.Clone(b[:n]), with...), b[n+1:]...))
			as(append(append(bytes.Clone(b[:n]), with...), b[n:]...))
		}
	}
}

func FuzzEventCode(f *testing.F) {
	files, _ := filepath.Glob("testdata/events/*.json")
	for _, file := range files {
		head, sealed := goldenParts(f, file)
		f.Add(head, sealed)
	}
	f.Fuzz(func(t *testing.T, head, sealed []byte) { readAlike(t, head, sealed) })
}
