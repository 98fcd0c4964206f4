package app

import (
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"siaga/app/vault"
	"siaga/model"
)

// cheap is an Argon2id cost for tests, where passphrases guard nothing.
var cheap = vault.Cost{Memory: 64, Passes: 1, Threads: 1}

const testPassphrase = "kunci meja uji 2026"

// bench is a desk in a temporary folder with a clock that the test sets.
type bench struct {
	*Desk
	t     *testing.T
	world World
	clock time.Time
}

func newDeskAt(t *testing.T, start string) *bench {
	t.Helper()
	return newDeskOf(t, start, t.Name())
}

// newDeskOf is the first desk of an office; the seed makes it another office.
func newDeskOf(t *testing.T, start, seed string) *bench {
	t.Helper()
	b := &bench{t: t, clock: moment(t, start)}
	b.world = World{Folder: t.TempDir(), Now: func() time.Time { return b.clock }, Random: seeded(seed), FileCost: 8}
	v, _, err := vault.Create(VaultPath(b.world.Folder), cheap, testPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	b.Desk, err = Found(b.world, v, Setup{Office: model.NewOffice(), Person: "Petugas Uji", Agencies: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Desk.Close() })
	return b
}

// again closes the desk and opens it once more, as after a night.
func (b *bench) again() {
	b.t.Helper()
	if err := b.Close(); err != nil {
		b.t.Fatal(err)
	}
	locked, err := vault.Open(filepath.Join(b.world.Folder, "vault.json"))
	if err != nil {
		b.t.Fatal(err)
	}
	v, err := locked.Unlock(vault.Passphrase(testPassphrase))
	if err != nil {
		b.t.Fatal(err)
	}
	if b.Desk, err = Open(b.world, v); err != nil {
		b.t.Fatal(err)
	}
	if trouble := b.Recovery(); trouble != nil {
		b.t.Fatalf("the desk is in recovery: %s: %v", trouble.Key, trouble.Err)
	}
}

func (b *bench) do(c Command) Done {
	b.t.Helper()
	done, err := b.Do(Order{Command: c})
	if err != nil {
		b.t.Fatalf("%s: %v", c.Do(), err)
	}
	return done
}

// at sets the clock to an instant of the story.
func (b *bench) at(s string) *bench {
	b.t.Helper()
	b.clock = moment(b.t, s)
	return b
}

func (b *bench) incident(d Done) model.Incident {
	b.t.Helper()
	i, err := b.Incident(IncidentRef(d.ID))
	if err != nil {
		b.t.Fatal(err)
	}
	return i
}

func moment(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, time.FixedZone("WIB", 7*3600))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func seeded(name string) *rand.ChaCha8 { return rand.NewChaCha8(sha256.Sum256([]byte(name))) }

func text(s string) *string { return &s }

// A school telephones; by evening the incident is closed and announced.
func TestAnIncidentFromTheCallToTheAnnouncement(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:12")
	call := b.do(RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Description: "Halaman depan situs sekolah berubah",
		Affected: "situs sekolah", Channel: "telepon", Class: model.Tinggi})
	risk, priority, category := model.RiskMedium, model.Priority("sedang"), "WDF"
	b.at("2026-10-05 09:30").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 2})
	b.at("2026-10-05 09:50").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 3,
		Details: Details{Category: &category, InitialAnalysis: text("Berkas index diganti")}})
	b.at("2026-10-05 10:00").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 4,
		Details: Details{Impact: text("Informasi sekolah tidak tersedia"), Risk: &risk, Priority: &priority}})
	b.at("2026-10-05 10:05").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 5, Teams: []string{"VII"}})
	b.at("2026-10-05 11:00").do(PauseClock{Incident: IncidentRef(call.Ticket), Reason: "menunggu-pengguna", Expected: b.Now().Add(2 * time.Hour)})
	b.at("2026-10-05 12:20").do(ResumeClock{Incident: IncidentRef(call.Ticket)})
	b.at("2026-10-05 13:00").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 6, Details: Details{Analysis: text("Unggahan berkas tanpa pembatasan")}})
	b.do(AddAction{Incident: IncidentRef(call.Ticket), Phase: "recovery", Text: "Memulihkan dari cadangan"})
	b.at("2026-10-05 15:00").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 7})
	b.at("2026-10-05 16:00").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 8,
		Details: Details{RootCause: text("Pengaya usang"), Lessons: text("Pemutakhiran berkala")}})
	b.at("2026-10-05 16:30").do(PassStep{Incident: IncidentRef(call.Ticket), Step: 9, Details: Details{Announcement: text("Situs telah pulih")}})

	check := func() {
		i := b.incident(call)
		if i.Outcome != model.Closed || i.Step != model.StepDone {
			t.Fatalf("the incident stands at step %d with outcome %q", i.Step, i.Outcome)
		}
		now := b.Now()
		if r := i.Response(now); r.State() != model.Kept || r.Took() != 18*time.Minute {
			t.Errorf("response: %s after %s", r.State(), r.Took())
		}
		r := i.Resolution(now)
		if r.State() != model.Kept || r.Paused.Duration() != 80*time.Minute || r.Took() != 16*time.Hour+0-10*time.Hour-5*time.Minute-80*time.Minute {
			t.Errorf("resolution: %s after %s with pauses of %s", r.State(), r.Took(), r.Paused.Duration())
		}
	}
	check()
	before, err := b.Digest()
	if err != nil {
		t.Fatal(err)
	}
	b.again()
	check()
	if _, err := b.Rebuild(nil); err != nil {
		t.Fatal(err)
	}
	check()
	if after, _ := b.Digest(); after != before {
		t.Errorf("rebuilt from the journal alone: digest %s, before %s", hex.EncodeToString(after[:4]), hex.EncodeToString(before[:4]))
	}
	checked, err := b.Check()
	if err != nil || checked.Chained == 0 {
		t.Errorf("check: %+v, %v", checked, err)
	}
	t.Logf("ticket %s, checked %+v", call.Ticket, checked)
}

// Tickets go on counting whichever row is loaded first: the desk's own row,
// which says its letter, may lie behind its incidents.
func TestNoTicketIsGivenTwiceAfterANight(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	seen := map[model.Ticket]bool{}
	for range 12 {
		for range 3 {
			call := b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji", Class: model.Rendah})
			if seen[call.Ticket] {
				t.Fatalf("%s was given twice", call.Ticket)
			}
			seen[call.Ticket] = true
		}
		b.again()
	}
}
