package demo

import (
	"cmp"
	"fmt"
	"slices"

	"siaga/app"
	"siaga/model"
)

// deed is something that somebody does at an instant and types in at or after
// it. Its command is made when it is given, because the ticket of an incident
// is known only once that was registered.
type deed struct {
	at      model.Instant
	typed   model.Instant
	turn    int // the order in which deeds of the same second were planned
	by      model.PersonID
	command func() app.Command
	after   func(app.Done)
	act     func() error // instead of a command
}

// plans adds a deed to what will be given when its time has come.
func (t *teller) plans(d deed) {
	t.given++
	d.turn = t.given
	t.pending = append(t.pending, d)
}

// giveUntil gives every pending deed that is typed in before an instant, in
// the order of time across all incidents.
func (t *teller) giveUntil(end model.Instant) error {
	slices.SortFunc(t.pending, func(a, b deed) int {
		return cmp.Or(cmp.Compare(a.typed, b.typed), cmp.Compare(a.turn, b.turn))
	})
	n, _ := slices.BinarySearchFunc(t.pending, end, func(d deed, end model.Instant) int { return cmp.Compare(d.typed, end) })
	for _, d := range t.pending[:n] {
		if err := t.give(d); err != nil {
			return err
		}
	}
	t.pending = slices.Delete(t.pending, 0, n)
	return nil
}

func (t *teller) give(d deed) error {
	if t.options.Clock != nil {
		t.options.Clock.Set(d.typed.Time())
	}
	if d.act != nil {
		return d.act()
	}
	command := d.command()
	done, err := t.desk.Do(app.Order{By: app.PersonRef(d.by), At: d.at, Command: command})
	if err != nil {
		return fmt.Errorf("%s at %s: %w", command.Do(), d.at, err)
	}
	t.story.record(command, done)
	if d.after != nil {
		d.after(done)
	}
	return nil
}

// enter gives an order of the office's first day at once.
func (t *teller) enter(c app.Command) (app.Done, error) {
	var done app.Done
	err := t.give(deed{at: t.from, typed: t.from, command: func() app.Command { return c }, after: func(d app.Done) { done = d }})
	return done, err
}

func (s *Story) record(c app.Command, done app.Done) {
	s.Orders++
	s.Events += len(done.Events)
	switch c.(type) {
	case app.AddPerson:
		s.People++
	case app.AddSystem:
		s.Systems++
	case app.GiveSeat:
		s.Seats++
	case app.SetDuty:
		s.Duties++
	case app.AddEvidence:
		s.Evidence++
	case app.AddNotice:
		s.Notices++
	}
}
