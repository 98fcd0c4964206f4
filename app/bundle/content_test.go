package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"siaga/model"
)

// A bundle without contents is written as the first release wrote it; one with
// contents says that it needs a newer reader.
func TestOnlyABundleWithContentsNeedsANewerProgram(t *testing.T) {
	keys, recipient := newPair(t)
	for _, c := range []struct {
		letter letter
		first  string
		reader int
	}{
		{newLetter(t, 3, 2), "siaga-bundle 1\n", 1},
		{newLetter(t, 3, 2).with([]byte("isi")), "siaga-bundle 2\n", 2},
		{newLetter(t, 0, 0).with(nil), "siaga-bundle 2\n", 2},
	} {
		file := c.letter.write(t, Seal{Recipients: []string{recipient}})
		plain := plainOf(t, file, keys)
		got, _, err := read(file, keys)
		if err != nil || got.header.MinReader != c.reader || !bytes.HasPrefix(plain, []byte(c.first)) || !c.letter.same(got) {
			t.Errorf("%d contents: %v, reader %d, %.15q", c.letter.header.Contents, err, got.header.MinReader, plain)
		}
	}
}

func TestAContentNeedNotBeRead(t *testing.T) {
	l := newLetter(t, 2, 1).with([]byte("isi pertama"), []byte("isi kedua"))
	keys, recipient := newPair(t)
	file := l.write(t, Seal{Recipients: []string{recipient}})
	for _, part := range []int64{0, 1, 5, 11} {
		r, err := Open(bytes.NewReader(file), keys, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for err == nil {
			var item Item
			if item, err = r.Next(); item.Content != nil {
				if _, err := io.CopyN(io.Discard, item.Content, min(part, item.Content.Size)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err != io.EOF || !r.SignedBy(public(keyA)) {
			t.Errorf("%d bytes of each were read: %v", part, err)
		}
	}
	r, err := Open(iotest.OneByteReader(bytes.NewReader(file)), keys, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Verify(); err != nil {
		t.Error(err)
	}
}

func TestASignedLieAboutContentsIsNoticed(t *testing.T) {
	content := []byte("GET /wp-login.php")
	sum := sha256.Sum256(content)
	for name, lie := range map[string]func(*letter, *[][]byte){
		"one more":        func(l *letter, _ *[][]byte) { l.header.Contents++ },
		"one less":        func(l *letter, _ *[][]byte) { l.header.Contents-- },
		"none":            func(l *letter, _ *[][]byte) { l.header.Contents, l.header.Bytes = 0, 0 },
		"a byte more":     func(l *letter, _ *[][]byte) { l.header.Bytes++ },
		"a byte less":     func(l *letter, _ *[][]byte) { l.header.Bytes-- },
		"no size":         func(l *letter, _ *[][]byte) { l.header.Bytes = -1 },
		"a huge size":     func(l *letter, _ *[][]byte) { l.header.Bytes = 1<<63 - 1 },
		"an old reader":   func(l *letter, _ *[][]byte) { l.header.MinReader = 1 },
		"in a request":    func(l *letter, _ *[][]byte) { l.header.Kind = Request },
		"for others":      func(l *letter, _ *[][]byte) { l.header.Kind = Share },
		"another content": func(_ *letter, f *[][]byte) { (*f)[2] = ofContent(sum, []byte("GET /wp-login.phq")) },
		"left out":        func(_ *letter, f *[][]byte) { *f = (*f)[:2] },
		"twice":           func(_ *letter, f *[][]byte) { *f = append(*f, (*f)[2]) },
		"before an event": func(_ *letter, f *[][]byte) { (*f)[0], (*f)[2] = (*f)[2], (*f)[0] },
		"an empty one":    func(_ *letter, f *[][]byte) { (*f)[2] = ofContent(sum, nil) },
		"endless": func(_ *letter, f *[][]byte) {
			(*f)[2] = binary.AppendUvarint(append([]byte{contentFrame}, sum[:]...), 1<<63)
		},
	} {
		l := newLetter(t, 1, 0)
		l.heads, l.header.Heads = nil, 0
		l = l.with(content)
		l.header.MinReader = 2
		frames := l.frames()
		lie(&l, &frames)
		if _, r, err := readPlain(forge(l.header, frames...)); err == nil {
			t.Errorf("%s: believed", name)
		} else {
			wantDamage(t, err, "")
			if r != nil && r.SignedBy(public(keyA)) {
				t.Errorf("%s: vouched for", name)
			}
		}
	}
}

func TestOnlyTheAnnouncedContentIsWritten(t *testing.T) {
	_, recipient := newPair(t)
	good := []byte("isi")
	sum := model.Hash(sha256.Sum256(good))
	for name, write := range map[string]func(*Writer) error{
		"another sum": func(w *Writer) error { return w.Content(model.Hash{1}, 3, bytes.NewReader(good)) },
		"shorter":     func(w *Writer) error { return w.Content(sum, 3, strings.NewReader("is")) },
		"longer":      func(w *Writer) error { return w.Content(sum, 3, strings.NewReader("isis")) },
		"too large":   func(w *Writer) error { return w.Content(sum, LargestContent+1, bytes.NewReader(good)) },
		"unreadable":  func(w *Writer) error { return w.Content(sum, 3, iotest.ErrReader(os.ErrClosed)) },
		"none":        func(*Writer) error { return nil },
		"twice": func(w *Writer) error {
			return firstOf(w.Content(sum, 3, bytes.NewReader(good)), w.Content(sum, 3, bytes.NewReader(good)))
		},
	} {
		h := newLetter(t, 0, 0).with(good).header
		h.Parts = 0
		w, err := NewWriter(io.Discard, h, Seal{Recipients: []string{recipient}, Key: keyA})
		if err != nil {
			t.Fatal(err)
		}
		if err = write(w); err == nil {
			_, err = w.Close()
		}
		if err == nil {
			t.Errorf("%s: was written", name)
		}
	}
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// A content passes through: reading and writing a large one takes no more memory
// than a small one.
func TestALargeContentTakesLittleMemory(t *testing.T) {
	keys, recipient := newPair(t)
	const size = LargestContent
	sum := sha256.New()
	if _, err := io.CopyN(sum, patterned(), size); err != nil {
		t.Fatal(err)
	}
	path := t.TempDir() + "/besar.siaga"
	h := newLetter(t, 0, 0).header
	h.Parts, h.Contents, h.Bytes = 0, 1, size
	most := mostHeap(func() {
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		w, err := NewWriter(file, h, Seal{Recipients: []string{recipient}, Key: keyA})
		if err == nil {
			err = w.Content(model.Hash(sum.Sum(nil)), size, io.LimitReader(patterned(), size))
		}
		if err == nil {
			_, err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			t.Fatal(err)
		}
		r, err := Open(file, keys, Limits{Plain: 1 << 20})
		if err == nil {
			err = r.Verify()
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%d MB at most %d MB of memory", size>>20, most>>20)
	if most > 60<<20 {
		t.Errorf("%d MB of memory", most>>20)
	}
}

// patterned is an endless content that packs well.
func patterned() io.Reader { return iotest.DataErrReader(&pattern{}) }

type pattern struct{ at byte }

func (p *pattern) Read(b []byte) (int, error) {
	for n := range b {
		b[n] = p.at
		p.at++
	}
	return len(b), nil
}
