package model

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// verified reads every event again from its bytes and follows each desk's chain
// to the head that the desk signed.
func verified(events []Event, heads map[DeskID]Hash) error {
	last, n := map[DeskID]Hash{}, map[DeskID]uint64{}
	for _, e := range events {
		read, err := Read(e.Head, e.Sealed)
		if err != nil {
			return err
		}
		h := read.Header
		if h.N != n[h.Desk]+1 || h.Prev != last[h.Desk] {
			return fmt.Errorf("%s does not follow %d", read.Mark(), n[h.Desk])
		}
		n[h.Desk], last[h.Desk] = h.N, read.Chain()
	}
	for desk, head := range heads {
		if last[desk] != head {
			return fmt.Errorf("desk %s does not end in its head", desk)
		}
	}
	if len(last) > len(heads) {
		return fmt.Errorf("a desk without a head")
	}
	return nil
}

func (o *office) heads() map[DeskID]Hash {
	heads := map[DeskID]Hash{}
	for _, d := range o.desks {
		if d.n > 0 {
			heads[d.id] = d.prev
		}
	}
	return heads
}

func TestChainNoticesEveryTampering(t *testing.T) {
	tampered := 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		heads := o.heads()
		if err := verified(o.all, heads); err != nil {
			t.Fatalf("nobody touched it: %v", err)
		}
		for range 4 {
			tampered++
			if wrong, how := o.tampered(); verified(wrong, heads) == nil {
				t.Fatalf("%s, and nothing is noticed", how)
			}
		}
	})
	t.Logf("%d tamperings noticed", tampered)
}

// tampered is what was written with one thing wrong.
func (o *office) tampered() (wrong []Event, how string) {
	wrong = slices.Clone(o.all)
	if len(wrong) == 0 {
		return []Event{{Head: []byte("{}")}}, "an event was invented"
	}
	i := o.rnd.IntN(len(wrong))
	e := &wrong[i]
	switch o.rnd.IntN(6) {
	case 0:
		return slices.Delete(wrong, i, i+1), "an event was taken out"
	case 1:
		return slices.Insert(wrong, i, *e), "an event was put in twice"
	case 2:
		if other := pick(o.rnd, wrong); len(other.Sealed) > 0 && sha256.Sum256(other.Sealed) != e.Header.Payload {
			e.Sealed = other.Sealed
			return wrong, "a payload was exchanged"
		}
	case 3:
		if len(e.Sealed) > 0 {
			e.Sealed, how = o.changed(e.Sealed)
			return wrong, how + " of a payload"
		}
	}
	e.Head, how = o.changed(e.Head)
	return wrong, how + " of a header"
}

func (o *office) changed(b []byte) ([]byte, string) {
	b = bytes.Clone(b)
	at, by := o.rnd.IntN(len(b)), byte(1+o.rnd.IntN(255))
	b[at] ^= by
	return b, fmt.Sprintf("byte %d was changed by %08b", at, by)
}

// restored is a desk that was put back to what it had after its first n events.
func restored(d *desk, n uint64) *desk {
	back := &desk{id: d.id, skew: d.skew}
	for _, e := range d.seen {
		if e.Header.Desk != d.id || e.Header.N <= n {
			back.take(e)
		}
		if e.Header.Desk == d.id && e.Header.N <= n {
			back.n, back.prev, back.stamp = max(back.n, e.Header.N), e.Chain(), later(back.stamp, e.Header.At)
		}
	}
	return back
}

func TestChainTellsARestoredDeskThatWritesOnByItsHashes(t *testing.T) {
	forks, doubles := 0, 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		d := pick(o.rnd, o.desks)
		if d.n == 0 {
			return
		}
		kept := uint64(o.rnd.IntN(int(d.n)))
		twin := restored(d, kept)
		before := slices.Clone(d.seen)
		for range 1 + o.rnd.IntN(4) {
			twin.write(t, o.now, amend(Values{"title": "after the restoring"}))
		}
		first, last := uint64(0), min(d.n, twin.n)
		for n := uint64(1); n <= last; n++ {
			same := chainAt(before, d.id, n) == chainAt(twin.seen, d.id, n)
			if same != (n <= kept) {
				t.Fatalf("%d events are common, and at %d the hashes are the same: %v", kept, n, same)
			}
			if !same && first == 0 {
				first = n
			}
			doubles++
		}
		if first != kept+1 {
			t.Fatalf("the fork is at %d and found at %d", kept+1, first)
		}
		forks++
	})
	t.Logf("%d forks found among %d numbers compared", forks, doubles)
}

// chainAt is the hash of a desk's event of that number.
func chainAt(events []Event, desk DeskID, n uint64) (h Hash) {
	for _, e := range events {
		if e.Mark() == (Mark{desk, n}) {
			return e.Chain()
		}
	}
	return h
}

func TestChainOfANewIncarnationLosesNothing(t *testing.T) {
	saved := 0
	histories(t, honest, func(t *testing.T, o *office) {
		d := pick(o.rnd, o.desks)
		if d.n == 0 {
			return
		}
		twin := restored(d, uint64(o.rnd.IntN(int(d.n))))
		twin.id, twin.n, twin.prev = "00000000000000000000000000000006", 0, Hash{}
		for range 1 + o.rnd.IntN(4) {
			o.write(t, twin, o.something())
		}
		o.desks = append(o.desks, twin)
		if err := verified(o.all, o.heads()); err != nil {
			t.Fatal(err)
		}
		saved += int(d.n)
		want := foretold(o.all)
		for _, to := range o.desks {
			o.deliver(to, o.shuffled())
			if got := shows(&to.subject); got != want {
				t.Fatalf("desk %s shows\n%s\nnot\n%s", to.id, got, want)
			}
		}
	})
	t.Logf("%d events of the old incarnation still there", saved)
}

func TestChainCarriesANewerProgramsEventsByteForByte(t *testing.T) {
	carried := 0
	histories(t, orLiars, func(t *testing.T, o *office) {
		before := foldAll(o.all)
		before.ID, before.Kind = subjectID, "incident"
		newer := o.newer()
		mixed := append(o.shuffled(), newer...)
		for range 2 { // from desk to desk to desk
			o.shuffle(mixed)
			packed := Pack(mixed)
			read, err := Unpack(packed)
			if err != nil || !bytes.Equal(Pack(read), packed) {
				t.Fatalf("a parcel with newer events is not the same afterwards: %v", err)
			}
			mixed = read
		}
		var s Subject
		for _, e := range mixed {
			s.Fold(e)
			for _, n := range newer {
				if n.Mark() == e.Mark() && (!bytes.Equal(n.Head, e.Head) || !bytes.Equal(n.Sealed, e.Sealed) || n.Chain() != e.Chain()) {
					t.Fatalf("%s\nwas carried as\n%s", n.Head, e.Head)
				}
			}
		}
		for _, n := range newer {
			if !slices.Contains(s.Unknown, n.Mark()) {
				t.Fatalf("%s is not counted among %v", n.Mark(), s.Unknown)
			}
			carried++
		}
		s.Unknown = slices.DeleteFunc(s.Unknown, func(m Mark) bool { return m.Desk == newerDesk })
		if got, want := asStored(t, &s), asStored(t, before); got != want {
			t.Fatalf("newer events changed\n%s\nto\n%s", want, got)
		}
	})
	t.Logf("%d newer events carried through two parcels", carried)
}

const newerDesk = DeskID("00000000000000000000000000000007")

// newer is what a program of the future may write: other spaces, fields that
// nobody knows yet, a payload that is no JSON.
func (o *office) newer() (events []Event) {
	prev := Hash{}
	for n := range 1 + o.rnd.IntN(3) {
		sealed := fmt.Appendf(nil, "\x00\xff%d", o.rnd.Uint64())
		if o.rnd.IntN(2) == 0 {
			sealed = fmt.Appendf(nil, `{ "values" : {"title":"x"} , "tomorrow":[%d]}`, n)
		}
		kind, v := pick(o.rnd, []string{"incident.amended", "incident.foreseen"}), 2+o.rnd.IntN(8)
		was, _ := prev.MarshalText()
		sum, _ := Hash(sha256.Sum256(sealed)).MarshalText()
		head := fmt.Appendf(nil, `{ "tomorrow":{"deep":[1,2]}, "kind":%q,"v":%d,"desk":%q, "n":%d,"prev":"%s","at":[%d,0],"subject":%q,"fields":["title","aura"],"payload":"%s"}`,
			kind, v, newerDesk, n+1, was, o.now.UnixMilli(), subjectID, sum)
		e, err := Read(head, sealed)
		if err != nil {
			e, _ = Read(head, nil) // a payload that this program cannot read
		}
		chain := sha256.Sum256(slices.Concat([]byte("siaga event 1\x00"), prev[:], head))
		if e.Chain() != Hash(chain) {
			panic("the chain is not what the format says")
		}
		events, prev = append(events, e), chain
	}
	return events
}

func TestChainHoldsWhenAPayloadIsErased(t *testing.T) {
	erased := 0
	histories(t, honest, func(t *testing.T, o *office) {
		secret := pick(o.rnd, o.desks)
		at := o.write(t, secret, amend(Values{"title": "secret", "notes": "secret", "links": SetChange{Add: []string{"secret"}}})).Mark()
		o.deliver(pick(o.rnd, o.desks), o.shuffled())
		o.write(t, pick(o.rnd, o.desks), o.something())
		left := slices.Clone(o.all)
		for i, e := range left {
			if e.Mark() == at || o.rnd.IntN(4) == 0 {
				erased++
				left[i] = Event{Header: e.Header, Head: e.Head}
			}
		}
		if err := verified(left, o.heads()); err != nil {
			t.Fatalf("after the erasing: %v", err)
		}
		want := folded(t, left, -1)
		if strings.Contains(want, "secret") || len(foldAll(left).Erased) == 0 {
			t.Fatalf("the erased words are still there: %s", want)
		}
		for range 3 {
			o.shuffle(left)
			if got := folded(t, left, -1); got != want {
				t.Fatalf("arriving as %v it gives\n%s\nnot\n%s", marksOf(left), got, want)
			}
		}
		if got := shows(foldAll(left)); got != foretold(left) {
			t.Fatalf("with payloads erased it shows\n%s\nnot\n%s", got, foretold(left))
		}
	})
	t.Logf("%d payloads erased", erased)
}
