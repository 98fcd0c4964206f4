package app

import (
	"io"

	"siaga/model"
)

// Progress is told how far a long piece of work has come, in events, or in bytes
// of one file of evidence, and returns false to stop it; a total of 0 is not known
// yet.
type Progress func(done, total uint64) (goOn bool)

// goOn reports whether the work is to go on; nobody asked to be told means yes.
func (p Progress) goOn(done, total uint64) error {
	if p != nil && !p(done, total) {
		return model.Refuse("refuse.stopped")
	}
	return nil
}

// everySoMany is after how many events the progress is told.
const everySoMany = 1000

// reading tells how many bytes of a reader have passed, and stops when it is told
// to.
func (p Progress) reading(in io.Reader, total int64) io.Reader {
	return &told{in: in, total: total, progress: p}
}

type told struct {
	in       io.Reader
	done     uint64
	total    int64
	progress Progress
}

func (t *told) Read(b []byte) (int, error) {
	n, err := t.in.Read(b)
	t.done += uint64(n)
	if stop := t.progress.goOn(t.done, uint64(t.total)); stop != nil {
		return n, stop
	}
	return n, err
}
