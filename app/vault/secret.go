package vault

import (
	"slices"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"
)

// secret is a small value sealed with a key from the master key.
type secret struct {
	Name   string `json:"name"`
	Nonce  []byte `json:"nonce"`
	Sealed []byte `json:"sealed"`
}

// SetSecret keeps a small secret under a name (printable ASCII, not itself
// secret), replacing the one before; it is on the disk when SetSecret returns.
func (v *Vault) SetSecret(name string, value []byte) error {
	return v.change(func(c *content) error {
		key, nonce := v.Key(purposeSecrets), random(chacha20poly1305.NonceSizeX)
		s := secret{name, nonce, seal(key[:], nonce, value, bindSecret(c.ID, name))}
		at, known := slices.BinarySearchFunc(c.Secrets, name, func(s secret, name string) int {
			return strings.Compare(s.Name, name)
		})
		if known {
			c.Secrets[at] = s
		} else {
			c.Secrets = slices.Insert(c.Secrets, at, s)
		}
		return nil
	})
}

func (c content) openSecrets(key [keySize]byte) (map[string][]byte, error) {
	opened := map[string][]byte{}
	for _, s := range c.Secrets {
		if len(s.Nonce) != chacha20poly1305.NonceSizeX {
			return nil, &Damage{"secret " + s.Name + " is impossible"}
		}
		value, err := unseal(key[:], s.Nonce, s.Sealed, bindSecret(c.ID, s.Name))
		if err != nil {
			return nil, &Damage{"secret " + s.Name + " does not open"}
		}
		opened[s.Name] = value
	}
	return opened, nil
}

func bindSecret(vault []byte, name string) []byte {
	return append(slices.Clone(vault), "/secret/"+name...)
}
