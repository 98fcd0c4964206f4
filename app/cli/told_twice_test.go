package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place/stage"
)

// What show and clock tell people of clocks and pauses, they tell programs too.
func TestProgramsAreToldOfClocksWhatPeopleAre(t *testing.T) {
	b, _ := afterTheDay(t)
	paused := 0
	for _, l := range parsed[[]listed](t, b.must("list", "--json")) {
		ticket := string(l.Ticket)
		shown, w := b.must("show", ticket), parsed[whole](t, b.must("show", ticket, "--json"))
		counted, k := b.must("clock", ticket), parsed[clocksOf](t, b.must("clock", ticket, "--json"))
		for _, r := range append(k.Resolutions, k.Response) {
			for _, says := range append(r.Says, r.Why, k.Policy) {
				if !strings.Contains(counted, says) || !strings.Contains(shown, says) {
					t.Errorf("%s: %q is told to programs only", ticket, says)
				}
			}
			if (r.EndAt != "") != (len(r.Says) > 0) && !r.Breached {
				t.Errorf("%s: an end is told by %q", ticket, r.Says)
			}
		}
		if w.PauseSum != k.PauseSum || len(w.Pauses) != len(k.Pauses) || w.Policy != k.Policy || len(w.Resolutions) != len(k.Resolutions) {
			t.Errorf("%s: show and clock differ: %+v, %+v", ticket, w.PauseSum, k.PauseSum)
		}
		sum := model.Seconds(0)
		for _, p := range k.Pauses {
			sum += p.Counted
		}
		if sum-k.PauseSum.Overlap != k.PauseSum.Total {
			t.Errorf("%s: the pauses do not add up: %+v", ticket, k.PauseSum)
		}
		if len(k.Pauses) > 0 {
			paused++
		}
	}
	if paused < 3 {
		t.Errorf("only %d incidents were paused", paused)
	}
}

// What does not fit together, and what nobody here can read, is told in both ways.
func TestProgramsAreToldWhatDoesNotFit(t *testing.T) {
	o := stage.New(t, "2026-10-05 09:00")
	done := o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Description: "Situs berubah", Class: model.Rendah})
	o.At("2026-10-05 09:30").AdmitBack("Ruang server")
	o.Elsewhere("incident.passed", done.ID, model.Passed{Segment: 1, Step: model.StepEscalate, At: o.Now()}.Values())
	o.Elsewhere("incident.foretold", done.ID, model.Values{"weather": "hujan"})
	b := newBench(t)
	b.folder = o.World.Folder
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	b.env["SIAGA_PASSPHRASE"] = stage.Passphrase
	for _, lang := range locales.Langs() {
		shown := b.must("--lang", string(lang), "show", string(done.ID))
		w := parsed[whole](t, b.must("--lang", string(lang), "show", string(done.ID), "--json"))
		if len(w.Misfits) == 0 || w.Unknown != 1 || !strings.Contains(shown, locales.Open(lang).N("incidents.unknown", 1)) {
			t.Fatalf("%+v, unknown %d", w.Misfits, w.Unknown)
		}
		for _, m := range w.Misfits {
			if len(m.Fields) == 0 || !strings.Contains(shown, m.Says) {
				t.Errorf("%+v is told to programs only", m)
			}
		}
	}
}

// A file that brings an incident of the future says so before it is taken in.
func TestAFileThatBringsTheFutureSaysSo(t *testing.T) {
	front, back := twoDesks(t)
	back.now = "2026-10-10T09:00:00+07:00"
	ticket := back.registers("Situs dinas")
	file := outgoing(t, back)
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(content)
	name := hex.EncodeToString(sum[:]) + ".siaga"
	if err := os.MkdirAll(filepath.Join(front.folder, "inbox"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(front.folder, "inbox", name), content, 0o600); err != nil {
		t.Fatal(err)
	}
	for lang, says := range map[string]string{"id": "1 insiden diterima di masa depan", "en": "1 incident received in the future"} {
		if out := front.must("--lang", lang, "bundle", "inbox"); !strings.Contains(out, says) {
			t.Error(out)
		}
	}
	if f := parsed[[]lyingValue](t, front.must("bundle", "inbox", "--json")); len(f) != 1 || len(f[0].Early) != 1 || string(f[0].Early[0]) != ticket {
		t.Errorf("%+v", f)
	}
	if a := parsed[arrivalValue](t, front.must("bundle", "import", file, "--preview", "--json")); a.Outcome != "" || len(a.Early) != 1 {
		t.Errorf("%+v", a)
	}
	if out := front.must("bundle", "import", file); !strings.Contains(out, "1 insiden diterima di masa depan menurut jam meja ini") || !strings.Contains(out, ticket) {
		t.Error(out)
	}
}
