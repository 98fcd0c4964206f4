package app

import (
	"slices"
	"sync"

	"siaga/model"
)

// again is where people who had not heard of an order wrote once more what it
// erases. It is looked for when it is asked for, once after each change.
type again struct {
	mu     sync.Mutex // several may ask at once
	known  bool
	about  map[model.SubjectID][]model.SubjectID // the orders about a subject
	copies []erasingAgain                        // that are copies for certain: they are erased without asking
	asked  []erasingAgain                        // that may be something new
}

func (a *again) forget() { a.known, a.about = false, map[model.SubjectID][]model.SubjectID{} }

func (a *again) hold(order model.Erasure) {
	a.known = false
	for _, id := range order.Subjects() {
		if !slices.Contains(a.about[id], order.ID) {
			a.about[id] = append(a.about[id], order.ID)
		}
	}
}

// touch notes that a subject was written to.
func (a *again) touch(id model.SubjectID) {
	if a.about[id] != nil {
		a.known = false
	}
}

// writtenAgain are the copies that go without asking, and what is to be asked.
func (d *Desk) writtenAgain() (copies, asked []erasingAgain, err error) {
	a := &d.again
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.known {
		return a.copies, a.asked, nil
	}
	l := d.looking()
	if err := l.look(); err != nil {
		return nil, nil, err
	}
	a.known, a.copies, a.asked = true, l.copies, l.asked
	return a.copies, a.asked, nil
}

// askedAgain are what is to be asked about a field of a subject.
func (d *Desk) askedAgain(id model.SubjectID, field string) (out []erasingAgain, err error) {
	_, asked, err := d.writtenAgain()
	for _, x := range asked {
		if x.events[0].Subject == id && x.events[0].Fields[0] == field {
			out = append(out, x)
		}
	}
	return out, err
}

// rewritten are the questions whether what was written once more is to be erased
// too, one for each field.
func (d *Desk) rewritten() (out []Decision) {
	_, asked, _ := d.writtenAgain() // what cannot be read is told elsewhere
	return d.questions(asked)
}

func (d *Desk) questions(asked []erasingAgain) (out []Decision) {
	for _, x := range asked {
		k := Decision{Kind: DecideRewritten, Subject: x.events[0].Subject, Of: d.kindOf(x.events[0].Subject), Field: x.events[0].Fields[0]}
		if !slices.ContainsFunc(out, func(o Decision) bool { return o.Key() == k.Key() }) {
			out = append(out, d.name(k))
		}
	}
	return out
}

// rewrittenValues adds what was written once more, also what does not stand any
// longer.
func (d *Desk) rewrittenValues(k Decision) (Decision, error) {
	asked, err := d.askedAgain(k.Subject, k.Field)
	if err != nil {
		return k, err
	}
	events, err := d.eventsOf(k.Subject)
	s := model.FoldAll(events)
	for _, e := range model.InOrder(events) {
		if askedAbout(asked, e.Mark()) {
			entry := s.Wrote(e, k.Field)
			k.Values = append(k.Values, Rival{Mark: e.Mark(), Of: k.Subject, Field: k.Field, Value: entry.Value, By: entry.By,
				Desk: d.deskOf(entry.Mark.Desk), At: entry.At.Instant(), Why: s.Why(entry)})
			k.Since = max(k.Since, entry.At.Instant())
		}
	}
	return k, err
}

func askedAbout(asked []erasingAgain, m model.Mark) bool {
	return slices.ContainsFunc(asked, func(x erasingAgain) bool {
		return slices.ContainsFunc(x.events, func(e model.Erasing) bool { return e.Event == m })
	})
}

func (d *Desk) askedNow() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return len(d.rewritten())
}

// tellAgain writes down what a file brought of what is erased; asked is how much
// was asked about before.
func (d *Desk) tellAgain(a *Arrival, asked int) error {
	a.Rewritten = max(0, d.askedNow()-asked)
	copies, err := d.copiesAgain()
	for _, x := range copies {
		a.Copies += len(x.events)
	}
	return err
}

// foretellAgain is tellAgain for a file that is not taken in.
func (d *Desk) foretellAgain(a *Arrival, brought []model.Event) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	l := d.looking()
	l.bring(brought)
	err := l.look()
	a.Rewritten = max(0, len(d.questions(l.asked))-len(d.rewritten()))
	for _, x := range l.copies {
		a.Copies += len(x.events)
	}
	return err
}
