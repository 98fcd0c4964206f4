package app

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"siaga/app/bundle"
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
	t, tried := newTidings(), subjects{}
	err = s.replay(progress, func(events []model.Event) error {
		d.mu.RLock()
		defer d.mu.RUnlock()
		return d.tell(t, tried, events)
	})
	a := s.arrival(filepath.Base(name))
	t.tell(&a)
	return a, err
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
	a, err := d.importOne(name, with, progress)
	if err != nil {
		return a, err
	}
	d.importWaiting(name)
	a.NewLetter, err = d.settleLetter()
	err = errors.Join(err, d.settleHeld(progress))
	d.tellChanged()
	return a, err
}

func (d *Desk) importOne(name string, with bundle.Keys, progress Progress) (Arrival, error) {
	if d.tookIn(name) {
		return Arrival{}, errors.Join(d.Discard(name), model.Refuse("refuse.bundle-again"))
	}
	s, err := d.survey(d.inboxPath(name), with, progress)
	if err != nil {
		return Arrival{}, err
	}
	a := s.arrival(name)
	if err := d.renote(func(x *exchanged) { x.Taking = name }); err != nil {
		return a, err
	}
	t := newTidings()
	err = s.replay(progress, func(events []model.Event) error { return d.takeIn(t, events) })
	t.tell(&a)
	switch {
	case err == nil:
		return a, d.conclude(s, a)
	case faultOf(err) == "refuse.stopped":
		return a, errors.Join(err, d.renote(func(x *exchanged) { x.Taking = "" })) // it does not go on by itself
	}
	return a, err
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

// What is taken in at once: a transaction of the store, and a synced write of
// the journal.
const (
	chunkBytes  = 1 << 20
	groupChunks = 16
)

// replay reads the file once more and hands over the events that are new and to
// be believed, in groups.
func (s *survey) replay(progress Progress, take func([]model.Event) error) error {
	var group []model.Event
	size := 0
	flush := func() error {
		if len(group) == 0 {
			return nil
		}
		err := take(group)
		group, size = nil, 0
		return err
	}
	err := s.read(progress, func(_ *bundle.Reader, item bundle.Item) error {
		if item.Event == nil || !s.wants(item.Event.Mark()) {
			return nil
		}
		group, size = append(group, *item.Event), size+len(item.Event.Head)+len(item.Event.Sealed)
		if len(group) < groupChunks*store.ChunkEvents && size < groupChunks*chunkBytes {
			return nil
		}
		return flush()
	}, func(bundle.Header) error { return nil })
	if err != nil {
		return err
	}
	return flush()
}

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
	for n, chunk := range chunks {
		working := subjects{}
		err := d.tell(t, working, chunk)
		if err == nil {
			err = d.take(chunk, working, ends[n])
		}
		if err != nil {
			d.broken = err // the journal has it: the next opening replays it
			return err
		}
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

// tell folds events into subjects and notes what that changes.
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
	t.left(working)
	return nil
}

// toFold is a subject that events are to be folded into, read once.
func (d *Desk) toFold(working subjects, id model.SubjectID) (*model.Subject, error) {
	if working[id] == nil {
		s, err := d.readSubject(id)
		if err != nil {
			return nil, err
		}
		working[id] = s
	}
	return working[id], nil
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
		size += len(e.Head) + len(e.Sealed)
		if n-from == store.ChunkEvents || size > chunkBytes && n > from {
			chunks = append(chunks, events[from:n])
			from, size = n, len(e.Head)+len(e.Sealed)
		}
	}
	return append(chunks, events[from:])
}

// mostFiles is how many files that were taken in are remembered by their sum, so
// that one that comes again costs nothing.
const mostFiles = 1000

// conclude keeps what the file says about the others, and puts the file away.
func (d *Desk) conclude(s *survey, a Arrival) error {
	err := d.renote(func(x *exchanged) {
		x.Taking = ""
		s.keepHeads(x)
		s.keepReceipt(x)
		if a.Request {
			x.Asked[a.From.Desk] = a.MadeAt
		}
		x.keepClocks(a)
		x.keepForks(a)
		x.Waiting = withoutFile(x.Waiting, a.File)
		x.Removed = slices.DeleteFunc(x.Removed, func(r RemovedFile) bool { return r.From == a.From.Desk })
		if !a.Whole() {
			x.Waiting = append(x.Waiting, Waiting{File: a.File, From: a.From.Desk, Since: model.At(d.now()), Gaps: a.Gaps, Strangers: a.Strangers})
			return
		}
		x.Files = append(x.Files, contentOf(a.File))
		x.Files = x.Files[max(0, len(x.Files)-mostFiles):]
	})
	if err != nil {
		return err
	}
	return d.putAway(a)
}

// putAway removes a file of which all is here, and sets one aside that
// contradicts what is here.
func (d *Desk) putAway(a Arrival) error {
	from := d.inboxPath(a.File)
	switch {
	case !a.Whole():
		return nil
	case len(a.Forks) > 0:
		if err := os.MkdirAll(d.quarantinePath(""), 0o700); err != nil {
			return fmt.Errorf("make the quarantine: %w", err)
		}
		if err := os.Rename(from, d.quarantinePath(a.File)); err != nil {
			return fmt.Errorf("set a file aside: %w", err)
		}
		return nil
	}
	if err := os.Remove(from); err != nil {
		return fmt.Errorf("put a file away: %w", err)
	}
	return nil
}

// keepHeads keeps the signatures under what is here now.
func (s *survey) keepHeads(x *exchanged) {
	for desk, h := range s.heads {
		key := s.trusted[desk]
		if at := s.desk.chains[desk]; desk != s.desk.me && h.N > x.Heads[desk].N && h.N <= at.n && s.signs(h, key) {
			x.Heads[desk] = h
		}
	}
}

// signs reports whether a head is that desk's own signature under what the file
// brought or what is here.
func (s *survey) signs(h bundle.Head, key []byte) bool {
	if !h.Verify(s.header.Office, key) {
		return false
	}
	if r := s.runs[h.Desk]; r != nil && r.To == h.N {
		return r.verified && !r.forked
	}
	here := s.desk.chains[h.Desk]
	return here.n == h.N && here.hash == h.Hash
}

// keepReceipt keeps how far the sender has come. A request says it anew: what
// was lost there counts as not confirmed.
func (s *survey) keepReceipt(x *exchanged) {
	from, seen := s.header.Desk, model.Vector(s.header.Seen)
	if from == s.desk.me {
		return
	}
	before := x.Receipts[from]
	if s.header.Kind != requestKind || s.header.MadeAt < before.At {
		seen = before.Vector.Join(seen)
	}
	x.Receipts[from] = Receipt{Vector: seen, At: max(before.At, s.header.MadeAt)}
}

// keepClocks keeps which clocks ran wrong, and forgets those that run right
// again.
func (x *exchanged) keepClocks(a Arrival) {
	delete(x.Clocks, a.From.Desk)
	for desk, skew := range a.Clocks {
		x.Clocks[desk] = skew
	}
}

// keepForks keeps each contradiction once, with the file that came last.
func (x *exchanged) keepForks(a Arrival) {
	for _, f := range a.Forks {
		at := slices.IndexFunc(x.Forks, func(k Fork) bool { return k.Desk == f.Desk })
		if at < 0 {
			x.Forks = append(x.Forks, f)
			continue
		}
		f.At, f.N = x.Forks[at].At, min(f.N, x.Forks[at].N)
		x.Forks[at] = f
	}
}

func withoutFile(waiting []Waiting, file string) []Waiting {
	return slices.DeleteFunc(slices.Clone(waiting), func(w Waiting) bool { return w.File == file })
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
