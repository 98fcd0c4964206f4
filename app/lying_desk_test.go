package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"siaga/app/bundle"
	"siaga/model"
)

// liar is an admitted desk whose program somebody has changed: it signs whatever
// it likes, in the right form.
type liar struct {
	*bench
	last   chain
	events []model.Event
}

// lies begins a file that goes on where the desk stands.
func (b *bench) lies() *liar { return &liar{bench: b, last: b.own()} }

// says adds an event to the file.
func (l *liar) says(kind string, subject model.SubjectID, values map[string]any, change ...func(*model.Header)) *liar {
	l.t.Helper()
	payload := model.Payload{Salt: []byte("garam"), Values: map[string]json.RawMessage{}}
	h := model.Header{V: model.Version, Kind: model.Kind(kind), Desk: l.me, N: l.last.n + 1, Prev: l.last.hash,
		At: model.Stamp{Wall: l.clock.UnixMilli() + int64(len(l.events))}, User: l.atDesk, Subject: subject}
	for _, field := range sortedKeys(values) {
		b, err := json.Marshal(values[field])
		if err != nil {
			l.t.Fatal(err)
		}
		payload.Values[field], h.Fields = b, append(h.Fields, field)
	}
	for _, f := range change {
		f(&h)
	}
	e, err := model.Write(h, payload)
	if err != nil {
		l.t.Fatal(err)
	}
	return l.adds(e)
}

func (l *liar) adds(e model.Event) *liar {
	l.last, l.events = endingIn(e), append(l.events, e)
	return l
}

// overSeen names what the desk has seen of a subject, so that it is replaced.
func (b *bench) overSeen(id model.SubjectID) func(*model.Header) {
	s, err := b.readSubject(id)
	if err != nil {
		b.t.Fatal(err)
	}
	return func(h *model.Header) {
		h.Base = map[string][]model.Mark{}
		for _, field := range h.Fields {
			if r := s.Registers[field]; r != nil {
				for _, live := range r.Live {
					h.Base[field] = append(h.Base[field], live.Mark)
				}
			}
		}
	}
}

// file writes it all out; change may spoil the header, the signatures and parts.
func (l *liar) file(change ...func(*outgoing)) string {
	l.t.Helper()
	o, err := l.outgoing(Export{})
	if err != nil {
		l.t.Fatal(err)
	}
	o.header.Ranges, o.header.Events = nil, len(l.events)
	for n, e := range l.events {
		if r := o.header.Ranges; n > 0 && r[len(r)-1].Desk == e.Header.Desk {
			r[len(r)-1].To = e.Header.N
			continue
		}
		o.header.Ranges = append(o.header.Ranges, bundle.Range{Desk: e.Header.Desk, From: e.Header.N, To: e.Header.N})
	}
	key, _ := l.key()
	o.heads = []bundle.Head{bundle.SignHead(l.officeID, l.me, l.last.n, l.last.hash, key)}
	for _, f := range change {
		f(o)
	}
	o.header.Heads, o.header.Parts = len(o.heads), len(o.parts)
	path := filepath.Join(l.t.TempDir(), "bohong.siaga")
	out, err := os.Create(path)
	if err != nil {
		l.t.Fatal(err)
	}
	defer out.Close()
	w, err := bundle.NewWriter(out, o.header, o.seal)
	for _, p := range o.parts {
		must(err)
		err = w.Part(p.Name, p.Content)
	}
	for _, h := range o.heads {
		must(err)
		err = w.Head(h)
	}
	for _, e := range l.events {
		must(err)
		err = w.Event(e.Head, e.Sealed)
	}
	must(err)
	if _, err := w.Close(); err != nil {
		l.t.Fatal(err)
	}
	return path
}

// anID is an identity that nobody has drawn.
func anID(n int) model.SubjectID { return model.SubjectID(fmt.Sprintf("%032x", n+0xabc)) }

// inTime fails a test that does not come to its end: a desk that hangs tells nobody.
func inTime(t *testing.T, what string, f func()) {
	t.Helper()
	done := make(chan bool)
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		t.Fatalf("%s: the desk does not answer any more", what)
	}
}

// standsAfter makes sure that a desk is whole, opens again and is the fold of its
// events.
func (b *bench) standsAfter(what string) {
	b.t.Helper()
	before, err := b.Digest()
	if _, bad := b.Check(); bad != nil || err != nil {
		b.t.Fatalf("after %s: %v, %v", what, bad, err)
	}
	b.again()
	if after, err := b.Digest(); err != nil || after != before {
		b.t.Fatalf("after %s the desk opens as another office: %v", what, err)
	}
	if _, err := b.Rebuild(nil); err != nil {
		b.t.Fatalf("after %s: %v", what, err)
	}
	if after, err := b.Digest(); err != nil || after != before {
		b.t.Fatalf("after %s the rebuilt desk is another office: %v", what, err)
	}
}

// copyOf is another copy of a desk's folder that is not in use.
func copyOf(t *testing.T, folder string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "salinan")
	if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return to
}

// holdsAgainst makes sure that a file is refused and has changed nothing.
func (b *bench) holdsAgainst(t *testing.T, file, key string) {
	before, _ := b.Digest()
	if got := b.meets(file); got != key {
		t.Errorf("%s, not %s", got, key)
	}
	if after, _ := b.Digest(); after != before {
		t.Error("it has changed something")
	}
	if trouble := b.Recovery(); trouble != nil {
		t.Error("the desk is in recovery:", trouble.Err)
	}
}

// What an admitted desk makes up about others, itself and the form of a file is
// refused with a sentence, and nothing of it is taken in.
func TestALyingDeskIsRefused(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	send(t, third, front)
	call := front.call("uji")
	send(t, back, front)
	send(t, front, back, third)
	front.clock, back.clock = front.clock.Add(time.Hour), back.clock.Add(time.Hour)
	seed, folder := strangersKey.Public(), front.copied()
	for name, c := range map[string]struct {
		file func() string
		key  string
	}{
		"a subject that is none": {func() string {
			return back.lies().says("incident.amended", "bukan identitas", map[string]any{"title": "x"}).file()
		}, "refuse.bundle-damaged"},
		"a subject in capitals": {func() string {
			return back.lies().says("incident.amended", model.SubjectID(strings.ToUpper(string(anID(1)))), map[string]any{"title": "x"}).file()
		}, "refuse.bundle-damaged"},
		"a range without events": {func() string {
			return back.lies().says("incident.amended", anID(1), map[string]any{"title": "x"}).file(func(o *outgoing) { o.heads[0].N += 1 << 60 })
		}, "refuse.bundle-head"},
		"a head for another number": {func() string {
			l := back.lies().says("incident.amended", anID(1), map[string]any{"title": "x"})
			key, _ := back.key()
			return l.file(func(o *outgoing) {
				o.heads[0] = bundle.SignHead(o.header.Office, back.me, l.last.n+1, l.last.hash, key)
			})
		}, "refuse.bundle-head"},
		"a chain that is broken": {func() string {
			l := back.lies().says("incident.amended", anID(1), map[string]any{"title": "x"})
			l.last.hash = model.Hash{1}
			return l.says("incident.amended", anID(1), map[string]any{"title": "y"}).file()
		}, "refuse.bundle-damaged"},
		"another desk's next event": {func() string {
			l := back.lies()
			l.last = back.chains[third.me]
			return l.says("incident.amended", anID(1), map[string]any{"title": "x"}, func(h *model.Header) { h.Desk = third.me }).file()
		}, "refuse.bundle-head"},
		"this desk's own next event": {func() string {
			l := back.lies()
			l.last = back.chains[front.me]
			return l.says("incident.amended", anID(1), map[string]any{"title": "x"}, func(h *model.Header) { h.Desk = front.me }).file()
		}, "refuse.bundle-head"},
		"another key for another desk": {func() string {
			id := third.Me().ID
			return back.lies().says("desk.amended", id, map[string]any{"key": seed}, back.overSeen(id)).file()
		}, "refuse.bundle-usurps"},
		"another key, as an incident's field": {func() string {
			id := third.Me().ID
			return back.lies().says("incident.amended", id, map[string]any{"key": seed}, back.overSeen(id)).file()
		}, "refuse.bundle-usurps"},
		"another desk admitted once more": {func() string {
			return back.lies().says("desk.admitted", anID(1), map[string]any{"desk": third.me, "letter": "C", "name": "Meja ketiga", "key": seed}).file()
		}, "refuse.bundle-usurps"},
		"another desk admitted in capitals": {func() string {
			return back.lies().says("desk.admitted", anID(1), map[string]any{"desk": strings.ToUpper(string(third.me)), "letter": "C", "name": "x", "key": seed}).file()
		}, "refuse.bundle-usurps"},
		"this desk succeeds another": {func() string {
			id := front.Me().ID
			return back.lies().says("desk.amended", id, map[string]any{"succeeds": back.me}, back.overSeen(id)).file()
		}, "refuse.bundle-usurps"},
		"another key for an invitation": {func() string {
			id := third.Me().Invitation
			return back.lies().says("invitation.made", id, map[string]any{"key": seed}, back.overSeen(id)).file()
		}, "refuse.bundle-usurps"},
		"an incident made a person": {func() string {
			return back.lies().says("agency.amended", call.ID, map[string]any{"name": "x"}).file()
		}, "refuse.bundle-usurps"},
		"content left out": {func() string {
			l := back.lies().says("incident.amended", anID(1), map[string]any{"title": "x"})
			l.events[0].Sealed = nil
			return l.file()
		}, "refuse.bundle-bare"},
		"more than memory holds": {func() string {
			return back.lies().says("incident.amended", anID(1), map[string]any{"title": "x"}).file(func(o *outgoing) {
				for n := range 20 {
					o.parts = append(o.parts, bundle.Part{Name: fmt.Sprint("sampah ", n), Content: make([]byte, bundle.LargestPart)})
				}
			})
		}, "refuse.bundle-large"},
	} {
		t.Run(name, func(t *testing.T) {
			desk := front.on(copyOf(t, folder))
			defer desk.Close()
			inTime(t, name, func() { desk.holdsAgainst(t, c.file(), c.key) })
		})
	}
	front.standsAfter("what was refused")
	if a, err := front.takeInFrom(back.written(Export{Full: true}), nil); err != nil {
		t.Errorf("what is true is not taken in any more: %+v %v", a, err)
	}
}

// Two desks that each took the other's place: whom a file is for is still found.
func TestDesksThatSucceedEachOtherEndTheSearch(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	me, other := front.Me(), back.Me()
	me.Succeeds, other.Succeeds = other.Desk, me.Desk
	front.desks[me.ID], front.desks[other.ID] = me, other
	inTime(t, "a circle", func() {
		if front.isFor(bundle.Header{For: []model.DeskID{third.me}}) || !front.isFor(bundle.Header{For: []model.DeskID{back.me}}) {
			t.Error("the file is not for whom it says")
		}
	})
}

// An event of many megabytes is taken in whole, or refused with a sentence before
// anything is.
func TestEventsOfManyMegabytes(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	folder := front.copied()
	for size, want := range map[int]string{12 << 20: "error.general", bundle.LargestRecord: "refuse.bundle-damaged"} {
		desk := front.on(copyOf(t, folder))
		e := back.lies().says("incident.amended", anID(1), map[string]any{"title": ""}).events[0]
		file := back.lies().says("incident.amended", anID(1), map[string]any{"title": strings.Repeat("x", size-len(e.Head)-len(e.Sealed))}).file()
		if key := desk.meets(file); key != want {
			t.Errorf("%d bytes: %s, not %s", size, key, want)
		}
		if trouble := desk.Recovery(); trouble != nil {
			t.Errorf("%d bytes: %v", size, trouble.Err)
			continue
		}
		desk.standsAfter("a large event")
		desk.Close()
	}
}
