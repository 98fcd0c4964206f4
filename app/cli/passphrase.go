package cli

import (
	"io"
	"os"
	"strings"

	"siaga/app"
	"siaga/app/vault"
	"siaga/model"
)

// longestPassphrase bounds what is read from a passphrase file, in bytes.
const longestPassphrase = 64 << 10

// credential is what the desk is opened with.
func (c *call) credential() (vault.Credential, error) {
	for _, path := range []string{c.options["key-file"], c.Env("SIAGA_KEY_FILE")} {
		if path != "" {
			return vault.KeyFile(path), nil
		}
	}
	if text, given, err := c.passphraseGiven(); given || err != nil {
		return vault.Passphrase(text), err
	}
	if with, ok := app.Unattended(c.folder); ok {
		return with, nil
	}
	text, err := c.passphrase()
	return vault.Passphrase(text), err
}

// passphrase comes from a file, the environment or the terminal.
func (c *call) passphrase() (string, error) {
	if text, given, err := c.passphraseGiven(); given || err != nil {
		return text, err
	}
	if c.ReadPassphrase == nil {
		return "", model.Refuse("refuse.no-passphrase")
	}
	return c.ReadPassphrase(c.book.T("cli.passphrase"))
}

// newPassphrase is asked for twice where it is typed.
func (c *call) newPassphrase() (string, error) {
	if text, given, err := c.passphraseGiven(); given || err != nil {
		return text, err
	}
	if c.ReadPassphrase == nil {
		return "", model.Refuse("refuse.no-passphrase")
	}
	return c.typedTwice(c.book.T("cli.passphrase"))
}

// typedTwice refuses a passphrase that is weak or was not typed the same again.
func (c *call) typedTwice(prompt string) (string, error) {
	text, err := c.ReadPassphrase(prompt)
	if err != nil {
		return "", err
	}
	if err := vault.CheckPassphrase(text); err != nil {
		return "", err
	}
	again, err := c.ReadPassphrase(c.book.T("cli.passphrase.again"))
	if err == nil && again != text {
		err = model.Refuse("refuse.passphrase-twice")
	}
	return text, err
}

func (c *call) passphraseGiven() (text string, given bool, err error) {
	if c.has("passphrase-file") {
		text, err = readPassphraseFile(c.options["passphrase-file"])
		return text, true, err
	}
	text = c.Env("SIAGA_PASSPHRASE")
	return text, text != "", nil
}

// filePassphrase is that of a file from another desk: from a file, the environment
// or the terminal.
func (c *call) filePassphrase() (string, error) {
	if text, given, err := c.filePassphraseGiven(); given || err != nil {
		return text, err
	}
	if c.ReadPassphrase == nil {
		return "", model.Refuse("refuse.no-file-passphrase")
	}
	return c.ReadPassphrase(c.book.T("cli.passphrase.file"))
}

func (c *call) filePassphraseGiven() (text string, given bool, err error) {
	if c.has("passphrase-of-file") {
		text, err = readPassphraseFile(c.options["passphrase-of-file"])
		return text, true, err
	}
	text = c.Env("SIAGA_BUNDLE_PASSPHRASE")
	return text, text != "", nil
}

func readPassphraseFile(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", model.Refuse("refuse.passphrase-file", "Path", path)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, longestPassphrase))
	if err != nil {
		return "", model.Refuse("refuse.passphrase-file", "Path", path)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimSuffix(first, "\r"), nil
}
