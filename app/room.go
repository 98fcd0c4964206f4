package app

import (
	"io"
	"path/filepath"

	"siaga/app/journal"
	"siaga/app/whole"
)

// writeFile writes a file whole or not at all, and stops before the disk is so
// full that the store, which maps files, would be killed.
func writeFile(path string, write func(io.Writer) error) error {
	return whole.Write(path, 0o600, func(w io.Writer) error {
		return write(&roomyWriter{w: w, folder: filepath.Dir(path)})
	})
}

// checkedEvery is after how many bytes the room is looked at again.
const checkedEvery = 16 << 20

type roomyWriter struct {
	w      io.Writer
	folder string
	left   int // until the room is looked at
}

func (r *roomyWriter) Write(b []byte) (int, error) {
	if r.left -= len(b); r.left < 0 {
		if err := journal.WantRoom(r.folder); err != nil {
			return 0, err
		}
		r.left = checkedEvery
	}
	return r.w.Write(b)
}
