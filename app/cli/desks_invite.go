package cli

import (
	"siaga/app"
)

// invitedValue is an invitation that was written out, for a program.
type invitedValue struct {
	ID         string   `json:"id"`
	Letter     string   `json:"letter"`
	Name       string   `json:"name"`
	Path       string   `json:"path"`
	Parts      []string `json:"parts"` // where it was split; path is no file then
	Bytes      int64    `json:"bytes"`
	Passphrase string   `json:"passphrase"`
	Expires    word     `json:"expires"`
}

// inviteDesk writes the file from which a further desk is set up, and shows the
// passphrase that opens it.
func inviteDesk(c *call) error {
	if err := c.needs("name"); err != nil {
		return err
	}
	size, err := c.number("split", 0)
	if err != nil {
		return err
	}
	return c.withDesk(func(d *app.Desk) error {
		order := app.Invite{Name: c.options["name"], By: app.PersonRef(c.options["by"])}
		path, err := c.outPath(d)
		if err == nil && c.has("until") {
			order.Expires, err = c.instant("until", d)
		}
		if err != nil {
			return err
		}
		i, err := d.Invite(path, order, c.progress())
		if err != nil {
			return err
		}
		parts, err := c.split(path, size)
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(invitedValue{string(i.ID), i.Letter, order.Name, path, parts, i.Bytes, i.Passphrase, view{d, c.book}.instants().at(i.Expires)})
		}
		c.say(c.book.T("invite.done", "Letter", i.Letter, "Name", plain(order.Name), "Path", path, "Size", c.book.Bytes(i.Bytes), "At", i.Expires.Time()))
		if len(parts) > 0 {
			c.say("")
			c.sayParts(parts, i.Bytes)
		}
		c.sayPassphrase(i.Passphrase)
		c.say("", c.book.T("invite.next", "Letter", i.Letter))
		return nil
	})
}
