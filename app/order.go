package app

import (
	"time"

	"siaga/model"
)

// Command is one order to the desk: what the window sends and what a line of
// `siaga apply` holds. Its JSON fields are its documentation (see Commands).
type Command interface {
	// Do is the word for the order, for example "register-incident".
	Do() string
	// decide checks the order and writes the facts that follow from it.
	decide(w *work) error
}

// Order is a command with who gives it and the instant at which the deed was
// done. When it is typed in is the desk's own clock and is kept beside.
type Order struct {
	By      PersonRef     // empty: the person at the desk
	At      model.Instant // zero: now
	Command Command
}

// Done says what became of an order: the subject it was about, its ticket when
// it is an incident, and the events that were recorded.
type Done struct {
	ID     model.SubjectID `json:"id,omitempty"`
	Ticket model.Ticket    `json:"ticket,omitempty"`
	Events []model.Mark    `json:"events,omitempty"`
	Alarms []Alarm         `json:"-"` // the warnings that were given
	Notice *model.Refusal  `json:"-"` // a warning that goes with success, such as a score of 35
}

// Do carries out one order: checked, recorded, and on the disk when it
// returns. A *model.Refusal means that nothing changed.
func (d *Desk) Do(o Order) (Done, error) { return d.DoTold(o, nil) }

// DoTold is Do for an order that may take long, such as one that reads a file of
// evidence: it tells how far that has come, in bytes, and can be stopped.
func (d *Desk) DoTold(o Order, progress Progress) (done Done, err error) {
	do := func(c Command) (err error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		done, err = d.carryOut(Order{o.By, o.At, c})
		return err
	}
	if c, slow := o.Command.(slow); slow {
		err = c.around(d, o, progress, do)
	} else {
		err = do(o.Command)
	}
	if erases(o.Command) && err == nil {
		done.Notice = d.toldErasing()
	}
	if err == nil {
		d.tellChanged()
	}
	return done, err
}

// slow is a command that has work to do before it is carried out, and after:
// nobody waits for the desk meanwhile.
type slow interface {
	around(d *Desk, o Order, progress Progress, do func(Command) error) error
}

// rehearse refuses what carrying an order out would refuse, and changes nothing.
func (d *Desk) rehearse(o Order) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, err := d.decide(o)
	return err
}

func erases(c Command) bool {
	_, orders := c.(ErasePersonalData)
	decision, decides := c.(Decide)
	return orders || decides && decision.Take == TakeErase
}

func (d *Desk) carryOut(o Order) (Done, error) {
	w, err := d.decide(o)
	if err != nil {
		return Done{}, err
	}
	if err := d.record(w); err != nil {
		return Done{}, err
	}
	return w.done, nil
}

// decide checks an order and writes the facts that follow from it, which nobody
// has recorded yet.
func (d *Desk) decide(o Order) (*work, error) {
	if d.broken != nil {
		return nil, model.Refuse("refuse.in-recovery")
	}
	w := &work{desk: d, now: model.At(d.now()), at: o.At, working: map[model.SubjectID]*model.Subject{}}
	if !w.at.Known() {
		w.at = w.now
	}
	if w.at > w.now+120 {
		return nil, model.RefuseAt("at", "refuse.future", "At", w.at.Time(), "Now", w.now.Time())
	}
	by, err := d.author(o)
	if err != nil {
		return nil, err
	}
	w.by = by
	return w, o.Command.decide(w)
}

// ofItself is a command that a desk gives itself: no person is asked for.
type ofItself interface{ ofItself() }

// author finds who gives the order; until the office knows anybody, nobody is
// asked for.
func (d *Desk) author(o Order) (model.PersonID, error) {
	if _, itself := o.Command.(ofItself); itself {
		return "", nil
	}
	if o.By != "" {
		return d.findPerson("by", o.By)
	}
	if d.atDesk != "" {
		return d.atDesk, nil
	}
	if len(d.people) > 0 {
		return "", model.RefuseAt("by", "refuse.by-missing")
	}
	return "", nil
}

// typed is the desk's clock as a time, for stamps.
func (d *Desk) typed() time.Time { return d.now() }
