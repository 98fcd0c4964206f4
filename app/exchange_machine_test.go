package app

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"siaga/model"
)

// yard is an office of real desks on real folders to which everything happens
// that can: work, quarrel, post in any order, crashes, restored backups.
type yard struct {
	t      *testing.T
	name   string
	chance *rand.Rand
	sits   model.PersonID // at every desk
	now    time.Time
	desks  []*bench
	before map[*bench]pages // the store as it once was
	files  []string
	did    map[string]int
}

// ground is what yards stand on: the same three desks, copied.
type ground struct {
	folders  []string
	worlds   []World
	recovery string
}

func newGround(t *testing.T) ground {
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	call := front.call("uji")
	front.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Impact: text("Ringan")}})
	send(t, back, front)
	send(t, third, front)
	send(t, front, back, third)
	recovery, err := third.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	g := ground{recovery: recovery}
	for _, b := range []*bench{front, back, third} {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		g.folders, g.worlds = append(g.folders, b.world.Folder), append(g.worlds, b.world)
	}
	return g
}

func (g ground) yard(t *testing.T, seed uint64) *yard {
	y := &yard{t: t, name: fmt.Sprint("history ", seed), chance: rand.New(rand.NewPCG(9, seed)), now: moment(t, "2026-10-06 08:00"),
		before: map[*bench]pages{}, did: map[string]int{}}
	for n, folder := range g.folders {
		y.sits = y.open(copyOf(t, folder), fmt.Sprint(seed, n)).atDesk
	}
	return y
}

// open opens a folder as one of the yard's desks.
func (y *yard) open(folder, seed string) *bench {
	b := &bench{t: y.t, clock: y.now}
	b.world = World{Folder: folder, Now: func() time.Time { return y.now }, Random: seeded(seed + y.name), FileCost: 8}
	b.open()
	y.desks = append(y.desks, b)
	return b
}

func (y *yard) any() *bench { return y.desks[y.chance.IntN(len(y.desks))] }

// act does one thing.
func (y *yard) act(g ground) {
	y.now = y.now.Add(time.Duration(1+y.chance.IntN(90)) * time.Minute)
	b := y.any()
	switch y.chance.IntN(20) {
	case 0, 1, 2:
		b.call(fmt.Sprint("kejadian ", y.chance.IntN(1000)))
		y.did["registered"]++
	case 3, 4:
		y.work(b)
	case 5:
		word := fmt.Sprint("kata ", y.chance.IntN(100))
		y.order("quarrelled", b, AmendIncident{Incident: y.quarrel(b), Details: Details{Impact: &word}})
	case 6:
		y.decide(b)
	case 7:
		y.merge(b)
	case 8, 9, 10:
		y.files = append(y.files, b.written(Export{Full: y.chance.IntN(4) == 0, Request: y.chance.IntN(6) == 0}))
		y.did["written"]++
	case 11, 12, 13, 14:
		if len(y.files) > 0 {
			y.take(b, y.files[max(0, len(y.files)-1-y.chance.IntN(8))])
		}
	case 15:
		y.spoil(b)
	case 16:
		y.before[b] = pagesOf(y.t, b.storePath())
		y.did["store noted"]++
	case 17:
		y.crash(b)
	case 18:
		y.loseContent(b)
		b.again()
		y.did["reopened"]++
	case 19:
		y.rare(b, g)
	}
	y.sameWhereSeenTheSame()
}

// refusedOr counts what was done, and lets refusals pass that change nothing.
func (y *yard) refusedOr(what string, b *bench, err error, before [32]byte) {
	y.t.Helper()
	if err == nil {
		y.did[what]++
		return
	}
	if _, told := model.AsRefusal(err); !told {
		y.t.Fatalf("%s: %s: %v", y.name, what, err)
	}
	y.did[what+" refused"]++
	if after, _ := b.Digest(); after != before {
		y.t.Fatalf("%s: %s was refused (%v) and has changed something", y.name, what, err)
	}
}

func (y *yard) order(what string, b *bench, c Command) {
	y.t.Helper()
	before, _ := b.Digest()
	_, err := b.Do(Order{Command: c})
	y.refusedOr(what, b, err, before)
}

// ticket is any incident but the first, if there is another.
func (y *yard) ticket(b *bench) IncidentRef {
	rows := b.Incidents()
	return IncidentRef(rows[y.chance.IntN(max(1, len(rows)-1))].ID)
}

// quarrel is the first incident, about which desks say different things.
func (y *yard) quarrel(b *bench) IncidentRef {
	rows := b.Incidents()
	return IncidentRef(rows[len(rows)-1].ID)
}

func (y *yard) work(b *bench) {
	ref := y.ticket(b)
	word := fmt.Sprint("kata ", y.chance.IntN(5))
	y.order("worked", b, []Command{
		AmendIncident{Incident: ref, Details: Details{Impact: &word}},
		AmendIncident{Incident: ref, Details: Details{Title: &word}},
		AddNote{Incident: ref, Text: word},
		PassStep{Incident: ref, Step: model.Step(2 + y.chance.IntN(4)), Details: Details{Channel: channel("telepon")}},
		Assign{Incident: ref, Teams: []string{"VII"}},
		RejectIncident{Incident: ref, Reason: word},
		AddEvidence{Incident: ref, Name: word, File: foundFile(y.t, "bukti.log", strings.Repeat(word, 1+y.chance.IntN(9)))},
	}[y.chance.IntN(7)])
}

// decide settles what stands first of what desks dispute.
func (y *yard) decide(b *bench) {
	open, err := b.Decisions()
	if err != nil {
		y.t.Fatal(y.name, err)
	}
	for _, d := range open {
		if len(d.Values) > 0 {
			y.order("decided", b, Decide{Subject: string(d.Subject), Field: d.Field, Take: takeOf(d.Values[y.chance.IntN(len(d.Values))]), Reason: "diputuskan"})
			return
		}
	}
}

func takeOf(r Rival) string { return fmt.Sprintf("%s.%d", r.Mark.Desk, r.Mark.N) }

func (y *yard) merge(b *bench) {
	merged := slices.IndexFunc(b.Incidents(), func(r *model.Row) bool { return r.Outcome == model.Duplicate })
	if merged >= 0 && y.chance.IntN(2) == 0 {
		y.order("unmerged", b, UnmergeIncidents{Incident: IncidentRef(b.Incidents()[merged].ID), Reason: "keliru"})
		return
	}
	into, from := y.ticket(b), y.ticket(b)
	plan, err := b.MergePlan(into, from)
	if err != nil {
		return
	}
	take := map[string]string{}
	for _, clash := range plan.Clashes {
		take[clash.Field] = []string{"into", "from"}[y.chance.IntN(2)]
	}
	y.order("merged", b, MergeIncidents{Into: into, From: from, Reason: "satu kejadian", Take: take})
}

func (y *yard) take(b *bench, file string) {
	y.t.Helper()
	before, _ := b.Digest()
	a, err := b.takeInFrom(file, nil)
	y.refusedOr("taken in", b, err, before)
	if err == nil && len(a.Forks) > 0 {
		y.t.Fatalf("%s: nobody copied a desk, and %s sees a fork: %+v", y.name, b.letter, a.Forks)
	}
}

// spoil hands over a file of which a bit is wrong, or the end is missing.
func (y *yard) spoil(b *bench) {
	if len(y.files) == 0 {
		return
	}
	good, err := os.ReadFile(y.files[y.chance.IntN(len(y.files))])
	if err != nil {
		y.t.Fatal(err)
	}
	if y.chance.IntN(2) == 0 {
		good[y.chance.IntN(len(good))] ^= 1 << y.chance.IntN(8)
	} else {
		good = good[:y.chance.IntN(len(good))]
	}
	file := filepath.Join(y.t.TempDir(), "rusak.siaga")
	if err := os.WriteFile(file, good, 0o600); err != nil {
		y.t.Fatal(err)
	}
	before, _ := b.Digest()
	_, err = b.takeInFrom(file, nil)
	if err == nil {
		y.t.Fatalf("%s: a spoiled file was taken in", y.name)
	}
	y.refusedOr("spoiled", b, err, before)
}

// crash leaves a running desk as a power cut might, and opens what is left.
func (y *yard) crash(b *bench) {
	y.t.Helper()
	want, _ := b.Digest()
	seen := b.chains.vector()
	left := pagesOf(y.t, b.world.Folder)
	if before, noted := y.before[b]; noted {
		y.did["power cut"]++
		inStore := pages{}
		for name, c := range before {
			inStore[filepath.Join("store", name)] = c
		}
		left = left.cut(inStore, y.chance)
	} else {
		y.did["crashed"]++
	}
	b.Close() // the folder that is left was copied before
	delete(y.before, b)
	b.world.Folder = filepath.Join(y.t.TempDir(), "sisa")
	left.put(y.t, b.world.Folder)
	b.reopen()
	if trouble := b.Recovery(); trouble != nil {
		y.did["recovery: "+trouble.Key]++
		if _, err := b.Repair(nil); err != nil {
			y.t.Fatalf("%s: %s is not repaired: %v", y.name, trouble.Key, err)
		}
	}
	if got, err := b.Digest(); err != nil || got != want || !maps.Equal(seen, b.chains.vector()) {
		y.t.Fatalf("%s: after a crash the desk is another one: %v, was %v, %v", y.name, b.chains.vector(), seen, err)
	}
	if _, sits := b.AtDesk(); !sits { // stands in the store alone, which a cut takes back
		y.did["who sits there was forgotten"]++
		if err := b.Sit(PersonRef(y.sits)); err != nil {
			y.t.Fatal(y.name, err)
		}
	}
}

// rare is a backup from which a desk is set up anew, or a desk that is revoked.
func (y *yard) rare(b *bench, g ground) {
	if y.chance.IntN(8) == 0 && len(y.desks) > 2 && y.did["revoked"] == 0 {
		y.order("revoked", b, RevokeDesk{Desk: string(y.any().me), Reason: "hilang"})
		return
	}
	third := y.desks[2]
	file := filepath.Join(y.t.TempDir(), "cadangan.siaga")
	if _, err := third.BackUp(file, nil); err != nil {
		y.t.Fatal(y.name, err)
	}
	y.did["backed up"]++
	if third.Me().Succeeds != "" || y.chance.IntN(2) == 0 {
		return // the key that was printed opens the first desk's backups
	}
	third.Close()
	y.did["restored"]++
	folder := y.t.TempDir()
	world := World{Folder: folder, Now: func() time.Time { return y.now }, Random: seeded(file), FileCost: 8}
	d, _, err := Restore(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, g.recovery, nil)
	if err != nil {
		y.t.Fatal(y.name, err)
	}
	y.desks[2] = &bench{Desk: d, t: y.t, world: world, clock: y.now}
	y.t.Cleanup(func() { y.desks[2].Close() })
	if err := d.Sit(PersonRef(y.sits)); err != nil {
		y.t.Fatal(y.name, err)
	}
}

// sameWhereSeenTheSame: desks that have seen the same events show the same office.
func (y *yard) sameWhereSeenTheSame() {
	y.t.Helper()
	for n, a := range y.desks {
		for _, b := range y.desks[n+1:] {
			if maps.Equal(a.chains.vector(), b.chains.vector()) {
				y.did["compared"]++
				one, err1 := a.Digest()
				other, err2 := b.Digest()
				if one != other || err1 != nil || err2 != nil {
					y.t.Fatalf("%s: %s and %s have seen the same and differ: %v %v", y.name, a.letter, b.letter, err1, err2)
				}
			}
		}
	}
}

// settle lets everybody send everything to everybody, and looks into each desk.
func (y *yard) settle() {
	y.t.Helper()
	contents := y.contents()
	for range 3 {
		y.decide(y.desks[0])
		for _, from := range y.desks {
			for _, to := range y.desks {
				if from != to && from.knows(to) {
					y.exchange(from, to)
				}
			}
		}
	}
	for _, b := range y.desks {
		if _, err := b.Check(); err != nil {
			y.t.Fatal(y.name, err)
		}
		y.holdsAll(b, contents)
		if y.did["revoked"] == 0 && !maps.Equal(b.chains.vector(), y.desks[0].chains.vector()) {
			y.t.Fatalf("%s: desks that exchanged everything have not seen the same", y.name)
		}
	}
	y.sameWhereSeenTheSame()
	for _, b := range y.desks {
		b.Close()
	}
}

func (y *yard) exchange(from, to *bench) {
	y.t.Helper()
	file := filepath.Join(y.t.TempDir(), "kiriman.siaga")
	if _, err := from.Export(file, Export{}, nil); err != nil {
		if _, told := model.AsRefusal(err); !told {
			y.t.Fatal(y.name, err)
		}
		return
	}
	y.take(to, file)
}

// Three real desks live through random histories. Whenever two of them have seen
// the same events they show the same office; what is refused changes nothing; what
// a crash or a power cut leaves opens as the same desk.
//
// A crash is the folder of the running desk as a killed process leaves it. A power
// cut is that folder with the pages that Badger did not sync mixed with older
// ones, while what was synced (journal, vault, inbox, Badger's tables and manifest)
// is as it was. What only the store has (drafts, who sits at the desk) may be taken back
// by a cut here; Badger is asked to sync it. It does not prove that the disk keeps what it says it has synced,
// nor what happens to names of files in a folder that was not synced.
func TestRealDesksThroughRandomHistories(t *testing.T) {
	t.Parallel()
	rounds := scaled(4, "SIAGA_PROOF_DESKS")
	g, did := newGround(t), map[string]int{}
	for n := range rounds {
		y := g.yard(t, uint64(n))
		for range 60 {
			y.act(g)
		}
		y.settle()
		for what, times := range y.did {
			did[what] += times
		}
	}
	var told []string
	for _, what := range slices.Sorted(maps.Keys(did)) {
		told = append(told, fmt.Sprintf("%s %d", what, did[what]))
	}
	t.Logf("%d histories of three desks: %s", rounds, strings.Join(told, ", "))
}
