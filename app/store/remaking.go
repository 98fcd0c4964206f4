package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/dgraph-io/badger/v4"
)

// Remaking takes what a store is made of. Each key goes to the disk once, and in
// order, so that nothing has to be sorted again there: the events of a desk as
// they come, index and rows at the end.
type Remaking struct {
	store  *Store
	stream *badger.StreamWriter
	events *pen
	open   []ordered
	last   uint32 // the stream begun last
	links  [][]link
	rows   []Entry
	room   []byte       // for the rows
	held   atomic.Int64 // bytes of tables that the system may count as our memory
	counts Counts
}

// ordered is a stream that is written in the order of its keys.
type ordered struct {
	desk   [idSize]byte
	stream uint32
}

// link is the key of one event in the index of things.
type link [1 + idSize + idSize + numberSize]byte

const (
	bufferSize = 1 << 20
	linkBlock  = 8 << 10
	// maxOpen bounds the tables that are being made at once. A desk that comes
	// back after so many others begins another one.
	maxOpen = 8
)

func (s *Store) newRemaking() *Remaking {
	r := &Remaking{store: s, stream: s.db.NewStreamWriter()}
	r.events = r.newPen()
	return r
}

// Event takes an event, and nothing of it is kept. Those of one desk come in the
// order of their numbers.
func (r *Remaking) Event(e Event) error {
	r.counts.Events++
	r.link(link(subjectKey(e.Subject, e.Desk, e.N)))
	stream, err := r.streamOf(e.Desk)
	if err != nil {
		return err
	}
	return r.events.put(stream, eventKey(e.Desk, e.N), e.Bytes)
}

func (r *Remaking) link(l link) {
	if n := len(r.links); n == 0 || len(r.links[n-1]) == linkBlock {
		r.links = append(r.links, make([]link, 0, linkBlock))
	}
	block := &r.links[len(r.links)-1]
	*block = append(*block, l)
}

// Row takes a row, one for each thing.
func (r *Remaking) Row(id [16]byte, row []byte) {
	r.counts.Rows++
	if cap(r.room)-len(r.room) < len(row) {
		r.room = make([]byte, 0, max(bufferSize, len(row)))
	}
	start := len(r.room)
	r.room = append(r.room, row...)
	r.rows = append(r.rows, Entry{ID: id, Bytes: r.room[start:len(r.room):len(r.room)]})
}

// streamOf is the stream of a desk; the one that was used longest ago is ended
// when there are too many.
func (r *Remaking) streamOf(desk [idSize]byte) (uint32, error) {
	at := slices.IndexFunc(r.open, func(o ordered) bool { return o.desk == desk })
	if at == 0 {
		return r.open[0].stream, nil
	}
	used := ordered{desk: desk}
	if at > 0 {
		used = r.open[at]
		r.open = slices.Delete(r.open, at, at+1)
	} else {
		used.stream = r.begin()
	}
	r.open = slices.Insert(r.open, 0, used)
	if len(r.open) <= maxOpen {
		return used.stream, nil
	}
	oldest := r.open[maxOpen].stream
	r.open = r.open[:maxOpen]
	return used.stream, r.events.end(oldest)
}

func (r *Remaking) begin() uint32 {
	r.last++
	return r.last
}

// finish writes the rows and the index, and waits until all is on the disk.
func (r *Remaking) finish() error {
	rows, links := r.begin(), r.begin()
	rowsDone := make(chan error, 1)
	go func() { rowsDone <- r.finishRows(rows) }()
	err := r.finishEvents()
	if err == nil {
		err = r.finishLinks(links)
	}
	if err := errors.Join(err, <-rowsDone); err != nil {
		return err
	}
	if err := r.stream.Flush(); err != nil {
		return fmt.Errorf("store: remake: %w", err)
	}
	return nil
}

func (r *Remaking) finishEvents() error {
	for _, o := range r.open {
		if err := r.events.end(o.stream); err != nil {
			return err
		}
	}
	return r.events.write()
}

func (r *Remaking) finishRows(stream uint32) error {
	slices.SortFunc(r.rows, func(a, b Entry) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	p := r.newPen()
	for _, row := range r.rows {
		if err := p.put(stream, idKey(markRow, row.ID), row.Bytes); err != nil {
			return err
		}
	}
	r.rows, r.room = nil, nil
	return p.write()
}

func (r *Remaking) finishLinks(stream uint32) error {
	links := slices.Concat(r.links...)
	r.links = nil
	slices.SortFunc(links, func(a, b link) int { return bytes.Compare(a[:], b[:]) })
	p := r.newPen()
	for n := range links {
		if err := p.put(stream, links[n][:], nil); err != nil {
			return err
		}
	}
	return p.write()
}
