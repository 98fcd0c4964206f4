package cli

import (
	"errors"

	"siaga/app"
	"siaga/model"
)

// admitDesk compares a desk's fingerprint with what was read aloud, and records
// that it is the same.
func admitDesk(c *call) error {
	if err := c.needs("fingerprint"); err != nil {
		return err
	}
	return c.keepDesk("desks.admitted", func(*app.Desk) (app.Command, error) {
		return app.CompareDesk{Desk: c.args[0], Fingerprint: c.options["fingerprint"]}, nil
	})
}

func renameDesk(c *call) error {
	if err := c.needs("name"); err != nil {
		return err
	}
	return c.keepDesk("desks.renamed", func(*app.Desk) (app.Command, error) {
		name := c.options["name"]
		return app.AmendDesk{Desk: c.args[0], Name: &name}, nil
	})
}

// expireDesk says until when a desk's files are taken in.
func expireDesk(c *call) error {
	switch {
	case c.has("never") && c.has("until"):
		return wrongly("usage.both", "First", "--until", "Second", "--never")
	case !c.has("never") && !c.has("until"):
		return wrongly("usage.needs", "Option", "--until | --never")
	}
	return c.keepDesk("desks.expiry", func(d *app.Desk) (app.Command, error) {
		var until model.Instant
		var err error
		if c.has("until") {
			until, err = c.instant("until", d)
		}
		return app.AmendDesk{Desk: c.args[0], Expires: &until}, err
	})
}

func revokeDesk(c *call) error {
	return c.keepDesk("desks.revoked", func(*app.Desk) (app.Command, error) {
		return app.RevokeDesk{Desk: c.args[0], Reason: c.options["reason"]}, nil
	})
}

// needs refuses a verb that was called without an option.
func (c *call) needs(option string) error {
	if !c.has(option) {
		return wrongly("usage.needs", "Option", "--"+option)
	}
	return nil
}

// keepDesk gives an order about the desk that the first argument names, and tells
// how that desk stands then.
func (c *call) keepDesk(told string, order func(*app.Desk) (app.Command, error)) error {
	return c.withDesk(func(d *app.Desk) error {
		command, err := order(d)
		if err != nil {
			return err
		}
		was, err := d.NamedDesk(c.args[0])
		if err != nil {
			return err
		}
		if _, err := d.Do(app.Order{By: app.PersonRef(c.options["by"]), Command: command}); err != nil {
			return err
		}
		now, err := d.NamedDesk(string(was.Desk))
		if err != nil {
			return err
		}
		if c.has("json") {
			told, err := view{d, c.book}.standingOf(now.Desk)
			return errors.Join(err, c.sayJSON(told))
		}
		if c.has("never") {
			told += ".never"
		}
		c.say(c.book.T(told, "Name", plain(now.Label()), "At", now.Expires.Time()))
		return nil
	})
}

// standingOf is one desk as the list of desks tells it.
func (v view) standingOf(desk model.DeskID) (out deskValue, err error) {
	x, err := v.desk.Exchange()
	told := v.exchange(x)
	for _, k := range append(told.Others, told.Me) {
		if k.ID == desk {
			out = k
		}
	}
	return out, err
}

// withdrawInvitation ends an invitation that was not used.
func withdrawInvitation(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		done, err := d.Do(app.Order{By: app.PersonRef(c.options["by"]),
			Command: app.WithdrawInvitation{Invitation: c.args[0], Reason: c.options["reason"]}})
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(done)
		}
		c.say(c.book.T("desks.withdrawn"))
		return nil
	})
}

// fingerprint prints what people read to each other: this desk's, or another's.
func fingerprint(c *call) error {
	return c.withDesk(func(d *app.Desk) (err error) {
		k := d.Me()
		if len(c.args) > 0 {
			if k, err = d.NamedDesk(c.args[0]); err != nil {
				return err
			}
		}
		if c.has("json") {
			return c.sayJSON(struct {
				deskName
				Fingerprint string `json:"fingerprint"`
			}{deskName{k.Desk, word(k.Letter), word(k.Name)}, k.Fingerprint()})
		}
		c.say(plain(k.Label()), "", "    "+k.Fingerprint(), "", c.book.T("desks.fingerprint.read"))
		return nil
	})
}
