package cli

import (
	"cmp"

	"siaga/app"
)

// ofFork prints what only the other copy of a desk recorded, or notes that the
// fork has been dealt with.
func (c *call) ofFork(d *app.Desk) error {
	k, err := d.NamedDesk(cmp.Or(c.options["settle"], c.options["fork"]))
	if err != nil {
		return err
	}
	if c.has("settle") {
		if err := d.SettleFork(k.Desk); err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(view{d, c.book}.deskName(k.Desk))
		}
		c.say(c.book.T("decide.fork.settled", "Desk", c.book.DeskName(k)))
		return nil
	}
	changes, err := d.ForkedEvents(k.Desk)
	if err != nil {
		return err
	}
	if c.has("json") {
		return c.sayJSON(changes)
	}
	c.say(c.book.T("decide.fork.only"))
	for _, change := range changes {
		c.say("  " + c.book.T("decide.fork.line", "At", c.book.DateTime(change.At.Time()), "Who", cmp.Or(d.Person(change.By).Name, c.book.T("common.notrecorded")),
			"What", c.book.T("kind."+string(change.Kind)), "Field", c.book.FieldLabel(change.Field), "Words", c.book.Recorded(change.Field, change.After, d)))
	}
	return nil
}
