package cli

import (
	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
)

// changePassphrase replaces the passphrase; key files and recovery keys stay as
// they are.
func changePassphrase(c *call) error {
	var old string
	byPassphrase := func() (with vault.Credential, err error) {
		old, err = c.passphrase()
		return vault.Passphrase(old), err
	}
	return c.withDeskBy(byPassphrase, func(d *app.Desk) error {
		next, err := c.nextPassphrase()
		if err != nil {
			return err
		}
		if err := d.ChangePassphrase(c.Cost, old, next); err != nil {
			return err
		}
		c.say(c.book.T("settings.passphrase.done"))
		return nil
	})
}

// nextPassphrase comes from a file, the environment or, twice, the terminal.
func (c *call) nextPassphrase() (string, error) {
	if c.has("new-passphrase-file") {
		return readPassphraseFile(c.options["new-passphrase-file"])
	}
	if text := c.Env("SIAGA_NEW_PASSPHRASE"); text != "" {
		return text, nil
	}
	if c.ReadPassphrase == nil {
		return "", model.Refuse("refuse.no-new-passphrase")
	}
	return c.typedTwice(c.book.T("cli.passphrase.new"))
}
