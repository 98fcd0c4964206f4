package journal

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// mostZeros is the largest block in which a file system makes a file grow.
const mostZeros = 64 << 10

// openLast finds the last segment, reads it to its end and cuts off a batch
// that never came to its end; it returns how many bytes those were.
func (j *Journal) openLast() (int64, error) {
	last, err := j.lastSegment()
	if err != nil {
		return 0, err
	}
	if last == 0 {
		return 0, j.begin(Position{})
	}
	file, err := j.folder.Open(segmentName(last))
	if err != nil {
		return 0, fmt.Errorf("journal: open segment %d: %w", last, err)
	}
	size, unborn, err := begun(file)
	if unborn {
		return j.dropUnborn(last, file, size)
	}
	if err == nil {
		j.file = file
		err = j.readLast(last, size)
	}
	if err != nil {
		_ = file.Close() // read only so far, or about to be read again
		return 0, err
	}
	return size - j.end.Offset, nil
}

// lastSegment is 0 in an empty folder; a number left out is damage.
func (j *Journal) lastSegment() (uint32, error) {
	names, err := j.folder.Names()
	if err != nil {
		return 0, fmt.Errorf("journal: list folder: %w", err)
	}
	var numbers []uint32
	for _, name := range names {
		if number := segmentNumber(name); number > 0 {
			numbers = append(numbers, number)
		}
	}
	slices.Sort(numbers)
	for n, number := range numbers {
		if number != uint32(n+1) {
			return 0, &Damage{uint32(n + 1), 0, "the segment is missing"}
		}
	}
	return uint32(len(numbers)), nil
}

// begun tells a segment whose header never came to its end on the disk: too
// short, or nothing but the zeros that some file systems put in its place.
func begun(file File) (size int64, unborn bool, err error) {
	info, err := file.Stat()
	if err != nil {
		return 0, false, fmt.Errorf("journal: size of the last segment: %w", err)
	}
	size = info.Size()
	if size < int64(headerSize) || size > mostZeros {
		return size, size < int64(headerSize), nil
	}
	unborn, err = endsInZeros(file, int64(sealedAt), size)
	return size, unborn, err
}

// dropUnborn removes a last segment that has no header yet and opens the one
// before it.
func (j *Journal) dropUnborn(segment uint32, file File, size int64) (int64, error) {
	_ = file.Close() // nothing of it is kept
	if err := j.folder.Remove(segmentName(segment)); err != nil {
		return 0, fmt.Errorf("journal: remove segment %d: %w", segment, err)
	}
	if err := j.folder.Sync(); err != nil {
		return 0, fmt.Errorf("journal: sync folder: %w", err)
	}
	torn, err := j.openLast()
	return size + torn, err
}

// readLast sets the end of the journal, cutting off a torn tail, and syncs:
// what is read now may so far stand in memory only.
func (j *Journal) readLast(segment uint32, size int64) error {
	head, err := readHeader(j.options.Key, segment, j.file)
	if err != nil {
		return err
	}
	r := newReader(head, j.file, head.start(), size)
	for err == nil {
		_, err = r.next()
	}
	if err != io.EOF && !r.torn(err, j.file, size) {
		return err
	}
	j.head, j.end = head, r.whole
	if err != io.EOF {
		if err := j.file.Truncate(j.end.Offset); err != nil {
			return fmt.Errorf("journal: cut off the torn end: %w", err)
		}
	}
	if err := j.file.Sync(); err != nil {
		return fmt.Errorf("journal: sync segment %d: %w", segment, err)
	}
	return nil
}

// torn tells what a power cut leaves, a file that ends too early or in zeros,
// from damage. A tag of sixteen zeros does not happen.
func (r *reader) torn(err error, file File, size int64) bool {
	if err == errShort {
		return true
	}
	var damage *Damage
	if !errors.As(err, &damage) {
		return false
	}
	zero, err := endsInZeros(file, max(r.at.Offset, size-tagSize), size)
	return err == nil && zero
}

func endsInZeros(file File, from, to int64) (bool, error) {
	b := make([]byte, to-from)
	if _, err := file.ReadAt(b, from); err != nil {
		return false, fmt.Errorf("journal: read the end: %w", err)
	}
	return !slices.ContainsFunc(b, func(c byte) bool { return c != 0 }), nil
}
