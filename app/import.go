package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"siaga/app/ahead"
	"siaga/app/bundle"
	"siaga/app/journal"
	"siaga/app/store"
	"siaga/model"
)

const requestKind = bundle.Request

// Preview reads a received file to its end and tells what taking it in would
// change; it changes nothing. It refuses what [Desk.Import] refuses.
func (d *Desk) Preview(name, passphrase string, progress Progress) (Arrival, error) {
	s, err := d.survey(d.inboxPath(filepath.Base(name)), bundle.Keys{Passphrase: passphrase}, progress)
	if err != nil {
		return Arrival{}, err
	}
	if s.isShare() {
		return s.shareArrival(filepath.Base(name)), nil
	}
	a := s.arrival(filepath.Base(name))
	if a.Events = s.fresh(); a.Events > mostTried {
		a.Rough = true
		return a, nil
	}
	t, tried, brought, erasing := newTidings(), subjects{}, []model.Event(nil), s.erasing()
	err = s.replay(progress, func(g group) error {
		d.mu.RLock()
		defer d.mu.RUnlock()
		if erasing {
			brought = append(brought, g.events...)
		}
		err := d.readThose(tried, g.events)
		if err == nil {
			t.fold(tried, g.events)
		}
		return err
	})
	t.left(tried)
	t.tell(&a, d.Now())
	if err == nil && erasing {
		err = d.foretellAgain(&a, brought)
	}
	return a, err
}

// erasing reports whether there are orders to erase, here or in the file.
func (s *survey) erasing() bool {
	for _, r := range s.runs {
		if len(r.orders) > 0 {
			return true
		}
	}
	return len(s.desk.erasures()) > 0
}

// mostTried is with how many events a preview tries what they would change: all
// that they are about is in memory meanwhile.
const mostTried = 200_000

// fresh is how many events are new and to be taken in.
func (s *survey) fresh() (events uint64) {
	for _, r := range s.runs {
		if r.brings() {
			events += r.To - r.have.n
		}
	}
	return events
}

// Import takes in a received file: event by event what is new and follows; what
// has to wait for another file waits in the inbox, what contradicts what is here
// goes to the quarantine. It refuses, having changed nothing, what is damaged,
// what was not meant for this desk, and what no welcome desk of the office has
// signed. An import that is broken off goes on when the desk is next opened; one
// that a person stopped does not, and can be started again.
func (d *Desk) Import(name, passphrase string, progress Progress) (Arrival, error) {
	return d.importWith(name, bundle.Keys{Passphrase: passphrase}, progress)
}

func (d *Desk) importWith(name string, with bundle.Keys, progress Progress) (Arrival, error) {
	d.importing.Lock()
	defer d.importing.Unlock()
	name = filepath.Base(name)
	asked := d.askedNow()
	a, err := d.importOne(name, with, progress)
	if err != nil {
		return a, err
	}
	d.importWaiting(name)
	a.NewLetter, err = d.settleLetter()
	err = errors.Join(err, d.tellAgain(&a, asked), d.settleHeld(progress))
	d.tellChanged()
	return a, err
}

func (d *Desk) importOne(name string, with bundle.Keys, progress Progress) (Arrival, error) {
	again := d.tookIn(name)
	if again && len(d.MissingFiles()) == 0 {
		return Arrival{}, d.refuseAgain(name)
	}
	s, err := d.survey(d.inboxPath(name), with, progress)
	if err != nil {
		return Arrival{}, err
	}
	if again && (s.isShare() || s.header.Contents == 0) {
		return Arrival{}, d.refuseAgain(name)
	}
	if s.isShare() {
		return d.takeShare(s, name, progress)
	}
	a := s.arrival(name)
	if err := d.renote(func(x *exchanged) { x.Taking = name }); err != nil {
		return a, err
	}
	t := newTidings()
	err = s.replay(progress, func(g group) error { return d.takeIn(t, g) })
	t.tell(&a, d.Now())
	if err == nil {
		a.Files, err = d.takeFiles(s, progress)
	}
	switch {
	case err == nil:
		return a, d.conclude(s, a)
	case faultOf(err) == "refuse.stopped":
		return a, errors.Join(err, d.renote(func(x *exchanged) { x.Taking = "" })) // it does not go on by itself
	}
	return a, err
}

// refuseAgain refuses a file that was taken in before. One with contents is read
// all the same while some are missing here: they were lost since.
func (d *Desk) refuseAgain(name string) error {
	return errors.Join(d.Discard(name), model.Refuse("refuse.bundle-again"))
}

// importWaiting tries the files that waited for what has just come, until none
// of them brings anything more.
func (d *Desk) importWaiting(but string) {
	for came := true; came; {
		came = false
		for _, w := range d.waiting() {
			if w.File == but {
				continue
			}
			a, err := d.importOne(w.File, bundle.Keys{}, nil)
			came = came || err == nil && a.Events > 0
		}
	}
}

func (d *Desk) waiting() []Waiting {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.Clone(d.others.Waiting)
}

func (d *Desk) tookIn(name string) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.Contains(d.others.Files, contentOf(name))
}

// What is taken in with one synced write of the journal; the store takes it in
// smaller ones.
const (
	groupEvents = 3000
	groupBytes  = 8 << 20
)

// group is what is taken in at once: events, each of which follows the one before,
// and how far their desks' events have to be here.
type group struct {
	events []model.Event
	size   int // in bytes
	behind chains
}

// replay reads the file once more and hands over the events that are new and to
// be believed, in groups. The next group is read meanwhile.
func (s *survey) replay(progress Progress, take func(group) error) error {
	return ahead.Make(1, func(give func(group) error) error {
		g, ends := newGroup(), chains{}
		for desk, r := range s.runs {
			ends[desk] = r.have
		}
		err := s.read(progress, func(_ *bundle.Reader, item bundle.Item) (err error) {
			if item.Content != nil {
				return errEnough
			}
			if item.Event == nil || !s.wants(item.Event.Mark()) {
				return nil
			}
			if err := g.add(*item.Event, ends); err != nil {
				return err
			}
			if g.full() {
				err = give(g)
				g = newGroup()
			}
			return err
		}, func(*bundle.Reader) error { return nil })
		if errors.Is(err, errEnough) {
			err = nil
		}
		if err != nil || len(g.events) == 0 {
			return err
		}
		return give(g)
	}, take)
}

func newGroup() group {
	return group{events: make([]model.Event, 0, groupEvents), behind: chains{}}
}

func (g *group) add(e model.Event, ends chains) error {
	if _, begun := g.behind[e.Header.Desk]; !begun {
		g.behind[e.Header.Desk] = ends[e.Header.Desk]
	}
	g.events, g.size = append(g.events, e), g.size+e.Size()
	return ends.follow(e)
}

func (g *group) full() bool { return len(g.events) == groupEvents || g.size > groupBytes }

// errEnough ends the reading of events: contents follow.
var errEnough = errors.New("no events follow")

// wants reports whether an event is new and to be taken in.
func (s *survey) wants(m model.Mark) bool {
	r := s.runs[m.Desk]
	return r != nil && r.brings() && m.N > r.have.n
}

// takeIn makes events of other desks lasting: the journal first, synced once for
// the group, then the store, chunk by chunk. It refuses events that do not follow
// those here, which may have grown since the file was surveyed.
func (d *Desk) takeIn(t *tidings, g group) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken != nil {
		return model.Refuse("refuse.in-recovery")
	}
	for desk, end := range g.behind {
		if d.chains[desk] != end {
			return fmt.Errorf("the events of %.8s do not follow %d any more", desk, end.n)
		}
	}
	for n, e := range g.events {
		g.events[n] = d.erased.Strip(e)
	}
	working := subjects{}
	if err := d.readThose(working, g.events); err != nil {
		return err
	}
	return d.takeChunks(t, working, chunked(g.events))
}

// takeChunks writes chunks to the journal and then to the store. They are folded
// while the journal, and what stands before them, is written.
func (d *Desk) takeChunks(t *tidings, working subjects, chunks [][]model.Event) error {
	var ends []journal.Position
	written := ahead.Begin(func() (err error) {
		ends, err = d.journal.AppendEach(packed(chunks))
		return err
	})
	var all []taking
	fresh := d.newOf(working)
	err := ahead.Make(1, func(give func(taking) error) error {
		for _, chunk := range chunks {
			t.fold(working, chunk)
			taken, err := d.prepare(chunk, working, fresh)
			if err == nil {
				err = give(taken)
			}
			if err != nil {
				return err
			}
		}
		t.left(working)
		return nil
	}, func(taken taking) error {
		if err := written(); err != nil {
			return err
		}
		taken.upTo(ends[len(all)])
		all = append(all, taken)
		return taken.sealed.Commit()
	})
	if lost := written(); lost != nil {
		return lost
	}
	if err != nil {
		d.broken = fmt.Errorf("write to the store: %w", err) // the journal has it: the next opening replays it
		return d.broken
	}
	for _, taken := range all { // not before: their subjects were still being folded into
		d.holdTaken(taken)
	}
	return nil
}

// packed are chunks as the journal keeps them.
func packed(chunks [][]model.Event) [][]byte {
	records := make([][]byte, len(chunks))
	for n, chunk := range chunks {
		records[n] = model.Pack(chunk)
	}
	return records
}

// readThose reads what events are about and is not among the subjects yet; most of
// what a file brings is new. An import does so before it writes: whoever reads from
// a Badger waits for what is being written to it.
func (d *Desk) readThose(met subjects, events []model.Event) error {
	for _, e := range events {
		id := e.Header.Subject
		if met[id] != nil {
			continue
		}
		met[id] = &model.Subject{ID: id}
		if d.isNew(id) {
			continue
		}
		known, err := d.readSubject(id)
		if err != nil {
			return err
		}
		met[id] = known
	}
	return nil
}

// isNew reports whether no event about a thing is here.
func (d *Desk) isNew(id model.SubjectID) bool {
	return d.rows[id] == nil && !d.small[id]
}

func (d *Desk) newOf(all subjects) map[model.SubjectID]bool {
	fresh := map[model.SubjectID]bool{}
	for id := range all {
		if d.isNew(id) {
			fresh[id] = true
		}
	}
	return fresh
}

// chunked cuts events into what fits one transaction of the store.
func chunked(events []model.Event) (chunks [][]model.Event) {
	size, from := 0, 0
	for n, e := range events {
		size += e.Size()
		if !store.Fits(n-from+1, size) {
			chunks = append(chunks, events[from:n])
			from, size = n, e.Size()
		}
	}
	return append(chunks, events[from:])
}

// resume goes on with an import that was broken off. One that cannot be read any
// more, or wants a passphrase, stays in the inbox and is shown there.
func (d *Desk) resume() error {
	if d.broken != nil || d.others.Taking == "" {
		return nil
	}
	if _, err := d.Import(d.others.Taking, "", nil); err != nil {
		return d.renote(func(x *exchanged) { x.Taking = "" })
	}
	return nil
}
