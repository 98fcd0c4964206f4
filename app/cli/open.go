package cli

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"

	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
)

// withDesk opens the desk for one verb, and refuses one that is in recovery.
func (c *call) withDesk(use func(*app.Desk) error) error {
	return c.withAnyDesk(func(d *app.Desk) error {
		if d.Recovery() != nil {
			return model.Refuse("refuse.in-recovery")
		}
		return use(d)
	})
}

// withAnyDesk opens the desk also when it is in recovery.
func (c *call) withAnyDesk(use func(*app.Desk) error) error {
	return c.withDeskBy(c.credential, use)
}

// withDeskBy opens the desk with what a function gives, which is asked only
// where there is a desk.
func (c *call) withDeskBy(credential func() (vault.Credential, error), use func(*app.Desk) error) error {
	d, random, err := c.open(credential)
	if err != nil {
		return err
	}
	c.book = c.book.In(d.Zone())
	if err := reseed(random, d); err != nil {
		return errors.Join(err, d.Close())
	}
	return errors.Join(use(d), d.Close())
}

func (c *call) open(credential func() (vault.Credential, error)) (*app.Desk, io.Reader, error) {
	if !app.Exists(c.folder) {
		return nil, nil, model.Refuse("refuse.desk-none")
	}
	random, err := c.random()
	if err != nil {
		return nil, nil, err
	}
	with, err := credential()
	if err != nil {
		return nil, nil, err
	}
	d, err := app.Unlock(app.World{Folder: c.folder, Now: c.Now, Random: random}, with)
	var damage *vault.Damage
	if errors.As(err, &damage) {
		err = model.Refuse("refuse.vault-damaged")
	}
	return d, random, err
}

// random is where identities come from: outside, or a stream that --seed fixes.
func (c *call) random() (io.Reader, error) {
	if !c.has("seed") {
		return c.Random, nil
	}
	seed, err := c.number("seed", 0)
	if err != nil {
		return nil, err
	}
	return seeded("siaga seed", uint64(seed)), nil
}

func seeded(purpose string, seed uint64) *rand.ChaCha8 {
	return rand.NewChaCha8(sha256.Sum256(binary.BigEndian.AppendUint64([]byte(purpose), seed)))
}

// reseed lets a fixed stream go on from what the desk holds, so that two runs
// with the same seed never give two things the same identity.
func reseed(random io.Reader, d *app.Desk) error {
	stream, fixed := random.(*rand.ChaCha8)
	if !fixed || d.Recovery() != nil {
		return nil
	}
	digest, err := d.Digest()
	if err != nil {
		return err
	}
	var next [8]byte
	if _, err := io.ReadFull(stream, next[:]); err != nil {
		return err
	}
	from := append(digest[:], next[:]...)
	if len(d.Desks()) > 1 { // they show the same office, and must not draw the same
		from = append(from, d.Me().Desk...)
	}
	stream.Seed(sha256.Sum256(from))
	return nil
}
