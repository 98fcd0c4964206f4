package vault

import (
	"crypto/hkdf"
	"crypto/sha256"
)

// FromRecovery derives a 32-byte key for one purpose from a recovery key alone:
// whoever finds the printed key can make it again where the vault is lost. It
// refuses a mistyped key as [Recovery] does.
func FromRecovery(typed, purpose string) ([32]byte, error) {
	secret, err := parseRecovery(typed)
	if err != nil {
		return [32]byte{}, err
	}
	key, err := hkdf.Key(sha256.New, secret, nil, "siaga-recovery 1/"+purpose, keySize)
	if err != nil {
		panic(err) // only for lengths that HKDF cannot give
	}
	return [32]byte(key), nil
}
