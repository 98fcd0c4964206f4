package bundle

import (
	"crypto/sha256"
	"fmt"
	"io"

	"siaga/model"
)

// Split cuts a file of that length into pieces, each a file of at most size
// bytes, and asks create for each in turn. It refuses a size below 64 KiB and one
// that would take more than [MostPieces].
func Split(whole io.ReaderAt, length, size int64, create func(n, of int) (io.WriteCloser, error)) error {
	least := max(smallestPiece, pieceFront+(length+MostPieces-1)/MostPieces)
	if size < least {
		return model.RefuseAt("size", "refuse.piece-size", "Least", int((least+999)/1000))
	}
	content := size - pieceFront
	of := max(1, int((length+content-1)/content))
	total, err := sumOf(io.NewSectionReader(whole, 0, length))
	if err != nil {
		return err
	}
	for n := 1; n <= of; n++ {
		start := int64(n-1) * content
		cut := io.NewSectionReader(whole, start, min(content, length-start))
		sum, err := sumOf(cut)
		if err != nil {
			return err
		}
		if err := writePiece(Piece{total, n, of, cut.Size(), sum}, cut, create); err != nil {
			return fmt.Errorf("bundle: write piece %d of %d: %w", n, of, err)
		}
	}
	return nil
}

func writePiece(p Piece, cut *io.SectionReader, create func(n, of int) (io.WriteCloser, error)) error {
	front, err := p.front()
	if err != nil {
		return err
	}
	out, err := create(p.N, p.Of)
	if err != nil {
		return err
	}
	if _, err = out.Write(front); err == nil {
		_, err = io.Copy(out, io.NewSectionReader(cut, 0, p.Length))
	}
	if shut := out.Close(); err == nil {
		err = shut
	}
	return err
}

func sumOf(r io.Reader) (model.Hash, error) {
	sum := sha256.New()
	if _, err := io.Copy(sum, r); err != nil {
		return model.Hash{}, fmt.Errorf("bundle: read what is to be split: %w", err)
	}
	return model.Hash(sum.Sum(nil)), nil
}
