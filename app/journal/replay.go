package journal

import (
	"fmt"
	"io"
)

// Verified counts what a reading of the whole journal found sound.
type Verified struct {
	Segments int
	Records  uint64
	Bytes    int64
}

// Replay gives every record from a position on, each with the position after
// it; the zero Position is the beginning. It stops at the first error of
// onRecord. It returns *[Ahead] when the journal ends before that position and
// *[Damage] when a record does not read or the position is another journal's.
func (j *Journal) Replay(from Position, onRecord func(record []byte, next Position) error) error {
	end := j.End()
	at := from
	if at == (Position{}) {
		at = Position{Segment: 1, Offset: int64(headerSize)}
	}
	if at.Segment > end.Segment || at.Index > end.Index {
		return &Ahead{From: from, End: end}
	}
	for {
		next, err := j.replaySegment(at, end, onRecord)
		if err != nil {
			return err
		}
		if next.Segment == end.Segment {
			return nil
		}
		at = Position{Segment: next.Segment + 1, Offset: int64(headerSize), Index: next.Index, Tag: next.Tag}
	}
}

// Verify reads every record of every segment and counts them; onProgress is
// told the number of records from time to time.
func (j *Journal) Verify(onProgress func(records uint64)) (Verified, error) {
	end := j.End()
	v := Verified{Segments: int(end.Segment)}
	err := j.Replay(Position{}, func(record []byte, _ Position) error {
		v.Records++
		v.Bytes += int64(len(record))
		if v.Records%1000 == 0 {
			onProgress(v.Records)
		}
		return nil
	})
	return v, err
}

func (j *Journal) replaySegment(at, end Position, onRecord func([]byte, Position) error) (Position, error) {
	file, err := j.folder.Open(segmentName(at.Segment))
	if err != nil {
		return at, fmt.Errorf("journal: open segment %d: %w", at.Segment, err)
	}
	defer file.Close()
	r, err := j.readFrom(file, at, end)
	if err != nil {
		return at, err
	}
	for {
		record, err := r.next()
		if err == io.EOF {
			return r.at, r.endsAt(end)
		}
		if err == errShort {
			return r.at, r.damage("the segment ends inside a batch")
		}
		if err != nil {
			return r.at, err
		}
		if err := onRecord(record, r.at); err != nil {
			return r.at, err
		}
	}
}

// readFrom reads a segment up to the end that is acknowledged, after checking
// that it continues the one before it.
func (j *Journal) readFrom(file File, at, end Position) (*reader, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("journal: size of segment %d: %w", at.Segment, err)
	}
	size := info.Size()
	if size < int64(headerSize) {
		return nil, &Damage{at.Segment, 0, "the segment has no header"}
	}
	head, err := readHeader(j.options.Key, at.Segment, file)
	if err != nil {
		return nil, err
	}
	if at.Segment == end.Segment {
		size = min(size, end.Offset)
	}
	if start := head.start(); at.Offset < start.Offset || at.Offset > size ||
		at.Offset == start.Offset && at != start {
		return nil, &Damage{at.Segment, at.Offset, "does not continue what stands before it"}
	}
	return newReader(head, file, at, size), nil
}

// endsAt tells the last segment cut short while the journal was open, and a
// position that only looks like the end.
func (r *reader) endsAt(end Position) error {
	if r.at.Segment == end.Segment && r.at != end {
		return r.damage("the journal does not end as it should")
	}
	return nil
}
