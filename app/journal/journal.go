// Package journal is the sealed, append-only record of what was written at
// this desk. What [Journal.Append] has acknowledged is on the disk.
//
// The journal is a folder of segment files, 000001.journal and on. A new one
// begins when the last has passed 64 MiB.
//
//	segment  "siaga-journal 1\n" · number · index of its first record ·
//	         tag of the record before it · salt · tag of this header
//	record   length · how many of its batch follow · CRC-32C of both ·
//	         nonce · sealed bytes · tag
//
// Each segment has its own key, from the journal's key and the salt. Each
// record is sealed with XChaCha20-Poly1305 over its bytes, its segment, its
// index, its length and the tag of the record before it. So a changed,
// exchanged, removed or foreign record does not open, and says where.
//
// What a power cut leaves at the very end, a batch that never came to its end,
// was never acknowledged: [Open] cuts it off and says how many bytes. A batch
// is there whole or not at all. Whatever else does not read is a *[Damage],
// and nothing is cut. Whole records missing from the end cannot be seen from
// the journal alone: compare [Journal.End] with the position kept elsewhere.
//
// After any failed write or sync the journal takes nothing more until it is
// opened again (*[Poisoned]): what the disk then holds is known only by reading.
package journal

import (
	"fmt"
	"slices"
	"sync"

	"siaga/model"
)

const (
	// SegmentSize is the size in bytes after which a new segment begins.
	SegmentSize = 64 << 20
	// LargestRecord is the most bytes one record may have.
	LargestRecord = 32 << 20
	// LeastRoom is the free space in bytes below which nothing is appended.
	LeastRoom = 200 << 20
)

// Options say how a journal is kept.
type Options struct {
	Key         [32]byte
	SegmentSize int64 // 0 means [SegmentSize]
}

// Opened is what opening found: how many records there are, and how many bytes
// of a batch that never came to its end were cut off.
type Opened struct {
	Records uint64
	Torn    int64
}

// Journal is an open journal; it may be used from several goroutines, but its
// folder by one process only.
type Journal struct {
	folder  Folder
	options Options

	mu     sync.Mutex
	file   File // of the last segment
	head   header
	end    Position
	poison error
}

// Open opens the journal in the folder or begins one. The error is a *[Damage]
// when the last segment does not read, a refusal when a newer program wrote it.
func Open(folder Folder, options Options) (*Journal, Opened, error) {
	if options.SegmentSize == 0 {
		options.SegmentSize = SegmentSize
	}
	j := &Journal{folder: folder, options: options}
	torn, err := j.openLast()
	if err != nil {
		return nil, Opened{}, err
	}
	return j, Opened{Records: j.end.Index, Torn: torn}, nil
}

// Append writes the records as one batch and syncs once: when it returns
// without an error they are on the disk. It refuses when the disk is nearly
// full; after any failure it returns *[Poisoned] until the journal is reopened.
func (j *Journal) Append(records [][]byte) (Position, error) {
	_, err := j.AppendEach(records)
	return j.End(), err
}

// AppendEach is [Journal.Append], and says where each of the records ends.
func (j *Journal) AppendEach(records [][]byte) ([]Position, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.poison != nil {
		return nil, &Poisoned{j.poison}
	}
	if err := j.room(records); err != nil || len(records) == 0 {
		return nil, err
	}
	if j.end.Offset >= j.options.SegmentSize {
		if err := j.begin(j.end); err != nil {
			return nil, j.fail(err)
		}
	}
	data, ends := j.head.frame(j.end, records)
	if _, err := j.file.WriteAt(data, j.end.Offset); err != nil {
		return nil, j.fail(fmt.Errorf("journal: write: %w", err))
	}
	if err := j.file.Sync(); err != nil {
		return nil, j.fail(fmt.Errorf("journal: sync: %w", err))
	}
	j.end = ends[len(ends)-1]
	return ends, nil
}

// End is the position after the last record.
func (j *Journal) End() Position {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.end
}

// Close ends the use of the journal.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.poison = errClosed
	return j.file.Close()
}

func (j *Journal) room(records [][]byte) error {
	if slices.ContainsFunc(records, func(r []byte) bool { return len(r) > LargestRecord }) {
		return fmt.Errorf("journal: a record of more than %d bytes", LargestRecord)
	}
	return enough(j.folder.Room())
}

// WantRoom refuses when the disk of a folder is nearly full.
func WantRoom(dir string) error { return enough(Room(dir)) }

func enough(free uint64, err error) error {
	if err != nil {
		return fmt.Errorf("journal: free space: %w", err)
	}
	if free < LeastRoom {
		return model.Refuse("refuse.disk-full", "Free", int(free>>20), "Least", LeastRoom>>20)
	}
	return nil
}

// fail takes the unacknowledged batch away again, as far as the disk lets it.
func (j *Journal) fail(cause error) error {
	j.poison = cause
	if j.file.Truncate(j.end.Offset) == nil {
		_ = j.file.Sync() // reopening reads what is really there
	}
	return &Poisoned{cause}
}

// begin starts the segment after the given end and makes it the last.
func (j *Journal) begin(end Position) error {
	head := newHeader(j.options.Key, end)
	name := segmentName(head.segment)
	file, err := j.folder.Create(name)
	if err != nil {
		return fmt.Errorf("journal: begin %s: %w", name, err)
	}
	err = writeHeader(file, head)
	if err == nil {
		err = j.folder.Sync()
	}
	if err != nil {
		_ = file.Close()
		_ = j.folder.Remove(name) // opening also removes one that is not whole
		return fmt.Errorf("journal: begin %s: %w", name, err)
	}
	if j.file != nil {
		_ = j.file.Close() // synced after each write
	}
	j.file, j.head, j.end = file, head, head.start()
	return nil
}
