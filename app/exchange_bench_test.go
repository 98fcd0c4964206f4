package app

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"filippo.io/age"
	badger "github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/klauspost/compress/zstd"

	"siaga/app/bundle"
	"siaga/app/store"
	"siaga/app/vault"
	"siaga/model"
)

// exchangeIncidents is how many incidents the file of the exchange benchmarks
// holds, of ten events each.
func exchangeIncidents() int { return min(10_000, scaleSize()) }

// loaded are two desks of one office, and a file with many events that the
// second one has not seen.
type loaded struct {
	front, back *Desk
	file        string
	size        int64
	events      uint64
}

func newLoaded(b *testing.B) loaded {
	b.Helper()
	at := time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC)
	world := func(name string) World {
		return World{Folder: b.TempDir(), Now: func() time.Time { return at }, Random: seeded(name), FileCost: 8}
	}
	w := world("front")
	v, _, err := vault.Create(VaultPath(w.Folder), cheap, testPassphrase)
	must(err)
	front, err := Found(w, v, Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true})
	must(err)
	b.Cleanup(func() { front.Close() })
	invitation := filepath.Join(b.TempDir(), "undangan.siaga")
	invited, err := front.Invite(invitation, Invite{Name: "Meja belakang"}, nil)
	must(err)
	back, _, err := Join(world("back"), Lock{Passphrase: testPassphrase, Cost: cheap}, []string{invitation}, invited.Passphrase, nil)
	must(err)
	b.Cleanup(func() { back.Close() })
	hello := filepath.Join(b.TempDir(), "perkenalan.siaga")
	_, err = back.Export(hello, Export{}, nil)
	must(err)
	_, err = front.takeInFrom(hello, nil)
	must(err)
	must(fillLarge(front, exchangeIncidents(), at))
	l := loaded{front: front, back: back, file: filepath.Join(b.TempDir(), "kiriman.siaga")}
	done, err := front.Export(l.file, Export{}, nil)
	must(err)
	l.size, l.events = done.Bytes, done.Events
	return l
}

// The file is written beside the bare cost of the same: reading the events from
// a bare Badger, hashing, packing, encrypting.
func BenchmarkExport(b *testing.B) {
	l := newLoaded(b)
	floor := newFloor(b, l)
	for b.Loop() {
		began := time.Now()
		_, err := l.front.Export(filepath.Join(b.TempDir(), "k.siaga"), Export{Full: true}, nil)
		must(err)
		took := time.Since(began)
		b.ReportMetric(took.Seconds(), "s/export")
		b.ReportMetric(took.Seconds()/floor.out().Seconds(), "times-floor")
	}
	b.ReportMetric(float64(l.events), "events")
}

// The file is taken in beside the bare cost of the same: decrypting, unpacking,
// hashing, and bare Badger transactions of the same bytes.
func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		l := newLoaded(b)
		floor := newFloor(b, l)
		runtime.GC() // what the desks were filled with is nobody's work
		bare := floor.in()
		runtime.GC()
		b.StartTimer()
		began := time.Now()
		a, err := l.back.takeInFrom(l.file, nil)
		must(err)
		took := time.Since(began)
		began = time.Now()
		if _, err := l.back.takeInFrom(l.file, nil); faultOf(err) != "refuse.bundle-again" {
			b.Fatal(err)
		}
		again := time.Since(began)
		b.ReportMetric(took.Seconds(), "s/import")
		b.ReportMetric(took.Seconds()/bare.Seconds(), "times-floor")
		b.ReportMetric(100*again.Seconds()/took.Seconds(), "%-again")
		b.ReportMetric(float64(a.Events), "events")
	}
}

// floor does what the libraries alone would do with the same bytes.
type floor struct {
	b      *testing.B
	events []model.Event
	file   string
	keys   bundle.Keys
	rows   map[model.IncidentID]*model.Row
}

func newFloor(b *testing.B, l loaded) *floor {
	b.Helper()
	f := &floor{b: b, file: l.file, keys: bundle.Keys{Identities: l.back.identities()}, rows: l.front.rows}
	in, err := os.Open(l.file)
	must(err)
	defer in.Close()
	r, err := bundle.Open(in, f.keys, bundle.Limits{})
	must(err)
	for {
		item, err := r.Next()
		if err != nil {
			break
		}
		if item.Event != nil {
			f.events = append(f.events, *item.Event)
		}
	}
	return f
}

// in opens the file to its end without looking into it, and writes what the store
// keeps of it, keys and values of the same lengths, to a bare Badger with the
// store's options, as many events a transaction.
func (f *floor) in() time.Duration {
	began := time.Now()
	in, err := os.Open(f.file)
	must(err)
	defer in.Close()
	r, err := bundle.Open(in, f.keys, bundle.Limits{})
	must(err)
	must(r.Verify())
	db, err := badger.Open(badger.DefaultOptions(f.b.TempDir()).WithLogger(nil).WithMetricsEnabled(false).
		WithDetectConflicts(false).WithMemTableSize(16 << 20).WithNumMemtables(2).WithNumLevelZeroTables(5).WithNumLevelZeroTablesStall(12).
		WithNumCompactors(2).WithBaseTableSize(4 << 20).WithCompression(options.None))
	must(err)
	defer db.Close()
	for from := 0; from < len(f.events); from += store.ChunkEvents {
		must(db.Update(func(txn *badger.Txn) error {
			return f.chunk(txn, f.events[from:min(from+store.ChunkEvents, len(f.events))])
		}))
	}
	must(db.Sync())
	return time.Since(began)
}

// sealed is by how many bytes a sealed value is longer.
const sealed = 40

// chunk writes events, their index and the rows of the incidents among them.
func (f *floor) chunk(txn *badger.Txn, events []model.Event) error {
	for _, e := range events {
		desk, _ := model.Raw(string(e.Header.Desk))
		subject, _ := model.Raw(string(e.Header.Subject))
		key := binary.BigEndian.AppendUint64(append([]byte{'e'}, desk[:]...), e.Header.N)
		err := errors.Join(txn.Set(key, make([]byte, len(e.Head)+len(e.Sealed)+sealed)),
			txn.Set(append(append([]byte{'s'}, subject[:]...), key...), make([]byte, sealed)))
		if row := f.rows[e.Header.Subject]; row != nil && e.Header.Kind == "incident.registered" {
			err = errors.Join(err, txn.Set(append([]byte{'r'}, subject[:]...), make([]byte, len(row.Bytes())+sealed)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// out reads the same bytes from a bare Badger, hashes, packs and encrypts them.
func (f *floor) out() time.Duration {
	db, err := badger.Open(badger.DefaultOptions(f.b.TempDir()).WithLogger(nil))
	must(err)
	defer db.Close()
	batch := db.NewWriteBatch()
	for n, e := range f.events {
		must(batch.Set(binary.BigEndian.AppendUint32(nil, uint32(n)), append(append([]byte{}, e.Head...), e.Sealed...)))
	}
	must(batch.Flush())
	out, err := os.Create(filepath.Join(f.b.TempDir(), "lantai"))
	must(err)
	defer out.Close()
	began := time.Now()
	f.pack(db, out)
	must(out.Sync())
	return time.Since(began)
}

func (f *floor) pack(db *badger.DB, out io.Writer) {
	to, err := age.ParseX25519Recipient(must2(bundle.RecipientOf(f.keys.Identities[0])))
	must(err)
	sealed, err := age.Encrypt(out, to)
	must(err)
	packed, err := zstd.NewWriter(sealed, zstd.WithEncoderConcurrency(1))
	must(err)
	sum := sha256.New()
	must(db.View(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.DefaultIteratorOptions)
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			if err := it.Item().Value(func(v []byte) error {
				sum.Write(v)
				_, err := packed.Write(v)
				return err
			}); err != nil {
				return err
			}
		}
		return nil
	}))
	must(packed.Close())
	must(sealed.Close())
}

func must2[T any](t T, err error) T {
	must(err)
	return t
}
