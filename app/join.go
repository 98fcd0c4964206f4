package app

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"

	"siaga/app/bundle"
	"siaga/app/vault"
	"siaga/model"
)

// Join sets up a further desk of an office in a folder, from the file of an
// invitation and the passphrase that was told with it, and opens it. Of an
// invitation that was split for mail all pieces are given, or one that has the
// others beside it. The recovery key is returned once. It refuses a folder that
// holds a desk, a file that is no invitation, and one that does not hold any more;
// whatever fails leaves no desk behind.
func Join(world World, lock Lock, files []string, passphrase string, progress Progress) (d *Desk, recovery string, err error) {
	return setUp(world, lock, func(d *Desk) error { return d.join(files, passphrase, progress) })
}

// setUp sets a desk up from a file, in the same way as [Create].
func setUp(world World, lock Lock, from func(*Desk) error) (*Desk, string, error) {
	return create(world, lock, func(world World, v *vault.Vault) (*Desk, error) {
		d := newDesk(world, v)
		return d, from(d)
	})
}

func (d *Desk) join(files []string, passphrase string, progress Progress) error {
	o, err := d.receiveOrigin(files, bundle.Keys{Passphrase: passphrase})
	if err != nil {
		return err
	}
	kit, err := readWelcome(o.parts[partWelcome])
	if o.header.Kind != bundle.Invitation || err != nil {
		return model.Refuse("refuse.not-invitation")
	}
	if err := d.begin(o.header.Office, kit.Anchors); err != nil {
		return err
	}
	if err := d.takeAll(o, progress); err != nil {
		return err
	}
	i := d.invited[kit.Invitation]
	switch {
	case i.Withdrawn != "":
		return model.Refuse("refuse.invitation-withdrawn", "Reason", i.Withdrawn)
	case i.Expires < d.Now():
		return model.Refuse("refuse.invitation-expired", "At", i.Expires.Time())
	}
	return d.admitSelf(model.DeskInfo{Letter: kit.Letter, Name: kit.Name, Invitation: kit.Invitation}, ed25519.NewKeyFromSeed(kit.Seed))
}

// begin opens an empty desk of an office that trusts these desks.
func (d *Desk) begin(office model.OfficeID, anchors model.Keys) error {
	b, err := json.Marshal(anchors)
	if err != nil {
		return fmt.Errorf("encode the anchors: %w", err)
	}
	for name, secret := range map[string][]byte{secretOffice: []byte(office), secretAnchors: b} {
		if err := d.vault.SetSecret(name, secret); err != nil {
			return err
		}
	}
	if err := giveIdentity(d.random, d.vault); err != nil {
		return err
	}
	for _, step := range []func() error{d.identify, d.openFiles, d.openStore, d.openJournal} {
		if err := step(); err != nil {
			return err
		}
	}
	return d.broken
}

// origin is a file that everything is set up from, in the inbox of the new desk.
type origin struct {
	name   string
	keys   bundle.Keys
	header bundle.Header
	parts  map[string][]byte
}

// receiveOrigin copies such a file into the inbox and reads it to its end.
func (d *Desk) receiveOrigin(files []string, keys bundle.Keys) (o origin, err error) {
	o.keys = keys
	if o.name, err = d.Receive(PiecesBeside(files...)...); err != nil {
		return o, err
	}
	o.header, o.parts, err = readParts(d.inboxPath(o.name), keys)
	return o, err
}

// takeAll takes in all that such a file brings.
func (d *Desk) takeAll(o origin, progress Progress) error {
	_, err := d.importWith(o.name, o.keys, progress)
	return err
}

// admitSelf makes this desk one of the office's, by a key that the others know.
func (d *Desk) admitSelf(info model.DeskInfo, by ed25519.PrivateKey) error {
	self, err := d.self()
	if err != nil {
		return err
	}
	self.Letter, self.Name, self.Invitation, self.Succeeds = info.Letter, info.Name, info.Invitation, info.Succeeds
	if len(by) != ed25519.PrivateKeySize {
		return errors.New("the key that admits a desk is not whole")
	}
	self.Proof = ed25519.Sign(by, model.AdmissionText(d.officeID, self))
	_, err = d.Do(Order{Command: enterDesk{self}})
	return err
}

// enterDesk is the first thing that a further desk writes.
type enterDesk struct{ self model.DeskInfo }

func (enterDesk) Do() string { return "enter-desk" }

func (enterDesk) ofItself() {}

func (c enterDesk) decide(w *work) error { return w.enter("desk", model.AdmitDesk(c.self), nil) }

// readParts reads a file to its end and returns its header and its parts.
func readParts(file string, keys bundle.Keys) (bundle.Header, map[string][]byte, error) {
	s := &survey{path: file, keys: keys, parts: map[string][]byte{}}
	err := s.read(nil, func(_ *bundle.Reader, item bundle.Item) error {
		if item.Part != nil {
			s.parts[item.Part.Name] = item.Part.Content
		}
		return nil
	}, func(r *bundle.Reader) error {
		s.header = r.Header()
		return nil
	})
	return s.header, s.parts, err
}
