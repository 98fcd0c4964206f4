package app

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

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
	err = s.replay(progress, func(events []model.Event) error {
		d.mu.RLock()
		defer d.mu.RUnlock()
		if erasing {
			brought = append(brought, events...)
		}
		return d.tell(t, tried, events)
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
	err = s.replay(progress, func(events []model.Event) error { return d.takeIn(t, events) })
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

// replay reads the file once more and hands over the events that are new and to
// be believed, in groups. The next group is read meanwhile.
func (s *survey) replay(progress Progress, take func([]model.Event) error) error {
	return ahead(1, func(give func([]model.Event) error) error {
		group, size := make([]model.Event, 0, groupEvents), 0
		err := s.read(progress, func(_ *bundle.Reader, item bundle.Item) (err error) {
			if item.Content != nil {
				return errEnough
			}
			if item.Event == nil || !s.wants(item.Event.Mark()) {
				return nil
			}
			group, size = append(group, *item.Event), size+item.Event.Size()
			if len(group) == groupEvents || size > groupBytes {
				err = give(group)
				group, size = make([]model.Event, 0, groupEvents), 0
			}
			return err
		}, func(bundle.Header) error { return nil })
		if errors.Is(err, errEnough) {
			err = nil
		}
		if err != nil || len(group) == 0 {
			return err
		}
		return give(group)
	}, take)
}

// errEnough ends the reading of events: contents follow.
var errEnough = errors.New("no events follow")

// wants reports whether an event is new and to be taken in.
func (s *survey) wants(m model.Mark) bool {
	r := s.runs[m.Desk]
	return r != nil && r.brings() && m.N > r.have.n
}

// takeIn makes events of other desks lasting: the journal first, synced once for
// the group, then the store, chunk by chunk.
func (d *Desk) takeIn(t *tidings, events []model.Event) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken != nil {
		return model.Refuse("refuse.in-recovery")
	}
	if err := d.continues(events); err != nil {
		return err
	}
	for n, e := range events {
		events[n] = d.erased.Strip(e)
	}
	chunks := chunked(events)
	records := make([][]byte, len(chunks))
	for n, chunk := range chunks {
		records[n] = model.Pack(chunk)
	}
	ends, err := d.journal.AppendEach(records)
	if err != nil {
		return err
	}
	if err := d.takeChunks(t, chunks, ends); err != nil {
		d.broken = err // the journal has it: the next opening replays it
		return err
	}
	return nil
}

// takeChunks brings what the journal holds into the store: one chunk is written
// while the next is folded.
func (d *Desk) takeChunks(t *tidings, chunks [][]model.Event, ends []journal.Position) error {
	working, all := subjects{}, []taking{}
	err := ahead(1, func(give func(taking) error) error {
		for n, chunk := range chunks {
			if err := d.tell(t, working, chunk); err != nil {
				return err
			}
			taken, err := d.prepare(chunk, working, ends[n])
			if err == nil {
				err = give(taken)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}, func(taken taking) error {
		all = append(all, taken)
		return d.store.Commit(taken.batch)
	})
	if err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	t.left(working)
	for _, taken := range all { // not before: their subjects were still being folded into
		d.holdTaken(taken)
	}
	return nil
}

// continues refuses events that do not follow those here, which may have grown
// since the file was surveyed.
func (d *Desk) continues(events []model.Event) error {
	chains := maps.Clone(d.chains)
	for _, e := range events {
		if err := chains.follow(e); err != nil {
			return err
		}
	}
	return nil
}

// tell folds events into subjects and notes which are met.
func (d *Desk) tell(t *tidings, working subjects, events []model.Event) error {
	for _, e := range events {
		s, err := d.toFold(working, e.Header.Subject)
		if err != nil {
			return err
		}
		t.meet(s)
		s.Fold(e)
		t.events++
	}
	return nil
}

// toFold is a subject that events are to be folded into, read once.
func (d *Desk) toFold(working subjects, id model.SubjectID) (*model.Subject, error) {
	if working[id] == nil {
		s, err := d.readOrBegin(id)
		if err != nil {
			return nil, err
		}
		working[id] = s
	}
	return working[id], nil
}

// readOrBegin reads a subject; most of those that a file brings are new, which a
// look at their row tells much faster.
func (d *Desk) readOrBegin(id model.SubjectID) (*model.Subject, error) {
	raw, ok := model.Raw(string(id))
	if !ok {
		return nil, fmt.Errorf("%q is not an identity", id)
	}
	if known, err := d.store.HasRow(raw); err != nil || !known {
		return &model.Subject{ID: id}, err
	}
	return d.readSubject(id)
}

// foldInto folds one event into its subject.
func (d *Desk) foldInto(working subjects, e model.Event) error {
	s, err := d.toFold(working, e.Header.Subject)
	if err == nil {
		s.Fold(e)
	}
	return err
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
