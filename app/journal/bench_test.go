package journal

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The floor is the same bytes written to a plain file and synced, in turn with
// the journal on the same disk in the same run.
func BenchmarkAppendOverBareWrite(b *testing.B) {
	path := b.TempDir()
	bare, err := os.Create(filepath.Join(path, "bare"))
	if err != nil {
		b.Fatal(err)
	}
	j, _ := open(b, path, 0)
	record := bytes.Repeat([]byte("x"), 600)
	var floor, ours time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := bare.Write(record); err != nil {
			b.Fatal(err)
		}
		if err := bare.Sync(); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		if _, err := j.Append([][]byte{record}); err != nil {
			b.Fatal(err)
		}
		floor, ours = floor+middle.Sub(start), ours+time.Since(middle)
	}
	b.ReportMetric(float64(ours)/float64(floor), "×bare")
}

func BenchmarkReplay(b *testing.B) {
	j, _ := open(b, b.TempDir(), 0)
	record := bytes.Repeat([]byte("x"), 600)
	batch := make([][]byte, 10000)
	for n := range batch {
		batch[n] = record
	}
	if _, err := j.Append(batch); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if v, err := j.Verify(func(uint64) {}); err != nil || v.Records != 10000 {
			b.Fatal(v, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10000, "ns/record")
}
