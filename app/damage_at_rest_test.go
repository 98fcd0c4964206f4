package app

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"siaga/app/vault"
)

// resting are two desks at rest: what lies in the folder of the second one, also
// as a killed process leaves it, a backup and a shared folder.
type resting struct {
	t        *testing.T
	world    World
	state    pages // of the folder, closed
	running  pages // and in use
	backup   []byte
	shared   []byte
	recovery string
	waits    string // a file of the inbox
	fork     Fork
	digest   [32]byte // of the desk
	after    [32]byte // and with what the shared file brings
	forked   int
}

func newResting(t *testing.T) resting {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	third := front.join("Meja ketiga")
	send(t, third, front)
	twin := third.on(third.copied())
	third.call("di meja")
	twin.call("di salinannya")
	send(t, third, front)
	front.call("uji")
	send(t, front, back)
	r := resting{t: t, world: back.world}
	a, err := back.takeInFrom(twin.written(Export{Full: true}), nil)
	if err != nil || len(a.Forks) != 1 {
		t.Fatal(a, err)
	}
	r.fork = back.others.Forks[0]
	front.call("dibawa kiriman")
	front.at("2026-10-05 09:00")
	file := front.written(Export{})
	r.shared, _ = os.ReadFile(file)
	if r.recovery, err = back.NewRecoveryKey(); err != nil {
		t.Fatal(err)
	}
	back.seize(back.call("di belakang"), "akses.log", strings.Repeat("GET /wp-login.php ", 5000))
	path := filepath.Join(t.TempDir(), "cadangan.siaga")
	if _, err := back.BackUp(path, nil); err != nil {
		t.Fatal(err)
	}
	r.backup, _ = os.ReadFile(path)
	if r.waits, err = back.Receive(file); err != nil {
		t.Fatal(err)
	}
	r.digest, _ = back.Digest()
	forked, err := back.ForkedEvents(r.fork.Desk)
	if err != nil {
		t.Fatal(err)
	}
	r.forked = len(forked)
	r.running = pagesOf(t, back.world.Folder)
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}
	r.state = pagesOf(t, back.world.Folder)
	b := r.desk(r.state)
	if _, err := b.Import(r.waits, "", nil); err != nil {
		t.Fatal(err)
	}
	r.after, _ = b.Digest()
	b.Close()
	return r
}

// desk opens the files as a desk.
func (r resting) desk(files pages) *bench {
	b, err := r.try(files)
	if err != nil {
		r.t.Fatal(err)
	}
	return b
}

func (r resting) try(files pages) (*bench, error) {
	b := &bench{t: r.t, world: r.world}
	b.world.Folder = filepath.Join(r.t.TempDir(), "meja")
	files.put(r.t, b.world.Folder)
	d, err := Unlock(b.world, vault.Passphrase(testPassphrase))
	b.Desk = d
	return b, err
}

// flipped is a copy of the files with one bit of one of them changed, among the
// pages that hold something.
func (p pages) flipped(name string, chance *rand.Rand) pages {
	out, was := maps.Clone(p), p[name]
	now := &content{size: was.size, at: maps.Clone(was.at)}
	n := slices.Sorted(maps.Keys(was.at))[chance.IntN(len(was.at))]
	now.at[n] = flip(was.at[n], chance)
	out[name] = now
	return out
}

func flip(b []byte, chance *rand.Rand) []byte {
	out := slices.Clone(b)
	out[chance.IntN(len(out))] ^= 1 << chance.IntN(8)
	return out
}

// looks opens a desk as somebody would and says what was told, "" for nothing; what
// is told by nobody has to be as it was.
func (r resting) looks(files pages) string {
	b, err := r.try(files)
	if b.Desk != nil {
		defer b.Close()
	}
	if err != nil {
		return "not opened"
	}
	if trouble := b.Recovery(); trouble != nil {
		return trouble.Key
	}
	if _, err := b.Check(); err != nil {
		return "check"
	}
	if digest, err := b.Digest(); err != nil || digest != r.digest {
		r.t.Fatalf("another office, and nobody says so: %v", err)
	}
	return ""
}

// named are the files that fit and hold something.
func (p pages) named(fits func(string) bool) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if fits(name) && len(p[name].at) > 0 {
			names = append(names, name)
		}
	}
	return names
}

// One bit is wrong in a file at rest: the desk shows what it showed before, or it
// says that something is damaged.
func TestAFlippedBitInEveryKindOfFile(t *testing.T) {
	t.Parallel()
	rounds := scaled(5, "SIAGA_PROOF_FLIPS")
	r := newResting(t)
	suffix := func(s string) func(string) bool { return func(name string) bool { return strings.HasSuffix(name, s) } }
	for _, k := range []struct {
		name  string
		state pages
		fits  func(string) bool
	}{
		{"vault.json", r.state, suffix("vault.json")},
		{"journal segments", r.state, suffix(".journal")},
		{"contents of evidence", r.state, func(name string) bool { return strings.HasPrefix(name, "files") }},
		{"tables of the store", r.state, suffix(".sst")},
		{"manifest of the store", r.state, suffix("MANIFEST")},
		{"memory tables of a killed store", r.running, suffix(".mem")},
		{"value logs of a killed store", r.running, suffix(".vlog")},
		{"other files of the store", r.state, func(name string) bool {
			return strings.HasPrefix(name, "store") && (strings.HasSuffix(name, "KEYREGISTRY") || strings.HasSuffix(name, "DISCARD"))
		}},
	} {
		names := k.state.named(k.fits)
		if len(names) == 0 {
			t.Logf("%s: there are none with content", k.name)
			continue
		}
		chance, told := rand.New(rand.NewPCG(11, uint64(len(k.name)))), map[string]int{}
		for n := range rounds {
			told[r.looks(k.state.flipped(names[n%len(names)], chance))]++
		}
		asItWas := told[""]
		delete(told, "")
		t.Logf("%s: %d bits flipped, %d times all as it was, told otherwise: %v", k.name, rounds, asItWas, told)
	}
	r.flipsOutside(rounds)
}

// flipsOutside flips bits of what came from outside and of what leaves the desk.
func (r resting) flipsOutside(rounds int) {
	passedOver := 0 // the sender will say that they are not confirmed, and send the same again
	inbox, quarantine := filepath.Join("inbox", r.waits), filepath.Join("quarantine", r.fork.File)
	for _, k := range []struct {
		name string
		try  func(*rand.Rand) (told bool)
	}{
		{"files of the inbox", func(chance *rand.Rand) bool {
			b := r.desk(r.state.flipped(inbox, chance))
			defer b.Close()
			_, err := b.Import(r.waits, "", nil)
			return r.toldOr(err, b, r.digest, r.after)
		}},
		{"files of the quarantine", func(chance *rand.Rand) bool {
			b := r.desk(r.state.flipped(quarantine, chance))
			defer b.Close()
			forked, err := b.ForkedEvents(r.fork.Desk)
			if err == nil && len(forked) != r.forked {
				r.t.Fatal("another fork is shown")
			}
			return r.toldOr(err, b, r.digest, r.digest)
		}},
		{"files of the shared folder", func(chance *rand.Rand) bool {
			b := r.desk(r.state)
			defer b.Close()
			shared := r.t.TempDir()
			path := filepath.Join(shared, "kiriman.siaga")
			must(os.WriteFile(path, flip(r.shared, chance), 0o600))
			must(os.Chtimes(path, b.now().Add(-time.Hour), b.now().Add(-time.Hour)))
			called, err := b.SharedFolderAt(shared).Call(nil)
			if err != nil {
				r.t.Fatal(err)
			}
			refused := called.Refused["kiriman.siaga"]
			if refused == nil && len(called.Arrivals) == 0 { // locked for other desks, as far as anybody can tell
				passedOver++
				return r.toldOr(nil, b, r.digest, r.digest)
			}
			return r.toldOr(refused, b, r.digest, r.after)
		}},
		{"backups", func(chance *rand.Rand) bool {
			path := filepath.Join(r.t.TempDir(), "cadangan.siaga")
			must(os.WriteFile(path, flip(r.backup, chance), 0o600))
			world := World{Folder: r.t.TempDir(), Now: r.world.Now, Random: seeded(path), FileCost: 8}
			d, _, err := Restore(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{path}, r.recovery, nil)
			if err == nil {
				defer d.Close()
				if _, err := d.Check(); err != nil {
					r.t.Fatal(err)
				}
			} else if Exists(world.Folder) {
				r.t.Fatal("half a desk was restored")
			}
			return err != nil
		}},
	} {
		chance, told := rand.New(rand.NewPCG(13, uint64(len(k.name)))), 0
		for range rounds {
			if k.try(chance) {
				told++
			}
		}
		r.t.Logf("%s: %d bits flipped, %d told, the others as they were", k.name, rounds, told)
	}
	r.t.Logf("%d files of the shared folder were passed over as other desks'", passedOver)
}

// toldOr makes sure that what is told has changed nothing, and what is not gives
// what it would have given.
func (r resting) toldOr(err error, b *bench, before, after [32]byte) bool {
	want := after
	if err != nil {
		want = before
	}
	if got, bad := b.Digest(); bad != nil || got != want {
		r.t.Fatalf("another office (%v): %v", err, bad)
	}
	return err != nil
}
