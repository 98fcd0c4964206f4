package store

import (
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// The floor is a bare Badger transaction of the same bytes under the same
// options, in turn with the store on the same disk in the same run.
func BenchmarkCommitOverBareTransaction(b *testing.B) {
	db, err := badger.Open(tuned(b.TempDir()))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	s := open(b, b.TempDir())
	defer closeStore(b, s)
	var floor, ours time.Duration
	for n := 1; b.Loop(); n++ {
		batch := one(n)
		batch.Events[0].Bytes, batch.Rows[0].Bytes = make([]byte, 600), make([]byte, 400)
		start := time.Now()
		if err := db.Update(func(txn *badger.Txn) error { return bare(txn, batch) }); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		commit(b, s, batch)
		floor, ours = floor+middle.Sub(start), ours+time.Since(middle)
	}
	b.ReportMetric(float64(ours)/float64(floor), "×bare")
}

func bare(txn *badger.Txn, b Batch) error {
	e := b.Events[0]
	values := map[string][]byte{
		string(eventKey(e.Desk, e.N)):              e.Bytes,
		string(subjectKey(e.Subject, e.Desk, e.N)): {},
		string(idKey(markHead, e.Desk)):            make([]byte, numberSize+hashSize),
		string(idKey(markRow, e.Subject)):          b.Rows[0].Bytes,
		string(metaKey(b.Meta[0].Name)):            b.Meta[0].Bytes,
	}
	for key, value := range values {
		if err := txn.Set([]byte(key), value); err != nil {
			return err
		}
	}
	return nil
}

func BenchmarkLoad100000Rows(b *testing.B) {
	dir := b.TempDir()
	s := open(b, dir)
	for n := 0; n < 100000; n += 1000 {
		var batch Batch
		for i := n; i < n+1000; i++ {
			batch.Rows = append(batch.Rows, Entry{ID: [16]byte{byte(i * 31), byte(i >> 8), byte(i >> 16), byte(i)}, Bytes: make([]byte, 400)})
		}
		commit(b, s, batch)
	}
	closeStore(b, s)
	s = open(b, dir)
	defer closeStore(b, s)
	want := s.Counts().Rows
	for b.Loop() {
		got := uint64(0)
		if err := s.EachRow(func([16]byte, []byte) error { got++; return nil }); err != nil || got != want {
			b.Fatal(got, want, err)
		}
	}
	b.ReportMetric(float64(want), "rows")
}
