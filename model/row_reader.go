package model

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// RowReader reads rows and shares what many rows have in common: the names of
// classes, categories, agencies, and the policies.
type RowReader struct {
	shared   map[string]string
	policies map[string]*Policy
	block    strings.Builder
	taken    []takenRow
}

// takenRow is a row of which only the front is read yet.
type takenRow struct {
	receivedAt Instant
	policy     *Policy
	rest       string
}

// NewRowReader is a reader for one loading.
func NewRowReader() *RowReader {
	return &RowReader{shared: map[string]string{}, policies: map[string]*Policy{}}
}

// ErrRow says that a row is not one that this program wrote.
var ErrRow = errors.New("a row cannot be read")

// Take takes in, in any order, what Row.Bytes wrote; the error is ErrRow.
func (r *RowReader) Take(b []byte) error {
	taken, ok := r.take(string(b))
	if !ok {
		return ErrRow
	}
	taken.rest = r.keep(taken.rest)
	r.taken = append(r.taken, taken)
	return nil
}

// Each reads the rows that were taken in, the one received last first: so they
// lie in memory in the order in which lists pass through them, which takes a
// third of the time. The error is ErrRow.
func (r *RowReader) Each(found func(*Row)) error {
	slices.SortFunc(r.taken, func(a, b takenRow) int { return cmp.Compare(b.receivedAt, a.receivedAt) })
	for _, taken := range r.taken {
		row := new(Row)
		if !r.read(row, taken) {
			return ErrRow
		}
		found(row)
	}
	return nil
}

// Read reads one row; the error is ErrRow.
func (r *RowReader) Read(b []byte) (row Row, err error) {
	taken, ok := r.take(string(b))
	if !ok || !r.read(&row, taken) {
		return row, ErrRow
	}
	return row, nil
}

func (r *RowReader) take(text string) (taken takenRow, ok bool) {
	if text == "" || text[0] != rowVersion {
		return taken, false
	}
	c := &rowCode{text: text[1:], from: r}
	c.front(&taken.receivedAt, &taken.policy)
	taken.rest = c.text
	return taken, !c.bad
}

// read reads the rest of a row, whose own texts are pieces of it.
func (r *RowReader) read(row *Row, taken takenRow) bool {
	row.ReceivedAt, row.Policy = taken.receivedAt, taken.policy
	c := &rowCode{text: taken.rest, from: r}
	c.row(row)
	return !c.bad && c.text == ""
}

// blockSize is how many bytes of rows stand one behind the other in one piece of
// memory.
const blockSize = 64 << 10

// keep copies a text into the present block.
func (r *RowReader) keep(text string) string {
	if r.block.Cap()-r.block.Len() < len(text) {
		r.block.Reset()
		r.block.Grow(max(blockSize, len(text)))
	}
	start := r.block.Len()
	r.block.WriteString(text)
	return r.block.String()[start:]
}
