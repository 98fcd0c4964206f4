package bundle

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"io"
	"runtime"
	"slices"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"siaga/model"
)

func TestABundleArrivesAsItWasSent(t *testing.T) {
	letters, events := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		l := newLetter(t, rapid.IntRange(0, 40).Draw(t, "a"), rapid.IntRange(0, 40).Draw(t, "b"))
		l.header.Kind = rapid.SampledFrom(Kinds).Draw(t, "kind")
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			l.parts = append(l.parts, Part{
				rapid.StringN(0, 20, largestName).Draw(t, "name"), rapid.SliceOf(rapid.Byte()).Draw(t, "content"),
			})
			l.header.Parts++
		}
		var desks []Keys
		seal := Seal{Armor: rapid.Bool().Draw(t, "armor")}
		for range rapid.IntRange(1, 3).Draw(t, "desks") {
			keys, recipient := newPair(t)
			desks, seal.Recipients = append(desks, keys), append(seal.Recipients, recipient)
		}
		file := l.write(t, seal)
		got, r, err := read(file, rapid.SampledFrom(desks).Draw(t, "reader"))
		if err != nil || !l.same(got) {
			t.Fatalf("%v\nsent %v\ngot  %v", err, l.header, got.header)
		}
		if !r.SignedBy(public(keyA)) || r.SignedBy(public(keyB)) {
			t.Fatal("the signature is not the sender's")
		}
		letters, events = letters+1, events+len(got.events)
	})
	t.Logf("%d bundles with %d events", letters, events)
}

func TestTheSumIsKnownToBothSides(t *testing.T) {
	l := newLetter(t, 2, 1)
	keys, recipient := newPair(t)
	var file bytes.Buffer
	w, err := NewWriter(&file, l.header, Seal{Recipients: []string{recipient}, Key: keyA})
	if err != nil {
		t.Fatal(err)
	}
	sum, err := l.fill(w)
	if err != nil {
		t.Fatal(err)
	}
	_, r, err := read(file.Bytes(), keys)
	if err != nil || r.Sum() != sum || sum == (model.Hash{}) {
		t.Fatal(err, r.Sum(), sum)
	}
	if _, err := r.Next(); err != io.EOF {
		t.Fatal("the end does not stay the end:", err)
	}
}

func TestNobodyVouchesBeforeTheEnd(t *testing.T) {
	_, file, keys := oneLetter(t)
	r, err := Open(bytes.NewReader(file), keys, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for {
		if r.SignedBy(public(keyA)) || r.Sum() != (model.Hash{}) {
			t.Fatal("vouched for what was not read")
		}
		if _, err := r.Next(); err != nil {
			break
		}
	}
	if !r.SignedBy(public(keyA)) || r.SignedBy(nil) {
		t.Fatal("the sender is not known at the end")
	}
}

func TestHowTheFileComesInDoesNotMatter(t *testing.T) {
	l, file, keys := oneLetter(t)
	for name, slow := range map[string]func(io.Reader) io.Reader{
		"byte by byte": iotest.OneByteReader, "halves": iotest.HalfReader, "end with data": iotest.DataErrReader,
	} {
		r, err := Open(slow(bytes.NewReader(file)), keys, Limits{})
		if err != nil {
			t.Fatal(name, err)
		}
		if got, err := drain(r); err != nil || !l.same(got) {
			t.Fatal(name, err)
		}
	}
}

func TestAHeaderThatContradictsItselfIsNotWritten(t *testing.T) {
	_, recipient := newPair(t)
	good := Seal{Recipients: []string{recipient}, Key: keyA}
	wrong := map[string]func(*Header, *Seal){
		"no id":             func(h *Header, _ *Seal) { h.ID = "x" },
		"no office":         func(h *Header, _ *Seal) { h.Office = "" },
		"strange receiver":  func(h *Header, _ *Seal) { h.For = []model.DeskID{"desk B"} },
		"strange receipt":   func(h *Header, _ *Seal) { h.Seen = map[model.DeskID]uint64{"": 1} },
		"strange range":     func(h *Header, _ *Seal) { h.Ranges[0].Desk = "A" },
		"no kind":           func(h *Header, _ *Seal) { h.Kind = "gossip" },
		"too many":          func(h *Header, _ *Seal) { h.Events++ },
		"too few":           func(h *Header, _ *Seal) { h.Events-- },
		"from nothing":      func(h *Header, _ *Seal) { h.Ranges[0].From = 0; h.Events++ },
		"round the world":   func(h *Header, _ *Seal) { h.Ranges = []Range{{deskA, 1, uint64(h.Events) + 1}, {deskA, 1, 1<<64 - 1}} },
		"backwards":         func(h *Header, _ *Seal) { h.Ranges[0].From = 9 },
		"endless":           func(h *Header, _ *Seal) { h.Ranges[0] = Range{deskA, 1, 1<<64 - 1} },
		"negative":          func(h *Header, _ *Seal) { h.Heads = -1 },
		"no key":            func(_ *Header, s *Seal) { s.Key = nil },
		"nobody":            func(_ *Header, s *Seal) { s.Recipients = nil },
		"both":              func(_ *Header, s *Seal) { s.Passphrase = "K7QM-2XHR-K7QM" },
		"strange recipient": func(_ *Header, s *Seal) { s.Recipients = []string{"age1nobody"} },
	}
	for name, spoil := range wrong {
		h, s := newLetter(t, 3, 2).header, good
		spoil(&h, &s)
		if _, err := NewWriter(io.Discard, h, s); err == nil {
			t.Errorf("%s: was written", name)
		} else if _, refused := model.AsRefusal(err); refused {
			t.Errorf("%s: is our own mistake, not a person's: %v", name, err)
		}
	}
	t.Logf("%d contradictions", len(wrong))
}

func TestWhatWasAnnouncedMustBeWritten(t *testing.T) {
	_, recipient := newPair(t)
	for name, spoil := range map[string]func(*letter){
		"the last lost":  func(l *letter) { l.events = l.events[:len(l.events)-1] },
		"the first lost": func(l *letter) { l.events = l.events[1:] },
		"no ranges left": func(l *letter) { l.events = append(l.events, model.Event{Head: []byte("{}")}) },
		"a large head":   func(l *letter) { l.heads[0].Signature = make([]byte, largestHead) },
		"an event more":  func(l *letter) { l.events = append(l.events, l.events[0]) },
		"events swapped": func(l *letter) { slices.Reverse(l.events) },
		"a head less":    func(l *letter) { l.heads = nil },
		"a part more":    func(l *letter) { l.parts = append(l.parts, Part{}) },
		"a long name":    func(l *letter) { l.parts[0].Name = string(make([]byte, 256)) },
		"a large part":   func(l *letter) { l.parts[0].Content = make([]byte, LargestPart+1) },
		"a large event":  func(l *letter) { l.events[0].Sealed = make([]byte, LargestRecord) },
	} {
		l := newLetter(t, 3, 2)
		w, err := NewWriter(io.Discard, l.header, Seal{Recipients: []string{recipient}, Key: keyA})
		if err != nil {
			t.Fatal(err)
		}
		spoil(&l)
		if _, err := l.fill(w); err == nil {
			t.Errorf("%s: was written", name)
		}
	}
}

// full takes so many bytes and no more.
type full struct{ left int }

var errFull = errors.New("no room")

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.left {
		return f.left, errFull
	}
	f.left -= len(b)
	return len(b), nil
}

func TestAFullMediumIsNoticedWhereverItEnds(t *testing.T) {
	l, whole, _ := oneLetter(t)
	_, recipient := newPair(t)
	for _, armored := range []bool{false, true} {
		for room := range len(whole) {
			w, err := NewWriter(&full{room}, l.header, Seal{Recipients: []string{recipient}, Key: keyA, Armor: armored})
			if err == nil {
				_, err = l.fill(w)
			}
			if !errors.Is(err, errFull) {
				t.Fatalf("with room for %d bytes: %v", room, err)
			}
		}
	}
	t.Logf("%d ends", 2*len(whole))
}

func TestATroubledMediumIsNotTheBundlesFault(t *testing.T) {
	_, file, keys := oneLetter(t)
	troubled := errors.New("the stick was pulled out")
	for at := range len(file) {
		in := io.MultiReader(bytes.NewReader(file[:at]), iotest.ErrReader(troubled))
		r, err := Open(in, keys, Limits{})
		if err == nil {
			_, err = drain(r)
		}
		if _, refused := model.AsRefusal(err); refused || !errors.Is(err, troubled) {
			t.Fatalf("after %d bytes: %v", at, err)
		}
	}
	t.Logf("%d places", len(file))
}

func TestAnAbandonedReaderLeavesNothingRunning(t *testing.T) {
	l := newLetter(t, 1, 0)
	l.parts[0].Content = random(LargestPart, 1) // more than fits into any buffer
	keys, recipient := newPair(t)
	file := l.write(t, Seal{Recipients: []string{recipient}})
	before := runtime.NumGoroutine()
	for range 5 {
		r, err := Open(bytes.NewReader(file), keys, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Fatalf("%d goroutines before, %d after", before, after)
	}
}

func TestAHeadIsSignedForOnePlace(t *testing.T) {
	hash := model.Hash{1, 2, 3}
	head := SignHead(testOffice, deskA, 40, hash, keyA)
	if !head.Verify(testOffice, public(keyA)) {
		t.Fatal("a good head is not believed")
	}
	for name, forged := range map[string]Head{
		"other desk":   {deskB, 40, hash, head.Signature},
		"other number": {deskA, 41, hash, head.Signature},
		"other hash":   {deskA, 40, model.Hash{1}, head.Signature},
		"unsigned":     {deskA, 40, hash, nil},
	} {
		if forged.Verify(testOffice, public(keyA)) {
			t.Errorf("%s: believed", name)
		}
	}
	if head.Verify(otherOffice, public(keyA)) || head.Verify(testOffice, public(keyB)) || head.Verify(testOffice, ed25519.PublicKey{1}) {
		t.Error("believed in another office or by another key")
	}
	shifted := Head{deskA[1:], 40, hash, head.Signature}
	if shifted.Verify(testOffice+otherOffice[:1], public(keyA)) {
		t.Error("two names can be cut in another place")
	}
}

const otherOffice = model.OfficeID("000000000000000000000000000000b1")
