package app

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	badger "github.com/dgraph-io/badger/v4"

	"siaga/app/vault"
	"siaga/model"
)

// The size at which speed and memory are measured: ten events an incident.
const scaleIncidents = 100_000

// scaleSize is scaleIncidents, or less where SIAGA_BENCH_INCIDENTS says so.
func scaleSize() int {
	if n, err := strconv.Atoi(os.Getenv("SIAGA_BENCH_INCIDENTS")); err == nil {
		return n
	}
	return scaleIncidents
}

// largeFolder is where it lies, to be removed at the end.
var largeFolder string

// large is one desk of that size, made once for all benchmarks.
var large = sync.OnceValues(func() (World, error) {
	end := time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC)
	folder := os.Getenv("SIAGA_BENCH_FOLDER") // made once, kept, and used again
	if folder == "" {
		var err error
		if folder, err = os.MkdirTemp("", "siaga-scale-"); err != nil {
			return World{}, err
		}
		largeFolder = folder
	}
	world := World{Folder: folder, Now: func() time.Time { return end }, Random: seeded("scale")}
	if Exists(folder) {
		return world, nil
	}
	v, _, err := vault.Create(VaultPath(folder), cheap, testPassphrase)
	if err != nil {
		return world, err
	}
	d, err := Found(world, v, Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true})
	if err != nil {
		return world, err
	}
	if err := fillLarge(d, scaleSize(), end); err != nil {
		return world, err
	}
	return world, d.Close()
})

// fillLarge writes incidents of ten events each straight as facts, in records
// of some 300 events.
func fillLarge(d *Desk, n int, end time.Time) error {
	chance := rand.New(rand.NewPCG(7, 7))
	agencies := d.Agencies()
	step := 5 * 365 * 24 * time.Hour / time.Duration(n)
	var w *work
	for i := range n {
		if w == nil {
			w = &work{desk: d, now: model.At(end), working: map[model.SubjectID]*model.Subject{}}
		}
		received := model.At(end.Add(-step * time.Duration(n-i)))
		if err := largeIncident(w, i, received, agencies[chance.IntN(len(agencies))].ID, chance); err != nil {
			return err
		}
		if len(w.events) >= 290 || i == n-1 {
			if err := d.record(w); err != nil {
				return err
			}
			w = nil
		}
	}
	return nil
}

var largeWords = strings.Fields("situs web berubah tampilan judi daring sisipan surel pengelabuan akun pegawai diambil alih peladen lambat kebocoran data berkas unggahan log jaringan kelurahan sekolah puskesmas layanan perizinan pajak kependudukan")

func largeText(chance *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = largeWords[chance.IntN(len(largeWords))]
	}
	return strings.Join(words, " ")
}

func largeIncident(w *work, i int, at model.Instant, agency model.AgencyID, chance *rand.Rand) error {
	id, err := w.create("incident")
	if err != nil {
		return err
	}
	class := model.Classes[chance.IntN(3)]
	facts := []model.Fact{
		model.Registered{Ticket: model.NewTicket("CSIRT", at.Time().Year(), "A", i+1), Policy: w.desk.office.Policy,
			Title: largeText(chance, 8), Description: largeText(chance, 30), Channel: model.Channels[chance.IntN(8)],
			Reporter: model.Reporter{Name: largeText(chance, 2), Phone: "0812"}, Agency: agency, Affected: largeText(chance, 3),
			ReceivedAt: at, Class: class, TLP: model.TLPAmber},
		model.Passed{Segment: 1, Step: 2, At: at.Add(time.Duration(chance.IntN(80)) * time.Minute)},
		model.Amended{Fields: model.Values{"category": w.desk.office.Categories[chance.IntN(16)].Code, "initialAnalysis": largeText(chance, 20)}},
		model.Passed{Segment: 1, Step: 3, At: at.Add(2 * time.Hour)},
		model.Passed{Segment: 1, Step: 4, At: at.Add(2 * time.Hour)},
		model.Passed{Segment: 1, Step: 5, At: at.Add(3 * time.Hour)},
		model.Passed{Segment: 1, Step: 6, At: at.Add(5 * time.Hour)},
		model.Passed{Segment: 1, Step: 7, At: at.Add(6 * time.Hour)},
		model.Passed{Segment: 1, Step: 8, At: at.Add(time.Duration(6+chance.IntN(40)) * time.Hour)},
		model.Passed{Segment: 1, Step: 9, At: at.Add(48 * time.Hour)},
	}
	for _, fact := range facts {
		if err := w.write(id, fact); err != nil {
			return err
		}
	}
	return nil
}

func openLarge(b *testing.B) *Desk {
	b.Helper()
	world, err := large()
	if err != nil {
		b.Fatal(err)
	}
	d, err := Unlock(world, vault.Passphrase(testPassphrase))
	if err != nil {
		b.Fatal(err)
	}
	if trouble := d.Recovery(); trouble != nil {
		b.Fatal(trouble.Err)
	}
	b.Cleanup(func() { d.Close() })
	return d
}

// From nothing to a list that can be used, in a process of its own: seconds
// and resident memory (the binary's own included, the window's not). The start
// before is told apart: among the first ones after so much was written at once is
// one in which Badger merges tables meanwhile.
func BenchmarkStart(b *testing.B) {
	first := inChild(b, "SIAGA_TEST_STARTER", 4)
	for b.Loop() {
		told := inChild(b, "SIAGA_TEST_STARTER", 4)
		b.ReportMetric(told[0], "s/start")
		b.ReportMetric(told[1], "MB-resident")
		b.ReportMetric(told[2], "incidents")
		b.ReportMetric(told[3], "events")
	}
	b.ReportMetric(first[0], "s/first")
	b.ReportMetric(first[1], "MB-first")
}

// inChild lets a process of its own do something with the large desk and returns
// the numbers that it tells.
func inChild(b *testing.B, what string, numbers int) []float64 {
	b.Helper()
	world, err := large()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), what+"="+world.Folder)
	out, err := cmd.CombinedOutput()
	told := make([]float64, numbers)
	for n, word := range strings.Fields(string(out)) {
		if n < numbers && err == nil {
			told[n], err = strconv.ParseFloat(word, 64)
		}
	}
	if err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return told
}

// startAndTell is the child of BenchmarkStart.
func startAndTell(folder string) {
	debug.SetGCPercent(GCPercent)
	began := time.Now()
	d, err := Unlock(World{Folder: folder, Now: time.Now, Random: seeded("starter")}, vault.Passphrase(testPassphrase))
	must(err)
	rows := d.Search(Filter{Outcome: []string{"open", "closed"}})
	took := time.Since(began)
	fmt.Println(took.Seconds(), residentMegabytes(), len(rows), d.own().n)
	d.Close()
}

func residentMegabytes() float64 {
	status, err := os.ReadFile("/proc/self/status")
	must(err)
	var kilobytes float64
	for _, l := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(l, "VmHWM:"); ok {
			_, _ = fmt.Sscan(rest, &kilobytes)
		}
	}
	return kilobytes / 1024
}

// One command, each on another incident, beside the bare cost of a synced
// append and a bare transaction of the same bytes on the same disk, turn and
// turn about.
func BenchmarkCommand(b *testing.B) {
	d := openLarge(b)
	rows := d.Incidents()
	raw, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	if err != nil {
		b.Fatal(err)
	}
	defer raw.Close()
	db, err := badger.Open(badger.DefaultOptions(b.TempDir()).WithSyncWrites(true).WithLogger(nil))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	var ours, floor time.Duration
	for n := 0; b.Loop(); n++ {
		ref := IncidentRef(rows[n%len(rows)].ID)
		began := time.Now()
		done, err := d.Do(Order{Command: AddNote{Incident: ref, Text: "catatan yang dibandingkan dengan lantai"}})
		ours += time.Since(began)
		if err != nil {
			b.Fatal(err)
		}
		values := bareOf(b, d, done)
		began = time.Now()
		values.cost(b, raw, db, n)
		floor += time.Since(began)
	}
	b.ReportMetric(float64(ours)/float64(floor), "×floor")
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs-ours")
}

// bare are values of the sizes that an order really writes.
type bare struct{ record, event, row []byte }

// bareOf takes the sizes from the last order: about one incident, one event.
func bareOf(b *testing.B, d *Desk, done Done) bare {
	b.Helper()
	desk, _ := model.Raw(string(done.Events[0].Desk))
	event, err := d.store.Event(desk, done.Events[0].N)
	if err != nil {
		b.Fatal(err)
	}
	return bare{make([]byte, len(event)), event, d.rows[done.ID].Bytes()}
}

// cost appends the record, syncs, and puts the same values, the head and the
// position into a bare Badger transaction.
func (v bare) cost(b *testing.B, raw *os.File, db *badger.DB, n int) {
	if _, err := raw.Write(v.record); err != nil {
		b.Fatal(err)
	}
	if err := raw.Sync(); err != nil {
		b.Fatal(err)
	}
	err := db.Update(func(tx *badger.Txn) error {
		for i, value := range [][]byte{v.event, v.row, v.event[:40], v.event[:44], nil} {
			if err := tx.Set(fmt.Appendf(nil, "key-%d-%d", i, n), value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func BenchmarkFilter(b *testing.B) {
	d := openLarge(b)
	for b.Loop() {
		d.Search(Filter{Class: []model.Class{model.Tinggi}, Category: []string{"WDF"}, Outcome: []string{"closed"}})
	}
}

func BenchmarkFilterByClockState(b *testing.B) {
	d := openLarge(b)
	for b.Loop() {
		d.Search(Filter{Clock: []model.ClockState{model.Breached}})
	}
}

func BenchmarkTextSearch(b *testing.B) {
	d := openLarge(b)
	for b.Loop() {
		d.Search(Filter{Text: "tidak ada yang memuat ini"})
	}
}

// The list in order again after one incident has changed.
func BenchmarkOrderAfterAChange(b *testing.B) {
	d := openLarge(b)
	rows := d.Incidents()
	for n := 0; b.Loop(); n++ {
		row := *d.rows[rows[n%len(rows)].ID]
		row.ReceivedAt += 3600
		d.holdRow(&row)
		d.Incidents()
	}
}

// The list sorted from nothing, as after the start or an import.
func BenchmarkOrderOfAll(b *testing.B) {
	d := openLarge(b)
	for b.Loop() {
		d.order = &list{stale: true}
		d.Incidents()
	}
}

func BenchmarkAllClocks(b *testing.B) {
	d := openLarge(b)
	rows, now := d.Incidents(), d.Now()
	for b.Loop() {
		for _, r := range rows {
			_, _ = r.Response(now).State(), r.Resolution(now).State()
		}
	}
}

// The store made again from the journal, in a process of its own.
func BenchmarkRebuild(b *testing.B) {
	for b.Loop() {
		told := inChild(b, "SIAGA_TEST_REBUILDER", 3)
		b.ReportMetric(told[0], "s/rebuild")
		b.ReportMetric(told[1], "MB-resident")
		b.ReportMetric(told[2], "events")
	}
}

// rebuildAndTell is the child of BenchmarkRebuild.
func rebuildAndTell(folder string) {
	debug.SetGCPercent(GCPercent)
	d, err := Unlock(World{Folder: folder, Now: time.Now, Random: seeded("rebuilder")}, vault.Passphrase(testPassphrase))
	must(err)
	began := time.Now()
	events, err := d.Rebuild(nil)
	must(err)
	fmt.Println(time.Since(began).Seconds(), residentMegabytes(), events)
	must(d.Close())
}
