package app

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"

	"siaga/app/ahead"
	"siaga/app/bundle"
	"siaga/model"
)

// Export says what is to be written out and for whom.
type Export struct {
	Request    bool           // nothing but how far this desk has come: the others are to send what it lacks
	Full       bool           // everything, not only what the receivers have not confirmed
	For        []model.DeskID // empty: every desk that is welcome
	Passphrase string         // to whoever is told it, instead of to desks; always in full
	Armor      bool           // printable characters only, for mail
}

// Exported says what was written.
type Exported struct {
	Events uint64         `json:"events"`
	Files  int            `json:"files,omitempty"` // of evidence
	For    []model.DeskID `json:"for"`
	Bytes  int64          `json:"bytes"`
}

// Export writes a file for other desks: by default what they have not confirmed
// yet. It is there whole or not at all. It refuses when there is no other desk,
// a desk that is not welcome any more, and a passphrase that is too short.
func (d *Desk) Export(path string, x Export, progress Progress) (Exported, error) {
	o, err := d.outgoing(x)
	if err != nil {
		return Exported{}, err
	}
	done, err := o.toFile(path, progress)
	if err != nil {
		return Exported{}, err
	}
	return done, errors.Join(d.gaveOut(o, path), d.handedOver(o))
}

// outgoing is one file to be written, as the desk stood when it was decided:
// events never change, so nothing needs to stand still while it is written.
type outgoing struct {
	desk   *Desk
	header bundle.Header
	seal   bundle.Seal
	heads  []bundle.Head
	parts  []bundle.Part
	seen   model.Vector
	files  []model.Hash // contents that go with it
	again  []model.Mark // rows of those whose events do not
	lacks  []model.Hash // contents that are not here
}

func (d *Desk) outgoing(x Export) (*outgoing, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.broken != nil {
		return nil, model.Refuse("refuse.in-recovery")
	}
	o, err := d.outgoingOf(bundle.Delta)
	if err != nil {
		return nil, err
	}
	o.seal.Armor = x.Armor
	since := model.Vector{}
	if x.Passphrase != "" {
		o.seal.Passphrase, o.seal.WorkFactor = x.Passphrase, d.cost
	} else if since, err = d.address(o, x.For); err != nil {
		return nil, err
	}
	switch {
	case x.Request:
		o.header.Kind, since = bundle.Request, o.seen
	case x.Full || x.Passphrase != "":
		o.header.Kind, since = bundle.Full, model.Vector{}
	}
	o.since(since)
	return o, o.enclose()
}

// outgoingOf begins a file of a kind: who sends it, what is here, and a fresh
// signature over every desk's events.
func (d *Desk) outgoingOf(kind bundle.Kind) (*outgoing, error) {
	if len(d.dueErasures()) > 0 {
		return nil, model.Refuse("refuse.erase-due")
	}
	key, err := d.key()
	if err != nil {
		return nil, err
	}
	id, err := model.NewID(d.random)
	if err != nil {
		return nil, err
	}
	o := &outgoing{desk: d, seen: model.Vector{}, seal: bundle.Seal{Key: key}}
	o.header = bundle.Header{ID: id, Office: d.officeID, Desk: d.me, MadeAt: model.At(d.now()), Kind: kind, Seen: o.seen}
	o.heads = d.signedHeads(key)
	for _, h := range o.heads { // while a file is taken in there is more, which nobody has signed yet
		o.seen[h.Desk] = h.N
	}
	return o, nil
}

// signedHeads are this desk's own signature and the last ones of the others, as
// far as their events are here.
func (d *Desk) signedHeads(key ed25519.PrivateKey) []bundle.Head {
	own := d.own()
	heads := []bundle.Head{bundle.SignHead(d.officeID, d.me, own.n, own.hash, key)}
	for _, desk := range slices.Sorted(maps.Keys(d.others.Heads)) {
		if head := d.others.Heads[desk]; desk != d.me && head.N <= d.chains[desk].n {
			heads = append(heads, head)
		}
	}
	return heads
}

// address encrypts the file to desks and returns what all of them have
// confirmed.
func (d *Desk) address(o *outgoing, desks []model.DeskID) (since model.Vector, err error) {
	receivers, err := d.receivers(desks)
	if err != nil {
		return nil, err
	}
	for n, r := range receivers {
		o.header.For = append(o.header.For, r.Desk)
		o.seal.Recipients = append(o.seal.Recipients, r.Recipient)
		if confirmed := d.others.Receipts[r.Desk].Vector; n == 0 {
			since = confirmed
		} else {
			since = since.Meet(confirmed)
		}
	}
	o.seal.Recipients = append(o.seal.Recipients, d.recoveryRecipients()...)
	return since, nil
}

// receivers are the desks that files are made for: those named, or all that are
// welcome.
func (d *Desk) receivers(named []model.DeskID) (out []model.DeskInfo, err error) {
	now := model.At(d.now())
	for _, k := range d.sortedDesks() {
		wanted := len(named) == 0 || slices.Contains(named, k.Desk)
		if k.Desk == d.me || !wanted || d.succeeded(k.Desk) {
			continue
		}
		if welcome := k.Welcome(now) && k.Recipient != ""; welcome {
			out = append(out, k)
		} else if len(named) > 0 {
			return nil, model.RefuseAt("for", "refuse.desk-unwelcome", "Name", k.Label())
		}
	}
	if len(out) == 0 || len(named) > len(out) {
		return nil, model.RefuseAt("for", "refuse.no-other-desk")
	}
	return out, nil
}

// succeeded reports whether another desk was restored from that one's backup
// and has taken its place.
func (d *Desk) succeeded(desk model.DeskID) bool {
	for _, k := range d.desks {
		if k.Succeeds == desk {
			return true
		}
	}
	return false
}

// since chooses the events: of each desk those after what is known, up to its
// signature.
func (o *outgoing) since(known model.Vector) {
	for _, h := range o.heads {
		if h.N > known[h.Desk] {
			o.header.Ranges = append(o.header.Ranges, bundle.Range{Desk: h.Desk, From: known[h.Desk] + 1, To: h.N})
			o.header.Events += int(h.N - known[h.Desk])
		}
	}
}

func (o *outgoing) toFile(path string, progress Progress) (Exported, error) {
	done := Exported{Events: uint64(o.header.Events), For: o.header.For}
	err := o.withoutDamaged(func() error {
		return writeFile(path, func(w io.Writer) error {
			counted := &counter{w: w}
			err := o.write(counted, progress)
			done.Bytes, done.Files = counted.n, o.header.Contents
			return err
		})
	})
	if placeFails(err) {
		err = errors.Join(err, model.Refuse("refuse.file-write", "Path", path))
	}
	return done, err
}

// placeFails reports whether a file could not be written because of where it was
// to lie, which whoever chose the place can mend.
func placeFails(err error) bool {
	var at *fs.PathError
	var between *os.LinkError
	return errors.As(err, &at) || errors.As(err, &between)
}

func (o *outgoing) write(w io.Writer, progress Progress) error {
	o.header.Heads, o.header.Parts = len(o.heads), len(o.parts)
	if err := o.measure(); err != nil {
		return err
	}
	out, err := bundle.NewWriter(w, o.header, o.seal)
	if err != nil {
		return err
	}
	for _, p := range o.parts {
		if err := out.Part(p.Name, p.Content); err != nil {
			return err
		}
	}
	for _, h := range o.heads {
		if err := out.Head(h); err != nil {
			return err
		}
	}
	if err := o.writeEvents(out, progress); err != nil {
		return err
	}
	if err := o.writeFiles(out, progress); err != nil {
		return err
	}
	_, err = out.Close()
	return err
}

// writeEvents packs and encrypts the events. The next ones are read meanwhile.
func (o *outgoing) writeEvents(out *bundle.Writer, progress Progress) error {
	done, total := uint64(0), workOf(o.header)
	return ahead.Make(2, o.readEvents, func(events [][]byte) error {
		for _, b := range events {
			head, sealed, err := model.Cut(b)
			if err == nil {
				err = out.Event(head, sealed)
			}
			if err != nil {
				return err
			}
		}
		done += uint64(len(events))
		return progress.goOn(done, total)
	})
}

// readEvents gives the events, some hundred at a time in one piece of memory.
func (o *outgoing) readEvents(give func([][]byte) error) error {
	var events [][]byte
	var piece []byte
	for _, r := range o.header.Ranges {
		desk, ok := model.Raw(string(r.Desk))
		if !ok {
			return fmt.Errorf("%q is not a desk's identity", r.Desk)
		}
		err := o.desk.store.EventsOfDesk(desk, r.From, r.To, func(_ uint64, b []byte) (err error) {
			if cap(piece)-len(piece) < len(b) {
				if len(events) > 0 {
					err = give(events)
				}
				events, piece = nil, make([]byte, 0, max(pieceSize, len(b)))
			}
			from := len(piece)
			piece = append(piece, b...)
			events = append(events, piece[from:])
			return err
		})
		if err != nil {
			return err
		}
	}
	if len(events) == 0 {
		return nil
	}
	return give(events)
}

// pieceSize is how many bytes of events are read ahead at once.
const pieceSize = 256 << 10

// handedOver notes what was last written out for whom.
func (d *Desk) handedOver(o *outgoing) error {
	if len(o.header.For) == 0 || o.header.Kind == bundle.Request {
		return nil
	}
	err := d.renote(func(x *exchanged) {
		for _, desk := range o.header.For {
			x.Handed[desk] = Receipt{Vector: o.seen, At: o.header.MadeAt}
			delete(x.Asked, desk)
		}
	})
	d.tellChanged()
	return err
}

// counter counts the bytes that pass.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
