package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"siaga/model"
)

// buffer is a file in memory.
type buffer struct{ bytes.Buffer }

func (*buffer) Close() error { return nil }

func random(n int, seed byte) []byte {
	b := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{seed}).Read(b)
	return b
}

func split(t tester, whole []byte, size int64) [][]byte {
	t.Helper()
	var files []*buffer
	err := Split(bytes.NewReader(whole), int64(len(whole)), size, func(n, of int) (io.WriteCloser, error) {
		if n != len(files)+1 || of < n {
			t.Fatalf("piece %d of %d came after %d", n, of, len(files))
		}
		files = append(files, &buffer{})
		return files[n-1], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var pieces [][]byte
	for _, f := range files {
		pieces = append(pieces, f.Bytes())
	}
	return pieces
}

func join(pieces ...[]byte) ([]byte, error) {
	var readers []io.Reader
	for _, p := range pieces {
		readers = append(readers, bytes.NewReader(p))
	}
	var whole bytes.Buffer
	err := Join(&whole, readers)
	return whole.Bytes(), err
}

func TestPiecesInAnyOrderMakeTheWhole(t *testing.T) {
	joined, most := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		whole := random(rapid.IntRange(0, 1_500_000).Draw(t, "length"), byte(rapid.IntRange(0, 255).Draw(t, "seed")))
		size := rapid.Int64Range(smallestPiece, 1<<20).Draw(t, "size")
		pieces := split(t, whole, size)
		for n, p := range pieces {
			if int64(len(p)) > size {
				t.Fatalf("piece %d has %d bytes, more than %d", n+1, len(p), size)
			}
		}
		most = max(most, len(pieces))
		double := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 4).Draw(t, "doubles")
		pieces = rapid.Permutation(append(pieces, double...)).Draw(t, "order")
		got, err := join(pieces...)
		if err != nil || !bytes.Equal(got, whole) {
			t.Fatal(err)
		}
		joined += len(pieces)
	})
	t.Logf("%d pieces joined, at most %d of one file", joined, most)
}

func TestLostPiecesAreNamed(t *testing.T) {
	whole := random(9*smallestPiece, 1)
	pieces := split(t, whole, smallestPiece) // ten
	for _, c := range []struct {
		kept []int
		want string
	}{
		{[]int{1, 2, 3, 4, 5, 6, 7, 8, 9}, "10"}, {[]int{2, 3, 4, 5, 6, 7, 8, 9, 10}, "1"},
		{[]int{1, 3, 4, 8, 10}, "2, 5–7, 9"}, {[]int{10}, "1–9"}, {[]int{5, 5, 5}, "1–4, 6–10"},
	} {
		var kept [][]byte
		for _, n := range c.kept {
			kept = append(kept, pieces[n-1])
		}
		_, err := join(kept...)
		wantRefusal(t, err, "refuse.piece-missing")
		if refusal, _ := model.AsRefusal(err); fmt.Sprint(refusal.Args) != "[Numbers "+c.want+" Of 10]" {
			t.Error(refusal.Args, "for", c.want)
		}
	}
	if err := Join(io.Discard, nil); err == nil {
		t.Error("nothing was joined")
	}
}

func TestForeignAndDifferentPiecesAreNamed(t *testing.T) {
	ours, other := split(t, random(3*smallestPiece, 1), smallestPiece), split(t, random(3*smallestPiece, 2), smallestPiece)
	_, err := join(ours[0], other[1], ours[2], ours[3])
	wantNumber(t, err, "refuse.piece-foreign", 2)

	piece, in, err := readPiece(bytes.NewReader(ours[2]))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	piece.Sum[0]++
	front, err := piece.front()
	if err != nil {
		t.Fatal(err)
	}
	_, err = join(ours[0], ours[1], ours[2], ours[3], append(front, content...))
	wantNumber(t, err, "refuse.piece-differs", 3)
}

func wantNumber(t tester, err error, key string, number int) {
	t.Helper()
	wantRefusal(t, err, key)
	if refusal, _ := model.AsRefusal(err); refusal.Args[1] != number {
		t.Fatal(refusal.Args, "instead of", number)
	}
}

func TestDamagedPiecesAreNamed(t *testing.T) {
	pieces := split(t, random(2*smallestPiece, 1), smallestPiece)
	good := pieces[1]
	for name, bad := range map[string][]byte{
		"cut": good[:len(good)-1], "longer": append(slices.Clone(good), 0), "changed": changed(good, len(good)-5),
		"only its front": good[:400],
	} {
		_, err := join(pieces[0], bad, pieces[2])
		if refusal, ok := model.AsRefusal(err); !ok || refusal.Key != "refuse.piece-damaged" || refusal.Args[1] != 2 {
			t.Errorf("%s: %v", name, err)
		}
		if _, err = join(pieces[0], good, bad, pieces[2]); err == nil {
			t.Errorf("%s: a damaged double was taken", name)
		}
	}
	_, err := join(pieces[0], good[:40], pieces[2])
	wantDamage(t, err, "")
	_, err = join([]byte("Halo"), good)
	wantRefusal(t, err, "refuse.bundle-not")
	_, err = join([]byte("siaga-part 2\n{}\n"))
	wantRefusal(t, err, "refuse.bundle-newer")
}

func changed(b []byte, at int) []byte {
	b = slices.Clone(b)
	b[at] ^= 1
	return b
}

func TestEveryChangedBitOfAPieceIsNoticed(t *testing.T) {
	pieces := split(t, random(smallestPiece, 3), smallestPiece)
	last := pieces[1] // a small one
	for bit := range len(last) * 8 {
		bad := slices.Clone(last)
		bad[bit/8] ^= 1 << (bit % 8)
		got, err := join(pieces[0], bad)
		if _, refused := model.AsRefusal(err); !refused && !bytes.Equal(got, random(smallestPiece, 3)) {
			t.Fatalf("bit %d: %v", bit, err)
		}
	}
	t.Logf("%d flipped bits", len(last)*8)
}

func TestPiecesThatOnlyPretendToFit(t *testing.T) {
	pieces := split(t, random(2*smallestPiece, 1), smallestPiece)
	var lying [][]byte
	for n, p := range pieces {
		piece, in, err := readPiece(bytes.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		piece.N = len(pieces) - n // each good in itself
		front, err := piece.front()
		if err != nil {
			t.Fatal(err)
		}
		lying = append(lying, append(front, content...))
	}
	_, err := join(lying...)
	wantDamage(t, err, "the pieces do not make the whole")

	piece, _, err := readPiece(bytes.NewReader(pieces[2]))
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []int{piece.Of + 1, MostPieces} {
		piece.Of = of
		front, err := piece.front()
		if err != nil {
			t.Fatal(err)
		}
		_, err = join(pieces[0], front)
		wantNumber(t, err, "refuse.piece-foreign", 3)
	}
	for _, wrong := range []Piece{{N: 1}, {N: 1, Of: MostPieces + 1}, {Of: 1}, {N: 2, Of: 1}, {N: -1, Of: 1}, {N: 1, Of: 1, Length: -1}} {
		front, err := wrong.front()
		if err != nil {
			t.Fatal(err)
		}
		_, err = ReadPiece(bytes.NewReader(front))
		wantDamage(t, err, "impossible numbers")
	}
}

func TestTooSmallASizeIsRefused(t *testing.T) {
	none := func(int, int) (io.WriteCloser, error) { return nil, errors.New("asked for") }
	for length, least := range map[int64]int64{0: smallestPiece, 4 << 30: 4_295_480, 1 << 20: smallestPiece} {
		err := Split(bytes.NewReader(nil), length, least-1, none)
		wantRefusal(t, err, "refuse.piece-size")
		if refusal, _ := model.AsRefusal(err); refusal.Args[1] != int((least+999)/1000) {
			t.Error(refusal.Args)
		}
	}
	if n := len(split(t, nil, smallestPiece)); n != 1 {
		t.Error("an empty file made", n)
	}
	largest := int64(smallestPiece-pieceFront) * MostPieces
	if n := len(split(t, make([]byte, largest), smallestPiece)); n != MostPieces {
		t.Error("the largest file made", n)
	}
}

func TestAFullMediumIsNoticedWhileSplitting(t *testing.T) {
	for _, create := range []func(int, int) (io.WriteCloser, error){
		func(int, int) (io.WriteCloser, error) { return nil, errFull },
		func(int, int) (io.WriteCloser, error) { return shutter{&full{100}, nil}, nil },
		func(int, int) (io.WriteCloser, error) { return shutter{&full{1000}, nil}, nil },
		func(int, int) (io.WriteCloser, error) { return shutter{&full{1 << 20}, errFull}, nil },
	} {
		if err := Split(bytes.NewReader(random(5000, 1)), 5000, smallestPiece, create); !errors.Is(err, errFull) {
			t.Error(err)
		}
	}
	pieces := split(t, random(5000, 1), smallestPiece)
	if err := Join(&full{10}, []io.Reader{bytes.NewReader(pieces[0])}); !errors.Is(err, errFull) {
		t.Error(err)
	}
	for at := range len(pieces[0]) {
		in := io.MultiReader(bytes.NewReader(pieces[0][:at]), iotest.ErrReader(errFull))
		if err := Join(io.Discard, []io.Reader{in}); !errors.Is(err, errFull) {
			t.Fatal(at, err)
		}
	}
}

type shutter struct {
	io.Writer
	err error
}

func (s shutter) Close() error { return s.err }
