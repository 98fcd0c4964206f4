package app

import (
	"cmp"
	"slices"

	"siaga/model"
)

// erasingAgain is what an order erases besides what it names, in one field where
// it is asked about.
type erasingAgain struct {
	order  model.Erasure
	events []model.Erasing
}

// knownOrders are the orders to erase that this desk knows about what the work
// has read, each as it was given first: whoever reads its events sees that they
// were known.
func (w *work) knownOrders() (marks []model.Mark) {
	for id := range w.working {
		for _, id := range w.desk.again.about[id] {
			m := w.desk.orders.first(w.desk.orders[id]).Mark
			if !slices.Contains(marks, m) {
				marks = append(marks, m)
			}
		}
	}
	slices.SortFunc(marks, inMarks)
	return marks
}

// orders are orders to erase by their identity.
type orders map[model.SubjectID]model.Erasure

// first is the order that this one was given once more for, or itself.
func (o orders) first(order model.Erasure) model.Erasure {
	if first, known := o[order.Follows]; known && first.Follows == "" {
		return first
	}
	return order
}

// withFollowing is an order with all that it was given once more for: who knew it
// knew what it means.
func (o orders) withFollowing(order model.Erasure) model.Erasure {
	for _, more := range o.following(order) {
		order.Events = slices.Concat(order.Events, more.Events)
	}
	return order
}

// following are the orders that this one was given once more by, the first one
// first.
func (o orders) following(order model.Erasure) (out []model.Erasure) {
	for _, id := range sortedKeys(o) {
		if o[id].Follows == order.ID {
			out = append(out, o[id])
		}
	}
	slices.SortStableFunc(out, func(a, b model.Erasure) int { return cmp.Compare(a.At, b.At) })
	return out
}

// eraseCopies orders the copies to be erased that were made where an order was
// not known.
func (d *Desk) eraseCopies() error {
	for {
		copies, err := d.copiesAgain()
		if err != nil || len(copies) == 0 {
			return err
		}
		if _, err := d.Do(Order{Command: eraseAgain{copies[0]}}); err != nil {
			return err
		}
	}
}

func (d *Desk) copiesAgain() (copies []erasingAgain, err error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.broken != nil {
		return nil, nil // nothing is written then
	}
	copies, _, err = d.writtenAgain()
	return copies, err
}

// eraseAgain is what a desk does by itself: what it erases was ordered to be.
type eraseAgain struct{ erasingAgain }

func (eraseAgain) Do() string { return "erase-again" }

func (eraseAgain) ofItself() {}

func (c eraseAgain) decide(w *work) error { return w.eraseAgain(c.erasingAgain) }

// eraseAgain gives orders once more, for what they did not name.
func (w *work) eraseAgain(all ...erasingAgain) error {
	for _, x := range all {
		for _, erasing := range x.events {
			events, err := w.desk.eventsOf(erasing.Subject)
			if err != nil {
				return err
			}
			n := slices.IndexFunc(events, func(e model.Event) bool { return e.Mark() == erasing.Event })
			if err := w.keepOthers(events[n], erasing); err != nil {
				return err
			}
		}
		order := x.order
		order.Events, order.Follows = x.events, x.order.ID
		fact, _ := model.OrderErasure(order, w.now) // it was checked where it was given
		if err := w.enter("erasure", fact, nil); err != nil {
			return err
		}
	}
	return nil
}
