package demo

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
)

// secondName is what the second desk is called.
const secondName = "Contoh loket pengaduan"

// second is the desk at the counter: invited a while ago, it has exchanged files
// since, and on the last day it leaves something to decide, a ticket that was
// merged and a file in the inbox. It is real, and gone when the story ends.
type second struct {
	*teller
	desk   *app.Desk
	folder string
	double app.IncidentRef // registered there and here
}

// withSecond tells the year with the second desk beside.
func (t *teller) withSecond(tell func() error) (err error) {
	if !t.options.Second || t.terse() || t.options.Incidents <= len(lastDay) {
		return tell()
	}
	s := &second{teller: t}
	if s.folder, err = os.MkdirTemp("", "siaga-contoh-"); err != nil {
		return fmt.Errorf("make room for the second desk: %w", err)
	}
	defer os.RemoveAll(s.folder)
	t.doubles = 1
	s.plan()
	err = tell()
	if s.desk != nil {
		err = errors.Join(err, s.desk.Close())
	}
	return err
}

// plan plans what the second desk does, in minutes before the end.
func (s *second) plan() {
	const day = 24 * 60
	for _, d := range []struct {
		before int
		act    func() error
	}{
		{40 * day, s.join}, {40*day - 35, s.compare}, {19 * day, s.exchange}, {6 * day, s.exchange}, {66, s.exchange},
		{52, s.hearAgain}, {47, s.claim}, {43, s.contradict}, {38, s.toFirst}, {33, s.merge}, {30, s.toSecond}, {12, s.leaveLetter},
	} {
		at := s.until - model.Instant(60*d.before)
		s.plans(deed{at: at, typed: at, act: d.act})
	}
}

func (s *second) file() string { return filepath.Join(s.folder, "kiriman.siaga") }

func (s *second) secretary() app.PersonRef { return app.PersonRef(s.staff.secretariat[0]) }

// join sets the second desk up from an invitation. Its keys are drawn from the
// first desk's chance: nobody who knows the seed of the story knows them.
func (s *second) join() error {
	i, err := s.teller.desk.Invite(s.file(), app.Invite{Name: secondName, By: s.secretary()}, nil)
	if err != nil {
		return err
	}
	chance, err := s.teller.desk.NewPassphrase()
	if err != nil {
		return err
	}
	world := app.World{Folder: filepath.Join(s.folder, "meja"), Random: rand.NewChaCha8(sha256.Sum256([]byte(chance))),
		Now: func() time.Time { return s.teller.desk.Now().Time() }}
	lock := app.Lock{Passphrase: chance, Cost: vault.Cost{Memory: 64, Passes: 1, Threads: 1}} // it is gone in a moment
	s.desk, _, err = app.Join(world, lock, []string{s.file()}, i.Passphrase, nil)
	return err
}

// compare takes the second desk's first file in, and its fingerprint is read out.
func (s *second) compare() error {
	if err := s.toFirst(); err != nil {
		return err
	}
	me := s.desk.Me()
	if _, err := s.teller.desk.Do(app.Order{By: s.secretary(), Command: app.CompareDesk{Desk: me.Letter, Fingerprint: me.Fingerprint()}}); err != nil {
		return err
	}
	return s.toSecond()
}

func (s *second) exchange() error { return errors.Join(s.toSecond(), s.toFirst()) }

func (s *second) toFirst() error { return s.carry(s.desk, s.teller.desk) }

func (s *second) toSecond() error { return s.carry(s.teller.desk, s.desk) }

// carry takes a file from one desk to the other.
func (s *second) carry(from, to *app.Desk) error {
	name, err := s.hand(from, to)
	if err == nil {
		_, err = to.Import(name, "", nil)
	}
	return err
}

// hand puts a file of one desk into the inbox of the other.
func (s *second) hand(from, to *app.Desk) (string, error) {
	if _, err := from.Export(s.file(), app.Export{}, nil); err != nil {
		return "", err
	}
	return to.Receive(s.file())
}

// hearAgain registers at the counter what the first desk is at work on.
func (s *second) hearAgain() error {
	twin := *s.today[sceneMerged]
	twin.tale = draw(s.teller, s.texts["duplicate"])
	twin.sender = s.atCounter(&twin)
	done, err := s.register(&twin)
	s.double = app.IncidentRef(done.Ticket)
	return err
}

// atCounter is who comes to the counter.
func (s *second) atCounter(p *plan) sender {
	by := s.senderFor(p)
	by.channel = "langsung"
	return by
}

func (s *second) register(p *plan) (app.Done, error) {
	p.course = course{}
	return s.desk.Do(app.Order{By: app.PersonRef(s.staff.secretariat[1]), Command: s.takenDown(p)})
}

// claim and contradict let both desks say what the same incident has done, before
// either has heard of the other's.
func (s *second) claim() error {
	return s.assess(s.desk, 1, "Warga tidak dapat memakai layanan daring sejak pagi dan datang langsung ke loket.")
}

func (s *second) contradict() error {
	return s.assess(s.teller.desk, 0, "Tampilan terganggu, tetapi layanan daring masih dapat dipakai.")
}

func (s *second) assess(at *app.Desk, secretary int, impact string) error {
	_, err := at.Do(app.Order{By: app.PersonRef(s.staff.secretariat[secretary]),
		Command: app.AmendIncident{Incident: s.today[sceneDisputed].ref, Details: app.Details{Impact: &impact}}})
	return err
}

// merge joins what was reported at both desks.
func (s *second) merge() error {
	into := s.today[sceneMerged].ref
	join, err := s.teller.desk.MergePlan(into, s.double)
	if err != nil {
		return err
	}
	take := map[string]string{}
	for _, clash := range join.Clashes {
		take[clash.Field] = "into"
	}
	_, err = s.teller.desk.Do(app.Order{By: s.secretary(), Command: app.MergeIncidents{Into: into, From: s.double, Take: take,
		Reason: "Kejadian yang sama, dilaporkan juga di loket."}})
	s.story.Incidents++
	s.story.Outcomes[model.Duplicate]++
	return err
}

// leaveLetter leaves a file with one more report in the first desk's inbox.
func (s *second) leaveLetter() error {
	p := s.conceive("AKN", model.Rendah)
	p.sender = s.atCounter(p)
	if _, err := s.register(p); err != nil {
		return err
	}
	_, err := s.hand(s.desk, s.teller.desk)
	return err
}
