package cli

import (
	"siaga/app"
	"siaga/app/bundle"
)

// exportBundle writes a file for other desks: by default what they have not
// confirmed.
func exportBundle(c *call) error {
	if c.has("with-passphrase") && c.has("for") {
		return wrongly("usage.both", "First", "--with-passphrase", "Second", "--for")
	}
	size, err := c.number("split", 0)
	if err != nil {
		return err
	}
	order := app.Export{Full: c.has("full"), Armor: c.has("armor")}
	if c.has("with-passphrase") {
		if order.Passphrase, err = bundle.NewPassphrase(c.Random); err != nil {
			return err
		}
	}
	return c.writeOut(order, func(w *writtenValue) (err error) {
		w.Passphrase = word(order.Passphrase)
		w.Parts, err = c.split(w.Path, size)
		return err
	})
}

// requestBundle writes a file that only says how far this desk has come, so that
// the others send what it is missing.
func requestBundle(c *call) error {
	order := app.Export{Request: true, Armor: c.has("armor")}
	return c.writeOut(order, func(*writtenValue) error { return nil })
}

// writeOut writes a file, lets more be done with it, and tells of it.
func (c *call) writeOut(order app.Export, then func(*writtenValue) error) error {
	return c.withDesk(func(d *app.Desk) error {
		path, err := c.outPath(d)
		if err != nil {
			return err
		}
		if order.For, err = c.receivers(d); err != nil {
			return err
		}
		done, err := d.Export(path, order, c.progress())
		if err != nil {
			return err
		}
		told := view{d, c.book}.written(path, done)
		if err := then(&told); err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(told)
		}
		c.sayWritten(told)
		if told.Passphrase != "" {
			c.sayPassphrase(string(told.Passphrase))
		}
		return nil
	})
}
