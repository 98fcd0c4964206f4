package app

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"siaga/model"
)

// year is five people who work apart: each at a desk whose clock runs wrong by a
// little, with a post between them that loses, doubles and delays files. It is
// the same for the same seed.
type year struct {
	t      *testing.T
	chance *rand.Rand
	now    time.Time
	desks  []*colleague
	post   []letter
	tale   map[string]int
}

// colleague is one person at one desk.
type colleague struct {
	*bench
	skew     time.Duration
	recovery string
	backup   string
	own      int // incidents registered here
}

// letter is a file under way to one desk.
type letter struct {
	to     *colleague
	file   string
	arrive time.Time
}

func newYear(t *testing.T, seed uint64) *year {
	y := &year{t: t, chance: rand.New(rand.NewPCG(seed, 5)), now: moment(t, "2026-01-05 08:00"), tale: map[string]int{}}
	first := newDeskAt(t, "2026-01-05 08:00")
	y.settle(first)
	for n := range 4 {
		joined := first.join("Meja " + strconv.Itoa(n+2))
		send(t, joined, first)
		y.settle(joined)
	}
	return y
}

func (y *year) settle(b *bench) {
	c := &colleague{bench: b, skew: time.Duration(y.chance.IntN(13)-6) * time.Minute}
	y.desks = append(y.desks, c)
	y.keep(c)
}

// keep makes a backup and a recovery key that opens it.
func (y *year) keep(c *colleague) {
	var err error
	if c.recovery, err = c.NewRecoveryKey(); err != nil {
		y.t.Fatal(err)
	}
	c.backup = filepath.Join(y.t.TempDir(), "cadangan.siaga")
	if _, err := c.BackUp(c.backup, nil); err != nil {
		y.t.Fatal(err)
	}
	y.did("backups made")
}

func (y *year) did(what string) { y.tale[what]++ }

// day is one day of the office: work, letters that arrive, letters that are sent.
func (y *year) day() {
	y.now = y.now.Add(24 * time.Hour)
	for _, c := range y.desks {
		c.clock = y.now.Add(c.skew)
		for range y.chance.IntN(3) {
			y.work(c)
		}
	}
	y.deliver()
	if y.chance.IntN(2) == 0 {
		y.send(y.desks[y.chance.IntN(len(y.desks))])
	}
	if y.chance.IntN(20) == 0 {
		y.keep(y.desks[y.chance.IntN(len(y.desks))])
	}
}

// work is one thing that a person does; what the rules refuse is not done.
func (y *year) work(c *colleague) {
	y.t.Helper()
	rows := c.Incidents()
	if len(rows) == 0 || y.chance.IntN(4) == 0 {
		c.call(fmt.Sprintf("laporan ke-%d", c.own))
		c.own++
		y.did("incidents registered")
		return
	}
	row := rows[y.chance.IntN(min(len(rows), 12))]
	ref := IncidentRef(row.ID)
	_, err := c.Do(Order{Command: y.command(ref, row)})
	switch _, refused := model.AsRefusal(err); {
	case err == nil:
		y.did("changes made")
	case refused:
		y.did("changes refused")
	default:
		y.t.Fatal(err)
	}
}

func (y *year) command(ref IncidentRef, row *model.Row) Command {
	word := text(fmt.Sprintf("catatan %d", y.chance.IntN(1000)))
	switch y.chance.IntN(7) {
	case 0:
		return ClassifyIncident{Incident: ref, Class: model.Classes[y.chance.IntN(len(model.Classes))], Reason: "dinilai ulang"}
	case 1:
		return PassStep{Incident: ref, Step: row.Step, Details: Details{InitialAnalysis: word, Impact: word, Analysis: word}, Teams: []string{"VII"}}
	case 2:
		return Assign{Incident: ref, Teams: []string{model.HandlingTeams[y.chance.IntN(len(model.HandlingTeams))]}}
	case 3:
		return AddNote{Incident: ref, Text: *word}
	case 4:
		return Undo{Subject: string(row.ID)}
	case 5:
		return NotAnIncident{Incident: ref, Reason: "positif palsu", Answer: "bukan insiden"}
	}
	return AmendIncident{Incident: ref, Details: Details{Title: word}}
}

// send writes a file for all others and puts it into the post, which may lose,
// double and delay it.
func (y *year) send(from *colleague) {
	file := filepath.Join(y.t.TempDir(), "kiriman.siaga")
	if _, err := from.Export(file, Export{}, nil); err != nil {
		y.t.Fatal(err)
	}
	y.did("files sent")
	for _, to := range y.desks {
		if to == from {
			continue
		}
		if y.chance.IntN(4) == 0 {
			y.did("files lost")
			continue
		}
		for n := range 1 + y.chance.IntN(5)/4 {
			y.post = append(y.post, letter{to, file, y.now.Add(time.Duration(y.chance.IntN(20)+n) * 24 * time.Hour)})
		}
	}
}

func (y *year) deliver() {
	var underway []letter
	for _, l := range y.post {
		if l.arrive.After(y.now) {
			underway = append(underway, l)
		} else {
			y.open(l)
		}
	}
	y.post = underway
}

// open takes in a letter. Only these refusals may be met.
func (y *year) open(l letter) {
	a, err := l.to.takeInFrom(l.file, nil)
	switch faultOf(err) {
	case "refuse.bundle-again":
		y.did("files that came again")
	case "refuse.bundle-others":
		y.did("files from a desk that did not know this one yet")
	case "refuse.bundle-stranger": // it was meant for the desk before, which knew the sender
		if l.to.Me().Succeeds == "" {
			y.t.Fatal(err)
		}
		y.did("files from a desk that the restored one did not know yet")
	default:
		if err != nil {
			y.t.Fatal(err)
		}
		y.did("files taken in")
		y.tale["disputes met"] += len(a.Disputes)
		if !a.Whole() {
			y.did("files that waited")
		}
	}
}

// breakDown loses a desk's disk; it is restored from its last backup.
func (y *year) breakDown(n int) {
	old := y.desks[n]
	if err := old.Close(); err != nil {
		y.t.Fatal(err)
	}
	b := &bench{t: y.t, clock: old.clock}
	b.world = World{Folder: y.t.TempDir(), Now: func() time.Time { return b.clock }, Random: seeded(fmt.Sprint("restored", n, y.now)), FileCost: 8}
	var err error
	if b.Desk, _, err = Restore(b.world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{old.backup}, old.recovery, nil); err != nil {
		y.t.Fatal(err)
	}
	y.t.Cleanup(func() { b.Desk.Close() })
	if err := b.Sit(PersonRef(y.desks[(n+1)%5].atDesk)); err != nil {
		y.t.Fatal(err)
	}
	fresh := &colleague{bench: b, skew: old.skew}
	for i, l := range y.post {
		if l.to == old {
			y.post[i].to = fresh
		}
	}
	y.desks[n] = fresh
	y.keep(fresh)
	y.did("desks restored from a backup")
}

// meet lets everybody exchange with everybody until all know all.
func (y *year) meet() {
	y.now = y.now.Add(30 * 24 * time.Hour)
	y.deliver()
	for range 3 {
		for _, from := range y.desks {
			from.clock = y.now.Add(from.skew)
			file := filepath.Join(y.t.TempDir(), "rapat.siaga")
			if _, err := from.Export(file, Export{}, nil); err != nil {
				y.t.Fatal(err)
			}
			for _, to := range y.desks {
				to.clock = y.now.Add(to.skew)
				if to != from {
					y.open(letter{to: to, file: file})
				}
			}
		}
	}
}

// Five desks for a year: apart, with a post that loses files and a desk whose
// disk breaks; at the end they are equal, and nothing that was written and sent
// is missing.
func TestFiveDesksForAYear(t *testing.T) {
	months := 2
	if n, err := strconv.Atoi(os.Getenv("SIAGA_PROOF_MONTHS")); err == nil {
		months = n
	}
	seed := uint64(2026)
	if n, err := strconv.ParseUint(os.Getenv("SIAGA_PROOF_SEED"), 10, 64); err == nil {
		seed = n
	}
	y := newYear(t, seed)
	for m := range months {
		for range 30 {
			y.day()
		}
		if m%3 == 1 {
			y.breakDown(y.chance.IntN(len(y.desks)))
		}
	}
	known := y.known()
	y.meet()
	var all []*bench
	for _, c := range y.desks {
		all = append(all, c.bench)
		for id := range known {
			if _, err := c.Incident(IncidentRef(id)); err != nil {
				t.Errorf("%s has lost an incident: %v", c.letter, err)
			}
		}
	}
	same(t, all...)
	y.inspect()
	for _, what := range sortedKeys(y.tale) {
		t.Logf("%6d %s", y.tale[what], what)
	}
}

// known are the incidents that at least one desk has.
func (y *year) known() map[model.IncidentID]bool {
	known := map[model.IncidentID]bool{}
	for _, c := range y.desks {
		for _, row := range c.Incidents() {
			known[row.ID] = true
		}
	}
	return known
}

// inspect looks at each desk as its owner would: whole, nothing waiting, nothing
// forked, and its own incidents there.
func (y *year) inspect() {
	for _, c := range y.desks {
		checked, err := c.Check()
		x, failed := c.Exchange()
		if err := errors.Join(err, failed); err != nil {
			y.t.Fatal(err)
		}
		if len(x.Waiting)+len(x.Forks)+len(x.Received) > 0 {
			y.t.Errorf("%s: %+v %+v %v", c.letter, x.Waiting, x.Forks, x.Received)
		}
		y.tale["events at each desk"] = int(checked.Events)
		y.tale["incidents at each desk"] = len(c.Incidents())
		y.tale["left to decide"] = 0
		for _, row := range c.Incidents() {
			y.tale["left to decide"] += row.Conflicts
		}
	}
}
