package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"siaga/model"
)

func TestEverySingleChangedBitIsNoticed(t *testing.T) {
	_, file, keys := oneLetter(t)
	for bit := range len(file) * 8 {
		changed := slices.Clone(file)
		changed[bit/8] ^= 1 << (bit % 8)
		if _, _, err := read(changed, keys); err == nil {
			t.Fatalf("bit %d of %d: read as if nothing had happened", bit, len(file)*8)
		} else if _, refused := model.AsRefusal(err); !refused {
			t.Fatalf("bit %d: no sentence for %v", bit, err)
		}
	}
	t.Logf("%d flipped bits", len(file)*8)
}

func TestEveryTruncationIsNoticed(t *testing.T) {
	_, file, keys := oneLetter(t)
	for length := range file {
		_, _, err := read(file[:length], keys)
		wantDamage(t, err, "")
	}
	t.Logf("%d truncations", len(file))
}

// age would notice all that; these show that the inside notices by itself.
func TestTheInsideNoticesEverySingleChangedBit(t *testing.T) {
	_, file, keys := oneLetter(t)
	plain := plainOf(t, file, keys)
	signature := len(plain) - ed25519.SignatureSize
	for bit := range len(plain) * 8 {
		changed := slices.Clone(plain)
		changed[bit/8] ^= 1 << (bit % 8)
		_, r, err := readPlain(changed)
		switch _, refused := model.AsRefusal(err); {
		case bit/8 >= signature && (err != nil || r.SignedBy(public(keyA))):
			t.Fatalf("bit %d of the signature: %v", bit-signature*8, err)
		case bit/8 < signature && !refused:
			t.Fatalf("bit %d of %d: %v", bit, len(plain)*8, err)
		}
	}
	t.Logf("%d flipped bits, %d of them in the signature", len(plain)*8, ed25519.SignatureSize*8)
}

func TestTheSumNoticesWhatReadsWell(t *testing.T) {
	_, file, keys := oneLetter(t)
	plain := plainOf(t, file, keys)
	seen := 0
	for bit := range len(plain) * 8 {
		changed := slices.Clone(plain)
		changed[bit/8] ^= 1 << (bit % 8)
		r, err := newReader(bytes.NewReader(changed), Limits{})
		if err == nil {
			err = r.Verify()
		}
		if err != nil && bytes.Contains([]byte(err.Error()), []byte("the sum is not")) {
			seen++
		}
	}
	if seen < len(plain)*4 {
		t.Errorf("only %d bits reached the sum: it is not what is being tested", seen)
	}
	t.Logf("%d of %d flipped bits were noticed by nothing but the sum", seen, len(plain)*8)
}

func TestTheInsideNoticesEveryTruncation(t *testing.T) {
	_, file, keys := oneLetter(t)
	plain := plainOf(t, file, keys)
	for length := range plain {
		_, _, err := readPlain(plain[:length])
		wantDamage(t, err, "")
	}
	t.Logf("%d truncations", len(plain))
}

func TestNothingMayFollow(t *testing.T) {
	_, file, keys := oneLetter(t)
	for _, more := range [][]byte{{0}, []byte("\n"), file} {
		_, _, err := read(slices.Concat(file, more), keys)
		wantDamage(t, err, "")
	}
	plain := plainOf(t, file, keys)
	_, _, err := readPlain(append(plain, 0))
	wantDamage(t, err, "bytes follow the trailer")

	keys, recipient := newPair(t)
	inside := sealedBy(t, recipient, func(w io.Writer) error {
		_, err := w.Write(append(plain, plain...))
		return err
	})
	_, _, err = read(inside, keys)
	wantDamage(t, err, "bytes follow the trailer")
}

// A desk with a changed program can sign whatever it likes.
func TestASignedLieIsStillNoticed(t *testing.T) {
	l := newLetter(t, 3, 2)
	l.header.MinReader = 1
	if got, r, err := readPlain(forge(l.header, l.frames()...)); err != nil || !l.same(got) || !r.SignedBy(public(keyA)) {
		t.Fatal("the forge itself is wrong:", err)
	}
	lies := map[string]func(*letter, *[][]byte){
		"an event more":      func(l *letter, _ *[][]byte) { l.header.Events++ },
		"an event less":      func(l *letter, _ *[][]byte) { l.header.Events-- },
		"a head more":        func(l *letter, _ *[][]byte) { l.header.Heads++ },
		"a head less":        func(l *letter, _ *[][]byte) { l.header.Heads-- },
		"a part more":        func(l *letter, _ *[][]byte) { l.header.Parts++ },
		"a part less":        func(l *letter, _ *[][]byte) { l.header.Parts-- },
		"a longer range":     func(l *letter, _ *[][]byte) { l.header.Ranges[0].To++; l.header.Events++ },
		"a later range":      func(l *letter, _ *[][]byte) { l.header.Ranges[0].From++; l.header.Ranges[0].To++ },
		"another desk":       func(l *letter, _ *[][]byte) { l.header.Ranges[0].Desk = deskC },
		"ranges exchanged":   func(l *letter, _ *[][]byte) { slices.Reverse(l.header.Ranges) },
		"no ranges":          func(l *letter, _ *[][]byte) { l.header.Ranges, l.header.Events = nil, 0 },
		"an endless range":   func(l *letter, _ *[][]byte) { l.header.Ranges[0].To = 1<<64 - 1 },
		"a strange kind":     func(l *letter, _ *[][]byte) { l.header.Kind = "gossip" },
		"no reader":          func(l *letter, _ *[][]byte) { l.header.MinReader = 0 },
		"events exchanged":   func(_ *letter, f *[][]byte) { (*f)[0], (*f)[1] = (*f)[1], (*f)[0] },
		"an event twice":     func(_ *letter, f *[][]byte) { (*f)[1] = (*f)[0] },
		"an event left out":  func(_ *letter, f *[][]byte) { *f = (*f)[1:] },
		"a strange frame":    func(_ *letter, f *[][]byte) { *f = append(*f, []byte("x")) },
		"an end in between":  func(_ *letter, f *[][]byte) { (*f)[0] = []byte{endFrame} },
		"another payload":    func(l *letter, f *[][]byte) { (*f)[0] = framed(eventFrame, l.events[0].Head, []byte("{}")) },
		"no event at all":    func(_ *letter, f *[][]byte) { (*f)[0] = framed(eventFrame, []byte("[]"), nil) },
		"an empty event":     func(_ *letter, f *[][]byte) { *f = append(*f, framed(eventFrame, []byte("{}"), nil)) },
		"no head at all":     func(_ *letter, f *[][]byte) { (*f)[5] = framed(headFrame, []byte("[]")) },
		"a head too large":   func(_ *letter, f *[][]byte) { (*f)[5] = framed(headFrame, make([]byte, largestHead+1)) },
		"a name too long":    func(_ *letter, f *[][]byte) { (*f)[7] = framed(partFrame, make([]byte, 256), nil) },
		"a part too large":   func(_ *letter, f *[][]byte) { (*f)[7] = framed(partFrame, nil, make([]byte, LargestPart+1)) },
		"an event too large": func(_ *letter, f *[][]byte) { (*f)[0] = framed(eventFrame, make([]byte, LargestRecord+1), nil) },
		"a payload too large": func(l *letter, f *[][]byte) {
			(*f)[0] = framed(eventFrame, l.events[0].Head, make([]byte, LargestRecord))
		},
	}
	for name, lie := range lies {
		l := newLetter(t, 3, 2)
		l.header.MinReader = 1
		frames := l.frames()
		lie(&l, &frames)
		if _, _, err := readPlain(forge(l.header, frames...)); err == nil {
			t.Errorf("%s: believed", name)
		} else if _, refused := model.AsRefusal(err); !refused {
			t.Errorf("%s: no sentence for %v", name, err)
		}
	}
	t.Logf("%d lies", len(lies))
}

func TestExchangedFramesAreNoticedBySumAlone(t *testing.T) {
	l := newLetter(t, 3, 2)
	l.header.MinReader = 1
	f := l.frames()
	good := forge(l.header, f...)
	front := len(good) - len(slices.Concat(f...)) - 1 - sha256.Size - ed25519.SignatureSize
	f[5], f[7] = f[7], f[5] // a head and the part: their order is free
	copy(good[front:], slices.Concat(f...))
	_, _, err := readPlain(good)
	wantDamage(t, err, "the sum is not that of the bytes")
}

func TestAnImpossibleLengthTakesNoMemory(t *testing.T) {
	l := newLetter(t, 1, 0)
	l.header.MinReader = 1
	for _, length := range []uint64{LargestRecord + 1, 1 << 40, 1<<63 - 1, 1<<64 - 1} {
		plain := forge(l.header, binary.AppendUvarint([]byte{eventFrame}, length))
		took := allocated(func() { _, _, err := readPlain(plain); wantDamage(t, err, "a length is impossible") })
		if took > 1<<20 {
			t.Errorf("length %d took %d bytes", length, took)
		}
	}
	_, _, err := readPlain(forge(l.header, slices.Concat([]byte{eventFrame}, bytes.Repeat([]byte{0xff}, 20))))
	wantDamage(t, err, "overflow")
}

func TestABombIsRefusedInLittleMemory(t *testing.T) {
	keys, recipient := newPair(t)
	zeros := make([]byte, 1<<20)
	pour := func(w io.Writer, megabytes int) error {
		for range megabytes {
			if _, err := w.Write(zeros); err != nil {
				return err
			}
		}
		return nil
	}
	l := newLetter(t, 1, 0)
	l.header.MinReader, l.header.Parts = 1, 1000
	front := forge(l.header, l.frames()[0])
	front = front[:len(front)-1-sha256.Size-ed25519.SignatureSize]
	bombs := map[string]struct {
		file []byte
		what string
	}{
		"a header without end": {sealedBy(t, recipient, func(w io.Writer) error {
			if _, err := io.WriteString(w, versionLine); err != nil {
				return err
			}
			return pour(w, 512)
		}), "a line does not end"},
		"a version line without end": {sealedBy(t, recipient, func(w io.Writer) error { return pour(w, 512) }), "a line does not end"},
		"parts without end": {sealedBy(t, recipient, func(w io.Writer) error {
			if _, err := w.Write(front); err != nil {
				return err
			}
			for range 40 {
				if _, err := w.Write(binary.AppendUvarint([]byte{partFrame, 0}, LargestPart)); err != nil {
					return err
				}
				if err := pour(w, LargestPart>>20); err != nil {
					return err
				}
			}
			return nil
		}), "refuse.bundle-large"},
		"a window of half a gigabyte": {sealedBy(t, recipient, func(w io.Writer) error { return pour(w, 600) },
			zstd.WithWindowSize(zstd.MaxWindowSize)), "window size exceeded"},
	}
	for name, bomb := range bombs {
		most := mostHeap(func() {
			r, err := Open(bytes.NewReader(bomb.file), keys, Limits{Plain: 256 << 20})
			for err == nil {
				_, err = r.Next()
			}
			if _, refused := model.AsRefusal(err); !refused || !strings.Contains(err.Error(), bomb.what) {
				t.Errorf("%s: %v", name, err)
			}
		})
		t.Logf("%s: %d kB of file, at most %d MB of memory more", name, len(bomb.file)>>10, most>>20)
		if most > 100<<20 {
			t.Errorf("%s took %d MB", name, most>>20)
		}
	}
}

// mostHeap is how much more memory was in use at the worst moment, looked at
// every millisecond.
func mostHeap(do func()) int64 {
	debug.FreeOSMemory()
	least, most := heapInUse(), int64(0)
	done, looked := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(looked)
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				most = max(most, heapInUse())
			case <-done:
				return
			}
		}
	}()
	do()
	close(done)
	<-looked
	return max(most, heapInUse()) - least
}

func heapInUse() int64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return int64(now.HeapInuse)
}

func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestVerifyReadsTheSameEnd(t *testing.T) {
	l, file, keys := oneLetter(t)
	r, err := Open(bytes.NewReader(file), keys, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Verify(); err != nil || !r.SignedBy(public(keyA)) {
		t.Fatal(err)
	}
	l.header.MinReader = 2
	f := l.frames()
	for name, wrong := range map[string][]byte{
		"less":    forge(l.header, f[1:]...),
		"more":    forge(l.header, slices.Insert(slices.Clone(f), 0, f[0])...),
		"a head":  forge(l.header, slices.Insert(slices.Clone(f), 7, f[6])...),
		"nothing": forge(l.header),
	} {
		r, err := newReader(bytes.NewReader(wrong), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		wantDamage(t, r.Verify(), "")
		if r.SignedBy(public(keyA)) {
			t.Error(name, "is vouched for")
		}
		if _, again := r.Next(); fmt.Sprint(again) != fmt.Sprint(r.Verify()) {
			t.Error(name, "does not stay damaged")
		}
	}
}

func TestTheLargestEventIsExact(t *testing.T) {
	l := newLetter(t, 1, 0)
	l.header.MinReader = 1
	plain := forge(l.header, l.frames()...)
	size := len(l.events[0].Head) + len(l.events[0].Sealed)
	for less, what := range []string{"", "a length is impossible"} {
		r, err := newReader(bytes.NewReader(plain), Limits{Record: size - less})
		if err == nil {
			err = r.Verify()
		}
		if what != "" {
			wantDamage(t, err, what)
		} else if err != nil {
			t.Error(err)
		}
	}
}

func TestTheLimitIsExact(t *testing.T) {
	l := newLetter(t, 3, 2)
	l.header.MinReader = 1
	plain := forge(l.header, l.frames()...)
	for _, c := range []struct {
		most int
		key  string
	}{{len(plain), ""}, {len(plain) - 1, "refuse.bundle-large"}, {10, "refuse.bundle-large"}} {
		r, err := newReader(bytes.NewReader(plain), Limits{Plain: int64(c.most)})
		if err == nil {
			err = r.Verify()
		}
		if c.key == "" && err != nil {
			t.Error(err)
		} else if c.key != "" {
			wantRefusal(t, err, c.key)
		}
	}
}
