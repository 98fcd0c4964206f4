package bundle

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"

	"siaga/model"
)

// given is a piece that was handed over, its content still to be read.
type given struct {
	piece Piece
	in    io.Reader
}

// Join puts the pieces of one file together, in whatever order they come and
// even if some come twice. It refuses, naming the number, a piece that is
// missing, of another file, different from its double, or damaged; what it has
// written by then is worth nothing.
func Join(w io.Writer, pieces []io.Reader) error {
	sorted, doubles, err := sortPieces(pieces)
	if err != nil {
		return err
	}
	total := sha256.New()
	for _, g := range sorted {
		if err := g.copy(io.MultiWriter(w, total)); err != nil {
			return err
		}
	}
	for _, g := range doubles {
		if err := g.copy(io.Discard); err != nil {
			return err
		}
	}
	if sorted[0].piece.Whole != model.Hash(total.Sum(nil)) {
		return &Damage{0, "the pieces do not make the whole"}
	}
	return nil
}

// sortPieces returns one of each piece, in order, and those that came again.
func sortPieces(pieces []io.Reader) (sorted, doubles []given, err error) {
	if len(pieces) == 0 {
		return nil, nil, errors.New("bundle: no pieces to join")
	}
	var first Piece
	for n, r := range pieces {
		piece, in, err := readPiece(r)
		if err != nil {
			return nil, nil, err
		}
		if n == 0 {
			first, sorted = piece, make([]given, piece.Of)
		}
		if piece.Whole != first.Whole || piece.Of != first.Of {
			return nil, nil, model.Refuse("refuse.piece-foreign", "Number", piece.N)
		}
		switch known := &sorted[piece.N-1]; {
		case known.in == nil:
			*known = given{piece, in}
		case known.piece == piece:
			doubles = append(doubles, given{piece, in})
		default:
			return nil, nil, model.Refuse("refuse.piece-differs", "Number", piece.N)
		}
	}
	if missing := missing(sorted); missing != "" {
		return nil, nil, model.Refuse("refuse.piece-missing", "Numbers", missing, "Of", first.Of)
	}
	return sorted, doubles, nil
}

// missing names the pieces that nobody handed over: "2, 5–7".
func missing(sorted []given) string {
	var runs []string
	for n := 0; n < len(sorted); n++ {
		from := n
		for n < len(sorted) && sorted[n].in == nil {
			n++
		}
		switch n - from {
		case 0:
		case 1:
			runs = append(runs, fmt.Sprint(n))
		default:
			runs = append(runs, fmt.Sprintf("%d–%d", from+1, n))
		}
	}
	return strings.Join(runs, ", ")
}

// copy hands over the content and refuses one that is not what was split.
func (g given) copy(w io.Writer) error {
	damaged := model.Refuse("refuse.piece-damaged", "Number", g.piece.N)
	sum := sha256.New()
	switch _, err := io.CopyN(io.MultiWriter(w, sum), g.in, g.piece.Length); {
	case err == io.EOF:
		return damaged
	case err != nil:
		return fmt.Errorf("bundle: join piece %d: %w", g.piece.N, err)
	case model.Hash(sum.Sum(nil)) != g.piece.Sum:
		return damaged
	}
	var more [1]byte
	switch _, err := io.ReadFull(g.in, more[:]); err {
	case io.EOF:
		return nil
	case nil:
		return damaged
	default:
		return err
	}
}
