package demo_test

import (
	"crypto/sha256"
	"math/rand/v2"
	"testing"
	"time"

	"siaga/app"
	"siaga/app/demo"
	"siaga/app/vault"
	"siaga/model"
)

// hands is a clock that the story sets.
type hands struct{ at time.Time }

func (h *hands) Set(at time.Time) { h.at = at }

var until = time.Date(2026, time.November, 24, 10, 0, 0, 0, time.FixedZone("WIB", 7*3600))

// founded is a new desk of the demo office, at the beginning of its year.
func founded(t *testing.T, o *demo.Options) *app.Desk {
	t.Helper()
	clock := &hands{o.From()}
	now := func() time.Time { return clock.at }
	if o.Clock != nil {
		o.Clock = clock
	} else {
		clock.at = o.Until
	}
	world := app.World{Folder: t.TempDir(), Now: now, FileCost: 8, Random: rand.NewChaCha8(sha256.Sum256([]byte("desk")))}
	v, _, err := vault.Create(app.VaultPath(world.Folder), vault.Cost{Memory: 64, Passes: 1, Threads: 1}, "kunci meja contoh 2026")
	if err != nil {
		t.Fatal(err)
	}
	d, err := app.Found(world, v, app.Setup{Office: model.NewOffice(), Person: "Sekretariat BekasiKota-CSIRT", Agencies: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func filled(t *testing.T, o demo.Options) (*app.Desk, demo.Story) {
	t.Helper()
	d := founded(t, &o)
	story, err := demo.Fill(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return d, story
}

func told(seed uint64, incidents int) demo.Options {
	return demo.Options{Seed: seed, Until: until, Incidents: incidents, Clock: &hands{}}
}

// Without a clock of its own everything is typed in now; a story that ends at
// night, and one in few events, are told to the end as well.
func TestOtherTellingsAreAcceptedToo(t *testing.T) {
	for name, o := range map[string]demo.Options{
		"no clock": {Seed: 2, Until: until.AddDate(0, -3, 2), Incidents: 20},
		"at night": {Seed: 4, Until: until.Add(14 * time.Hour), Incidents: 20, Clock: &hands{}},
		"briefly":  {Seed: 5, Until: until, Incidents: 60, Brief: true, Clock: &hands{}},
		"hardly":   {Seed: 6, Until: until, Incidents: 3, Clock: &hands{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, story := filled(t, o)
			if len(d.Incidents()) != o.Incidents || story.Incidents != o.Incidents {
				t.Errorf("%d incidents, the story says %d", len(d.Incidents()), story.Incidents)
			}
			if checked, err := d.Check(); err != nil {
				t.Errorf("%+v: %v", checked, err)
			}
			if _, err := demo.Fill(d, o); err == nil {
				t.Error("a second year was filled into the same desk")
			}
		})
	}
}

func TestTheSameSeedTellsTheSameYear(t *testing.T) {
	t.Parallel()
	first, story := filled(t, told(7, 30))
	second, again := filled(t, told(7, 30))
	a, err := first.Digest()
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := second.Digest(); a != b {
		t.Error("two tellings of the same seed differ")
	}
	if story.Events != again.Events || story.Incidents != 30 {
		t.Errorf("%+v\n%+v", story, again)
	}
}
