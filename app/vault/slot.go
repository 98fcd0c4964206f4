package vault

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"siaga/model"
)

// Kind is a way to open a vault.
type Kind string

// The ways to open a vault.
const (
	ByPassphrase Kind = "passphrase"
	ByRecovery   Kind = "recovery"
	ByKeyFile    Kind = "key-file"
)

// Slot names one way in, for a list on the screen; ID is what [Vault.Remove] takes.
type Slot struct {
	ID   string
	Kind Kind
}

// Cost is how hard a passphrase is to try: KiB of memory, passes, threads.
type Cost struct {
	Memory  uint32 `json:"memory"`
	Passes  uint32 `json:"passes"`
	Threads uint8  `json:"threads"`
}

// DefaultCost takes about a tenth of a second on a desktop (RFC 9106, second
// recommended choice: 64 MiB, 3 passes, 4 threads).
var DefaultCost = Cost{Memory: 64 << 10, Passes: 3, Threads: 4}

const (
	mostMemory  = 2 << 20 // KiB
	mostPasses  = 64
	mostThreads = 64
)

// slot is the master key wrapped for one way in.
type slot struct {
	ID     []byte `json:"id"`
	Kind   Kind   `json:"kind"`
	Cost   *Cost  `json:"cost,omitempty"`
	Salt   []byte `json:"salt"`
	Nonce  []byte `json:"nonce"`
	Sealed []byte `json:"sealed"`
}

func (s slot) sane() bool {
	sizes := len(s.ID) == idSize && len(s.Salt) == keySize &&
		len(s.Nonce) == chacha20poly1305.NonceSizeX && len(s.Sealed) == keySize+chacha20poly1305.Overhead
	if s.Kind != ByPassphrase {
		return sizes && s.Cost == nil
	}
	return sizes && s.Cost != nil && s.Cost.sane()
}

func (c Cost) sane() bool {
	return c.Memory > 0 && c.Memory <= mostMemory && c.Passes > 0 && c.Passes <= mostPasses &&
		c.Threads > 0 && c.Threads <= mostThreads
}

// add wraps the master key for one more way in; cost is nil where the secret
// is random already and needs no stretching.
func (v *Vault) add(c *content, kind Kind, secret []byte, cost *Cost) error {
	if cost != nil && !cost.sane() {
		return fmt.Errorf("vault: impossible cost %+v", *cost)
	}
	if len(c.Slots) == mostSlots {
		return fmt.Errorf("vault: more than %d slots", mostSlots)
	}
	s := slot{ID: random(idSize), Kind: kind, Cost: cost, Salt: random(keySize)}
	bound, key := s.bound(c.ID), s.key(secret)
	s.Nonce = random(chacha20poly1305.NonceSizeX)
	s.Sealed = seal(key, s.Nonce, v.master[:], bound)
	c.Slots = append(c.Slots, s)
	return nil
}

// unwrap finds the slot that the secret opens.
func (c content) unwrap(kind Kind, secret []byte) (int, [keySize]byte, error) {
	for n, s := range c.Slots {
		if s.Kind != kind {
			continue
		}
		if master, err := unseal(s.key(secret), s.Nonce, s.Sealed, s.bound(c.ID)); err == nil {
			return n, [keySize]byte(master), nil
		}
	}
	return 0, [keySize]byte{}, model.Refuse("refuse." + string(kind))
}

func (s slot) key(secret []byte) []byte {
	if s.Cost != nil {
		return argon2.IDKey(secret, s.Salt, s.Cost.Passes, s.Cost.Memory, s.Cost.Threads, keySize)
	}
	key, err := hkdf.Key(sha256.New, secret, s.Salt, "siaga-vault 1/slot", keySize)
	if err != nil {
		panic(err) // only for lengths that HKDF cannot give
	}
	return key
}

// bound ties the wrapping to this vault, this slot and this cost.
func (s slot) bound(vault []byte) []byte {
	s.Nonce, s.Sealed = nil, nil
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // byte slices, strings and numbers always encode
	}
	return append(slices.Clone(vault), text...)
}

func (c content) list() []Slot {
	slots := make([]Slot, len(c.Slots))
	for n, s := range c.Slots {
		slots[n] = Slot{ID: hex.EncodeToString(s.ID), Kind: s.Kind}
	}
	return slots
}

func seal(key, nonce, plain, bound []byte) []byte {
	cipher, err := chacha20poly1305.NewX(key)
	if err != nil {
		panic(err) // only for a key of another length
	}
	return cipher.Seal(nil, nonce, plain, bound)
}

func unseal(key, nonce, sealed, bound []byte) ([]byte, error) {
	cipher, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	return cipher.Open(nil, nonce, sealed, bound)
}
