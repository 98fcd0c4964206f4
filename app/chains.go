package app

import (
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"time"

	"siaga/app/store"
	"siaga/model"
)

// chain is how far one desk's events have been taken in: the number and the
// clock of the last one, and the hash that stands for all of them.
type chain struct {
	n    uint64
	hash model.Hash
	at   model.Stamp
}

func endingIn(e model.Event) chain { return chain{e.Header.N, e.Chain(), e.Header.At} }

// chains are all desks' chains; a desk without one has sent nothing yet.
type chains map[model.DeskID]chain

// follow takes the next event of its desk; it refuses any other.
func (c chains) follow(e model.Event) error {
	last := c[e.Header.Desk]
	if e.Header.N != last.n+1 || e.Header.Prev != last.hash {
		return fmt.Errorf("event %s does not follow %d: the chain is broken", e.Mark(), last.n)
	}
	c[e.Header.Desk] = endingIn(e)
	return nil
}

// vector is how many events of each desk are here.
func (c chains) vector() model.Vector {
	v := make(model.Vector, len(c))
	for desk, at := range c {
		v[desk] = at.n
	}
	return v
}

// heads are the chains as the store keeps them.
func (c chains) heads() ([]store.Head, error) {
	var out []store.Head
	for desk, at := range c {
		raw, ok := model.Raw(string(desk))
		if !ok {
			return nil, fmt.Errorf("%q is not a desk's identity", desk)
		}
		out = append(out, store.Head{Desk: raw, N: at.n, Hash: at.hash})
	}
	return out, nil
}

// own is this desk's chain.
func (d *Desk) own() chain { return d.chains[d.me] }

// followClock lets this desk's clock follow another's, but never more than a
// day ahead of its own (see [model.Stamp.Next]).
func (d *Desk) followClock(s model.Stamp) {
	if s.Wall <= d.now().Add(24*time.Hour).UnixMilli() && d.stamp.Before(s) {
		d.stamp = s
	}
}

// loadChains reads how far each desk's events have been taken in, and compares
// each head with the event that it names.
func (d *Desk) loadChains() error {
	heads, err := d.store.Heads()
	if err != nil {
		return err
	}
	if len(heads) == 0 && d.store.Counts().Events > 0 {
		return errors.New("the store holds events but no head")
	}
	for _, h := range heads {
		if err := d.loadChain(h); err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) loadChain(h store.Head) error {
	b, err := d.store.Event(h.Desk, h.N)
	if err != nil {
		return err
	}
	events, err := model.Unpack(b)
	if err != nil || len(events) != 1 || events[0].Chain() != h.Hash {
		return fmt.Errorf("event %d of desk %s is not the one its head names", h.N, hex.EncodeToString(h.Desk[:2]))
	}
	d.chains[events[0].Header.Desk] = endingIn(events[0])
	d.followClock(events[0].Header.At)
	return nil
}

// checkChains follows the chain of each desk through the store and returns how
// many events there are.
func (d *Desk) checkChains() (uint64, error) {
	var events uint64
	walked := chains{}
	err := d.store.EachEvent(func(_ [16]byte, _ uint64, b []byte) error {
		read, err := model.Unpack(b)
		if err != nil || len(read) != 1 {
			return fmt.Errorf("event %d of the store cannot be read: %w", events+1, err)
		}
		events++
		return walked.follow(read[0])
	})
	if err == nil && !maps.Equal(walked, d.chains) {
		err = fmt.Errorf("the store's %d events do not end where its heads say", events)
	}
	return events, err
}
