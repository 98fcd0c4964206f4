package bundle

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"siaga/model"
)

const (
	pieceName = "siaga-part "
	pieceLine = "siaga-part 1\n"

	// MostPieces is into how many pieces a file may be split.
	MostPieces = 1000

	smallestPiece = 64 << 10
	pieceFront    = 512 // the most bytes before a piece's content
)

// Piece is the first line of a piece of a split file, behind its version line.
type Piece struct {
	Whole  model.Hash `json:"whole"` // SHA-256 of the whole file: pieces of one file agree in it
	N      int        `json:"n"`     // from 1
	Of     int        `json:"of"`
	Length int64      `json:"length"` // of the content, in bytes
	Sum    model.Hash `json:"sum"`    // SHA-256 of the content
}

// ReadPiece reads what a piece says of itself; it refuses what is no piece and a
// newer program's.
func ReadPiece(r io.Reader) (Piece, error) {
	piece, _, err := readPiece(r)
	return piece, err
}

// readPiece returns the piece and its content with whatever follows.
func readPiece(r io.Reader) (Piece, io.Reader, error) {
	in := bufio.NewReader(medium{r})
	line, err := readLine(in, len(pieceLine)+8)
	if err == errLineLong || err == io.ErrUnexpectedEOF {
		return Piece{}, nil, model.Refuse("refuse.bundle-not")
	}
	if err != nil {
		return Piece{}, nil, err
	}
	if err := checkVersion(string(line), pieceName, 1); err != nil {
		return Piece{}, nil, err
	}
	if line, err = readLine(in, pieceFront); err != nil {
		return Piece{}, nil, fault(0, err)
	}
	var piece Piece
	if err := json.Unmarshal(line, &piece); err != nil {
		return Piece{}, nil, fault(0, err)
	}
	if piece.Of < 1 || piece.Of > MostPieces || piece.N < 1 || piece.N > piece.Of || piece.Length < 0 {
		return Piece{}, nil, &Damage{0, "a piece with impossible numbers"}
	}
	return piece, in, nil
}

func (p Piece) front() ([]byte, error) {
	line, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("bundle: encode a piece: %w", err)
	}
	return append(append([]byte(pieceLine), line...), '\n'), nil
}
