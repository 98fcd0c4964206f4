package app

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"siaga/app/bundle"
	"siaga/model"
)

// survey is a file of the inbox read to its end: what it brings of each desk's
// events, and whether that is to be believed. Nothing is taken in before.
type survey struct {
	desk    *Desk
	path    string
	keys    bundle.Keys
	header  bundle.Header
	runs    map[model.DeskID]*run
	heads   map[model.DeskID]bundle.Head
	parts   map[string][]byte
	trusted model.Keys
	sender  model.DeskInfo

	files    int                        // contents of it that are not here
	held     int                        // bytes of it that are kept in memory
	lie      error                      // the first thing that no desk may say
	kinds    map[model.SubjectID]string // of what new events are about
	admitted map[model.DeskID]model.SubjectID
	shared   []model.Excerpt         // by another CSIRT
	branched map[model.DeskID]uint64 // up to where desks signed another version of what is here
	signed   uint64                  // up to where this desk had signed its own events
}

// run is what a file brings of one desk's events.
type run struct {
	bundle.Range
	have     chain          // how far that desk's events are here
	end      chain          // after the last event of the run
	bare     []model.Header // events that came without their payload
	roster   []model.Event  // those about desks and invitations
	orders   []model.Event  // those that order to erase
	forked   bool           // an event differs from the one here of the same number
	verified bool           // the desk itself has signed where the run ends
	lead     time.Duration  // how far its latest stamp is ahead of this desk's clock
}

// gap is what is missing before the run can be taken in.
func (r *run) gap() (Gap, bool) {
	return Gap{Desk: r.Desk, From: r.have.n + 1, To: r.From - 1}, r.From > r.have.n+1
}

// brings reports whether there is anything new to take in, now.
func (r *run) brings() bool {
	_, gap := r.gap()
	return r.verified && !r.forked && !gap && r.To > r.have.n
}

// survey reads a file to its end. It refuses what is damaged, not meant for
// this desk or another office's, and what no welcome desk has signed; another
// CSIRT's shared incidents are vouched for by the passphrase alone.
func (d *Desk) survey(path string, with bundle.Keys, progress Progress) (*survey, error) {
	s := &survey{desk: d, path: path, runs: map[model.DeskID]*run{}, heads: map[model.DeskID]bundle.Head{},
		parts: map[string][]byte{}, kinds: map[model.SubjectID]string{}, admitted: map[model.DeskID]model.SubjectID{},
		branched: map[model.DeskID]uint64{}}
	s.keys = bundle.Keys{Identities: append(d.identities(), with.Identities...), Passphrase: with.Passphrase}
	var last *bundle.Reader
	err := s.read(progress, func(r *bundle.Reader, item bundle.Item) error {
		last = r
		return s.note(item)
	}, s.begin)
	if err != nil {
		return nil, err
	}
	if s.isShare() {
		return s, s.unpack(last)
	}
	return s, s.judge(last)
}

// packing is how many bytes more than an event, at most, a record of the journal
// has in which it stands.
const packing = 64

// read goes through the file; begin is called first, when its header is read.
func (s *survey) read(progress Progress, each func(*bundle.Reader, bundle.Item) error, begin func(*bundle.Reader) error) error {
	file, err := os.Open(s.path)
	if err != nil {
		return model.Refuse("refuse.file", "Path", s.path)
	}
	defer file.Close()
	r, err := bundle.Open(file, s.keys, bundle.Limits{Record: bundle.LargestRecord - packing})
	if err != nil {
		return err
	}
	if err := begin(r); err != nil {
		return err
	}
	done := uint64(0)
	pass := func(item bundle.Item) error {
		if err := each(r, item); err != nil {
			return err
		}
		if item.Content != nil {
			done += uint64(item.Content.Size) / bytesAsEvent
		}
		if done++; done%everySoMany == 0 || item.Content != nil {
			return progress.goOn(min(done, workOf(r.Header())), workOf(r.Header()))
		}
		return nil
	}
	for {
		if err := r.Events(func(e *model.Event) error { return pass(bundle.Item{Event: e}) }); err != nil {
			return err
		}
		item, err := r.Next()
		if err == io.EOF {
			return each(r, bundle.Item{})
		}
		if err == nil {
			err = pass(item)
		}
		if err != nil {
			return err
		}
	}
}

// begin refuses what is not for this desk, and notes what is here already.
func (s *survey) begin(r *bundle.Reader) error {
	s.desk.mu.RLock()
	defer s.desk.mu.RUnlock()
	r.Fleeting()
	h := r.Header()
	switch {
	case s.desk.broken != nil:
		return model.Refuse("refuse.in-recovery")
	case h.Kind == bundle.Share:
		s.header = h
		return s.beginShare()
	case h.Office != s.desk.officeID:
		return model.Refuse("refuse.bundle-office")
	case !s.desk.isFor(h):
		return model.Refuse("refuse.bundle-others")
	}
	s.header = h
	for _, r := range h.Ranges {
		if s.runs[r.Desk] != nil {
			return errors.Join(errTwice, model.Refuse("refuse.bundle-damaged"))
		}
		s.runs[r.Desk] = &run{Range: r, have: s.desk.chains[r.Desk]}
	}
	return nil
}

var errTwice = errors.New("a desk's events are announced twice")

// isFor reports whether the sender meant the file for this desk, or for the one
// whose backup it was restored from.
func (d *Desk) isFor(h bundle.Header) bool {
	desk := d.me
	for range len(d.desks) + 1 { // each once, should they name each other in a circle
		if h.IsFor(desk) {
			return true
		}
		if desk = d.deskInfo(desk).Succeeds; desk == "" {
			break
		}
	}
	return false
}

// note takes down one item.
func (s *survey) note(item bundle.Item) error {
	switch {
	case item.Event != nil:
		return s.follow(s.runs[item.Event.Header.Desk], *item.Event)
	case item.Head != nil:
		s.heads[item.Head.Desk] = *item.Head
	case item.Content != nil && !s.desk.files.Has(item.Content.Sum):
		s.files++
	case item.Part != nil && s.isShare() && len(item.Part.Content) > largestExcerpt:
		return model.Refuse("refuse.bundle-large")
	case item.Part != nil:
		s.parts[item.Part.Name] = item.Part.Content
		return s.holdBack(len(item.Part.Content))
	}
	return nil
}

// follow takes the next event of a run: it must continue the one before, and
// where it is here already it must be the same.
func (s *survey) follow(r *run, e model.Event) error {
	if r.end.n > 0 && e.Header.Prev != r.end.hash {
		return errors.Join(errors.New("a chain is broken in the file"), model.Refuse("refuse.bundle-damaged"))
	}
	r.end = endingIn(e)
	switch n := e.Header.N; {
	case n == r.have.n+1:
		r.forked = r.forked || e.Header.Prev != r.have.hash
	case n == min(r.have.n, r.To):
		same, err := s.desk.holds(e, r.have)
		r.forked = r.forked || !same
		return err
	}
	if e.Header.N <= r.have.n {
		return nil
	}
	r.lead = max(r.lead, time.UnixMilli(e.Header.At.Wall).Sub(s.desk.now()))
	if err := s.weigh(e); err != nil {
		return err
	}
	about := e.Header.Kind.SubjectKind()
	roster, orders := about == "desk" || about == "invitation", about == "erasure"
	if len(e.Sealed) > 0 && !roster && !orders {
		return nil
	}
	kept, err := model.Read(bytes.Clone(e.Head), bytes.Clone(e.Sealed)) // the reader will use its memory again
	if err != nil {
		return err
	}
	if len(e.Sealed) == 0 {
		r.bare = append(r.bare, kept.Header)
	}
	if roster {
		r.roster = append(r.roster, kept)
	}
	if orders {
		r.orders = append(r.orders, kept)
	}
	return s.holdBack(e.Size())
}

// holds reports whether the event of that number here is the same one.
func (d *Desk) holds(e model.Event, have chain) (bool, error) {
	if e.Header.N == have.n {
		return e.Chain() == have.hash, nil
	}
	return d.has(e)
}

// judge decides whose events are to be believed: first those of the desks that
// are trusted already, then those of desks that these vouch for, and so on.
func (s *survey) judge(r *bundle.Reader) error {
	for grew := true; grew; {
		desks, invitations, err := s.roster()
		if err != nil {
			return err
		}
		anchors, err := s.desk.anchors()
		if err != nil {
			return err
		}
		s.trusted = model.Trusted(s.desk.officeID, anchors, desks, invitations)
		s.sender = infoOf(desks, s.header.Desk)
		if grew, err = s.verify(); err != nil {
			return err
		}
	}
	return errors.Join(s.believe(r), s.explained(), s.branches())
}

// explained refuses events without their payload that no order explains: neither
// one that is known here, nor one that the file brings.
func (s *survey) explained() error {
	orders := s.desk.erasures()
	for _, r := range s.runs {
		for _, e := range r.orders {
			if r.verified && !r.forked {
				orders.Add(model.ErasureOf(model.FoldAll([]model.Event{e})))
			}
		}
	}
	for _, r := range s.runs {
		if r.verified && slices.ContainsFunc(r.bare, func(h model.Header) bool { return !orders.Covers(h) }) {
			return model.Refuse("refuse.bundle-bare", "Name", s.nameOf(r.Desk))
		}
	}
	return nil
}

// verify checks the signatures under the runs of trusted desks and reports
// whether there is one more that holds; one that does not is refused.
func (s *survey) verify() (grew bool, err error) {
	for desk, r := range s.runs {
		key := s.trusted[desk]
		if key == nil || r.verified {
			continue
		}
		h := s.heads[desk]
		if h.N != r.To || h.Hash != r.end.hash || !h.Verify(s.header.Office, key) {
			return false, model.Refuse("refuse.bundle-head", "Name", s.nameOf(desk))
		}
		r.verified, grew = true, true
	}
	return grew, nil
}

// believe refuses a file that was not sent by a welcome desk, and one in which a
// desk says what none may say.
func (s *survey) believe(r *bundle.Reader) error {
	key, known := s.trusted[s.header.Desk]
	switch {
	case !known:
		return model.Refuse("refuse.bundle-stranger")
	case !r.SignedBy(key):
		return model.Refuse("refuse.bundle-forged", "Name", s.nameOf(s.header.Desk))
	case s.sender.Revoked != "":
		return model.Refuse("refuse.bundle-revoked", "Name", s.sender.Label(), "Reason", s.sender.Revoked)
	case !s.sender.Welcome(model.At(s.desk.now())):
		return model.Refuse("refuse.bundle-expired", "Name", s.sender.Label(), "At", s.sender.Expires.Time())
	}
	return s.lie
}

// nameOf is a desk as people call it, as far as it is known.
func (s *survey) nameOf(desk model.DeskID) string {
	if s.sender.Desk == desk {
		return s.sender.Label()
	}
	return s.desk.Label(desk)
}

// roster is what is known of desks and invitations when all believed events of
// the file are counted in, and what the others say of themselves.
func (s *survey) roster() ([]model.DeskInfo, []model.Invitation, error) {
	s.desk.mu.RLock()
	defer s.desk.mu.RUnlock()
	desks, invitations := maps.Clone(s.desk.desks), maps.Clone(s.desk.invited)
	believed := subjects{}
	for _, r := range s.runs {
		if !r.brings() {
			continue
		}
		if err := s.desk.readThose(believed, r.roster); err != nil {
			return nil, nil, err
		}
		for _, e := range r.roster {
			believed[e.Header.Subject].Fold(e)
		}
	}
	for id, subject := range believed {
		switch subject.Kind {
		case "desk":
			desks[id] = model.DeskInfoOf(subject)
		case "invitation":
			invitations[id] = model.InvitationOf(subject)
		}
	}
	for _, said := range s.introductions() {
		if _, known := desks[said.ID]; !known {
			desks[said.ID] = said
		}
	}
	return values(desks), values(invitations), nil
}

// introductions are what desks that are not believed yet say of themselves; only
// a proof makes it count ([model.Trusted]).
func (s *survey) introductions() (out []model.DeskInfo) {
	for desk, r := range s.runs {
		if r.verified {
			continue
		}
		said := subjects{}
		for _, e := range r.roster {
			if said[e.Header.Subject] == nil {
				said[e.Header.Subject] = &model.Subject{ID: e.Header.Subject}
			}
			said[e.Header.Subject].Fold(e)
		}
		for _, subject := range said {
			if info := model.DeskInfoOf(subject); subject.Kind == "desk" && info.Desk == desk && info.Author == desk {
				out = append(out, info)
			}
		}
	}
	return out
}
