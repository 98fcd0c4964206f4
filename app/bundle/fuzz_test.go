package bundle

import (
	"bytes"
	"io"
	"testing"

	"siaga/model"
)

func FuzzOpen(f *testing.F) {
	l := newLetter(f, 2, 1)
	l.header.MinReader = 1
	frames := l.frames()
	good := forge(l.header, frames...)
	f.Add(good)
	f.Add(good[:len(good)/2])
	with := l.with([]byte("isi berkas"), nil)
	with.header.MinReader = 2
	best := forge(with.header, with.frames()...)
	f.Add(best)
	f.Add(forge(l.header, frames[1:]...))
	f.Add([]byte("siaga-bundle 3\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, r, err := readPlain(b)
		if err != nil {
			if _, refused := model.AsRefusal(err); !refused {
				t.Fatal("no sentence for", err)
			}
			return
		}
		h := got.header
		if len(got.events) != h.Events || len(got.heads) != h.Heads || len(got.parts) != h.Parts || len(got.files) != h.Contents {
			t.Fatal("not what was announced")
		}
		if r.SignedBy(public(keyA)) && !bytes.Equal(b, good) && !bytes.Equal(b, best) {
			t.Fatal("a forged signature")
		}
	})
}

// FuzzFrames gives every mutation its right sum, so that it comes further.
func FuzzFrames(f *testing.F) {
	l := newLetter(f, 2, 1)
	l = l.with([]byte("isi berkas"), nil)
	l.header.MinReader = 2
	frames := l.frames()
	f.Add(bytes.Join(frames, nil))
	f.Add(bytes.Join(frames[1:], nil))
	f.Add(bytes.Join(frames[:len(frames)-1], nil))
	f.Add([]byte{headFrame, 2, '{', '}'})
	f.Fuzz(func(t *testing.T, b []byte) {
		got, r, err := readPlain(forge(l.header, b))
		if err != nil {
			wantDamage(t, err, "")
			return
		}
		if !got.sameEvents(l) || !r.SignedBy(public(keyA)) {
			t.Fatal("other events than were announced")
		}
	})
}

func (l letter) sameEvents(o letter) bool {
	for n, e := range l.events {
		if e.Mark() != o.events[n].Mark() {
			return false
		}
	}
	return len(l.events) == len(o.events)
}

func FuzzHeader(f *testing.F) {
	h := newLetter(f, 2, 1).header
	h.MinReader = 1
	line, err := h.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(line)
	f.Add([]byte(`{"minReader":3}`))
	f.Add([]byte(`{"minReader":2,"contents":1,"bytes":9223372036854775807}`))
	f.Add([]byte(`{"minReader":1,"ranges":[{"desk":"` + id(1) + `","from":1,"to":18446744073709551615}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := decodeHeader(b)
		if err != nil {
			return
		}
		again, err := h.encode()
		if err != nil {
			t.Fatal("read what would not be written:", err)
		}
		events := 0
		for c := (course{ranges: h.Ranges}); events <= 1000; events++ {
			if _, ok := c.next(); !ok {
				break
			}
		}
		if events <= 1000 && events != h.Events {
			t.Fatalf("%d events in the ranges, %d announced", events, h.Events)
		}
		if more, err := decodeHeader(again); err != nil || more.ID != h.ID || more.Events != h.Events {
			t.Fatal("written otherwise than read", err)
		}
	})
}

func FuzzPiece(f *testing.F) {
	pieces := split(f, random(smallestPiece, 1), smallestPiece)
	f.Add(pieces[1])
	f.Add([]byte(pieceLine + `{"n":1,"of":1}` + "\n"))
	f.Add([]byte(pieceLine + `{"n":-1,"of":99999999999,"length":-1}` + "\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, given := range [][][]byte{{b}, {pieces[0], b}, {b, b}} {
			got, err := join(given...)
			if err == nil && len(got) > len(given[0])+len(b) {
				t.Fatal("more came out than was put in")
			}
			if _, refused := model.AsRefusal(err); err != nil && !refused {
				t.Fatal("no sentence for", err)
			}
		}
		if what, err := Peek(bytes.NewReader(b)); err != nil {
			t.Fatal(what, err)
		}
	})
}

// FuzzFile is the whole way in; age keeps most mutations outside.
func FuzzFile(f *testing.F) {
	keys, recipient := newPair(f)
	l := newLetter(f, 2, 1)
	f.Add(l.write(f, Seal{Recipients: []string{recipient}}))
	f.Add(l.write(f, Seal{Recipients: []string{recipient}, Armor: true}))
	f.Add(l.write(f, Seal{Passphrase: "K7QM-2XHR-K7QM", WorkFactor: 1}))
	f.Add(sealedBy(f, recipient, func(w io.Writer) error { _, err := io.WriteString(w, versionLine); return err }))
	keys.Passphrase = "K7QM-2XHR-K7QM"
	f.Fuzz(func(t *testing.T, b []byte) {
		_, r, err := read(b, keys)
		if err == nil && !r.SignedBy(public(keyA)) {
			t.Fatal("read what nobody sent")
		}
		if _, refused := model.AsRefusal(err); err != nil && !refused {
			t.Fatal("no sentence for", err)
		}
	})
}
