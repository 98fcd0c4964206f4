package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
)

// Checked counts what a check has unsealed and found sound.
type Checked struct {
	Counts
	Heads, Links, Meta uint64
}

// Check unseals everything, and compares the events with the heads, with the
// index of things and with the counts; the error is the first *[Damage].
func (s *Store) Check() (Checked, error) {
	var c Checked
	events, err := s.checkEvents(&c)
	if err != nil {
		return c, err
	}
	if err := s.checkHeads(&c, events); err != nil {
		return c, err
	}
	if err := s.checkLinks(&c); err != nil {
		return c, err
	}
	err = s.EachProjection(func([16]byte, []byte) error { c.Projections++; return nil })
	if err != nil {
		return c, err
	}
	if err := s.EachRow(func([16]byte, []byte) error { c.Rows++; return nil }); err != nil {
		return c, err
	}
	return c, s.each([]byte{markMeta}, func(_, _ []byte) error { c.Meta++; return nil })
}

// run is how far the events of a desk go from number 1 without a gap.
type run map[[16]byte]uint64

func (s *Store) checkEvents(c *Checked) (run, error) {
	unbroken := run{}
	err := s.EachEvent(func(desk [16]byte, n uint64, _ []byte) error {
		c.Events++
		if n == unbroken[desk]+1 {
			unbroken[desk] = n
		}
		return nil
	})
	return unbroken, err
}

func (s *Store) checkHeads(c *Checked, events run) error {
	heads, err := s.Heads()
	for _, h := range heads {
		c.Heads++
		if events[h.Desk] < h.N {
			return damaged(eventKey(h.Desk, events[h.Desk]+1), "missing, but before the head")
		}
	}
	return err
}

func (s *Store) checkLinks(c *Checked) error {
	err := s.each([]byte{markSubject}, func(_, _ []byte) error { c.Links++; return nil })
	if err == nil && c.Links < c.Events {
		return &Damage{kinds[markSubject], fmt.Sprintf("%d of %d are missing", c.Events-c.Links, c.Events)}
	}
	return err
}

// Digest is one SHA-256 over all projections and rows in the order of their
// keys: two stores that show the same office have the same digest.
func (s *Store) Digest() ([32]byte, error) {
	sum := sha256.New()
	add := func(id [16]byte, value []byte) error { return addTo(sum, id, value) }
	if err := s.EachProjection(add); err != nil {
		return [32]byte{}, err
	}
	addLength(sum, s.Counts().Projections)
	if err := s.EachRow(add); err != nil {
		return [32]byte{}, err
	}
	return [32]byte(sum.Sum(nil)), nil
}

func addTo(sum hash.Hash, id [16]byte, value []byte) error {
	sum.Write(id[:])
	addLength(sum, uint64(len(value)))
	sum.Write(value)
	return nil
}

func addLength(sum hash.Hash, n uint64) { sum.Write(binary.BigEndian.AppendUint64(nil, n)) }
