// Package vault keeps the key of a desk and decides who may open it.
//
// A vault is one small file, vault.json. It holds a random master key, never
// in the clear but wrapped once for each way in, called a slot:
//
//   - a passphrase, stretched with Argon2id (RFC 9106); how hard is written in
//     the slot, so that old vaults keep opening when the default rises;
//   - a recovery key, shown once on the day of creation to be printed and put
//     in a safe;
//   - a key file, for a desk that must open without a person.
//
// All other keys of the desk are derived from the master key by purpose
// ([Vault.Key]), so a new passphrase never means writing the data again. The
// vault also keeps small secrets by name, such as the desk's signing seed.
//
// The file begins with its version line. A checksum tells a damaged file from
// a wrong passphrase before anything is tried; a seal made with the master key
// tells a file that somebody changed and gave a new checksum. What the vault
// cannot tell is that the whole file was replaced by an older copy of itself.
package vault

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sync"

	"siaga/app/whole"
	"siaga/model"
)

// Vault is an opened vault; it may be used from several goroutines.
type Vault struct {
	path   string
	master [keySize]byte

	mu      sync.Mutex
	content content
	secrets map[string][]byte
}

// Locked is a vault whose file is sound but which nobody has opened yet.
type Locked struct {
	path    string
	content content
}

// Create makes a new vault at path with one passphrase and one recovery key,
// and returns the recovery key, which is not stored and cannot be shown again.
// It refuses a short or weak passphrase and a path that is taken.
func Create(path string, cost Cost, passphrase string) (*Vault, string, error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil, "", model.Refuse("refuse.vault-exists", "Path", path)
	}
	v := &Vault{path: path, master: [keySize]byte(random(keySize)), content: content{ID: random(idSize)}}
	recovery := newRecovery()
	err := v.change(func(c *content) error {
		if err := v.addPassphrase(c, cost, passphrase); err != nil {
			return err
		}
		return v.addRecovery(c, recovery)
	})
	if err != nil {
		return nil, "", err
	}
	return v, recovery, nil
}

// Open reads the vault at path without opening it; the error is a *[Damage]
// when the file is not what was written, a refusal when a newer program wrote it.
func Open(path string) (*Locked, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("vault: read: %w", err)
	}
	c, err := decode(data)
	if err != nil {
		return nil, err
	}
	return &Locked{path: path, content: c}, nil
}

// Slots lists the ways in, so that a desk with a key file need not ask.
func (l *Locked) Slots() []Slot { return l.content.list() }

// Unlock opens the vault; it refuses a credential that fits no slot, and
// returns *[Damage] when the file was changed by somebody without the key.
func (l *Locked) Unlock(with Credential) (*Vault, error) {
	secret, err := with.secret()
	if err != nil {
		return nil, err
	}
	_, master, err := l.content.unwrap(with.kind, secret)
	if err != nil {
		return nil, err
	}
	v := &Vault{path: l.path, master: master, content: l.content}
	if !bytes.Equal(l.content.Seal, l.content.sealed(v.Key(purposeSeal))) {
		return nil, &Damage{"the seal does not fit: the file was changed without the key"}
	}
	v.secrets, err = l.content.openSecrets(v.Key(purposeSecrets))
	return v, err
}

// Key derives the 32-byte key for one purpose (HKDF-SHA256, RFC 5869): the
// same purpose gives the same key for the life of the vault.
func (v *Vault) Key(purpose string) [32]byte {
	key, err := hkdf.Key(sha256.New, v.master[:], v.content.ID, "siaga-vault 1/"+purpose, keySize)
	if err != nil {
		panic(err) // only for lengths that HKDF cannot give
	}
	return [32]byte(key)
}

// Slots lists the ways in.
func (v *Vault) Slots() []Slot {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.content.list()
}

// Secret returns the secret of that name, and whether there is one.
func (v *Vault) Secret(name string) ([]byte, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	secret, known := v.secrets[name]
	return slices.Clone(secret), known
}

// change writes a changed copy of the content and keeps it only when it reads
// back and is safely on the disk.
func (v *Vault) change(edit func(*content) error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	next := v.content.clone()
	if err := edit(&next); err != nil {
		return err
	}
	next.Seal = next.sealed(v.Key(purposeSeal))
	next.Check = next.checked()
	data := next.encode()
	read, err := decode(data)
	if err != nil {
		return err
	}
	secrets, err := read.openSecrets(v.Key(purposeSecrets))
	if err != nil {
		return err
	}
	if err := whole.WriteBytes(v.path, data); err != nil {
		return err
	}
	v.content, v.secrets = read, secrets
	return nil
}
