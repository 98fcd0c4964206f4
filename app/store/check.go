package store

import "fmt"

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
