package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"siaga/model"
)

// tester is what *testing.T, *testing.B, *testing.F and *rapid.T have in common.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func id(n int) string { return fmt.Sprintf("%032x", n) }

var (
	testOffice = model.OfficeID(id(0xb0))
	deskA      = model.DeskID(id(0xa))
	deskB      = model.DeskID(id(0xb))
	deskC      = model.DeskID(id(0xc))
	keyA       = ed25519.NewKeyFromSeed(bytes.Repeat([]byte{0xa}, ed25519.SeedSize))
	keyB       = ed25519.NewKeyFromSeed(bytes.Repeat([]byte{0xb}, ed25519.SeedSize))
)

func public(key ed25519.PrivateKey) ed25519.PublicKey { return key.Public().(ed25519.PublicKey) }

// letter is everything that a bundle carries.
type letter struct {
	header Header
	events []model.Event
	heads  []Head
	parts  []Part
	files  [][]byte // contents
}

// newLetter carries the given numbers of two desks, a head of each and a part.
func newLetter(t tester, a, b int) letter {
	t.Helper()
	l := letter{header: Header{
		ID: id(0x1d), Office: testOffice, Desk: deskA, MadeAt: 1_790_000_000, Kind: Delta,
		For: []model.DeskID{deskB}, Seen: map[model.DeskID]uint64{deskA: uint64(a), deskB: uint64(b)},
	}}
	if a > 0 {
		l.add(t, deskA, a)
	}
	if b > 0 {
		l.add(t, deskB, b)
	}
	l.parts = []Part{{"greeting", []byte("Selamat pagi")}}
	l.header.Parts = 1
	return l
}

// add writes n events of a desk from number 1 and a head over them.
func (l *letter) add(t tester, desk model.DeskID, n int) {
	t.Helper()
	var chain model.Hash
	for number := 1; number <= n; number++ {
		e, err := model.Write(model.Header{
			V: model.Version, Kind: "incident.noted", Desk: desk, N: uint64(number), Prev: chain,
			At: model.Stamp{Wall: int64(number) * 1000}, User: model.PersonID(id(7)), Subject: model.SubjectID(id(number)),
			Fields: []string{"note"},
		}, model.Payload{
			Salt:   bytes.Repeat([]byte{byte(number)}, 16),
			Values: map[string]json.RawMessage{"note": json.RawMessage(fmt.Sprintf(`"catatan %d"`, number))},
		})
		if err != nil {
			t.Fatal(err)
		}
		if number == 2 {
			e.Sealed, e.Values = nil, nil // erased
		}
		chain = e.Chain()
		l.events = append(l.events, e)
	}
	l.header.Ranges = append(l.header.Ranges, Range{desk, 1, uint64(n)})
	l.header.Events += n
	l.heads = append(l.heads, SignHead(testOffice, desk, uint64(n), chain, keyA))
	l.header.Heads++
}

// with adds contents of files.
func (l letter) with(files ...[]byte) letter {
	l.files = append(l.files, files...)
	for _, content := range files {
		l.header.Contents++
		l.header.Bytes += int64(len(content))
	}
	return l
}

// write sends the letter.
func (l letter) write(t tester, s Seal) []byte {
	t.Helper()
	var file bytes.Buffer
	if s.Key == nil {
		s.Key = keyA
	}
	w, err := NewWriter(&file, l.header, s)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.fill(w); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func (l letter) fill(w *Writer) (model.Hash, error) {
	for _, e := range l.events {
		if err := w.Event(e.Head, e.Sealed); err != nil {
			return model.Hash{}, err
		}
	}
	for _, h := range l.heads {
		if err := w.Head(h); err != nil {
			return model.Hash{}, err
		}
	}
	for _, p := range l.parts {
		if err := w.Part(p.Name, p.Content); err != nil {
			return model.Hash{}, err
		}
	}
	for _, content := range l.files {
		if err := w.Content(sha256.Sum256(content), int64(len(content)), bytes.NewReader(content)); err != nil {
			return model.Hash{}, err
		}
	}
	return w.Close()
}

// drain reads to the end; the letter is what came before the error.
func drain(r *Reader) (letter, error) {
	l := letter{header: r.Header()}
	for {
		item, err := r.Next()
		switch {
		case err == io.EOF:
			return l, nil
		case err != nil:
			return l, err
		case item.Event != nil:
			l.events = append(l.events, *item.Event)
		case item.Head != nil:
			l.heads = append(l.heads, *item.Head)
		case item.Content != nil:
			content, err := io.ReadAll(item.Content)
			if err != nil {
				return l, err
			}
			l.files = append(l.files, content)
		default:
			l.parts = append(l.parts, *item.Part)
		}
	}
}

// read reads the file in all ways; they must come to the same.
func read(file []byte, k Keys) (letter, *Reader, error) {
	return readAlike(func() (*Reader, error) { return Open(bytes.NewReader(file), k, Limits{}) })
}

func readPlain(plain []byte) (letter, *Reader, error) {
	return readAlike(func() (*Reader, error) { return newReader(bytes.NewReader(plain), Limits{}) })
}

func (l letter) same(o letter) bool {
	a, b := l.header, o.header
	return fmt.Sprint(a.ID, a.Office, a.Desk, a.Name, a.MadeAt, a.Kind, a.For, a.Ranges, a.Events, a.Heads, a.Parts, a.Contents, a.Bytes) ==
		fmt.Sprint(b.ID, b.Office, b.Desk, b.Name, b.MadeAt, b.Kind, b.For, b.Ranges, b.Events, b.Heads, b.Parts, b.Contents, b.Bytes) &&
		slices.EqualFunc(l.files, o.files, bytes.Equal) &&
		maps.Equal(a.Seen, b.Seen) && slices.EqualFunc(l.events, o.events, sameEvent) &&
		slices.EqualFunc(l.heads, o.heads, func(a, b Head) bool {
			return a.Desk == b.Desk && a.N == b.N && a.Hash == b.Hash && bytes.Equal(a.Signature, b.Signature)
		}) &&
		slices.EqualFunc(l.parts, o.parts, func(a, b Part) bool {
			return a.Name == b.Name && bytes.Equal(a.Content, b.Content)
		})
}

func sameEvent(a, b model.Event) bool {
	return bytes.Equal(a.Head, b.Head) && bytes.Equal(a.Sealed, b.Sealed) && a.Mark() == b.Mark()
}

// newPair is a desk's age keys.
func newPair(t tester) (Keys, string) {
	t.Helper()
	identity, recipient, err := NewIdentity()
	if err != nil {
		t.Fatal(err)
	}
	return Keys{Identities: []string{identity}}, recipient
}

// plainOf takes the outside off, as anyone with the key and other tools can.
func plainOf(t tester, file []byte, k Keys) []byte {
	t.Helper()
	identity, err := age.ParseX25519Identity(k.Identities[0])
	if err != nil {
		t.Fatal(err)
	}
	packed, err := age.Decrypt(bytes.NewReader(file), identity)
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := zstd.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	defer unpacked.Close()
	plain, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// sealedBy puts the outside around any plain bytes, as a desk with a changed
// program could.
func sealedBy(t tester, recipient string, write func(io.Writer) error, options ...zstd.EOption) []byte {
	t.Helper()
	to, err := age.ParseX25519Recipient(recipient)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	sealed, err := age.Encrypt(&file, to)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := zstd.NewWriter(sealed, options...)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(write(packed), packed.Close(), sealed.Close()); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func wantRefusal(t tester, err error, key string) {
	t.Helper()
	refusal, ok := model.AsRefusal(err)
	if !ok || refusal.Key != key {
		t.Fatalf("want %s, got %v", key, err)
	}
}

func wantDamage(t tester, err error, what string) {
	t.Helper()
	var damage *Damage
	if !errors.As(err, &damage) || !strings.Contains(damage.What, what) {
		t.Fatalf("want damage %q, got %v", what, err)
	}
	wantRefusal(t, err, "refuse.bundle-damaged")
}

// The letter that most stories send.
func oneLetter(t *testing.T) (letter, []byte, Keys) {
	t.Helper()
	l := newLetter(t, 3, 2).with([]byte("GET /wp-login.php"), nil)
	keys, recipient := newPair(t)
	return l, l.write(t, Seal{Recipients: []string{recipient}}), keys
}
