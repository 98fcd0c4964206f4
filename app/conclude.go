package app

import (
	"fmt"
	"os"
	"slices"

	"siaga/app/bundle"
	"siaga/model"
)

// mostFiles is how many files that were taken in are remembered by their sum, so
// that one that comes again costs nothing.
const mostFiles = 1000

// keepFile remembers a file of which all is here.
func (x *exchanged) keepFile(name string) {
	x.Files = append(x.Files, contentOf(name))
	x.Files = x.Files[max(0, len(x.Files)-mostFiles):]
}

// conclude keeps what the file says about the others, and puts the file away.
func (d *Desk) conclude(s *survey, a Arrival) error {
	err := d.renote(func(x *exchanged) {
		x.Taking = ""
		s.keepHeads(x)
		s.keepLacks(x)
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
		x.keepFile(a.File)
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
	case slices.ContainsFunc(a.Forks, func(f Fork) bool { return f.File != "" }):
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

// keepForks keeps each contradiction once, with the file that came last of those
// that hold the other version.
func (x *exchanged) keepForks(a Arrival) {
	for _, f := range a.Forks {
		at := slices.IndexFunc(x.Forks, func(k Fork) bool { return k.Desk == f.Desk })
		if at < 0 {
			x.Forks = append(x.Forks, f)
			continue
		}
		known := x.Forks[at]
		f.At, f.N, f.To = known.At, min(f.N, known.N), max(f.To, known.To)
		if f.File == "" && known.File != "" {
			f.File, f.From = known.File, known.From
		}
		x.Forks[at] = f
	}
}

func withoutFile(waiting []Waiting, file string) []Waiting {
	return slices.DeleteFunc(slices.Clone(waiting), func(w Waiting) bool { return w.File == file })
}
