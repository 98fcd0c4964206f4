package vault

import (
	"encoding/hex"
	"fmt"
	"slices"

	"siaga/model"
)

// Credential is what a person or a desk shows to open a vault.
type Credential struct {
	kind Kind
	text string
}

// Passphrase opens with a passphrase.
func Passphrase(text string) Credential { return Credential{ByPassphrase, text} }

// Recovery opens with the printed recovery key, in any case, with or without
// dashes; a mistyped one is refused with the group to look at.
func Recovery(text string) Credential { return Credential{ByRecovery, text} }

// KeyFile opens with the key file at path.
func KeyFile(path string) Credential { return Credential{ByKeyFile, path} }

// String keeps the secret out of logs.
func (c Credential) String() string { return "vault." + string(c.kind) }

// GoString keeps the secret out of logs.
func (c Credential) GoString() string { return c.String() }

func (c Credential) secret() ([]byte, error) {
	switch c.kind {
	case ByRecovery:
		return parseRecovery(c.text)
	case ByKeyFile:
		return readKeyFile(c.text)
	}
	return []byte(c.text), nil
}

// Remove takes one way in away; it refuses the last one, without which nobody
// could ever read the desk again.
func (v *Vault) Remove(id string) error {
	return v.change(func(c *content) error {
		at := slices.IndexFunc(c.Slots, func(s slot) bool { return hex.EncodeToString(s.ID) == id })
		if at < 0 {
			return fmt.Errorf("vault: no slot %s", id)
		}
		if len(c.Slots) == 1 {
			return model.Refuse("refuse.last-slot")
		}
		c.Slots = slices.Delete(c.Slots, at, at+1)
		return nil
	})
}
