package store

import (
	"fmt"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/pb"
	"github.com/dgraph-io/ristretto/v2/z"
)

// pen seals what is written and brings it to the streams, a bufferful at a time.
// Each goroutine has its own.
type pen struct {
	of     *Remaking
	buffer *z.Buffer
	sealed []byte
}

// mostHeld is how many bytes of tables the system may count as our memory.
const mostHeld = 64 << 20

func (r *Remaking) newPen() *pen { return &pen{of: r, buffer: z.NewBuffer(bufferSize, "")} }

func (p *pen) put(stream uint32, key, value []byte) error {
	p.sealed = p.of.store.sealInto(p.sealed[:0], key, value)
	return p.add(&pb.KV{StreamId: stream, Version: 1, Key: key, Value: p.sealed})
}

func (p *pen) end(stream uint32) error {
	return p.add(&pb.KV{StreamId: stream, StreamDone: true})
}

func (p *pen) add(kv *pb.KV) error {
	badger.KVToBuffer(kv, p.buffer)
	if p.buffer.LenNoPadding() < bufferSize {
		return nil
	}
	return p.write()
}

func (p *pen) write() error {
	if p.of.held.Add(int64(p.buffer.LenNoPadding())) > mostHeld {
		p.of.held.Store(0)
		letGo(freshDir(p.of.store.dir))
	}
	err := p.of.stream.Write(p.buffer)
	p.buffer.Reset()
	if err != nil {
		return fmt.Errorf("store: remake: %w", err)
	}
	return nil
}
