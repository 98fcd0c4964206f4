package journal

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func FuzzPosition(f *testing.F) {
	f.Add(Position{}.Bytes())
	f.Add(Position{3, 500, 7, [tagSize]byte{9}}.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		if p, err := ParsePosition(b); err == nil && !bytes.Equal(p.Bytes(), b) {
			t.Fatal(p)
		}
	})
}

func FuzzSegmentHeader(f *testing.F) {
	h := newHeader(testKey, Position{Segment: 4, Index: 11})
	f.Add(h.encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) != headerSize {
			return
		}
		if got, err := decodeHeader(testKey, 5, b); err == nil && !bytes.Equal(got.encode(), b) {
			t.Fatal("read what would not be written so")
		}
	})
}

func FuzzRecords(f *testing.F) {
	h := newHeader(testKey, Position{})
	data, _ := h.frame(h.start(), [][]byte{[]byte("one"), nil, []byte("three")})
	f.Add(data)
	f.Add(data[:70])
	f.Fuzz(func(t *testing.T, b []byte) {
		file := bytes.NewReader(append(h.encode(), b...))
		r := newReader(h, file, h.start(), file.Size())
		for {
			record, err := r.next()
			if err == io.EOF && r.at.Offset != file.Size() {
				t.Fatal("an end before the end")
			}
			if err != nil {
				return
			}
			if r.at.Offset > file.Size() || len(record) > len(b) {
				t.Fatal("read more than there is")
			}
		}
	})
}

func FuzzOpen(f *testing.F) {
	h := newHeader(testKey, Position{})
	data, _ := h.frame(h.start(), [][]byte{[]byte("one"), []byte("two")})
	f.Add(append(h.encode(), data...))
	f.Add(append(h.encode(), make([]byte, 40)...))
	path := f.TempDir()
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(filepath.Join(path, segmentName(1)), b, 0o600); err != nil {
			t.Fatal(err)
		}
		if records, opened, err := readAll(path); err == nil && int(opened.Records) != len(records) {
			t.Fatal(records, opened)
		}
	})
}
