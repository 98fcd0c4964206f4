package store

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/pb"
	"github.com/dgraph-io/ristretto/v2/z"
)

// Remaking takes what a store is made of. Each key goes to the disk once, and in
// order, so that nothing has to be sorted again there: the events of a desk as
// they come, index and rows at the end.
type Remaking struct {
	store  *Store
	stream *badger.StreamWriter
	buffer *z.Buffer
	open   []ordered
	last   uint32 // the stream begun last
	links  [][]link
	rows   []Entry
	room   []byte // for the rows
	sealed []byte
	held   int // bytes of tables that the system may count as our memory
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
	mostHeld   = 64 << 20
	// maxOpen bounds the tables that are being made at once. A desk that comes
	// back after so many others begins another one.
	maxOpen = 8
)

func (s *Store) newRemaking() *Remaking {
	return &Remaking{store: s, stream: s.db.NewStreamWriter(), buffer: z.NewBuffer(bufferSize, "")}
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
	return r.put(stream, eventKey(e.Desk, e.N), e.Bytes)
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
	r.rows = append(r.rows, Entry{id, r.room[start:len(r.room):len(r.room)]})
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
	return used.stream, r.end(oldest)
}

func (r *Remaking) begin() uint32 {
	r.last++
	return r.last
}

func (r *Remaking) end(stream uint32) error {
	return r.add(&pb.KV{StreamId: stream, StreamDone: true})
}

func (r *Remaking) put(stream uint32, key, value []byte) error {
	r.sealed = r.store.sealInto(r.sealed[:0], key, value)
	return r.add(&pb.KV{StreamId: stream, Version: 1, Key: key, Value: r.sealed})
}

func (r *Remaking) add(kv *pb.KV) error {
	badger.KVToBuffer(kv, r.buffer)
	if r.buffer.LenNoPadding() < bufferSize {
		return nil
	}
	return r.write()
}

func (r *Remaking) write() error {
	if r.held += r.buffer.LenNoPadding(); r.held > mostHeld {
		letGo(freshDir(r.store.dir))
		r.held = 0
	}
	err := r.stream.Write(r.buffer)
	r.buffer.Reset()
	if err != nil {
		return fmt.Errorf("store: remake: %w", err)
	}
	return nil
}

// finish writes the rows and the index, and waits until all is on the disk.
func (r *Remaking) finish() error {
	for _, o := range r.open {
		if err := r.end(o.stream); err != nil {
			return err
		}
	}
	if err := r.finishRows(); err != nil {
		return err
	}
	if err := r.finishLinks(); err != nil {
		return err
	}
	if err := r.write(); err != nil {
		return err
	}
	if err := r.stream.Flush(); err != nil {
		return fmt.Errorf("store: remake: %w", err)
	}
	return nil
}

func (r *Remaking) finishRows() error {
	slices.SortFunc(r.rows, func(a, b Entry) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	stream := r.begin()
	for _, row := range r.rows {
		if err := r.put(stream, idKey(markRow, row.ID), row.Bytes); err != nil {
			return err
		}
	}
	r.rows, r.room = nil, nil
	return r.end(stream)
}

func (r *Remaking) finishLinks() error {
	stream, links := r.begin(), slices.Concat(r.links...)
	r.links = nil
	slices.SortFunc(links, func(a, b link) int { return bytes.Compare(a[:], b[:]) })
	for n := range links {
		if err := r.put(stream, links[n][:], nil); err != nil {
			return err
		}
	}
	return nil
}
