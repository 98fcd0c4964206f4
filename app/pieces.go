package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"siaga/app/bundle"
	"siaga/model"
)

// NewFileName draws a name for a file to another desk; it tells nothing.
func (d *Desk) NewFileName() (string, error) { return bundle.FileName(d.random) }

// NewPassphrase draws a passphrase for [Export] that can be read out by
// telephone.
func (d *Desk) NewPassphrase() (string, error) { return bundle.NewPassphrase(d.random) }

// Megabyte is what mail programs count by.
const Megabyte = 1_000_000

// SplitFile cuts a file for other desks that is larger than a size into pieces
// beside it and removes it; it returns their paths, none when the file is small
// enough. What fails leaves the file and no pieces.
func SplitFile(path string, size int64) (pieces []string, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, model.Refuse("refuse.file", "Path", path)
	}
	info, err := file.Stat()
	if err == nil && (size <= 0 || info.Size() > size) {
		pieces, err = cut(file, info.Size(), size)
	}
	if err = errors.Join(err, file.Close()); err == nil && len(pieces) > 0 {
		err = os.Remove(path)
	}
	if err != nil {
		for _, piece := range pieces {
			_ = os.Remove(piece) // half of them is of no use
		}
		return nil, err
	}
	return pieces, nil
}

func cut(file *os.File, length, size int64) (pieces []string, err error) {
	err = bundle.Split(file, length, size, func(n, of int) (io.WriteCloser, error) {
		piece := fmt.Sprintf("%s.part-%d-of-%d", file.Name(), n, of)
		out, err := os.OpenFile(piece, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, model.Refuse("refuse.file-write", "Path", piece)
		}
		pieces = append(pieces, piece)
		return out, nil
	})
	return pieces, err
}

// PiecesBeside are the files in the same folder that belong to a piece of a
// split file, the piece itself among them; of any other file, and of several,
// they alone.
func PiecesBeside(paths ...string) []string {
	if len(paths) != 1 {
		return paths
	}
	path := paths[0]
	first, err := readPiece(path)
	if err != nil {
		return paths
	}
	entries, _ := os.ReadDir(filepath.Dir(path)) // the piece itself was read from there
	found := []string{path}
	for _, e := range entries {
		other := filepath.Join(filepath.Dir(path), e.Name())
		if !e.Type().IsRegular() || filepath.Clean(path) == other {
			continue
		}
		if piece, err := readPiece(other); err == nil && piece.Whole == first.Whole {
			found = append(found, other)
		}
	}
	slices.Sort(found)
	return found
}

func readPiece(path string) (bundle.Piece, error) {
	file, err := os.Open(path)
	if err != nil {
		return bundle.Piece{}, err
	}
	defer file.Close()
	return bundle.ReadPiece(file)
}
