package bundle

import (
	"errors"
	"fmt"
	"strings"

	"filippo.io/age"
	"github.com/decred/dcrd/bech32"
)

// NewIdentity makes a key pair of age: the identity "AGE-SECRET-KEY-1…", which
// is secret, and the recipient "age1…", which others encrypt to.
func NewIdentity() (identity, recipient string, err error) {
	pair, err := age.GenerateX25519Identity()
	if err != nil {
		return "", "", fmt.Errorf("bundle: make an identity: %w", err)
	}
	return pair.String(), pair.Recipient().String(), nil
}

// IdentityFrom makes the key pair of 32 secret bytes, always the same one.
func IdentityFrom(secret [32]byte) (identity, recipient string, err error) {
	text, err := bech32.EncodeFromBase256("age-secret-key-", secret[:])
	if err != nil {
		return "", "", fmt.Errorf("bundle: encode an identity: %w", err)
	}
	identity = strings.ToUpper(text)
	recipient, err = RecipientOf(identity)
	return identity, recipient, err
}

// RecipientOf is the recipient that belongs to an identity.
func RecipientOf(identity string) (string, error) {
	pair, err := age.ParseX25519Identity(identity)
	if err != nil {
		return "", errors.New("bundle: an identity does not read") // the cause may show the secret
	}
	return pair.Recipient().String(), nil
}
