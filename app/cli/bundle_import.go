package cli

import (
	"slices"

	"siaga/app"
	"siaga/model"
)

// importBundle shows what a file from another desk brings, and takes it in unless
// it was only to be shown.
func importBundle(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		before := d.Received()
		name, err := c.receive(d)
		if err != nil {
			return err
		}
		passphrase, seen, err := c.preview(d, name)
		if err == nil && !c.has("preview") {
			return c.takeIn(d, seen, passphrase)
		}
		if !slices.Contains(before, name) {
			if err := d.Discard(name); err != nil {
				return err
			}
		}
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(view{d, c.book}.arrival(seen, false))
		}
		c.sayArrival(d, seen)
		c.say("", c.book.T("bundle.preview"))
		return nil
	})
}

// receive puts files in the inbox; a name of the inbox stands for the file that
// lies there.
func (c *call) receive(d *app.Desk) (string, error) {
	if len(c.args) == 1 {
		if name, err := received(d, c.args[0]); err == nil {
			return name, nil
		}
	}
	return d.Receive(app.PiecesBeside(c.args...)...)
}

// preview reads the file, and asks for a passphrase only when it needs one.
func (c *call) preview(d *app.Desk, name string) (passphrase string, a app.Arrival, err error) {
	passphrase, given, err := c.filePassphraseGiven()
	if err != nil {
		return "", a, err
	}
	a, err = d.Preview(name, passphrase, c.progress())
	if r, ok := model.AsRefusal(err); !ok || r.Key != "refuse.bundle-passphrase-needed" || given || c.ReadPassphrase == nil {
		return passphrase, a, err
	}
	if passphrase, err = c.filePassphrase(); err != nil {
		return "", a, err
	}
	a, err = d.Preview(name, passphrase, c.progress())
	return passphrase, a, err
}

// takeIn tells what was seen, takes the file in, and tells what was not said yet.
func (c *call) takeIn(d *app.Desk, seen app.Arrival, passphrase string) error {
	told := view{d, c.book}.sentences(seen)
	if !c.has("json") {
		c.sayArrival(d, seen)
	}
	a, err := d.Import(seen.File, passphrase, c.progress())
	if err != nil {
		return err
	}
	if c.has("json") {
		return c.sayJSON(view{d, c.book}.arrival(a, true))
	}
	for _, more := range (view{d, c.book}).sentences(a) {
		if !slices.Contains(told, more) {
			c.say("  " + more)
		}
	}
	c.say("", c.book.T(a.Outcome()))
	return nil
}
