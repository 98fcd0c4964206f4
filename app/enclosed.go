package app

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"siaga/app/bundle"
	"siaga/app/files"
	"siaga/model"
)

// What goes with a file for other desks: the contents of evidence that events of
// its ranges name, and those that a receiver has said it lacks. As with events, all
// of it goes again until it is known to have arrived.

// partLacks is the part of a file in which its sender says which contents it lacks.
const partLacks = "lacks"

// mostLacks is how many contents a file asks for at most.
const mostLacks = 100_000

// bytesAsEvent is how many bytes of contents count as one event where the progress
// is told.
const bytesAsEvent = 4 << 10

// workOf is how much there is to do in a file, in events.
func workOf(h bundle.Header) uint64 { return uint64(h.Events) + uint64(h.Bytes)/bytesAsEvent }

// enclose chooses the contents that go with a file, and says what is lacking here.
func (o *outgoing) enclose() error {
	d := o.desk
	asked := d.askedBy(o.header.For)
	for _, f := range d.namedFiles() {
		inRange := inRanges(o.header.Ranges, f.Row)
		if o.header.Kind == bundle.Request || !inRange && !asked[f.Sum] || !d.files.Has(f.Sum) {
			continue
		}
		if !slices.Contains(o.files, f.Sum) {
			o.files = append(o.files, f.Sum)
		}
		if !inRange {
			o.again = append(o.again, f.Row)
		}
	}
	o.lacks = d.lacking()
	if len(o.lacks) == 0 || len(o.header.For) == 0 {
		return nil
	}
	part, err := json.Marshal(o.lacks)
	if err != nil {
		return fmt.Errorf("encode what is lacking: %w", err)
	}
	o.parts = append(o.parts, bundle.Part{Name: partLacks, Content: part})
	return nil
}

// askedBy are the contents that desks have said they lack.
func (d *Desk) askedBy(desks []model.DeskID) map[model.Hash]bool {
	asked := map[model.Hash]bool{}
	for _, desk := range desks {
		for _, sum := range d.others.Lacks[desk] {
			asked[sum] = true
		}
	}
	return asked
}

// lacking are the contents that are missed here.
func (d *Desk) lacking() []model.Hash {
	lacks := sumsOf(d.missed())
	return lacks[:min(len(lacks), mostLacks)]
}

func inRanges(ranges []bundle.Range, m model.Mark) bool {
	return slices.ContainsFunc(ranges, func(r bundle.Range) bool { return r.Desk == m.Desk && r.From <= m.N && m.N <= r.To })
}

// enclosing is what a file has besides events, as one value that changes with it.
func (o *outgoing) enclosing() model.Hash {
	if len(o.files)+len(o.lacks) == 0 {
		return model.Hash{}
	}
	all := sha256.New()
	for _, sums := range [][]model.Hash{o.files, {{}}, o.lacks} {
		for _, sum := range sums {
			all.Write(sum[:])
		}
	}
	return model.Hash(all.Sum(nil))
}

// measure announces the contents; one that is gone meanwhile does not go.
func (o *outgoing) measure() error {
	var here []model.Hash
	o.header.Bytes = 0
	for _, sum := range o.files {
		c, err := o.desk.files.Open(sum)
		if errors.Is(err, files.ErrMissing) {
			continue
		}
		if err != nil {
			return err
		}
		here = append(here, sum)
		o.header.Bytes += c.Size
		if err := c.Close(); err != nil {
			return err
		}
	}
	o.files, o.header.Contents = here, len(here)
	return nil
}

// writeFiles writes the contents.
func (o *outgoing) writeFiles(out *bundle.Writer, progress Progress) error {
	written := int64(0)
	for _, sum := range o.files {
		c, err := o.desk.files.Open(sum)
		if err != nil {
			return err
		}
		if err := errors.Join(out.Content(sum, c.Size, c), c.Close()); err != nil {
			return err
		}
		written += c.Size
		if err := progress.goOn(uint64(o.header.Events)+uint64(written)/bytesAsEvent, workOf(o.header)); err != nil {
			return err
		}
	}
	return nil
}

// withoutDamaged writes a file, and once more without it for each content that
// proves to be damaged or was erased meanwhile: the others need the rest.
func (o *outgoing) withoutDamaged(write func() error) error {
	for {
		err := write()
		var damage *files.Damage
		switch {
		case errors.As(err, &damage):
			if aside := o.desk.files.SetAside(damage.Sum); aside != nil {
				return aside
			}
		case !errors.Is(err, files.ErrMissing):
			return err
		}
	}
}

// keepLacks keeps which contents the sender has said it lacks.
func (s *survey) keepLacks(x *exchanged) {
	from := s.header.Desk
	if from == s.desk.me || len(s.header.For) == 0 || s.header.MadeAt < x.Receipts[from].At {
		return
	}
	var lacks []model.Hash
	_ = json.Unmarshal(s.parts[partLacks], &lacks) // most files have none
	if x.Lacks[from] = lacks[:min(len(lacks), mostLacks)]; len(lacks) == 0 {
		delete(x.Lacks, from)
	}
}

// takeFiles keeps the contents of a file that events here name and that are not
// here; when it was broken off it goes on with those that are still lacking.
func (d *Desk) takeFiles(s *survey, progress Progress) (came int, err error) {
	d.mu.RLock()
	lacks := slices.DeleteFunc(sumsOf(d.namedFiles()), d.files.Has)
	d.mu.RUnlock()
	if s.header.Contents == 0 || len(lacks) == 0 {
		return 0, nil
	}
	err = s.read(progress, func(_ *bundle.Reader, item bundle.Item) error {
		if item.Content == nil || !slices.Contains(lacks, item.Content.Sum) || d.files.Has(item.Content.Sum) {
			return nil
		}
		came++
		return d.files.Keep(item.Content.Sum, item.Content)
	}, func(*bundle.Reader) error { return nil })
	return came, err
}
