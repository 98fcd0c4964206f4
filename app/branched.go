package app

import (
	"siaga/app/bundle"
	"siaga/model"
)

// branches holds the signatures of the file against the events here: a desk that
// has signed another version of what is here was copied, or an old copy of it was
// put back, though the file may bring none of its events. What people have dealt
// with is told again only when that version has grown since.
func (s *survey) branches() error {
	for desk, h := range s.heads {
		if !h.Verify(s.header.Office, s.trusted[desk]) {
			continue
		}
		if desk == s.desk.me {
			s.signed = h.N
		}
		branched, err := s.branchedAt(h)
		if err != nil {
			return err
		}
		if branched {
			s.branched[desk] = h.N
		}
	}
	return nil
}

// branchedAt reports whether the event that a signature is under is another one
// here.
func (s *survey) branchedAt(h bundle.Head) (bool, error) {
	s.desk.mu.RLock()
	defer s.desk.mu.RUnlock()
	here := s.desk.chains[h.Desk]
	switch {
	case h.N > here.n || h.N <= s.desk.others.Settled[h.Desk]:
		return false, nil
	case h.N == here.n:
		return h.Hash != here.hash, nil
	}
	hash, err := s.desk.chainAt(h.Desk, h.N)
	return h.Hash != hash, err
}

// chainAt is what stands for the events of a desk up to one that is here.
func (d *Desk) chainAt(desk model.DeskID, n uint64) (hash model.Hash, err error) {
	raw, _ := model.Raw(string(desk))
	b, err := d.store.Event(raw, n)
	if err != nil {
		return hash, err
	}
	events, err := model.Unpack(b)
	if len(events) == 1 {
		hash = events[0].Chain()
	}
	return hash, err
}

// lost is how many events of this very desk the sender has, and neither the desk
// nor the file: its data is an old copy.
func (s *survey) lost() uint64 {
	s.desk.mu.RLock()
	defer s.desk.mu.RUnlock()
	own := s.desk.own().n
	if r := s.runs[s.desk.me]; r != nil {
		own = max(own, r.To)
	}
	return s.signed - min(s.signed, own)
}

// lost is how many events of this very desk the others have confirmed that are
// not here.
func (d *Desk) lost() uint64 {
	confirmed := d.own().n
	for _, r := range d.others.Receipts {
		confirmed = max(confirmed, r.Vector[d.me])
	}
	return confirmed - d.own().n
}
