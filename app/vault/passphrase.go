package vault

import (
	"slices"
	"unicode/utf8"

	"siaga/model"
)

const (
	// ShortestPassphrase is the least number of characters of a passphrase.
	ShortestPassphrase = 10
	fewestTurns        = 5
)

// AddPassphrase adds one more passphrase, for one more person; it refuses a
// short or weak one.
func (v *Vault) AddPassphrase(cost Cost, passphrase string) error {
	return v.change(func(c *content) error { return v.addPassphrase(c, cost, passphrase) })
}

// ChangePassphrase replaces a passphrase; it refuses a wrong old one and a
// short or weak new one.
func (v *Vault) ChangePassphrase(cost Cost, old, next string) error {
	return v.change(func(c *content) error {
		n, _, err := c.unwrap(ByPassphrase, []byte(old))
		if err != nil {
			return err
		}
		c.Slots = slices.Delete(c.Slots, n, n+1)
		return v.addPassphrase(c, cost, next)
	})
}

// CheckPassphrase refuses a passphrase of fewer than ten characters and one
// that only repeats or counts ("aaaaaaaaaa", "1234567890"), for a form that
// wants to say so before anything is made.
func CheckPassphrase(passphrase string) error {
	if utf8.RuneCountInString(passphrase) < ShortestPassphrase {
		return model.RefuseAt("passphrase", "refuse.passphrase-short", "Least", ShortestPassphrase)
	}
	if turns(passphrase) < fewestTurns {
		return model.RefuseAt("passphrase", "refuse.passphrase-weak")
	}
	return nil
}

func (v *Vault) addPassphrase(c *content, cost Cost, passphrase string) error {
	if err := CheckPassphrase(passphrase); err != nil {
		return err
	}
	return v.add(c, ByPassphrase, []byte(passphrase), &cost)
}

// turns counts the different characters that do not merely repeat or follow
// the one before them in the alphabet.
func turns(passphrase string) int {
	seen := map[rune]bool{}
	before := rune(-2)
	for _, r := range passphrase {
		if r < before-1 || r > before+1 {
			seen[r] = true
		}
		before = r
	}
	return len(seen)
}
