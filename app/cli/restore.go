package cli

import (
	"siaga/app"
	"siaga/model"
)

// restore sets a desk up anew from a backup and the recovery key.
func restore(c *call) error {
	return c.setUp("restore", c.recoveryKey, app.Restore)
}

// recoveryKey comes from a file, the environment or the terminal.
func (c *call) recoveryKey() (string, error) {
	if c.has("recovery-file") {
		return readPassphraseFile(c.options["recovery-file"])
	}
	if text := c.Env("SIAGA_RECOVERY_KEY"); text != "" {
		return text, nil
	}
	if c.ReadPassphrase == nil {
		return "", model.Refuse("refuse.no-recovery-key")
	}
	return c.ReadPassphrase(c.book.T("cli.recovery"))
}
